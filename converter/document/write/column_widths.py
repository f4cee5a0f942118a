"""How wide a table's columns are: in the pack's proportion, or by what stands in them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from converter.document.write.measure import QUARTERS, lines_in_width, narrowest, text_width
from converter.document.write.spans import CellSpan

_LATIN = re.compile("[!-~]")
MOST_LINES = 12
"""A row of more lines is as well set in columns of any width."""

_Texts = tuple[tuple[str, int], ...]  # of a column's cells: the text, and the rows it covers


def column_edges(
    widths: Sequence[int], rows: Iterable[Iterable[CellSpan]], total: int, padding: int, quarter: float
) -> list[int]:
    """Return where columns begin and end; rounding edges, not widths, makes them end at `total`.

    `widths` are relative; where one is 0, the rows decide. The others are in one unit: the table's width,
    the padding of a cell on both sides, a quarter of the type size.
    """
    shares: Sequence[float] = widths
    if not all(shares):
        columns: list[list[tuple[str, int]]] = [[] for _ in widths]
        for span in (span for row in rows for span in row):
            if span.cell.columns == 1 and not span.begun:
                columns[span.column].append(("".join([run.text for run in span.cell.runs]), span.cell.rows))
        room = int((total - padding * len(columns)) / quarter)
        shares = [padding + quarter * width for width in _by_content([*map(tuple, columns)], room)]
    whole = sum(shares)
    return [round(total * part / whole) for part in accumulate(shares, initial=0)]


def _by_content(columns: Sequence[_Texts], room: int) -> list[int]:
    """Return widths that fill the room: the least in which no row takes more lines than it must, and the
    rest for those whose texts are longest.
    """
    for lines in range(1, MOST_LINES + 1):
        least = [_least(texts, lines) for texts in columns]
        if sum(least) <= room:
            break
    wanted = [max((text_width(text) for text, rows in texts if rows == 1), default=0) for texts in columns]
    wishes = [max(0, want - width) for want, width in zip(wanted, least, strict=True)]
    given = max(0, min(room - sum(least), sum(wishes)))
    widths = [
        _without_lonely(texts, width + given * wish // max(1, sum(wishes)), width)
        for texts, width, wish in zip(columns, least, wishes, strict=True)
    ]
    for column in sorted(range(len(widths)), key=lambda column: -wanted[column]):
        others = sum(widths) - widths[column]
        widths[column] = _without_lonely(columns[column], room - others, widths[column])
    return widths


@lru_cache(maxsize=1024)  # most columns are the same in all reports of a pack
def _least(texts: _Texts, lines: int) -> int:
    """Return the least width in which texts take at most so many lines a row, none with a lonely sign."""
    width = max((narrowest(text, lines * rows) for text, rows in texts), default=0)
    while not _is_safe(texts, width):
        width += 1
    return width


@lru_cache(maxsize=1024)
def _without_lonely(texts: _Texts, width: int, least: int) -> int:
    """Return the greatest width up to `width` at which no sign stands alone on a line."""
    for narrower in range(width, least, -1):
        if _is_safe(texts, narrower):
            return narrower
    return least


def _is_safe(texts: _Texts, width: int) -> bool:
    """Whether no sign stands alone on a line; with Latin in it, measured roughly, not in a narrower one."""
    return not any(
        lines_in_width(text, width).is_lonely
        or (
            not text.isascii()
            and bool(_LATIN.search(text))
            and lines_in_width(text, width - QUARTERS).is_lonely
        )
        for text, _ in texts
    )
