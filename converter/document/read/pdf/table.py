"""A table of a printed page: rows by their numbers, columns by what stands under one another."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.document.read.pdf.columns import PrintedColumn, all_columns, nearest
from converter.document.read.pdf.lines import PITCH, Piece, PrintedLine

WRAPPED = 1.5  # heights of type between a row's numbers and a further line of its label


@dataclass
class PrintedTable:
    """Lines of one table: its head, and its rows, each beginning with its line of numbers if it has one."""

    head: list[PrintedLine]
    rows: list[list[PrintedLine]] = field(default_factory=list)
    numbers: list[PrintedColumn] = field(default_factory=list)

    def takes(self, line: PrintedLine) -> bool:
        """Whether each number of a line can stand in a column of its own; the line is a row then."""
        numbers = [piece for piece in line.pieces if piece.is_number]
        places = [[column for column in self.numbers if column.gap(piece) < 0] for piece in numbers]
        taken = [id(column) for several in places for column in several]
        if any(len(several) > 1 for several in places) or len(set(taken)) < len(taken):
            return False
        for piece, several in zip(numbers, places, strict=True):
            if several:
                several[0].widen(piece)
            else:
                self.numbers.append(PrintedColumn(piece.left, piece.right))
        self.rows.append([line])
        return True

    def goes_on(self, other: "PrintedTable") -> bool:
        """Whether another table without a head of its own goes on with this one; its rows are taken then."""
        if other.head or any(sum(own.gap(each) < 0 for own in self.numbers) != 1 for each in other.numbers):
            return False
        self.rows += other.rows
        return True

    def labels(self, lines: list[PrintedLine], last: int) -> list[PrintedLine]:
        """Take further lines of the `last` rows, those nearest to them; return the others."""
        others = []
        for line in lines:
            row = min(self.rows[-last:], key=lambda row: abs(row[0].middle - line.middle))
            near = abs(line.middle - row[0].middle) < WRAPPED * row[0].size
            if near and all(column.gap(piece) >= 0 for column in self.numbers for piece in line.pieces):
                row.append(line)
            else:
                others.append(line)
        return others

    def cells(self) -> tuple[list[str], list[list[str]]]:
        """Return the pieces of the head that stand over no one column, and the cells row by row."""
        columns = all_columns(self.numbers, _pieces(line for row in self.rows for line in row))
        heads: list[list[Piece]] = [[] for _ in columns]
        loose = []
        for piece in _pieces(iter(self.head)):
            if sum(column.gap(piece) < 0 for column in columns) > 1:
                loose.append(piece)
            else:
                heads[nearest(columns, piece)].append(piece)
        head = []
        for pieces in heads:
            upper, own = _lowest(pieces)
            loose += upper
            head.append("".join(piece.text for piece in own))
        return [piece.text for piece in loose], [head, *(_row(row, columns) for row in self.rows)]


def _lowest(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return what stands over a column, and apart from that what stands right above its cells."""
    start = len(pieces) - 1
    while start > 0 and pieces[start].middle - pieces[start - 1].middle < PITCH * pieces[start].size:
        start -= 1
    return pieces[: max(start, 0)], pieces[max(start, 0) :]


def _pieces(lines: Iterator[PrintedLine]) -> Iterator[Piece]:
    return (piece for line in lines for piece in line.pieces)


def _row(lines: list[PrintedLine], columns: list[PrintedColumn]) -> list[str]:
    cells = [""] * len(columns)
    for piece in _pieces(iter(sorted(lines, key=lambda line: line.top))):
        cells[nearest(columns, piece)] += piece.text
    return cells
