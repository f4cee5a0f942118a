"""Which cell covers which part of a table's grid, row by row."""

from collections.abc import Iterator
from typing import NamedTuple

from converter.narrative import Cell

Row = tuple[Cell, ...]


class CellSpan(NamedTuple):
    """The part of one row a cell covers: from which column, and how many rows it goes on below.

    `begun` says that the cell began in a row above.
    """

    cell: Cell
    column: int
    below: int
    begun: bool


def places(rows: tuple[Row, ...], columns: int) -> Iterator[list[CellSpan]]:
    """Yield each row's places from left to right; raise ValueError if they do not fill the grid."""
    above: dict[int, CellSpan] = {}
    for row in rows:
        line = list(_line(iter(row), above, columns))
        above = {place.column: place for place in line if place.below}
        yield line
    if above:
        raise ValueError("a table cell reaches below the last row")


def _line(cells: Iterator[Cell], above: dict[int, CellSpan], columns: int) -> Iterator[CellSpan]:
    column = 0
    while column < columns:
        place = _place(cells, above.pop(column, None), column)
        yield place
        column += place.cell.columns
    if column > columns or above or next(cells, None):
        raise ValueError(f"a table row does not fit its {columns} columns")


def _place(cells: Iterator[Cell], above: CellSpan | None, column: int) -> CellSpan:
    if above:
        return above._replace(below=above.below - 1, begun=True)
    cell = next(cells, None)
    if cell is None:
        raise ValueError(f"a table row ends before column {column + 1}")
    return CellSpan(cell, column, cell.rows - 1, begun=False)
