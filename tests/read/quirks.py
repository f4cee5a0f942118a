"""Workbooks with one quirk each, as data: how they are filed, what must be read, what must be said."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from converter.figures import Finding
from converter.read.forms.filing import Filing
from tests.data import data_of
from tests.read.rough import Rough
from tests.read.rows import READER

FOLDER = Path(__file__).parent / "quirks"
FILE, SHEET = "2020年度决算", "表"


@dataclass(frozen=True)
class Quirk:
    """A case of one of the files in quirks/."""

    name: str
    case: dict[str, Any]

    def read(self, folder: Path, kind: str) -> Filing:
        """Write the workbook as a file of that kind and read it."""
        path = (folder / self.case.get("file", FILE)).with_suffix(kind)
        Rough(
            self.case.get("sheet", SHEET),
            self.case["rows"],
            tuple(self.case.get("merges", ())),
            tuple(self.case.get("hidden_rows", ())),
            tuple(self.case.get("hidden_columns", ())),
        ).write(path)
        return READER.read(path, path.name)


def quirks() -> list[Quirk]:
    """Return all cases, file by file."""
    files = sorted(FOLDER.glob("*.yaml"))
    return [Quirk(f"{file.stem}: {name}", case) for file in files for name, case in data_of(file).items()]


def figures(filing: Filing) -> dict[str, Decimal]:
    """Return the figures of the filing's latest year and first department that are not nil."""
    year = max((form.title_block.year for form in filing.forms), default=0)
    return {
        figure.id: figure.value
        for form in filing.by_department()[0].forms
        for figure in form.extraction.figures
        if figure.value and (form.title_block.year) == year
    }


def lines(filing: Filing) -> dict[str, Decimal]:
    """Return the figures of detail rows that are not nil."""
    return {
        figure.id: figure.value
        for form in filing.forms
        for line in form.extraction.detail_rows
        for figure in line.figures.values()
        if figure.value
    }


def nil(filing: Filing) -> set[str]:
    """Return the figures that are nil, not merely blank."""
    return {figure.id for form in filing.forms for figure in form.extraction.figures if figure.value == 0}


def blank(filing: Filing) -> set[str]:
    """Return the figures whose cell was read and gives nothing."""
    return {figure.id for form in filing.forms for figure in form.extraction.figures if figure.value is None}


def cells(filing: Filing) -> dict[str, str]:
    """Return the address of the cell of each figure, those of cells that were added up."""
    figures = (figure for form in filing.forms for figure in form.extraction.figures)
    return {figure.id: figure.cell.cell for figure in figures if figure.cell}


def findings(filing: Filing) -> list[Finding]:
    """Return all findings."""
    return [*filing.findings, *(one for form in filing.forms for one in form.extraction.findings)]


def unused(filing: Filing) -> list[str]:
    """Return the titles of the tables that are known but not used."""
    return [table.title for table in filing.unused]
