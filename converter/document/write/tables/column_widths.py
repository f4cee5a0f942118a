"""How wide a table's columns are: in the pack's proportion, or by what stands in them."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import lt

from msgspec import Struct

from converter.document.write.measure import QUARTERS, lines_in_width, narrowest, text_width
from converter.document.write.tables.spans import CellSpan

MOST_LINES = 12
"""A row of more lines is as well set in columns of any width."""


SHORT, SHORT_NUMBER = 4 * QUARTERS, 7 * QUARTERS
"""So wide a text, and so wide a one with a digit in it, is better not broken."""
_BROKEN = 2  # lines that a table rather takes than that a short text is broken
_MORE_LINES = 2  # that are tried in its highest row for that
_LEEWAY = 0.2
"""By so much a column is wider than its text, which a program breaks if by its rounding it is too narrow."""


class _Entry(Struct, frozen=True, gc=False):
    """What a column holds in one row: a text, the rows it stands in, its indent, and whether it is better not
    broken.
    """

    text: str = ""
    rows: int = 1
    indent: int = 0
    is_short: bool = False

    @property
    def whole(self) -> int:
        """The width in which it is not broken."""
        return self.indent + max(map(text_width, self.text.split("\n")))

    def narrowest(self, lines: int) -> int:
        """Return the least width in which it takes at most so many lines in each of its rows."""
        return self.indent + narrowest(self.text, lines * self.rows)

    def lines(self, width: int) -> int:
        """Return how many lines it takes in each of its rows."""
        return -(-lines_in_width(self.text, width - self.indent) // self.rows)


_ColumnEntries = tuple[tuple[_Entry, ...], ...]
_Lines = list[list[int]]  # of each column, row by row


def column_edges(
    widths: Sequence[int],
    head: Sequence[Sequence[CellSpan]],
    body: Sequence[Sequence[CellSpan]],
    total: int,
    padding: int,
    quarter: float,
) -> list[int]:
    """Return where columns begin and end; rounding edges, not widths, makes them end at `total`.

    `widths` are relative; where one is 0, the rows decide. The others are in one unit: the table's width,
    the padding of a cell on both sides, a quarter of the type size.
    """
    shares: Sequence[float] = widths
    if not all(shares):
        taken = padding + quarter * _LEEWAY
        room = int((total - taken * len(widths)) / quarter)
        shares = [taken + quarter * width for width in _by_content(_columns(head, body, len(widths)), room)]
    whole = sum(shares)
    return [round(total * part / whole) for part in accumulate(shares, initial=0)]


def _columns(
    head: Sequence[Sequence[CellSpan]], body: Sequence[Sequence[CellSpan]], count: int
) -> _ColumnEntries:
    """Return what each column holds, row by row; a cell over several columns is no column's.

    A head in lines of the pack's choice is better not broken again, nor what is short where no cells are
    merged: labels of groups are narrow columns.
    """
    groups = {span.column for row in body for span in row if span.cell.rows > 1}
    columns = [[_Entry()] * (len(head) + len(body)) for _ in range(count)]
    for index, row in enumerate((*head, *body)):
        for span in row:
            if span.cell.columns == 1:
                text = "".join([run.text for run in span.cell.runs])
                indent = math.ceil(QUARTERS * span.cell.indent)
                is_short = (
                    "\n" in text if index < len(head) else span.column not in groups and _is_short(text)
                )
                columns[span.column][index] = _Entry(text, span.cell.rows, indent, is_short)
    return tuple(map(tuple, columns))


def _is_short(text: str) -> bool:
    width = text_width(text)
    return width <= SHORT or (width <= SHORT_NUMBER and any(map(str.isdigit, text)))


@lru_cache(maxsize=64)
def _by_content(columns: _ColumnEntries, room: int) -> list[int]:
    """Return widths that fill the room: the least in which no row takes more lines than it must, then such
    as take fewer lines as long as there is room; the rest is for columns that then need but one line.
    """
    lines, widths = _narrowest(columns, room, [0] * len(columns))
    widths = _with_fewer_lines(columns, widths, room)
    unbroken = [max(entry.whole if entry.is_short else 0 for entry in column) for column in columns]
    if any(map(lt, widths, unbroken)):
        others = (_narrowest(columns, room, unbroken, lines + more)[1] for more in range(_MORE_LINES + 1))
        ways = [_with_fewer_lines(columns, other, room) for other in others if sum(other) <= room]
        widths = min([widths, *ways], key=lambda way: _cost(columns, way))
    longest = [max(entry.whole for entry in column) for column in columns]
    wishes = [max(0, wish - width) for wish, width in zip(longest, widths, strict=True)]
    for column in sorted(range(len(widths)), key=lambda column: wishes[column]):
        widths[column] += max(0, min(wishes[column], room - sum(widths)))
    return widths


def _narrowest(
    columns: _ColumnEntries, room: int, least: Sequence[int], first: int = 1
) -> tuple[int, list[int]]:
    """Return the fewest lines, from so many on, that each row takes at most in columns that fit, and the
    widths of these, none below its least.
    """
    widths: list[int] = []
    for lines in range(first, MOST_LINES + 1):
        widths = [
            max(width, *[entry.narrowest(lines) for entry in column])
            for width, column in zip(least, columns, strict=True)
        ]
        if sum(widths) <= room:
            return lines, widths
    return MOST_LINES, widths


def _with_fewer_lines(columns: _ColumnEntries, widths: list[int], room: int) -> list[int]:
    """Return the widths, what is left of the room given where it saves most lines, a row at a time."""
    lines = [[entry.lines(width) for entry in column] for column, width in zip(columns, widths, strict=True)]
    while True:
        heights = [*map(max, zip(*lines, strict=True))]
        ways = {
            wider: _lines(columns, widths, lines, wider)
            for wider in _ways(columns, widths, lines, heights)
            if sum(widths) < sum(wider) <= room
        }
        if not ways:
            return widths
        before, total = sum(widths), sum(heights)
        wider = max(ways, key=lambda way: (total - _height(ways[way])) / (sum(way) - before))
        widths, lines = [*wider], ways[wider]


def _ways(
    columns: _ColumnEntries, widths: list[int], lines: _Lines, heights: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """Yield widths in which a row takes a line less."""
    for row, height in enumerate(heights):
        if height > 1:
            yield tuple(
                max(width, column[row].narrowest(height - 1)) if taken[row] == height else width
                for column, width, taken in zip(columns, widths, lines, strict=True)
            )


def _lines(columns: _ColumnEntries, widths: list[int], lines: _Lines, wider: Sequence[int]) -> _Lines:
    """Return how many lines the entries take in other widths."""
    return [
        taken if width == wide else [entry.lines(wide) for entry in column]
        for column, width, wide, taken in zip(columns, widths, wider, lines, strict=True)
    ]


def _cost(columns: _ColumnEntries, widths: Sequence[int]) -> int:
    """Return how many lines all rows take, and some more for each short entry that is broken."""
    pairs = [*zip(columns, widths, strict=True)]
    broken = sum(entry.is_short and entry.whole > width for column, width in pairs for entry in column)
    return _height([[entry.lines(width) for entry in column] for column, width in pairs]) + _BROKEN * broken


def _height(lines: _Lines) -> int:
    """Return how many lines all rows take."""
    return sum(map(max, zip(*lines, strict=True)))
