"""Texts of the help in lines, as a terminal shows them: a Chinese sign takes two cells."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from converter.chinese import NOT_FIRST_MARKS, OPENING_MARKS

WIDEST_TERM, GAP = 30, 2  # cells of the terms' column, and between it and what is said of them
_PIECE = re.compile(rf"\[[^\]]*+\]|[{OPENING_MARKS}]*+(?:[!-~]++|\S)[{NOT_FIRST_MARKS}]*+")
"""What no line parts: a word that is not Chinese, what is in brackets, a sign with its punctuation."""


def cells_of(text: str) -> int:
    """Return how many cells of a line a text takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def lines_of(text: str, room: int) -> list[str]:
    """Return a text in lines of at most `room` cells, if its pieces are no longer than that."""
    lines, end = [""], 0
    for piece in _PIECE.finditer(text):
        between = text[end : piece.start()] if lines[-1] else ""
        end = piece.end()
        if lines[-1] and cells_of(lines[-1] + between + piece[0]) > room:
            lines.append(piece[0])
        else:
            lines[-1] += between + piece[0]
    return lines


def definitions(rows: Iterable[tuple[str, str]], indent: int, width: int) -> Iterator[str]:
    """Yield lines of `width` cells: terms, and beside each, below one that is too wide, what it means."""
    rows = list(rows)
    column = min(max((cells_of(term) for term, _ in rows), default=0), WIDEST_TERM) + GAP
    beside = " " * (indent + column)
    for term, text in rows:
        start = " " * indent + term
        if cells_of(term) > WIDEST_TERM:
            yield start
            start = ""
        first, *others = lines_of(text, width - len(beside))
        yield (start + beside[cells_of(start) :] + first).rstrip()
        yield from (beside + line for line in others)
