"""Cells in the order of their sheets: columns, and rows of detail, as a person filling them in sees them."""

from collections.abc import Iterable, Iterator

from converter.figures import CellOrigin, Figure, SheetOrigin, basis_of, item_of

NEAR, FAR = (1, -1), (2, -2)
STEPS = (*NEAR, *FAR)
"""By how many rows amounts move together, down or up: most often by one."""

_NO_SHEET = SheetOrigin("", "")

ColumnCells = dict[int, CellOrigin]
"""The cells of one column, by the number of their row."""

RowCells = dict[str, CellOrigin]
"""The cells of one detail row, by the name of their column."""


def sheet_of(figure: Figure) -> SheetOrigin:
    """Return the sheet a figure was filed on; of a computed one, a sheet without name."""
    return figure.cell.on_sheet if figure.cell else _NO_SHEET


def is_of_detail(figure: Figure) -> bool:
    """Whether a figure is of a detail row."""
    return "[" in figure.id


def columns(figures: Iterable[Figure]) -> Iterator[list[ColumnCells]]:
    """Yield the columns of every sheet, from left to right."""
    sheets: dict[SheetOrigin, dict[int, ColumnCells]] = {}
    for cell in (figure.cell for figure in figures if figure.cell):
        row, column = cell.at
        sheets.setdefault(cell.on_sheet, {}).setdefault(column, {})[row] = cell
    for found in sheets.values():
        yield [found[number] for number in sorted(found)]


def row_groups(figures: Iterable[Figure]) -> Iterator[list[RowCells]]:
    """Yield every group of detail rows of a sheet, its rows from above; `figures` are those of the rows.

    Rows of panels beside each other, as of a table that goes on to the right, are groups of their own.
    """
    groups: dict[tuple[SheetOrigin, str], dict[str, RowCells]] = {}
    for figure in figures:
        item = item_of(figure.id)
        if cell := figure.cell:
            group = groups.setdefault((cell.on_sheet, item.partition("[")[0]), {})
            group.setdefault(item, {})[basis_of(figure.id)] = cell
    for group in groups.values():
        for rows in _panels(group.values()):
            yield sorted(rows, key=lambda row: min(cell.at for cell in row.values()))


def rows_of_totals(figures: Iterable[Figure]) -> Iterable[list[CellOrigin]]:
    """Return the cells of every row of a sheet that is no row of detail, those of panels beside each other
    together.
    """
    rows: dict[tuple[SheetOrigin, int], list[CellOrigin]] = {}
    for figure in figures:
        if figure.cell and not is_of_detail(figure):
            rows.setdefault((figure.cell.on_sheet, figure.cell.at[0]), []).append(figure.cell)
    return rows.values()


def _panels(rows: Iterable[RowCells]) -> list[list[RowCells]]:
    """Return rows by the columns that any of them share."""
    panels: list[tuple[set[int], list[RowCells]]] = []
    for row in rows:
        columns = {cell.at[1] for cell in row.values()}
        joined = [panel for panel in panels if not panel[0].isdisjoint(columns)]
        panels = [panel for panel in panels if panel not in joined]
        of_all = columns.union(*(taken for taken, _ in joined))
        panels.append((of_all, [*(each for _, several in joined for each in several), row]))
    return [several for _, several in panels]
