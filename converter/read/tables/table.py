"""A table of a sheet: its columns by header, its rows by label and code."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from converter.read.files.cells import amount
from converter.read.tables.header import Header, find_header
from converter.read.tables.header_layout import HeaderLayout, Panel
from converter.read.tables.page_breaks import table_body
from converter.read.tables.rows import DataRow, data_rows
from converter.read.tables.sheet import FormSheet
from converter.read.tables.unit_totals import UnitTotal, with_unit_total


class SheetTable(Struct, frozen=True, dict=True, eq=False):
    """A table found in a sheet: the layout of its columns, the data rows.

    `top` is the first row of the header, `first` the first below it, `body` its data rows, `other_header` the
    row of a header below that is not this table's own, or -1. `hidden_rows` and `hidden_columns` hold amounts
    nobody sees: they are left out of the body and the panels.
    """

    sheet: FormSheet
    top: int
    first: int
    layout: HeaderLayout
    body: Sequence[int]
    other_header: int
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[int, ...]

    @property
    def paths(self) -> dict[int, tuple[str, ...]]:
        """The header paths by column."""
        return self.layout.paths

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The panels of columns."""
        return self.layout.panels

    @cached_property
    def _rows(self) -> dict[Panel, UnitTotal]:
        return {
            panel: with_unit_total(
                self.sheet, self.layout, panel, data_rows(self.sheet, panel, self.body), self.body
            )
            for panel in self.panels
        }

    def rows(self, panel: Panel) -> tuple[DataRow, ...]:
        """Return the rows of a panel that a code or a label identifies."""
        return self._rows[panel].rows

    def units_alike(self, panel: Panel) -> tuple[int, ...]:
        """Return the rows of units none of which is known to be the total of the others."""
        return self._rows[panel].alike


def find_table(sheet: FormSheet, start: int, stop: int) -> SheetTable | None:
    """Return the table whose header begins at or below row `start`, or None if none is recognised."""
    header = find_header(sheet, start, stop)
    if header is None:
        return None
    found = table_body(sheet, header, stop)
    rows, columns = _hidden_amounts(sheet, header, found.body)
    body = [row for row in found.body if row not in rows] if rows else found.body
    return SheetTable(sheet, header.top, header.first, header.layout, body, found.other_header, rows, columns)


def _hidden_amounts(
    sheet: FormSheet, header: Header, body: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the hidden rows and the hidden columns of a table that hold an amount."""
    grid, values = sheet.grid, [column for panel in header.layout.panels for column in panel.values]
    hidden = [row for row in body if row in grid.hidden.rows] if grid.hidden.rows else []
    return (
        tuple(row for row in hidden if any(amount(grid.cell(row, column)) for column in values)),
        tuple(
            column for column in header.layout.hidden if any(amount(grid.cell(row, column)) for row in body)
        ),
    )
