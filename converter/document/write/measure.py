"""How many lines text takes in a cell of a given width.

Widths are in quarters of the type size: a Chinese sign takes four, a digit in Times New Roman two.
Punctuation that may not begin a line stays with what is before it, a number or Latin word in one piece; some
programs set these apart from Chinese signs by a quarter, so that is counted.
"""

import re
from functools import lru_cache

from msgspec import Struct

from converter.chinese import NOT_FIRST_MARKS, OPENING_MARKS

QUARTERS = 4
_PIECE = re.compile(f"(?:[!-~]+|[^!-~])[{NOT_FIRST_MARKS}]*")
_NARROW = {**dict.fromkeys("0123456789abcdefghijklmnopqrstuvwxyz-+", 2), **dict.fromkeys(".,:;'|!()/ ", 1)}
_LATIN = 3  # capitals and other signs of ASCII
_GAP = 1


class TextLines(Struct, frozen=True):
    """How a text is set: its number of lines, and whether one sign stands alone on the last of several."""

    count: int
    is_lonely: bool


@lru_cache(maxsize=8192)
def text_width(text: str) -> int:
    """Return the width of a text on one line."""
    return sum(map(_piece_width, _PIECE.findall(text)))


@lru_cache(maxsize=8192)
def lines_in_width(text: str, width: int) -> TextLines:
    """Return how a text is set in that width."""
    count, is_lonely = 0, False
    for paragraph in _pieces(text):
        lines, used = 1, 0
        for wide in paragraph:
            if used and used + wide > width:
                lines, used = lines + 1, 0
            used += wide
            if used > width:  # a piece longer than a line is broken anywhere
                lines, used = lines + (used - 1) // width, (used - 1) % width + 1
        is_lonely |= lines > 1 and used <= QUARTERS
        count += lines
    return TextLines(count, is_lonely)


@lru_cache(maxsize=8192)  # a text is set in many widths until the right one is found
def _pieces(text: str) -> list[list[int]]:
    """Return the widths of the pieces of a text, line by line."""
    return [list(map(_piece_width, _PIECE.findall(line))) for line in text.split("\n")]


def broken(text: str, width: int) -> str:
    """Return a text, one longer than a line in two that end at a mark or a bracket where those fit."""
    if text_width(text) <= width:
        return text
    ends = [at for at in range(1, len(text)) if text[at] in OPENING_MARKS or text[at - 1] in NOT_FIRST_MARKS]
    halves = [(text[:at], text[at:]) for at in ends if text[at] not in NOT_FIRST_MARKS]
    widths = {half: max(map(text_width, half)) for half in halves}
    best = min(widths, key=lambda half: widths[half], default=None)
    return "\n".join(best) if best and widths[best] <= width else text


@lru_cache(maxsize=8192)
def narrowest(text: str, lines: int) -> int:
    """Return the least width in which a text takes at most so many lines, with no sign alone on the last."""
    longest = max(map(text_width, text.split("\n")))
    pieces = max(map(_piece_width, _PIECE.findall(text)), default=0)
    for width in range(max(pieces, -(-longest // lines)), longest):
        found = lines_in_width(text, width)
        if found.count <= lines and not found.is_lonely:
            return width
    return longest


@lru_cache(maxsize=8192)
def _piece_width(piece: str) -> int:
    width = sum(_NARROW.get(sign, _LATIN) if sign.isascii() else QUARTERS for sign in piece)
    return width + 2 * _GAP * piece[0].isascii()
