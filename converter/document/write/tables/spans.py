"""Which cell covers which part of a table's grid, row by row."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from converter.narrative.blocks import Cell

RowOfCells = tuple[Cell, ...]


class CellSpan(Struct, frozen=True):
    """What a cell covers of one row: from which column on, and how many rows it reaches below this one.

    `begun` means that the cell began in a row above.
    """

    cell: Cell
    column: int
    below: int
    begun: bool


def cell_spans(rows: tuple[RowOfCells, ...], columns: int) -> Iterator[list[CellSpan]]:
    """Yield each row's cells from left to right; raise ValueError if they do not fill the grid."""
    above: dict[int, CellSpan] = {}
    for row in rows:
        spans = list(_row(iter(row), above, columns))
        above = {span.column: span for span in spans if span.below}
        yield spans
    if above:
        raise ValueError("a table cell reaches below the last row")


def _row(cells: Iterator[Cell], above: dict[int, CellSpan], columns: int) -> Iterator[CellSpan]:
    column = 0
    while column < columns:
        span = _span(cells, above.pop(column, None), column)
        yield span
        column += span.cell.columns
    if column > columns or above or next(cells, None):
        raise ValueError(f"a table row does not fit its {columns} columns")


def _span(cells: Iterator[Cell], above: CellSpan | None, column: int) -> CellSpan:
    if above:
        return replace(above, below=above.below - 1, begun=True)
    cell = next(cells, None)
    if cell is None:
        raise ValueError(f"a table row ends before column {column + 1}")
    return CellSpan(cell, column, cell.rows - 1, begun=False)
