"""How the blank workbook looks: its cells by the pack's style, widths, and how it is printed."""

from collections.abc import Sequence

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from converter.pack import CellStyle, WorkbookStyle

LABEL_WIDTH, FIGURE_WIDTH, WORDS_WIDTH, TIP_WIDTH, GRID_WIDTH = 24, 16, 60, 44, 100


class CellStyles:
    """Styles cells by their kind, as the pack's style names it."""

    def __init__(self, style: WorkbookStyle) -> None:
        self._style = style
        line = Side(style="thin", color=style.line or None)
        self._box = Border(left=line, right=line, top=line, bottom=line)

    def above(self, page: Worksheet) -> None:
        """Style title, note and unit line."""
        for row, style in enumerate((self._style.title, self._style.note, self._style.unit), 1):
            self._apply(page.cell(row, 1), style)
            if style.height:
                page.row_dimensions[row].height = style.height

    def head(self, cell: Cell) -> None:
        """Style a column's heading."""
        self._boxed(cell, self._style.head)

    def label(self, cell: Cell) -> None:
        """Style a fixed label."""
        self._boxed(cell, self._style.word)

    def tip(self, cell: Cell) -> None:
        """Style an instruction."""
        self._boxed(cell, self._style.tip)

    def entry(self, cell: Cell, number: bool) -> None:
        """Style a cell to fill in."""
        self._boxed(cell, self._style.number if number else self._style.text)

    def computed(self, cell: Cell) -> None:
        """Style a cell the converter computes."""
        self._boxed(cell, self._style.computed)

    def _boxed(self, cell: Cell, style: CellStyle) -> None:
        self._apply(cell, style)
        cell.border = self._box

    def _apply(self, cell: Cell, style: CellStyle) -> None:
        base = self._style.base
        cell.font = Font(style.face or base.face, size=style.size or base.size, bold=style.bold)
        cell.alignment = Alignment(style.align or None, "center", wrap_text=style.wrap or None)
        if style.fill:
            cell.fill = PatternFill("solid", fgColor=style.fill)
        if style.format:
            cell.number_format = style.format


def set_widths(page: Worksheet, figures: int, words: int) -> None:
    """Set the column widths of a sheet of entries."""
    columns = [LABEL_WIDTH, *[FIGURE_WIDTH] * figures, *[WORDS_WIDTH] * words, TIP_WIDTH]
    for number, width in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(number)].width = width


def set_grid_widths(page: Worksheet, relative: Sequence[int]) -> None:
    """Set column widths in the given proportion."""
    for number, share in enumerate(relative, 1):
        page.column_dimensions[get_column_letter(number)].width = GRID_WIDTH * share / sum(relative)


def set_up_printing(page: Worksheet) -> None:
    """Fit the sheet to one A4 page across, landscape."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
