"""Decide for which department and years the workbooks of a submission are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from converter.read.identity.evidence import KindOf, YearEvidence, evidence_of
from converter.read.identity.hints import YearHint
from converter.read.identity.workbook import TitledWorkbook, WorkbookIdentity
from converter.read.identity.years import decide_years
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.title_block import TitleBlock

Named = TypeVar("Named", str, int)


def identify(
    workbooks: Sequence[TitledWorkbook], folder: str, asked: int, kind_of: KindOf, vocabulary: Vocabulary
) -> list[WorkbookIdentity]:
    """Return for which department and years each of the workbooks is that were filed together.

    `folder` is the name of the one they lie in; `asked` the year a report is asked for, 0 if none is.
    """
    evidence = [evidence_of(workbook, folder, kind_of, vocabulary) for workbook in workbooks]
    return [
        WorkbookIdentity(_department(each.workbook), _year(each, hints), tuple(hints))
        for each, hints in zip(evidence, decide_years(evidence, asked), strict=True)
    ]


def most_named(values: Iterable[Named], blank: Named) -> Named:
    """Return the value met most often, blanks apart; `blank` where there is none."""
    named = Counter(value for value in values if value)
    return named.most_common(1)[0][0] if named else blank


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
