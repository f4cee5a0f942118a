"""A table of a printed page: rows by their numbers, columns by what is aligned below one another."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from converter.document.read.pdf.lines import PITCH, Piece, PrintedLine
from converter.document.read.pdf.ruled import decimals

LABEL_DISTANCE = 1.5  # heights of type between a row's numbers and a further line of its label
DECIMALS = 2  # an amount has at most
_LAST_DIGITS = re.compile(r"(?=.)[.,]?\d{0,3}%?")


class PrintedColumn(Struct, frozen=True):
    """Where a column's cells stand."""

    left: float
    right: float

    def gap(self, other: "Piece | PrintedColumn") -> float:
        """Return how far something is from the column; below 0 if it is inside."""
        return max(self.left - other.right, other.left - self.right)

    def widened(self, other: "Piece | PrintedColumn") -> "PrintedColumn":
        """Return the column that holds something else too."""
        return PrintedColumn(min(self.left, other.left), max(self.right, other.right))


class PrintedTable(Struct):
    """Lines of one table: its head, and its rows, each with its line of numbers first if it has one.

    `columns` are those with numbers in them.
    """

    head: list[PrintedLine]
    rows: list[list[PrintedLine]] = field(default_factory=list)
    columns: list[PrintedColumn] = field(default_factory=list)

    def has_columns_for(self, line: PrintedLine) -> bool:
        """Whether each number of a line can have a column of its own, so that the line is a row."""
        places = [self._columns_under(piece) for piece in line.pieces if piece.is_number]
        taken = [index for several in places for index in several]
        return all(len(several) < 2 for several in places) and len(set(taken)) == len(taken)

    def add_row(self, line: PrintedLine) -> None:
        """Add a line as a row, and widen the columns to hold its numbers."""
        numbers = [piece for piece in line.pieces if piece.is_number]
        for piece, places in [(piece, self._columns_under(piece)) for piece in numbers]:
            if places:
                self.columns[places[0]] = self.columns[places[0]].widened(piece)
            else:
                self.columns.append(PrintedColumn(piece.left, piece.right))
        self.rows.append([line])

    def continued_by(self, other: "PrintedTable") -> "PrintedTable | None":
        """Return the table with one on the next page, without a head of its own, None if that has others than
        this one's columns.
        """
        if any(sum(own.gap(column) < 0 for own in self.columns) != 1 for column in other.columns):
            return None
        return PrintedTable(self.head, [*self.rows, *other.rows], self.columns)

    def has_broken_numbers(self, lower: PrintedLine) -> bool:
        """Whether a line holds the last digits of numbers right above it, too wide for their cells: with
        them, and only with them, all numbers of the last row have as many decimals.
        """
        upper = self.rows[-1][0]
        numbers = [piece for piece in upper.pieces if piece.is_number and piece.text.strip("0")]
        below = [
            (nth, piece.text)
            for piece in lower.pieces
            for nth, number in enumerate(numbers)
            if number.over(piece)
        ]
        loose = len(below) < sum(piece.is_number for piece in lower.pieces)
        near = lower.middle - upper.middle < PITCH * upper.size
        if not below or loose or not near or not all(_LAST_DIGITS.fullmatch(text) for _, text in below):
            return False
        digits = dict(below)
        before = {decimals(piece.text) for piece in numbers}
        after = {decimals(piece.text + digits.get(nth, "")) for nth, piece in enumerate(numbers)}
        return before != after and len(after) == 1 and max(after) <= DECIMALS

    def labelled_row(self, line: PrintedLine, last: int) -> list[PrintedLine] | None:
        """Return which of the `last` rows a line is a further line of, None if of none: the nearest, if it
        is near, and the line has nothing in the columns of numbers.
        """
        row = min(self.rows[-last:], key=lambda row: abs(row[0].middle - line.middle))
        near = abs(line.middle - row[0].middle) < LABEL_DISTANCE * row[0].size
        beside = all(column.gap(piece) >= 0 for column in self.columns for piece in line.pieces)
        return row if near and beside else None

    def cells(self) -> tuple[list[str], list[list[str]]]:
        """Return the texts of the head that stand over no one column, and the cells row by row."""
        columns = _all_columns(self.columns, _pieces(line for row in self.rows for line in row))
        heads: list[list[Piece]] = [[] for _ in columns]
        loose = []
        for piece in _pieces(iter(self.head)):
            if sum(column.gap(piece) < 0 for column in columns) > 1:
                loose.append(piece)
            else:
                heads[_nearest(columns, piece)].append(piece)
        head = []
        for pieces in heads:
            upper, own = _lowest(pieces)
            loose += upper
            head.append("".join(piece.text for piece in own))
        return [piece.text for piece in loose], [head, *(_row(row, columns) for row in self.rows)]

    def _columns_under(self, piece: Piece) -> list[int]:
        return [index for index, column in enumerate(self.columns) if column.gap(piece) < 0]


def _all_columns(numbers: list[PrintedColumn], pieces: Iterable[Piece]) -> list[PrintedColumn]:
    """Return all columns from left to right: those of numbers, and those of words beside them."""
    words: list[PrintedColumn] = []
    for piece in pieces:
        if all(column.gap(piece) >= 0 for column in numbers):
            words = _with(words, piece)
    return sorted([*numbers, *words], key=lambda column: column.left)


def _with(columns: list[PrintedColumn], piece: Piece) -> list[PrintedColumn]:
    """Return the columns, those that a piece stands in joined to one that holds it; one more if it stands in
    none.
    """
    own, apart = PrintedColumn(piece.left, piece.right), []
    for column in columns:
        if column.gap(piece) < 0:
            own = own.widened(column)
        else:
            apart.append(column)
    return [*apart, own]


def _nearest(columns: list[PrintedColumn], piece: Piece) -> int:
    """Return the number of the column a piece is in, or nearest to."""
    return min(range(len(columns)), key=lambda nth: columns[nth].gap(piece))


def _lowest(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return what stands over a column, and by itself what stands right above its cells."""
    start = len(pieces) - 1
    while start > 0 and pieces[start].middle - pieces[start - 1].middle < PITCH * pieces[start].size:
        start -= 1
    return pieces[: max(start, 0)], pieces[max(start, 0) :]


def _pieces(lines: Iterator[PrintedLine]) -> Iterator[Piece]:
    return (piece for line in lines for piece in line.pieces)


def _row(lines: list[PrintedLine], columns: list[PrintedColumn]) -> list[str]:
    cells = [""] * len(columns)
    for piece in _pieces(iter(sorted(lines, key=lambda line: line.top))):
        cells[_nearest(columns, piece)] += piece.text
    return cells
