"""A workbook laid out from the values of sheets, where the filed one can't be copied."""

import re
from collections.abc import Sequence
from copy import copy

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from converter.figures import LONGEST_CELL_TEXT, Merge
from converter.workbooks.mark.layout import CellContent, lay_out

MOST_CELLS = 200_000  # of a workbook
MOST_MERGES, MOST_MERGED = 2_000, 5_000  # merged areas of a sheet, and cells of one
LONGEST_NAME = 28  # of a sheet; Excel takes three more, for the number of one with the same name
_NOT_IN_NAMES = re.compile(r"[\\*?:/\[\]\x00-\x1f]")


class PlainSheet(Struct, frozen=True, eq=False):
    """A sheet as values from A1 on, '' where a cell is empty; merged areas are (first row, first column, last
    row, last column) from 0.
    """

    name: str
    rows: Sequence[Sequence[CellContent]]
    merges: Sequence[Merge] = ()
    is_hidden: bool = False


def plain_workbook(sheets: Sequence[PlainSheet]) -> tuple[Workbook, bool]:
    """Return a workbook with the sheets in their order, and whether all their cells are in it."""
    book = Workbook()
    book.remove(book.active)
    left = MOST_CELLS
    for number, sheet in enumerate(sheets, 1):
        name = _NOT_IN_NAMES.sub("_", sheet.name)[:LONGEST_NAME].strip("'") or str(number)
        page = book.create_sheet(name)
        left = _fill(page, sheet, left)
        if sheet.is_hidden:
            page.sheet_state = "hidden"
    return book, left > 0


def put(cell: Cell, content: CellContent) -> None:
    """Put a value into a cell. A text stays a text, whatever it begins with."""
    if isinstance(content, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", content)[:LONGEST_CELL_TEXT] or None
        if cell.value is not None:
            cell.data_type = "s"
    else:
        cell.value = content


def _fill(page: Worksheet, sheet: PlainSheet, left: int) -> int:
    """Write the cells as long as there are any `left`; return how many are left then."""
    shape = page.cell(1, 1)
    shape.alignment = Alignment(vertical="center", wrap_text=True)
    wrapped = shape._style
    for row, line in enumerate(sheet.rows, 1):
        for column, content in enumerate(line, 1):
            if content != "" and left > 0:
                left -= 1
                cell = page.cell(row, column)
                put(cell, content)
                if isinstance(content, str):
                    cell._style = copy(wrapped)  # made again for each cell it takes ten times as long
    for top, first, bottom, last in sheet.merges[:MOST_MERGES]:
        if 1 < (bottom - top + 1) * (last - first + 1) <= MOST_MERGED:
            page.merge_cells(None, top + 1, first + 1, bottom + 1, last + 1)
            page.cell(top + 1, first + 1).alignment = Alignment("center", "center", wrap_text=True)
    lay_out(page, sheet.rows, sheet.merges)
    return left
