"""How the blank workbook looks: fonts, fills, borders, widths, print set-up."""

from collections.abc import Sequence

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

FONT = "\u5b8b\u4f53"  # SimSun, the usual face of filing forms
_LINE = Side(style="thin", color="808080")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_INPUT = PatternFill("solid", fgColor="FFF9E5")
_HEADER = PatternFill("solid", fgColor="E7E6E6")
AMOUNT, TEXT = "#,##0.00", "@"
LABEL_WIDTH, FIGURE_WIDTH, WORDS_WIDTH, TIP_WIDTH, GRID_WIDTH = 24, 16, 60, 44, 100


def head(page: Worksheet) -> None:
    """Format title, note and unit line."""
    page["A1"].font = Font(FONT, size=16, bold=True)
    page["A1"].alignment = Alignment("center", "center")
    page["A2"].font = Font(FONT, size=10)
    page["A2"].alignment = Alignment("left", "center", wrap_text=True)
    page["A3"].font = Font(FONT, size=10)
    page["A3"].alignment = Alignment("right", "center")
    page.row_dimensions[1].height, page.row_dimensions[2].height = 30, 34


def header_cell(cell: Cell) -> None:
    """Format a column's heading."""
    _box(cell, Alignment("center", "center", wrap_text=True), bold=True)
    cell.fill = _HEADER


def label_cell(cell: Cell) -> None:
    """Format a fixed label."""
    _box(cell, Alignment("center", "center", wrap_text=True))


def tip_cell(cell: Cell) -> None:
    """Format an instruction."""
    _box(cell, Alignment("left", "center", wrap_text=True), size=9)


def input_cell(cell: Cell, number: bool) -> None:
    """Format a cell to fill in."""
    _box(cell, Alignment("right" if number else "left", "center", wrap_text=not number))
    cell.fill = _INPUT
    cell.number_format = AMOUNT if number else TEXT


def computed_cell(cell: Cell, text: str) -> None:
    """Format a cell the converter computes."""
    cell.value = text
    _box(cell, Alignment("center", "center"), size=9)


def widths(page: Worksheet, figures: int, words: int) -> None:
    """Set the column widths of a sheet of entries."""
    columns = [LABEL_WIDTH, *[FIGURE_WIDTH] * figures, *[WORDS_WIDTH] * words, TIP_WIDTH]
    for number, width in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(number)].width = width


def grid_widths(page: Worksheet, relative: Sequence[int]) -> None:
    """Set column widths in the given proportion."""
    for number, share in enumerate(relative, 1):
        page.column_dimensions[get_column_letter(number)].width = GRID_WIDTH * share / sum(relative)


def print_setup(page: Worksheet) -> None:
    """Fit the sheet to one A4 page across, landscape."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _box(cell: Cell, alignment: Alignment, bold: bool = False, size: int = 11) -> None:
    cell.font = Font(FONT, size=size, bold=bold)
    cell.alignment = alignment
    cell.border = _BOX
