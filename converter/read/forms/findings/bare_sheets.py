"""Sheets that gave nothing: those that hold numbers, and those that were left blank."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from converter import messages
from converter.figures import Finding, Severity
from converter.read.files.cells import amount
from converter.read.forms.findings.sheet_finding import sheet_finding
from converter.read.tables.sheet import FormSheet
from converter.read.tables.titles.title_block import TitleBlock

SOME_AMOUNTS = 3  # a sheet with at least so many numbers is a table of some kind

COLUMNS = 3  # so many cells side by side are a row of a table; of two, several such rows


def about_nothing(sheet: FormSheet, title_block: TitleBlock) -> Iterator[Finding]:
    """Yield the finding that nothing was understood of a sheet that holds numbers."""
    if looks_like_table(sheet):
        yield sheet_finding(messages.reading.HEADER_UNKNOWN, sheet, Severity.WARNING, [title_block.title])


def about_blank(sheet: FormSheet) -> Iterator[Finding]:
    """Yield the finding that a sheet holds no amount, and does not say that there is none to hold."""
    if not count_of_amounts(sheet):
        yield sheet_finding(messages.filing.TABLE_BLANK, sheet, Severity.NOTE)


def looks_like_table(sheet: FormSheet) -> bool:
    """Whether a sheet holds enough numbers to be a table of some kind."""
    return count_of_amounts(sheet) >= SOME_AMOUNTS


def is_laid_out(sheet: FormSheet) -> bool:
    """Whether a sheet has columns, if only those of a header, as no cover and no page of words has."""
    filled = [sum(1 for cell in cells if cell not in ("", None)) for cells in sheet.grid.rows]
    return max(filled, default=0) >= COLUMNS or sum(count > 1 for count in filled) > 1


def count_of_amounts(sheet: FormSheet) -> int:
    """Return how many numbers a sheet holds, except those that number its rows or columns."""
    columns: dict[int, list[Decimal]] = {}
    for cells in sheet.grid.rows:
        amounts = {
            column: value
            for column, cell in enumerate(cells)
            if not isinstance(cell, str) and (value := amount(cell)) is not None
        }
        if not _only_count([*amounts.values()]):
            for column, value in amounts.items():
                columns.setdefault(column, []).append(value)
    return sum(len(values) for values in columns.values() if not _only_count(values))


def _only_count(values: Sequence[Decimal]) -> bool:
    """Whether numbers are 1, 2, 3 and so on."""
    return len(values) > 1 and all(value == nth for nth, value in enumerate(values, 1))
