"""How many lines text takes in a cell of a given width, and whether a sign stands alone on one.

Widths are in quarters of the type size: a Chinese sign takes four, a digit in Times New Roman two.
Punctuation that may not begin or end a line stays with its neighbour, a number or Latin word in one piece.
Programs differ in what they leave round numbers, in how wide they set quotes, and in whether a mark may hang
over the end of a line; lines are counted in the widest way, a lonely sign is looked for in all of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from converter.chinese import HANGING_MARKS, NARROW_OR_WIDE, NOT_FIRST_MARKS, OPENING_MARKS

QUARTERS = 4
_PIECE = re.compile(
    f"[{OPENING_MARKS}]*(?:[!-~]+|[^!-~{OPENING_MARKS}])[{NOT_FIRST_MARKS}]*|[{OPENING_MARKS}]+"
)
_NARROW = {**dict.fromkeys("0123456789abcdefghijklmnopqrstuvwxyz-+", 2), **dict.fromkeys(".,:;'|!()/ ", 1)}
_LATIN, _PERCENT = 3, "%"  # capitals and other signs of ASCII; a percent sign takes somewhat more
_GAP = 1
_HALF = 2
_FEW_SIGNS, _PART = 2 * QUARTERS, 3  # a cell is set narrower by two signs, or by a third, at most
_TIGHTNESS = range(QUARTERS + 1)  # from the widest way of setting a text to the narrowest


class _Piece(Struct, frozen=True, gc=False):
    """What stays together on a line: its greatest and least width, how much of it may hang over the line's
    end, and whether it is one sign, marks aside.
    """

    wide: int
    tight: int
    hangs: int
    is_single: bool


_Pieces = tuple[_Piece, ...]


@lru_cache(maxsize=8192)
def text_width(text: str) -> int:
    """Return the width of a text on one line."""
    return sum(piece.wide for piece in map(_piece, _PIECE.findall(text)))


@lru_cache(maxsize=8192)
def lines_in_width(text: str, width: int) -> int:
    """Return how many lines a text takes in that width at most."""
    return sum(_set(line, width, 0, hang=False)[0] for line in _lines(text))


@lru_cache(maxsize=8192)
def lonely_signs(text: str, width: int) -> int:
    """Return how often one sign stands alone on the last of several lines, over the ways to set the text."""
    return sum(
        _set(line, width, tightness, hang=hang)[1]
        for line in _lines(text)
        for hang in (False, True)[: 1 + any(piece.hangs for piece in line)]
        for tightness in (_TIGHTNESS if any(piece.wide != piece.tight for piece in line) else (0,))
    )


@lru_cache(maxsize=8192)
def inset(text: str, width: int) -> int:
    """Return by how much a cell is to be narrowed for this text, so that no sign stands alone on a line, or
    in as few ways of setting it as possible.
    """
    if text_width(text) <= width or not lonely_signs(text, width):
        return 0
    best, fewest = 0, lonely_signs(text, width)
    most = min(max(_FEW_SIGNS, width // _PART), width - QUARTERS)
    for narrower in range(1, most + 1):
        found = lonely_signs(text, width - narrower)
        if found < fewest:
            best, fewest = narrower, found
        if not found:
            break
    return best


@lru_cache(maxsize=8192)
def narrowest(text: str, lines: int) -> int:
    """Return the least width in which a text takes at most so many lines, with no sign alone on the last."""
    longest = max(map(text_width, text.split("\n")))
    pieces = max((piece.wide for line in _lines(text) for piece in line), default=0)
    for width in range(max(pieces, -(-longest // lines)), longest):
        if lines_in_width(text, width) <= lines and not lonely_signs(text, width):
            return width
    return longest


def broken(text: str, width: int) -> str:
    """Return a text, one longer than a line in two that end at a mark or a bracket where those fit."""
    if text_width(text) <= width:
        return text
    ends = [at for at in range(1, len(text)) if text[at] in OPENING_MARKS or text[at - 1] in NOT_FIRST_MARKS]
    halves = [(text[:at], text[at:]) for at in ends if text[at] not in NOT_FIRST_MARKS]
    widths = {half: max(map(text_width, half)) for half in halves}
    best = min(widths, key=lambda half: widths[half], default=None)
    return "\n".join(best) if best and widths[best] <= width else text


def _set(line: Sequence[_Piece], width: int, tightness: int, *, hang: bool) -> tuple[int, bool]:
    """Return the number of lines, and whether one sign stands alone on the last of several."""
    lines, used, alone, room = 1, 0, False, QUARTERS * width
    for piece in line:
        wide = QUARTERS * piece.wide - tightness * (piece.wide - piece.tight)
        if used and used + wide - QUARTERS * piece.hangs * hang > room:
            lines, used = lines + 1, 0
        alone = piece.is_single and not used
        used += wide
        if wide > room:  # a piece longer than a line is broken anywhere
            lines, used = lines + (used - 1) // room, (used - 1) % room + 1
            alone = used <= QUARTERS * QUARTERS
    return lines, lines > 1 and alone


@lru_cache(maxsize=8192)  # a text is set in many widths until the right one is found
def _lines(text: str) -> tuple[_Pieces, ...]:
    """Return the pieces of a text, line by line."""
    return tuple(tuple(map(_piece, _PIECE.findall(line))) for line in text.split("\n"))


@lru_cache(maxsize=8192)
def _piece(text: str) -> _Piece:
    signs, last = text.strip(OPENING_MARKS + NOT_FIRST_MARKS), text[-1]
    gaps = (text[0] not in OPENING_MARKS) + (last not in NOT_FIRST_MARKS) if signs.isascii() else 0
    return _Piece(
        wide=sum(_widths(text, QUARTERS)) + _GAP * gaps,
        tight=sum(_widths(text, _HALF)),
        hangs=QUARTERS * (last in HANGING_MARKS),
        is_single=len(signs) == 1,
    )


def _widths(text: str, undecided: int) -> Iterator[int]:
    """Yield the widths of signs; those that may be narrow or wide have the one given."""
    for sign in text:
        if sign.isascii():
            yield _NARROW.get(sign, _LATIN) + (sign == _PERCENT and undecided > _LATIN)
        else:
            yield undecided if sign in NARROW_OR_WIDE else QUARTERS
