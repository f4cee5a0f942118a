"""Remarks on the cells themselves: a fill, and a comment beside what others wrote."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from converter import messages
from converter.figures import LONGEST_CELL_TEXT, address
from converter.workbooks.mark.remark import MarkedCell, Remark
from converter.workbooks.write import Tone

GRAVEST_FIRST = (Tone.BAD, Tone.WARN, Tone.GOOD, Tone.DIM)
WIDTH, LINE, PER_LINE, MOST_LINES = 320, 18, 24, 20  # of a comment, in pixels and in characters


class _OnCell(Struct):
    """What is said of one cell so far, and the gravest tone of it."""

    tone: Tone
    lines: list[str]


class SheetMarker:
    """Marks cells of a workbook's sheets, by the names that the filed ones have."""

    def __init__(self, pages: Mapping[str, Worksheet], fills: Mapping[Any, str]) -> None:
        self._pages, self._fills = pages, fills
        self._anchors = {name: _anchors(page) for name, page in pages.items()}

    def mark(self, remarks: Iterable[Remark]) -> None:
        """Colour and comment the cells of all remarks, each cell once."""
        said: dict[tuple[str, str], _OnCell] = {}
        for remark in remarks:
            for marked in remark.cells:
                if marked.sheet not in self._pages:
                    continue
                tone = remark.tone if marked.is_blamed else Tone.DIM
                on_cell = said.setdefault((marked.sheet, self.anchor(marked)), _OnCell(tone, []))
                on_cell.tone = min(on_cell.tone, tone, key=GRAVEST_FIRST.index)
                on_cell.lines.append(_line(remark, marked))
        for (sheet, cell), on_cell in said.items():
            self._mark(self._pages[sheet], cell, on_cell)

    def anchor(self, marked: MarkedCell) -> str:
        """Return the cell that shows a marked cell: the first of its merged area."""
        return self._anchors.get(marked.sheet, {}).get(marked.cell, marked.cell)

    def _mark(self, page: Worksheet, cell_address: str, on_cell: _OnCell) -> None:
        colour = self._fills.get(on_cell.tone.value, "")
        if not cell_address:
            page.sheet_properties.tabColor = colour or None
            return
        cell = page[cell_address]
        if colour:
            cell.fill = PatternFill("solid", fgColor=colour)
        text = "\n\n".join([*_of_others(cell), *on_cell.lines])[:LONGEST_CELL_TEXT]
        cell.comment = Comment(text, messages.workbooks.MARKED_BY, _height(text), WIDTH)


def _line(remark: Remark, marked: MarkedCell) -> str:
    words = messages.workbooks.ON_CELL if marked.is_blamed else messages.workbooks.BESIDE_CELL
    lines = [words.format(kind=remark.kind, text=remark.text), amounts(remark), remark.hint]
    return "\n".join(filter(None, lines))


def amounts(remark: Remark) -> str:
    """Return in words what should stand there and what does, '' where that is not known."""
    if not remark.expected:
        return ""
    return messages.workbooks.EXPECTED.format(expected=remark.expected, actual=remark.actual)


def _of_others(cell: Cell) -> list[str]:
    return [cell.comment.text] if cell.comment else []


def _height(text: str) -> int:
    lines = sum(1 + len(line) // PER_LINE for line in text.split("\n"))
    return LINE * (min(lines, MOST_LINES) + 1)


def _anchors(page: Worksheet) -> dict[str, str]:
    """Return the cells covered by merged areas, and the first cell of each area."""
    return {
        address(row - 1, column - 1): address(area.min_row - 1, area.min_col - 1)
        for area in page.merged_cells.ranges
        for row, column in area.cells
    }
