"""Lines into tables: rows by their numbers, columns by what stands under one another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from converter.printed.columns import Column, all_columns, nearest
from converter.printed.lines import Line, Piece, has_numbers
from converter.printed.margins import Margins

WRAPPED = 1.5  # heights of type between a row's numbers and a further line of its label
PITCH = 1.35  # heights of type between the lines of one cell
APART = 4.0  # heights of type between lines of different tables
LONE = 2  # lines of one piece that a head may have in succession


@dataclass
class Table:
    """Lines of one table: its head, and its rows, each beginning with its line of numbers if it has one."""

    head: list[Line]
    rows: list[list[Line]] = field(default_factory=list)
    numbers: list[Column] = field(default_factory=list)

    def takes(self, line: Line) -> bool:
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
                self.numbers.append(Column(piece.left, piece.right))
        self.rows.append([line])
        return True

    def goes_on(self, other: "Table") -> bool:
        """Whether another table without a head of its own goes on with this one; its rows are taken then."""
        if other.head or any(sum(own.gap(each) < 0 for own in self.numbers) != 1 for each in other.numbers):
            return False
        self.rows += other.rows
        return True

    def labels(self, lines: list[Line], last: int) -> list[Line]:
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


def divided(page: list[Line], margins: Margins) -> Iterator[Line | Table]:
    """Yield the tables of a page, and the lines around them, from top to bottom."""
    table: Table | None = None
    lines: list[Line] = []
    for line in page:
        if not has_numbers(line):
            lines.append(line)
        elif table and not _parted([table.rows[-1][0], *lines, line], margins) and table.takes(line):
            others = table.labels(lines, 2)
            table.rows[-1:-1] = [[each] for each in others]
            lines = []
        else:
            if table:
                lines = table.labels(lines, 1)
                yield table
            head = _head(lines)
            yield from lines[: len(lines) - head]
            table, lines = Table(lines[len(lines) - head :]), []
            table.takes(line)
    if table:
        lines = table.labels(lines, 1)
        yield table
    yield from lines


def _parted(lines: list[Line], margins: Margins) -> bool:
    """Whether running text or a wide gap stands between the first and the last of the lines."""
    text = any(len(line.pieces) == 1 and margins.spanned(line) for line in lines)
    return text or any(below.top - above.bottom > APART * below.size for above, below in pairwise(lines))


def _head(above: list[Line]) -> int:
    """Return how many of the lines right above a table's first row are its head: up to the highest with
    several pieces, and what stands half beside that.
    """
    count = lone = 0
    for nth, line in enumerate(reversed(above), start=1):
        lone = 0 if len(line.pieces) > 1 else lone + 1
        if lone > LONE:
            break
        if not lone:
            count = nth
    while 0 < count < len(above) and above[-count - 1].bottom > above[-count].top:
        count += 1
    return count


def _pieces(lines: Iterator[Line]) -> Iterator[Piece]:
    return (piece for line in lines for piece in line.pieces)


def _row(lines: list[Line], columns: list[Column]) -> list[str]:
    cells = [""] * len(columns)
    for piece in _pieces(iter(sorted(lines, key=lambda line: line.top))):
        cells[nearest(columns, piece)] += piece.text
    return cells
