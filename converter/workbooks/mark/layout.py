"""How a plain sheet looks: columns as wide as their words, rows as high, on paper within a page's width."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from converter.figures import Merge, column_name
from converter.workbooks.write import half_widths, lines

CellContent = str | float | bool | date | time | timedelta
CopiedRows = Sequence[Sequence[CellContent]]

_NARROWEST, _WIDEST = 6, 36  # half-width characters of a column
_LINE_HEIGHT = 15.0  # in points


def lay_out(page: Worksheet, rows: CopiedRows, merges: Sequence[Merge]) -> None:
    """Give a sheet that holds these rows its widths and heights, and set it up for printing."""
    widths = _widths(rows, merges)
    for column, width in enumerate(widths):
        page.column_dimensions[column_name(column)].width = width
    across = {(top, first): last for top, first, _, last in merges}
    for row, line in enumerate(rows):
        page.row_dimensions[row + 1].height = _LINE_HEIGHT * _lines(row, line, widths, across)
    page.print_options.gridLines = True
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr = 0, PageSetupProperties(fitToPage=True)


def _widths(rows: CopiedRows, merges: Sequence[Merge]) -> list[int]:
    """Return the widths of the columns, in half-width characters: each takes what stands in it alone, up to
    the widest there may be.
    """
    merged = {(top, first) for top, first, _, last in merges if last > first}
    widths = [_NARROWEST] * max(map(len, rows), default=0)
    for row, line in enumerate(rows):
        for column, content in enumerate(line):
            if content != "" and widths[column] < _WIDEST and (row, column) not in merged:
                widths[column] = min(max(widths[column], half_widths(str(content)) + 2), _WIDEST)
    return widths


def _lines(
    row: int, line: Sequence[CellContent], widths: Sequence[int], across: Mapping[tuple[int, int], int]
) -> int:
    """Return how many lines a row takes; `across` is the last column of merged areas by where they begin."""
    taken = (
        lines(str(content), sum(widths[column : across.get((row, column), column) + 1]))
        for column, content in enumerate(line)
        if content != ""
    )
    return max(taken, default=1)
