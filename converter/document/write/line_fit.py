"""How much closer or wider a paragraph is set, as a typesetter does by hand, so that no sign stands alone on
its last line and no short mark of what is missing is broken over two.

Lines are counted as Word sets them, which lets a mark hang over the end of a line, and as LibreOffice does,
which does not, and leaves room round numbers whatever a style says. All widths are in twips.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, count
from operator import add

from msgspec import Struct
from msgspec.structs import replace

from converter.chinese import HANGING_MARKS, NOT_FIRST_MARKS, OPENING_MARKS

_CHANGES = (-2, -4, -7, 1, 3, -12, 6, 10)
"""Of the letter-spacing, in the order they are tried in: what is seen least comes first."""
_WIDTHS = {**dict.fromkeys("0123456789", 0.5), **dict.fromkeys(".,:;'|!()/", 0.25), "%": 0.83}
_LATIN, _GAP = 0.6, 0.25  # other signs of ASCII, and the room round numbers, in parts of the type size
_LEEWAY = 10  # a program may find a line narrower by so much
_DOUBT = 1.5  # signs by which the quick look at a last line may err, and by half a sign for each line
_FEWEST = 2
"""So many signs stand on a last line, marks aside."""
_NUMBER = re.compile("[!-~]+")
_MARKS = NOT_FIRST_MARKS + OPENING_MARKS


class LineRoom(Struct, frozen=True):
    """The width of a line, by how much the first is indented, the type size and the letter-spacing."""

    width: int
    indent: int
    size: int
    spacing: int

    @property
    def sign(self) -> int:
        """The width of a Chinese sign."""
        return self.size + self.spacing


class _Way(Struct, frozen=True):
    """Where each sign of a text ends if it is set on one line, the marks that may hang over the end of one,
    the room left before some signs, though not where they begin a line, and the indexes of these.
    """

    ends: Sequence[int]
    hanging: str = ""
    gap: int = 0
    behind_gaps: Collection[int] = ()


def change_of_spacing(text: str, unbroken: Collection[range], room: LineRoom) -> int:
    """Return by how much the letter-spacing of a paragraph is to be changed: for most of them 0.

    The signs within a range of `unbroken` are to stay on one line.
    """
    if not unbroken and not _may_end_alone(text, room):
        return 0
    ways = _ways_to_set(text, room)
    faults = sum(_faults(text, way, unbroken, room) for way in ways)
    return _best_change(text, ways, unbroken, room) if faults else 0


def _best_change(text: str, ways: Iterable[_Way], unbroken: Collection[range], room: LineRoom) -> int:
    """Return the first change without a fault, in somewhat narrower lines too; else one with fewest."""
    rooms = room, replace(room, width=room.width - _LEEWAY)
    best, fewest = 0, math.inf
    for change in (0, *_CHANGES):
        changed = [_changed(way, change) for way in ways]
        faults = sum(_faults(text, way, unbroken, each) for way in changed for each in rooms)
        if faults < fewest:
            best, fewest = change, faults
        if not faults:
            break
    return best


def _may_end_alone(text: str, room: LineRoom) -> bool:
    """Whether so many signs may leave one alone on the last line, wherever the lines are broken."""
    text = text.rstrip(NOT_FIRST_MARKS)
    narrow = len(text) - (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2
    line = room.width / room.sign
    lines, last = divmod(room.indent / room.sign + len(text) - narrow / 2, line)
    doubt = _DOUBT + lines / 2
    return not doubt < last < line - doubt - narrow * _GAP


def _ways_to_set(text: str, room: LineRoom) -> tuple[_Way, _Way]:
    """Return how Word sets a text and how LibreOffice does."""
    if not (numbers := [number.span() for number in _NUMBER.finditer(text)]):
        even = range(room.sign, room.sign * (len(text) + 1), room.sign)
        return _Way(even, HANGING_MARKS), _Way(even)
    known, sign = _latin_widths(room), room.sign
    widths = [known.get(each, sign) for each in text]
    close = [*accumulate(widths)]
    gap, last = round(room.size * _GAP), len(text)
    starts = {
        start for start, _ in numbers if start and text[start].isalnum() and text[start - 1] not in _MARKS
    }
    ends = {end for _, end in numbers if end < last and text[end - 1].isalnum() and text[end] not in _MARKS}
    for border in starts | ends:
        widths[border] += gap
    return _Way(close, HANGING_MARKS), _Way([*accumulate(widths)], "", gap, starts | ends)


@lru_cache(maxsize=8)
def _latin_widths(room: LineRoom) -> dict[str, int]:
    return {
        sign: round(_WIDTHS.get(sign, _LATIN) * room.size) + room.spacing for sign in map(chr, range(33, 127))
    }


def _changed(way: _Way, change: int) -> _Way:
    """Return the same with other letter-spacing."""
    if isinstance(way.ends, range):
        sign = way.ends.step + change
        return replace(way, ends=range(sign, sign * (len(way.ends) + 1), sign))
    return replace(way, ends=[*map(add, way.ends, count(change, change))])


def _faults(text: str, way: _Way, unbroken: Collection[range], room: LineRoom) -> int:
    """Return how many marks are broken, and one more if a sign stands alone."""
    last = faults = 0
    for last in _line_ends(text, way, room):
        faults += any(last in signs for signs in unbroken)
    return faults + (bool(last) and len(text[last:].strip(_MARKS)) < _FEWEST)


def _line_ends(text: str, way: _Way, room: LineRoom) -> Iterator[int]:
    """Yield the index behind the last sign of each line but the last."""
    start, limit = 0, room.width - room.indent
    while way.ends[-1] > limit:
        start = _line_end(text, start, bisect_right(way.ends, limit), way.hanging)
        if start == len(text):
            return
        yield start
        limit = way.ends[start - 1] + room.width + way.gap * (start in way.behind_gaps)


def _line_end(text: str, start: int, at: int, hanging: str) -> int:
    """Return where a line ends of which the sign at that index is the first that does not fit."""
    if text[at] in hanging and (at + 1 == len(text) or text[at + 1] not in NOT_FIRST_MARKS):
        return at + 1
    end = at
    while end > start + 1 and _is_bound(text[end - 1], text[end]):
        end -= 1
    return end if end > start + 1 else at


def _is_bound(before: str, after: str) -> bool:
    """Whether no line is broken between two signs."""
    return after in NOT_FIRST_MARKS or before in OPENING_MARKS or (before + after).isascii()
