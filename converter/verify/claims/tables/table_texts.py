"""The texts of a table's cells, once for all of its sections: as printed, and as they are read."""

from functools import cached_property

from msgspec import Struct

from converter.figures import Merge
from converter.verify.claims.normal_text import normal_text

CellAt = tuple[int, int]
"""A cell of a table: its row and column."""


class TableTexts(Struct, frozen=True, eq=False, dict=True):
    """What is printed in the cells, row by row, and how far merged ones reach."""

    printed: tuple[tuple[str, ...], ...] = ()
    merges: tuple[Merge, ...] = ()

    @cached_property
    def columns(self) -> range:
        """The columns of the widest row."""
        return range(max(map(len, self.printed), default=0))

    @cached_property
    def merged_into(self) -> dict[CellAt, CellAt]:
        """The first cell of the merged one that a cell is in."""
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each cell, or of the merged one that it is in, in normal form."""
        width = len(self.columns)
        own = [[*map(normal_text, row), *[""] * (width - len(row))] for row in self.printed]
        found = [list(row) for row in own]
        for (row, column), (top, left) in self.merged_into.items():
            found[row][column] = own[top][left]
        return found
