"""The columns of a printed table: what stands under one another."""

from collections.abc import Iterable
from dataclasses import dataclass

from converter.document.read.pdf.lines import Piece


@dataclass
class PrintedColumn:
    """Where a column's cells stand."""

    left: float
    right: float

    def gap(self, other: "Piece | PrintedColumn") -> float:
        """Return how far something is from the column; less than nothing if it stands in it."""
        return max(self.left - other.right, other.left - self.right)

    def widen(self, piece: Piece) -> None:
        """Take a piece in."""
        self.left, self.right = min(self.left, piece.left), max(self.right, piece.right)


def take(columns: list[PrintedColumn], piece: Piece) -> None:
    """Widen the column a piece stands in, joining those it stands in both of, or add one for it."""
    own = PrintedColumn(piece.left, piece.right)
    for column in [each for each in columns if each.gap(piece) < 0]:
        columns.remove(column)
        own = PrintedColumn(min(own.left, column.left), max(own.right, column.right))
    columns.append(own)


def all_columns(numbers: list[PrintedColumn], pieces: Iterable[Piece]) -> list[PrintedColumn]:
    """Return all columns from left to right: those of numbers, and those of words beside them."""
    words: list[PrintedColumn] = []
    for piece in pieces:
        if all(column.gap(piece) >= 0 for column in numbers):
            take(words, piece)
    return sorted([*numbers, *words], key=lambda each: each.left)


def nearest(columns: list[PrintedColumn], piece: Piece) -> int:
    """Return the number of the column a piece stands in or nearest to."""
    return min(range(len(columns)), key=lambda nth: columns[nth].gap(piece))
