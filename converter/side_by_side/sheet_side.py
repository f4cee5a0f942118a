"""The filed sheets to show: those that cells of interest stand on, as they were read, within bounds."""

from collections.abc import Iterable, Iterator, Mapping

from converter.figures import CellOrigin, position
from converter.read import Grid
from converter.side_by_side.records import ShownSheet

MOST_BYTES = 1_000_000  # of all sheets of a page
MOST_COLUMNS, LONGEST = 100, 400  # of a sheet, and characters of a cell
FIRST_ROWS = 8  # of a sheet that is cut: its title and heads
Sheets = Mapping[str, Iterable[Grid]]
"""The sheets of each workbook, by the file's name."""


class SheetSide:
    """The sheets that cells stand on; `numbers` are those of the sheets, by file and name."""

    def __init__(self, sheets: Sheets, cells: Iterable[CellOrigin]) -> None:
        rows: dict[tuple[str, str], set[int]] = {}
        for cell in cells:
            rows.setdefault((cell.file, cell.sheet), set()).update(_rows_of(cell))
        self.shown: list[ShownSheet] = []
        self.numbers: dict[tuple[str, str], int] = {}
        self.is_whole = True
        left = MOST_BYTES
        for file, grids in sheets.items():
            for grid in grids:
                wanted = rows.get((file, grid.name))
                if wanted is None:
                    continue
                sheet, size = _fitting(file, grid, wanted, left)
                self.is_whole = self.is_whole and not (sheet is None or sheet.is_cut)
                if sheet is not None:
                    left -= size
                    self.numbers[file, grid.name] = len(self.shown)
                    self.shown.append(sheet)

    def number_of(self, cell: CellOrigin) -> int:
        """Return the number of the sheet a cell is on, -1 where that is not shown."""
        return self.numbers.get((cell.file, cell.sheet), -1)


def _rows_of(cell: CellOrigin) -> set[int]:
    try:
        return {position(cell.cell)[0]}
    except ValueError:  # the whole sheet
        return set()


def _fitting(file: str, grid: Grid, wanted: set[int], left: int) -> tuple[ShownSheet | None, int]:
    """Return the sheet, or its head and the rows wanted where the whole is too large, and how many bytes it
    takes; no sheet if that is too much, too.
    """
    texts = [(number, cells) for number, cells in enumerate(_texts(grid))]
    while texts and not texts[-1][1]:
        texts.pop()
    merges = [merge for merge in grid.merges or () if merge[3] < MOST_COLUMNS][: len(texts) * 20]
    is_wide = any(len(row) > MOST_COLUMNS for row in grid.rows)
    size = sum(map(_size, texts))
    if size <= left:
        return ShownSheet(file, grid.name, texts, merges, is_wide), size
    texts = [row for row in texts if row[0] < FIRST_ROWS or row[0] in wanted]
    size = sum(map(_size, texts))
    return (ShownSheet(file, grid.name, texts, merges, True), size) if size <= left else (None, 0)


def _size(row: tuple[int, list[str]]) -> int:
    return sum(len(cell.encode()) + 3 for cell in row[1]) + 12


def _texts(grid: Grid) -> Iterator[list[str]]:
    for row in grid.rows:
        cells = [_text(cell) for cell in row[:MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _text(cell: object) -> str:
    return format(cell, ".15g") if isinstance(cell, float) else str(cell)[:LONGEST]
