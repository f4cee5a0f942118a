"""The tables of a page told from the text around them."""

from collections.abc import Iterator
from itertools import pairwise

from converter.document.read.heading_numbers import numbered_heading
from converter.document.read.pdf.lines import PrintedLine, has_numbers
from converter.document.read.pdf.margins import TextMargins
from converter.document.read.pdf.table import PrintedTable
from converter.document.read.pdf.wrapped import wrapped

APART = 4.0  # heights of type between lines of different tables
LONE = 2  # lines of one piece that a head may have in succession
BESIDE = 0.8  # heights of type between lines that stand half beside each other


def divided(page: list[PrintedLine], margins: TextMargins) -> Iterator[PrintedLine | PrintedTable]:
    """Yield the tables of a page, and the lines around them, from top to bottom."""
    table: PrintedTable | None = None
    lines: list[PrintedLine] = []
    for line in page:
        if table and not lines and wrapped(table.rows[-1][0], line):
            table.rows[-1].append(line)
        elif not has_numbers(line):
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
            table, lines = PrintedTable(lines[len(lines) - head :]), []
            table.takes(line)
    if table:
        lines = table.labels(lines, 1)
        yield table
    yield from lines


def _parted(lines: list[PrintedLine], margins: TextMargins) -> bool:
    """Whether running text, a heading or a wide gap stands between the first and the last of the lines."""
    text = any(
        len(line.pieces) == 1 and (margins.spanned(line) or numbered_heading(line.text))
        for line in lines[1:-1]
    )
    return text or any(below.top - above.bottom > APART * below.size for above, below in pairwise(lines))


def _head(above: list[PrintedLine]) -> int:
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
    while (
        0 < count < len(above)
        and above[-count].middle - above[-count - 1].middle < BESIDE * above[-count].size
    ):
        count += 1
    return count
