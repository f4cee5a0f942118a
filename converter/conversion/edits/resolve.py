"""Which figures of the program's text stand in what a person made of it, and which of these were altered."""

import re
from collections.abc import Sequence

from msgspec import Struct

from converter.trace import joined_parts, printed_text, text_parts

CONTEXT = 4  # characters before a number by which it is known again after it was typed again
_NUMBER = re.compile(r"-?\d[\d.,]*")


class Altered(Struct, frozen=True):
    """A figure as the program printed it and as a person wrote it."""

    figure: str
    then: str
    now: str


class Resolved(Struct, frozen=True):
    """A person's text with its figures marked, each as it was printed; which of them were altered, and which
    are gone.
    """

    text: str
    altered: tuple[Altered, ...]
    lost: tuple[str, ...]


def resolved(base: str, edited: str) -> Resolved:
    """Return a person's version of a text with the figures of the `base`: known by their bookmarks, else by
    their digits, else by the words before them.
    """
    pieces = [list(part) for part in text_parts(edited)]
    wanted = [(at, text, figure) for at, (text, figure) in enumerate(text_parts(base)) if figure]
    altered: list[Altered] = []
    left: list[tuple[int, str, str]] = []
    used: set[int] = set()
    for at, then, figure in wanted:
        place = next((n for n, piece in enumerate(pieces) if piece[1] == figure and n not in used), None)
        if place is None:
            left.append((at, then, figure))
            continue
        used.add(place)
        now = pieces[place][0]
        if _differ(now, then):
            altered.append(Altered(figure, then, now))
        pieces[place][0] = then
    stretches = _Stretches([(text, figure) for text, figure in pieces])
    lost: list[str] = []
    unseen = [each for each in left if not stretches.mark(each[1], each[2])]
    for at, then, figure in unseen:
        now = stretches.mark_behind(printed_text(joined_parts(text_parts(base)[:at])), then, figure)
        if now:
            altered.append(Altered(figure, then, now))
        else:
            lost.append(figure)
    return Resolved(joined_parts(stretches.found), tuple(altered), tuple(lost))


def _differ(one: str, other: str) -> bool:
    return "".join(one.split()) != "".join(other.split())


class _Stretches:
    """The stretches of a person's text, in which further figures get marked."""

    def __init__(self, found: Sequence[tuple[str, str]]) -> None:
        self.found = list(found)

    def mark(self, then: str, figure: str) -> bool:
        """Mark the figure where it stands as printed; return whether it does."""
        for at, (text, other) in enumerate(self.found):
            place = -1 if other else _whole(text, then)
            if place >= 0:
                self._split(at, place, place + len(then), then, figure)
                return True
        return False

    def mark_behind(self, before: str, then: str, figure: str) -> str:
        """Mark the number behind the same words as the figure stood; return it with the figure's unit."""
        context = "".join(before.split())[-CONTEXT:]
        number = _NUMBER.match(then)
        if not context or not number:
            return ""
        for at, (text, other) in enumerate(self.found):
            for found in () if other else _NUMBER.finditer(text):
                behind = printed_text(joined_parts(self.found[:at])) + text[: found.start()]
                if "".join(behind.split()).endswith(context):
                    unit = then[number.end() :]
                    end = found.end() + len(unit) * text.startswith(unit, found.end())
                    now = text[found.start() : end]
                    self._split(at, found.start(), end, then, figure)
                    return now
        return ""

    def _split(self, at: int, start: int, end: int, then: str, figure: str) -> None:
        text = self.found[at][0]
        pieces = [(text[:start], ""), (then, figure), (text[end:], "")]
        self.found[at : at + 1] = [piece for piece in pieces if piece[0]]


def _whole(text: str, wanted: str) -> int:
    """Return where a printed figure stands in a text as a whole number, -1 if nowhere."""
    start = text.find(wanted)
    while start >= 0:
        around = text[start - 1 : start] + text[start + len(wanted) : start + len(wanted) + 1]
        if not any(sign.isdigit() or sign in ".,-" for sign in around):
            return start
        start = text.find(wanted, start + 1)
    return -1
