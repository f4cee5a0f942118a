"""Cells in the order of their sheets: columns, and rows of detail, as a person filling them in sees them."""

from collections.abc import Iterable, Iterator

from converter.figures import CellOrigin, Figure, SheetOrigin, basis_of, item_of, position

Column = dict[int, CellOrigin]
"""The cells of one column, by the number of their row."""

Row = dict[str, CellOrigin]
"""The cells of one line, by the name of their column."""


def columns(figures: Iterable[Figure]) -> Iterator[list[Column]]:
    """Yield the columns of every sheet, from left to right."""
    sheets: dict[SheetOrigin, dict[int, Column]] = {}
    for cell in _cells(figures):
        row, column = position(cell.cell)
        sheets.setdefault(cell.on_sheet, {}).setdefault(column, {})[row] = cell
    for found in sheets.values():
        yield [found[number] for number in sorted(found)]


def is_line(figure: Figure) -> bool:
    """Whether a figure is of a detail line."""
    return "[" in figure.id


def blocks(lines: Iterable[Figure]) -> Iterator[list[Row]]:
    """Yield every group of detail lines of a sheet, its rows from above."""
    groups: dict[tuple[SheetOrigin, str], dict[str, Row]] = {}
    for figure in lines:
        item = item_of(figure.id)
        if cell := figure.cell:
            group = groups.setdefault((cell.on_sheet, item.partition("[")[0]), {})
            group.setdefault(item, {})[basis_of(figure.id)] = cell
    for group in groups.values():
        yield sorted(group.values(), key=_top)


def _cells(figures: Iterable[Figure]) -> Iterator[CellOrigin]:
    return (figure.cell for figure in figures if figure.cell)


def _top(row: Row) -> tuple[int, int]:
    """Return the row and the column of the line's leftmost cell."""
    return min((position(cell.cell) for cell in row.values()), key=lambda at: (at[1], at[0]))
