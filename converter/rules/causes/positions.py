"""Cells in the order of their sheets: columns, and rows of detail, as a person filling them in sees them."""

from collections.abc import Iterable, Iterator

from converter.figures import CellOrigin, Figure, SheetOrigin, basis_of, item_of, position

_NO_SHEET = SheetOrigin("", "")

Column = dict[int, CellOrigin]
"""The cells of one column, by the number of their row."""

Row = dict[str, CellOrigin]
"""The cells of one detail row, by the name of their column."""


def sheet_of(figure: Figure) -> SheetOrigin:
    """Return the sheet a figure was filed on; of a computed one, a sheet without name."""
    return figure.cell.on_sheet if figure.cell else _NO_SHEET


def is_of_detail(figure: Figure) -> bool:
    """Whether a figure is of a detail row."""
    return "[" in figure.id


def columns(figures: Iterable[Figure]) -> Iterator[list[Column]]:
    """Yield the columns of every sheet, from left to right."""
    sheets: dict[SheetOrigin, dict[int, Column]] = {}
    for cell in (figure.cell for figure in figures if figure.cell):
        row, column = position(cell.cell)
        sheets.setdefault(cell.on_sheet, {}).setdefault(column, {})[row] = cell
    for found in sheets.values():
        yield [found[number] for number in sorted(found)]


def row_groups(figures: Iterable[Figure]) -> Iterator[list[Row]]:
    """Yield every group of detail rows of a sheet, its rows from above; `figures` are those of the rows."""
    groups: dict[tuple[SheetOrigin, str], dict[str, Row]] = {}
    for figure in figures:
        item = item_of(figure.id)
        if cell := figure.cell:
            group = groups.setdefault((cell.on_sheet, item.partition("[")[0]), {})
            group.setdefault(item, {})[basis_of(figure.id)] = cell
    for group in groups.values():
        yield sorted(group.values(), key=lambda row: min(position(cell.cell) for cell in row.values()))
