"""How wide a table's columns are: in the pack's proportion, or by what stands in them."""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from converter.document.write.measure import QUARTERS, lines_in_width, narrowest, text_width
from converter.document.write.spans import CellSpan

MOST_LINES = 12
"""A row of more lines is as well set in columns of any width."""


class _Entry(Struct, frozen=True, gc=False):
    """What a column holds in one row: a text, the rows it stands in, and its indent."""

    text: str = ""
    rows: int = 1
    indent: int = 0

    def narrowest(self, lines: int) -> int:
        """Return the least width in which it takes at most so many lines in each of its rows."""
        return self.indent + narrowest(self.text, lines * self.rows)

    def lines(self, width: int) -> int:
        """Return how many lines it takes in each of its rows."""
        return -(-lines_in_width(self.text, width - self.indent) // self.rows)


_Columns = tuple[tuple[_Entry, ...], ...]
_Lines = list[list[int]]  # of each column, row by row


def column_edges(
    widths: Sequence[int], rows: Sequence[Iterable[CellSpan]], total: int, padding: int, quarter: float
) -> list[int]:
    """Return where columns begin and end; rounding edges, not widths, makes them end at `total`.

    `widths` are relative; where one is 0, the rows decide. The others are in one unit: the table's width,
    the padding of a cell on both sides, a quarter of the type size.
    """
    shares: Sequence[float] = widths
    if not all(shares):
        room = int((total - padding * len(widths)) / quarter)
        shares = [padding + quarter * width for width in _by_content(_columns(rows, len(widths)), room)]
    whole = sum(shares)
    return [round(total * part / whole) for part in accumulate(shares, initial=0)]


def _columns(rows: Sequence[Iterable[CellSpan]], count: int) -> _Columns:
    """Return what each column holds, row by row; a cell over several columns is no column's."""
    columns = [[_Entry()] * len(rows) for _ in range(count)]
    for index, row in enumerate(rows):
        for span in row:
            if span.cell.columns == 1:
                text = "".join([run.text for run in span.cell.runs])
                indent = math.ceil(QUARTERS * span.cell.indent)
                columns[span.column][index] = _Entry(text, span.cell.rows, indent)
    return tuple(map(tuple, columns))


@lru_cache(maxsize=64)
def _by_content(columns: _Columns, room: int) -> list[int]:
    """Return widths that fill the room: the least in which no row takes more lines than it must, then such
    as take fewer lines as long as there is room; the rest is for columns that then need but one line.
    """
    widths: list[int] = []
    for lines in range(1, MOST_LINES + 1):
        widths = [max(entry.narrowest(lines) for entry in column) for column in columns]
        if sum(widths) <= room:
            break
    widths = _with_fewer_lines(columns, widths, room)
    longest = [max(entry.indent + text_width(entry.text) for entry in column) for column in columns]
    wishes = [max(0, wish - width) for wish, width in zip(longest, widths, strict=True)]
    for column in sorted(range(len(widths)), key=lambda column: wishes[column]):
        widths[column] += max(0, min(wishes[column], room - sum(widths)))
    return widths


def _with_fewer_lines(columns: _Columns, widths: list[int], room: int) -> list[int]:
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
    columns: _Columns, widths: list[int], lines: _Lines, heights: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """Yield widths in which a row takes a line less."""
    for row, height in enumerate(heights):
        if height > 1:
            yield tuple(
                max(width, column[row].narrowest(height - 1)) if taken[row] == height else width
                for column, width, taken in zip(columns, widths, lines, strict=True)
            )


def _lines(columns: _Columns, widths: list[int], lines: _Lines, wider: Sequence[int]) -> _Lines:
    """Return how many lines the entries take in other widths."""
    return [
        taken if width == wide else [entry.lines(wide) for entry in column]
        for column, width, wide, taken in zip(columns, widths, wider, lines, strict=True)
    ]


def _height(lines: _Lines) -> int:
    """Return how many lines all rows take."""
    return sum(map(max, zip(*lines, strict=True)))
