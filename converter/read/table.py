"""A table of a sheet: its columns by header, its rows by label and code."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from converter.read.headers import find_header
from converter.read.pages import pages
from converter.read.rows import Panel, Row, data_rows
from converter.read.sheet import Sheet


@dataclass(frozen=True)
class Table:
    """A table found in a sheet: header paths by column, the panels of columns, the data rows.

    `first` is the first row below the header, `foreign` the row of a header below that is not this
    table's own, or -1.
    """

    sheet: Sheet
    first: int
    paths: dict[int, tuple[str, ...]]
    panels: tuple[Panel, ...]
    body: Sequence[int]
    foreign: int

    @cached_property
    def _rows(self) -> dict[Panel, tuple[Row, ...]]:
        return {panel: data_rows(self.sheet, panel, self.body) for panel in self.panels}

    def rows(self, panel: Panel) -> tuple[Row, ...]:
        """Return the rows of a panel that a code or a label identifies."""
        return self._rows[panel]


def find_table(sheet: Sheet, start: int, stop: int) -> Table | None:
    """Return the table whose header begins at or below row `start`, or None if none is recognised."""
    header = find_header(sheet, start, stop)
    if header is None:
        return None
    turned = pages(sheet, header, stop)
    return Table(sheet, header.first, header.paths, header.panels, turned.body, turned.foreign)
