"""Text in normal form that still knows where it came from."""

import re
import unicodedata
from functools import cached_property
from itertools import pairwise

from converter.chinese import COMMA, FULL_STOP, QUOTES

_NOISE = re.compile(rf"[\s\u200b\ufeff\"'\u2018-\u201f{QUOTES}]")


class NormalText:
    """A text without blanks and quotes, signs half-width; `text` is the result."""

    def __init__(self, source: str) -> None:
        self.source = source
        pairs = [
            (each, at)
            for at, char in enumerate(source)
            if not _NOISE.match(char)
            for each in (char if char == COMMA else unicodedata.normalize("NFKC", char))
        ]
        self.text = "".join(each for each, _ in pairs)
        self._at = [at for _, at in pairs]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the source a stretch of the text stands."""
        return self._at[start], self._at[end - 1] + 1

    def said(self, start: int, end: int) -> str:
        """Return a stretch as the source has it."""
        first, last = self.span(start, end)
        return self.source[first:last]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where its sentences begin and end."""
        ends = [found.end() for found in re.finditer(f"[{FULL_STOP}!?]", self.text)]
        bounds = [0, *(end for end in ends if end < len(self.text)), len(self.text)]
        return tuple(pairwise(bounds))


def normal_text(text: str) -> str:
    """Return the text in normal form."""
    return NormalText(text).text
