"""Signs that are seen on a page but that nobody can copy, or read: their place in a line is empty.

A font may draw a sign without telling which letter it is, a percent sign more than any. What is left of it is
a gap between a number and the mark behind it, where type has none.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from converter.chinese import CLOSING_BRACKET, COMMA, ENDS_OF_SENTENCES, ENUMERATION_COMMA
from converter.document.read.pdf.drawing import UNKNOWN, Letter

GAP = 0.4  # of the type's height: a gap that wide behind a digit is the place of a sign
_MARKS_BEHIND = frozenset((*ENDS_OF_SENTENCES, COMMA, ENUMERATION_COMMA, CLOSING_BRACKET))
_LOST = re.compile(rf"\d{UNKNOWN}")


def with_lost_signs(letters: list[Letter]) -> list[Letter]:
    """Return the letters of a page, an unknown one in each gap that a sign has left."""
    found = []
    for letter, behind in pairwise(letters):
        found.append(letter)
        if behind["text"] in _MARKS_BEHIND and letter["text"].isdecimal() and _are_parted(letter, behind):
            found.append({**letter, "text": UNKNOWN, "x0": letter["x1"], "x1": behind["x0"]})
    return [*found, *letters[-1:]]


def _are_parted(letter: Letter, behind: Letter) -> bool:
    """Whether a letter stands in the same line as another, but not next to it."""
    is_line: bool = letter["top"] < (behind["top"] + behind["bottom"]) / 2 < letter["bottom"]
    gap: float = behind["x0"] - letter["x1"]
    return is_line and gap > GAP * (letter["bottom"] - letter["top"])


def lost_signs_in(texts: Iterable[str]) -> int:
    """Return how many signs behind numbers are not known."""
    return sum(len(_LOST.findall(text)) for text in texts)
