"""Where the amount of a row stands: in its column, or right of it where the row's label covers that."""

from collections.abc import Iterator

from msgspec import Struct

from converter.figures import Merge
from converter.read.files.cells import amount
from converter.read.tables.header_layout import Panel
from converter.read.tables.rows import DataRow
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable


class AmountCell(Struct, frozen=True, gc=False):
    """The column of a row's amount. A blank there is nil only if `blank_may_be_nil`."""

    column: int
    blank_may_be_nil: bool = True


class AmountCells(Struct, frozen=True, eq=False):
    """Finds the amounts of the rows of one panel.

    An amount in merged cells stands in the first of them, wherever the column that they cover is. The label
    of a total may cover the columns of the panels right of its own, its amount standing in the first cell it
    leaves free, or alone in the rest of the row. A cell that it covers is blank and says nothing. It may
    stand in one cell with the label, where the row has no other.
    """

    sheet: FormSheet
    table: SheetTable
    panel: Panel

    def find_of(self, row: DataRow, column: int, *, alone: bool) -> AmountCell:
        """Return where the amount of a named row stands; `alone` tells that it has no other column."""
        return self.with_label(row, self.find(row.at, column), alone=alone)

    def with_label(self, row: DataRow, found: AmountCell, *, alone: bool) -> AmountCell:
        """Return the cell found, or that of a row's label if that holds the amount and the cell is blank:
        then the blank is not nil.
        """
        if row.stated_in < 0 or self.sheet.grid.cell(row.at, found.column) != "":
            return found
        return AmountCell(row.stated_in if alone else found.column, blank_may_be_nil=False)

    def find(self, row: int, column: int) -> AmountCell:
        """Return where the amount stands that the header puts in `column`."""
        if self.sheet.grid.cell(row, column) != "":
            return AmountCell(column)
        covering = self._covering(row, column)
        right = [self._shown_in(row, value) for value in self._values_right(row, column)]
        free = [value for value in right if not covering or value > covering[3]]
        filled = [value for value in free if self.sheet.grid.cell(row, value) != ""]
        amounts = (value for value in filled if amount(self.sheet.grid.cell(row, value)) is not None)
        if (found := next(amounts, None)) is not None:
            return AmountCell(found)
        if covering is None:
            return AmountCell(filled[0] if filled else column)
        alone = self._alone_behind(row, covering[3])
        return AmountCell(
            next(iter(filled or free), column) if alone is None else alone, blank_may_be_nil=False
        )

    def _alone_behind(self, row: int, column: int) -> int | None:
        """Return the column of the only filled cell right of a column, None unless it holds an amount."""
        cells = enumerate(self.sheet.grid.rows[row])
        filled = [(at, cell) for at, cell in cells if at > column and cell != ""]
        return filled[0][0] if len(filled) == 1 and amount(filled[0][1]) is not None else None

    def _covering(self, row: int, column: int) -> Merge | None:
        """Return the merged cells that hold a blank cell and more than its own panel's column."""
        return next(
            (
                merge
                for merge in self.sheet.grid.merges or ()
                if merge[0] <= row <= merge[2]
                and merge[1] <= column <= merge[3]
                and (merge[:2] != (row, column) or merge[3] > self.panel.values[-1])
            ),
            None,
        )

    def _values_right(self, row: int, column: int) -> Iterator[int]:
        """Yield the columns of values right of this panel, as far as no other label stands in the row."""
        cell, panels = self.sheet.grid.cell, self.table.panels
        for panel in panels[panels.index(self.panel) + 1 :]:
            shown = {self._shown_in(row, value) for value in panel.values}.difference(panel.values)
            if any(cell(row, naming) != "" for naming in {*panel.labels, *panel.codes} - shown):
                return
            yield from panel.values

    def _shown_in(self, row: int, column: int) -> int:
        """Return the column whose amount is shown in a column: the first of merged cells."""
        for merge in self.sheet.grid.merges or ():
            if merge[0] == row and merge[1] <= column <= merge[3]:
                return merge[1] if amount(self.sheet.grid.cell(row, merge[1])) is not None else column
        return column
