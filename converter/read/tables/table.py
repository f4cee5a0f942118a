"""A table of a sheet: its columns by header, its rows by label and code."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from converter.read.files.cells import amount
from converter.read.tables.header import Header, find_header
from converter.read.tables.header_layout import HeaderLayout, Panel
from converter.read.tables.page_breaks import table_body
from converter.read.tables.rows import DataRow, data_rows
from converter.read.tables.sheet import FormSheet


@dataclass(frozen=True)
class SheetTable:
    """A table found in a sheet: the layout of its columns, the data rows.

    `first` is the first row below the header, `foreign` the row of a header below that is not this
    table's own, or -1. `hidden_rows` and `hidden_columns` hold amounts nobody sees: they are not of
    the body and the panels.
    """

    sheet: FormSheet
    first: int
    layout: HeaderLayout
    body: Sequence[int]
    foreign: int
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
    def _rows(self) -> dict[Panel, tuple[DataRow, ...]]:
        return {panel: data_rows(self.sheet, panel, self.body) for panel in self.panels}

    def rows(self, panel: Panel) -> tuple[DataRow, ...]:
        """Return the rows of a panel that a code or a label identifies."""
        return self._rows[panel]


def find_table(sheet: FormSheet, start: int, stop: int) -> SheetTable | None:
    """Return the table whose header begins at or below row `start`, or None if none is recognised."""
    header = find_header(sheet, start, stop)
    if header is None:
        return None
    turned = table_body(sheet, header, stop)
    rows, columns = _unseen(sheet, header, turned.body)
    body = [row for row in turned.body if row not in rows] if rows else turned.body
    return SheetTable(sheet, header.first, header.layout, body, turned.foreign, rows, columns)


def _unseen(sheet: FormSheet, header: Header, body: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the hidden rows and the hidden columns of a table that hold an amount."""
    grid, values = sheet.grid, [column for panel in header.layout.panels for column in panel.values]
    hidden = [row for row in body if row in grid.unseen.rows] if grid.unseen.rows else []
    return (
        tuple(row for row in hidden if any(amount(grid.cell(row, column)) for column in values)),
        tuple(each for each in header.layout.hidden if any(amount(grid.cell(row, each)) for row in body)),
    )
