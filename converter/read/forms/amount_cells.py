"""Where the amount of a row stands: in its column, or right of it where the row's label covers that."""

from collections.abc import Iterator

from msgspec import Struct

from converter.read.files.cells import amount
from converter.read.files.grid import Merge
from converter.read.tables.header_layout import Panel
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable


class AmountCell(Struct, frozen=True, gc=False):
    """The column of a row's amount. A blank there is nil only if `blank_may_be_nil`."""

    column: int
    blank_may_be_nil: bool = True


class AmountCells(Struct, frozen=True, eq=False):
    """Finds the amounts of the rows of one panel.

    The label of a total may cover the columns of the panels right of its own, its amount standing in the
    first cell it leaves free. A cell that it covers is blank and says nothing.
    """

    sheet: FormSheet
    table: SheetTable
    panel: Panel

    def find(self, row: int, column: int) -> AmountCell:
        """Return where the amount stands that the header puts in `column`."""
        if self.sheet.grid.cell(row, column) != "":
            return AmountCell(column)
        covering = self._covering(row, column)
        free = [value for value in self._values_right(row, column) if not covering or value > covering[3]]
        filled = [value for value in free if self.sheet.grid.cell(row, value) != ""]
        amounts = (value for value in filled if amount(self.sheet.grid.cell(row, value)) is not None)
        if (found := next(amounts, None)) is not None:
            return AmountCell(found)
        if covering is None:
            return AmountCell(filled[0] if filled else column)
        return AmountCell(next(iter(filled or free), column), blank_may_be_nil=False)

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
            if any(cell(row, naming) != "" for naming in (*panel.labels, *panel.codes)):
                return
            yield from panel.values
