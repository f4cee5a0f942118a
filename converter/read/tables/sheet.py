"""A grid, and how its cells are to be understood."""

from msgspec import Struct

from converter.read.files.grid import Grid
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.head_row import HeadRow, head_row


class FormSheet(Struct, frozen=True, eq=False):
    """A grid of a workbook, with its form and the year by which its labels are understood.

    `blank_is_nil` says what an empty cell of the form means once its table holds any amount.
    """

    grid: Grid
    file: str
    form: str
    year: int
    blank_is_nil: bool
    vocabulary: Vocabulary

    def name(self, label: str) -> str:
        """Return the canonical name of a label of this sheet."""
        return self.vocabulary.canonical(label, self.year)

    def head(self, row: int) -> HeadRow:
        """Return what a row says as a head."""
        return head_row(self.vocabulary, self.grid.rows[row], self.year)
