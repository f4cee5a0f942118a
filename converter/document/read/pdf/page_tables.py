"""The tables of a page, found among its lines."""

from collections.abc import Iterator
from itertools import pairwise

from converter.document.heading_numbers import numbered_heading
from converter.document.read.pdf.lines import PrintedLine, has_numbers
from converter.document.read.pdf.margins import TextMargins
from converter.document.read.pdf.table import PrintedTable

APART = 4.0  # heights of type between lines of different tables
LONE = 2  # lines of one piece that a head may have in succession
BESIDE = 0.8  # heights of type between lines that stand half beside each other


def tables_and_lines(page: list[PrintedLine], margins: TextMargins) -> Iterator[PrintedLine | PrintedTable]:
    """Yield the tables of a page, and the lines around them, from top to bottom."""
    table: PrintedTable | None = None
    lines: list[PrintedLine] = []
    for line in page:
        if table and not lines and table.has_broken_numbers(line):
            table.rows[-1].append(line)
        elif not has_numbers(line):
            lines.append(line)
        elif (
            table and not _parted([table.rows[-1][0], *lines, line], margins) and table.has_columns_for(line)
        ):
            table.add_row(line)
            others = _unlabelled(table, lines, 2)
            _add_labels(table, lines, 2)
            table.rows[-1:-1] = [[other] for other in others]
            lines = []
        else:
            if table:
                others = _unlabelled(table, lines, 1)
                _add_labels(table, lines, 1)
                lines = others
                yield table
            head = _head(lines)
            yield from lines[: len(lines) - head]
            table, lines = PrintedTable(lines[len(lines) - head :]), []
            table.add_row(line)
    if table:
        others = _unlabelled(table, lines, 1)
        _add_labels(table, lines, 1)
        lines = others
        yield table
    yield from lines


def _unlabelled(table: PrintedTable, lines: list[PrintedLine], last: int) -> list[PrintedLine]:
    """Return the lines that are no further lines of the table's last rows."""
    return [line for line in lines if table.labelled_row(line, last) is None]


def _add_labels(table: PrintedTable, lines: list[PrintedLine], last: int) -> None:
    """Add to the table's last rows the lines that are further lines of them."""
    for line in lines:
        row = table.labelled_row(line, last)
        if row is not None:
            row.append(line)


def _parted(lines: list[PrintedLine], margins: TextMargins) -> bool:
    """Whether running text, a heading or a wide gap stands between the first and the last of the lines."""
    return any(_is_text(line, margins) for line in lines[1:-1]) or any(
        below.top - above.bottom > APART * below.size for above, below in pairwise(lines)
    )


def _is_text(line: PrintedLine, margins: TextMargins) -> bool:
    return len(line.pieces) == 1 and bool(margins.is_spanned_by(line) or numbered_heading(line.text))


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
