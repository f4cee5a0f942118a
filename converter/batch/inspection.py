"""What was recognised in single files, and what was not."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.batch.one_worker import in_worker
from converter.batch.overlays import load_pack_with_overlay
from converter.errors import Failure, attempt
from converter.figures import Finding
from converter.inbox import ReceivedFiles
from converter.pack import Pack
from converter.read import (
    FiledFile,
    Filing,
    FormReading,
    NameHint,
    NearMiss,
    Reader,
    TitledWorkbook,
    Unread,
    UnusedTable,
    WorkbookIdentity,
    YearHint,
    place_in_words,
)


class InspectedForm(Struct, frozen=True):
    """A form found in a file: what its head says (`title` is a cell), how many figures, detail rows and texts
    it gave, and what of it was not understood.
    """

    form: str
    sheet: str
    title: str
    unit: str
    department: str
    year: int
    figures: int
    detail_rows: int
    texts: int
    unread_rows: tuple[Unread, ...]
    unread_columns: tuple[Unread, ...]
    near_misses: tuple[NearMiss, ...]


class InspectedFile(Struct, frozen=True):
    """What was found in a single file.

    - `department`, `year`: whom and when it is for, '' and 0 if nothing says it.
    - `unused`: tables that are known but give no figures.
    - `year_evidence`, `department_evidence`: where each year and name stands that it may be for, the
    strongest first.
    """

    file: str
    department: str
    year: int
    forms: tuple[InspectedForm, ...]
    findings: tuple[Finding, ...]
    unused: tuple[UnusedTable, ...]
    year_evidence: dict[str, list[str]]
    department_evidence: dict[str, list[str]]


def inspect(files: Sequence[Path], pack: Path, inbox: Path | None) -> list[InspectedFile | Failure]:
    """Return, for every file, what was recognised in it and what was not, or why it can't be read; for a zip
    archive the same for every file in it.

    Files of one folder are taken as filed together. `beside` is the folder with names that are added to the
    pack's.
    """
    known = load_pack_with_overlay(pack, inbox)
    answer = in_worker(files[0].name, known.limits, _inspected, files, known)
    return [answer] if isinstance(answer, Failure) else answer


def _inspected(files: Sequence[Path], pack: Pack) -> list[InspectedFile | Failure]:
    reader = Reader(pack)
    received = [
        (
            path.absolute().parent,
            ReceivedFiles([FiledFile(path, path.name)], reader.copy_names, reader.limits),
        )
        for path in files
    ]
    opened = [(folder, each) for folder, taken in received for each in _opened(taken, reader)]
    identities: dict[int, WorkbookIdentity] = {}
    for folder in dict.fromkeys(folder for folder, _ in opened):
        of_words = [file for parent, taken in received if parent == folder for file in taken.of_words]
        together = {
            at: workbook
            for at, (parent, workbook) in enumerate(opened)
            if parent == folder and isinstance(workbook, TitledWorkbook)
        }
        found = reader.identify(list(together.values()), folder.name, documents=of_words)
        identities |= zip(together, found, strict=True)
    return [
        workbook
        if isinstance(workbook, Failure)
        else attempt(workbook.source.name, partial(_file, workbook, identities[at], reader))
        for at, (_, workbook) in enumerate(opened)
    ]


def _opened(received: ReceivedFiles, reader: Reader) -> Iterator[TitledWorkbook | Failure]:
    """Yield the workbook a file is, or those in an archive; of other files, why they are not read."""
    yield from (attempt(file.name, partial(reader.open, file)) for file in received.workbooks)
    yield from received.failures
    others = [(file.name, messages.inventory.WORD) for file in received.documents]
    for name, reason in (*others, *((unused.name, unused.reason) for unused in received.unused)):
        yield Failure(name, messages.inventory.ENTRY.format(file=name, account=reason))


def _file(workbook: TitledWorkbook, identity: WorkbookIdentity, reader: Reader) -> InspectedFile:
    filing = reader.extract(workbook, identity)
    return InspectedFile(
        year_evidence=_places(
            (messages.identity.YEAR.format(year=hint.year), hint) for hint in identity.year_hints
        ),
        department_evidence=_places((hint.name, hint) for hint in identity.name_hints),
        file=filing.file,
        department=filing.department,
        year=filing.year,
        forms=tuple(_form(form, filing) for form in filing.forms),
        findings=(
            *filing.findings,
            *(finding for form in filing.forms for finding in form.extraction.findings),
        ),
        unused=filing.unused,
    )


def _places(hints: Iterable[tuple[str, YearHint | NameHint]]) -> dict[str, list[str]]:
    """Return for each year or name the places that tell it: of each kind the first, and how many tables."""
    by_kind: dict[tuple[str, int], list[YearHint | NameHint]] = {}
    for value, hint in hints:
        by_kind.setdefault((value, hint.strength), []).append(hint)
    found: dict[str, list[str]] = {}
    for (value, _), several in by_kind.items():
        count = len({hint.sheet for hint in several})
        more = messages.identity.MORE_TABLES.format(count=count) if count > 1 else ""
        found.setdefault(value, []).append(place_in_words(several[0]) + more)
    return found


def _form(form: FormReading, filing: Filing) -> InspectedForm:
    extraction, coverage, block = form.extraction, form.coverage, form.title_block
    return InspectedForm(
        form=form.form,
        sheet=form.sheet,
        title=block.title,
        unit=block.unit,
        department=block.department or filing.department,
        year=block.year,
        figures=sum(figure.value is not None for figure in extraction.figures),
        detail_rows=len(extraction.detail_rows),
        texts=len(extraction.texts),
        unread_rows=coverage.rows,
        unread_columns=coverage.columns,
        near_misses=coverage.misses,
    )
