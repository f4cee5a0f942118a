"""A sheet as rows of cells."""

from functools import cached_property

from msgspec import Struct

from converter.figures import Merge
from converter.read.files.cells import Scalar
from converter.read.files.formulas import StaleResult


class Hidden(Struct, frozen=True):
    """The hidden rows and columns of a sheet, counted from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()

    def within(self, rows: range, columns: range) -> "Hidden":
        """Return what is hidden of a part of the sheet."""
        if not (self.rows or self.columns):
            return self
        return Hidden(self.rows.intersection(rows), self.columns.intersection(columns))


class Grid(Struct, frozen=True, dict=True, eq=False):
    """One sheet from A1 on: rows of cells, merged ranges, and cells whose formula has no value.

    `merges` is None where the format does not tell. `uncomputed` are the cells whose formula has no value or
    an error, among them the `stale`, whose saved value contradicts their formula, and the `circular`, whose
    formulas depend on themselves: all these are empty in `rows`. `unchecked` are numbers saved as results of
    formulas that could not be worked out. So are the `prefilled`, which hold what the
    program wrote, and say nothing. `hidden` are the hidden rows and columns of a sheet that is not hidden
    itself.
    """

    name: str
    rows: list[list[Scalar]]
    merges: list[Merge] | None = None
    uncomputed: frozenset[str] = frozenset()
    is_hidden: bool = False
    hidden: Hidden = Hidden()
    stale: tuple[StaleResult, ...] = ()
    circular: frozenset[str] = frozenset()
    unchecked: frozenset[str] = frozenset()
    prefilled: frozenset[str] = frozenset()

    @cached_property
    def texts(self) -> frozenset[str]:
        """The different texts on the sheet. Labels repeat: what is asked of every text is asked of these."""
        return frozenset({cell for row in self.rows for cell in row if type(cell) is str and cell})

    def cell(self, row: int, column: int) -> Scalar:
        """Return a cell, '' outside the used range."""
        line = self.rows[row] if row < len(self.rows) else []
        return line[column] if column < len(line) else ""
