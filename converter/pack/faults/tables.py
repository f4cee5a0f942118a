"""The rows of a table of the report must fill its columns; its amounts are in one unit."""

from collections.abc import Iterator, Sequence

from converter import messages
from converter.pack.faults.fault import Fault
from converter.pack.files.validation import KeyPath
from converter.pack.pack import Pack
from converter.pack.shapes.measures import money_units_in
from converter.pack.shapes.tables import GridCell, GridRow, ReportTable


def table_faults(pack: Pack) -> Iterator[Fault]:
    """Yield what of the tables has not as many cells as there are columns, or no one unit of money."""
    for name, table in pack.tables.items():
        named, unknown = money_units_in(table.unit, pack.units, pack.money)
        if unknown or len(named) > 1:
            yield Fault(
                "tables", (name, "unit"), messages.packs.TABLE_UNIT.format(units=" ".join(named + unknown))
            )
        kinds = [kind for kind in ("items", "scores", "grid") if getattr(table, kind)]
        kinds += ["rows"] if table.rows and not table.grid else []
        if len(kinds) > 1 or (table.bases and not table.items):
            yield Fault("tables", (name,), messages.packs.TABLE_KIND)
        elif (columns := _columns(table)) not in (0, len(table.widths)):
            words = messages.packs.WIDTHS.format(widths=len(table.widths), columns=columns)
            yield Fault("tables", (name, "widths"), words)
        else:
            yield from _row_faults(name, table)


def _columns(table: ReportTable) -> int:
    """Return how many columns the rows of a table have by what it lists, 0 if it lists nothing."""
    if table.items:
        return 1 + len(table.bases)
    return 2 + len(table.scores) if table.scores else 0


def _row_faults(name: str, table: ReportTable) -> Iterator[Fault]:
    columns = len(table.widths)
    listed = (table.rows.cells,) if table.rows else ()
    for key, rows in (
        ("header", table.header),
        ("grid", table.grid),
        ("rows", listed),
        ("below", table.below),
        ("total", (table.total,)),
    ):
        reaching: list[int] = [0] * columns
        for number, row in enumerate(rows if rows != ((),) else ()):
            at: KeyPath = (name, key) if key in ("total", "rows") else (name, key, number)
            filled = sum(below > 0 for below in reaching) + sum(_cell(cell).columns for cell in row)
            if not _fits(row, reaching):
                words = messages.packs.ROW_WIDTH.format(filled=filled, columns=columns)
                yield Fault("tables", at, words)
                break
        else:
            if any(below > 0 for below in reaching):
                yield Fault("tables", (name, key), messages.packs.ROW_REACHES_BELOW)


def _fits(row: GridRow, reaching: list[int]) -> bool:
    """Return whether a row fills the columns that cells of rows above leave free, and note what it covers.

    `reaching` has for each column how many more rows the cell in it reaches down.
    """
    cells, columns = list(map(_cell, row)), len(reaching)
    covered = [below > 0 for below in reaching]
    reaching[:] = [max(0, below - 1) for below in reaching]
    at = 0
    for cell in cells:
        while at < columns and covered[at]:
            at += 1
        span = range(at, at + cell.columns)
        if span.stop > columns or any(covered[column] for column in span):
            return False
        for column in span:
            covered[column], reaching[column] = True, cell.rows - 1
        at = span.stop
    return all(covered)


def _cell(cell: GridCell | str) -> GridCell:
    return GridCell(text=cell) if isinstance(cell, str) else cell


def cells_of(table: ReportTable) -> Iterator[tuple[KeyPath, GridCell | str]]:
    """Yield the cells of a table with their keys in it."""
    rows: Sequence[tuple[str, Sequence[GridRow]]] = (
        ("header", table.header),
        ("grid", table.grid),
        ("below", table.below),
    )
    for number, cell in enumerate(table.rows.cells if table.rows else ()):
        yield ("rows", "cells", number), cell
    for key, several in rows:
        for row_number, row in enumerate(several):
            for number, cell in enumerate(row):
                yield (key, row_number, number), cell
    for number, cell in enumerate(table.total):
        yield ("total", number), cell
