"""Decide for which department and years the workbooks of a submission are."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from converter.errors import ReadError
from converter.read.identity.departments_of_tables import departments_of_tables
from converter.read.identity.documents import DocumentYears, agreed, own_years
from converter.read.identity.doubts import about_documents, doubts_of
from converter.read.identity.evidence import YearEvidence, evidence_of, name_hints
from converter.read.identity.hints import KindOf, YearHint
from converter.read.identity.undated import undated_twice
from converter.read.identity.workbook import TitledWorkbook, WorkbookIdentity
from converter.read.identity.years import are_open, decide_years
from converter.read.labels.departments import DepartmentNames
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.titles.title_block import TitleBlock
from converter.read.tables.titles.titled_tables import most_named


class FiledWith(Struct, frozen=True):
    """What lies around workbooks that were filed together: the folder's name, the years of documents."""

    folder: str
    documents: DocumentYears


class Identifier:
    """Tells for which department and years workbooks are, by one pack's vocabulary and kinds of forms."""

    def __init__(self, vocabulary: Vocabulary, kind_of: KindOf) -> None:
        self._vocabulary, self._kind_of = vocabulary, kind_of

    def identify(
        self,
        workbooks: Sequence[TitledWorkbook],
        folder: str,
        asked: int,
        read_documents: Callable[[], DocumentYears],
    ) -> list[WorkbookIdentity]:
        """Return for which department and years each of the workbooks is that were filed together.

        `folder` is the name of the one they lie in; `asked` the year a report is asked for, 0 if none is.
        What documents beside them say is read only if nothing in the workbooks dates some of their tables.
        """
        vocabulary, names = self._vocabulary, self._vocabulary.department_names
        evidence = [evidence_of(workbook, folder, self._kind_of, vocabulary) for workbook in workbooks]
        departments = [_department(workbook) for workbook in workbooks]
        years = decide_years(evidence, departments, asked, {})
        documents = read_documents() if are_open(evidence, years) else {}
        around = FiledWith(folder, own_years(documents, list(filter(None, departments)), names))
        if around.documents:
            years = decide_years(evidence, departments, asked, agreed(around.documents))
        refusals = undated_twice(evidence, years, departments)
        return [
            _identity(each, hints, around, names, refusal)
            for each, hints, refusal in zip(evidence, years, refusals, strict=True)
        ]


def _identity(
    evidence: YearEvidence,
    years: Sequence[YearHint | None],
    around: FiledWith,
    names: DepartmentNames,
    refusal: str,
) -> WorkbookIdentity:
    """Return what is decided about a workbook; `refusal` says why it can't be used without a year."""
    workbook = evidence.workbook
    department = _department(workbook)
    try:
        departments = departments_of_tables(evidence, years, names)
    except ReadError as mixed:
        departments, refusal = tuple("" for _ in workbook.tables), str(mixed)
    decided = (hint for hint, kind in zip(years, evidence.kinds, strict=True) if kind)
    documents = about_documents(evidence, years, around.documents)
    others = filter(None, (*decided, evidence.cover, evidence.file, evidence.folder))
    return WorkbookIdentity(
        department or most_named(departments, ""),
        _year(evidence, years),
        tuple(years),
        departments,
        tuple(sorted(others, key=lambda hint: hint.strength)),
        tuple(name_hints(workbook, around.folder, names)),
        tuple(dict.fromkeys((*doubts_of(evidence, years), *documents))),
        refusal,
    )


def _year(evidence: YearEvidence, hints: Sequence[YearHint | None]) -> int:
    """Return the year most tables of a workbook are for, else the one that its cover or its file names."""
    others = (hint.year for hint in (evidence.cover, evidence.file) if hint)
    return most_named((hint.year for hint in hints if hint), 0) or next(others, 0)


def _department(workbook: TitledWorkbook) -> str:
    """Return the department that a supplement is for, else that most title blocks name, '' if none does."""
    blocks = [table.title_block for table in workbook.tables if not table.grid.is_hidden]
    return workbook.department or _most_departments(blocks)


def _most_departments(title_blocks: Sequence[TitleBlock]) -> str:
    """Return the department most title blocks name, those of known forms first, '' if none does."""
    titled = most_named((block.department for block in title_blocks if block.form), "")
    return titled or most_named((block.department for block in title_blocks), "")
