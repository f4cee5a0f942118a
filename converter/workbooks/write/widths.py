"""How wide columns have to be, and how many lines a text takes; in half-width characters."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby, islice

from converter.workbooks.write.sheet import (
    CellValue,
    ColumnHead,
    Formatted,
    Highlighted,
    Link,
    Sheet,
    ValueKind,
)

NUMBERS = (ValueKind.COUNT, ValueKind.NUMBER)
MEASURED = 2_000  # rows looked at for a column's width
NARROWEST, BREATHING, SHORT_HEAD = 4.5, 1.6, 10


def widths(sheet: Sheet) -> list[float]:
    """Return the columns' widths: those given, else by the heads and the first rows."""
    groups = [len(list(members)) for _, members in groupby(sheet.headings, lambda heading: heading.group)]
    sharing = (size for size in groups for _ in range(size))
    return [
        heading.width or _measured(sheet, column, size)
        for column, (heading, size) in enumerate(zip(sheet.headings, sharing, strict=True))
    ]


def lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of that width."""
    room = max(1, int(width - 1))  # a full-width character that does not fit leaves half its width empty
    return sum(max(1, -(-half_widths(line) // room)) for line in text.split("\n"))


def _measured(sheet: Sheet, column: int, sharing: int) -> float:
    heading = sheet.headings[column]
    values = [_bare(row[column]) for row in islice(sheet.rows, MEASURED)]
    numbers = [value for value in values if isinstance(value, int | Decimal)]
    if heading.kind in NUMBERS and numbers:  # printed alike, so the least or the greatest is the widest
        texts = [value for value in values if not isinstance(value, int | Decimal)]
        values = [*texts, min(numbers), max(numbers)]
    return _width(heading, (_text(value, heading) for value in values), sharing)


def _width(heading: ColumnHead, texts: Iterable[str], sharing: int) -> float:
    """Return the width that shows the heading, its group's heading, and texts broken at its widest.

    `sharing` columns stand under the group's heading; a long head may take two lines.
    """
    needed = min(max(map(half_widths, texts), default=0), heading.widest)
    label = half_widths(heading.label)
    head = label if label <= SHORT_HEAD else (label + 1) // 2
    return max(NARROWEST, max(needed, head, half_widths(heading.group) / sharing) + BREATHING)


def half_widths(text: str) -> int:
    """Return a text's width: the national encoding has a byte for each half-width character."""
    return len(text.encode("gb18030", "replace"))


def _bare(value: CellValue) -> str | int | Decimal | None:
    """Return what a cell holds, however it looks."""
    if isinstance(value, Highlighted | Formatted):
        return value.value
    return value.text if isinstance(value, Link) else value


def _text(value: str | int | Decimal | None, heading: ColumnHead) -> str:
    """Return about what a cell will show."""
    if heading.kind not in NUMBERS or value is None or isinstance(value, str):
        return str(value or "")
    decimals = heading.format.partition(".")[2]
    scaled = value * 100 if heading.format.endswith("%") else value
    return f"{scaled:,.{decimals.count('0')}f}{'%' if heading.format.endswith('%') else ''}"
