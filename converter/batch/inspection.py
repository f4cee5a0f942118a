"""What was recognised in single files, and what was not."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from converter.errors import Failure, attempt
from converter.figures import Finding
from converter.pack import load_pack
from converter.read import Filing, FormReading, NearMiss, Reader, Unread, UnusedTable


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
    """A file: the department and year it is for ('' and 0 if it does not say), and what was found in it; the
    tables that are known but not used.
    """

    file: str
    department: str
    year: int
    forms: tuple[InspectedForm, ...]
    findings: tuple[Finding, ...]
    unused: tuple[UnusedTable, ...]


def inspect(files: Iterable[Path], pack: Path, beside: Path | None) -> list[InspectedFile | Failure]:
    """Return, for every file, what was recognised in it and what was not, or why it can't be read.

    `beside` is the folder with names that are added to the pack's.
    """
    reader = Reader(load_pack(pack, beside))
    return [attempt(path.name, lambda path=path: _file(path, reader)) for path in files]  # type: ignore[misc]


def _file(path: Path, reader: Reader) -> InspectedFile:
    filing = reader.read(path, path.name)
    return InspectedFile(
        file=path.name,
        department=filing.department,
        year=filing.year,
        forms=tuple(_form(form, filing) for form in filing.forms),
        findings=(
            *filing.findings,
            *(finding for form in filing.forms for finding in form.extraction.findings),
        ),
        unused=filing.unused,
    )


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
