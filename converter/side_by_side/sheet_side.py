"""The filed sheets to show: those that cells of interest stand on, as they were read, within bounds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from converter import messages
from converter.figures import CellOrigin, address
from converter.read import Grid, OpenedWorkbook, number_formats
from converter.side_by_side.records import ShownSheet
from converter.side_by_side.shown_text import shown_text

MOST_BYTES = 1_000_000  # of all sheets of a page
MOST_COLUMNS, LONGEST = 100, 400  # of a sheet, and characters of a cell
FIRST_ROWS = 8  # of a sheet that is cut: its title and heads
NumberedTexts = list[tuple[int, list[str]]]
"""Rows of a sheet by their numbers: what their cells show."""


class SheetSide:
    """The sheets of workbooks, by the names of their files, that cells stand on; `numbers` are those of the
    sheets, by file and name.
    """

    def __init__(self, workbooks: Mapping[str, OpenedWorkbook], cells: Iterable[CellOrigin]) -> None:
        rows: dict[tuple[str, str], set[int]] = {}
        for cell in cells:
            rows.setdefault((cell.file, cell.sheet), set()).update(_rows_of(cell))
        self.shown: list[ShownSheet] = []
        self.numbers: dict[tuple[str, str], int] = {}
        self._rows: list[dict[int, Sequence[str]]] = []
        self.is_whole = True
        left = MOST_BYTES
        for file, workbook in workbooks.items():
            formats = number_formats(workbook)
            for grid in workbook.grids:
                wanted = rows.get((file, grid.name))
                if wanted is None:
                    continue
                texts = list(enumerate(_texts(grid, formats.get(grid.name, {}))))
                sheet, size = _fitting(file, grid, texts, wanted, left)
                self.is_whole = self.is_whole and not (sheet is None or sheet.is_cut)
                if sheet is not None:
                    left -= size
                    self.numbers[file, grid.name] = len(self.shown)
                    self.shown.append(replace(sheet, is_bare=not workbook.tells_formats))
                    self._rows.append(dict(sheet.rows))

    def number_of(self, cell: CellOrigin) -> int:
        """Return the number of the sheet a cell is on, -1 where that is not shown."""
        return self.numbers.get((cell.file, cell.sheet), -1)

    def text_of(self, cell: CellOrigin) -> str:
        """Return what a cell shows; what it holds, where its sheet is not shown."""
        if (number := self.number_of(cell)) < 0 or not cell.cell:
            return cell.text
        row, column = cell.at
        texts = self._rows[number].get(row, ())
        return texts[column] if column < len(texts) and not cell.is_sum else cell.text

    def place_words(self, cell: CellOrigin) -> str:
        """Return in words where a cell is and what it shows."""
        raw = self.text_of(cell) or messages.phrases.BLANK
        return messages.side_by_side.PLACE.format(file=cell.file, sheet=cell.sheet, cell=cell.cell, raw=raw)


def _rows_of(cell: CellOrigin) -> set[int]:
    try:
        return {cell.at[0]}
    except ValueError:  # the whole sheet
        return set()


def _fitting(
    file: str, grid: Grid, texts: NumberedTexts, wanted: set[int], left: int
) -> tuple[ShownSheet | None, int]:
    """Return the sheet, or its head and the rows wanted where the whole is too large, and how many bytes it
    takes; no sheet if that is too much, too.
    """
    while texts and not texts[-1][1]:
        texts.pop()
    merges = [merge for merge in grid.merges or () if merge[3] < MOST_COLUMNS][: len(texts) * 20]
    is_wide = any(len(row) > MOST_COLUMNS for row in grid.rows)
    size = sum(map(_size, texts))
    if size <= left:
        return ShownSheet(file, grid.name, texts, merges, is_wide), size
    texts = [row for row in texts if row[0] < FIRST_ROWS or row[0] in wanted]
    size = sum(map(_size, texts))
    return (ShownSheet(file, grid.name, texts, merges, is_cut=True), size) if size <= left else (None, 0)


def _size(row: tuple[int, list[str]]) -> int:
    return sum(len(cell.encode()) + 3 for cell in row[1]) + 12


def _texts(grid: Grid, formats: Mapping[str, str]) -> Iterator[list[str]]:
    for number, row in enumerate(grid.rows):
        cells = [
            shown_text(cell, formats.get(address(number, column), ""))[:LONGEST] if cell != "" else ""
            for column, cell in enumerate(row[:MOST_COLUMNS])
        ]
        while cells and not cells[-1]:
            cells.pop()
        yield cells
