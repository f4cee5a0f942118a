"""The margins of running text, and which lines they tell to be one paragraph."""

import re
from collections.abc import Iterable

from converter.document import numbered
from converter.printed.lines import Line

INDENT = 1.2  # characters from the left margin; two are usual
SLACK = 0.7  # characters that may be left over at the end of a full line
ALIKE = 0.2  # by how much of its size type may differ within a paragraph
SHARED, NEAR = 2, 3.0  # further lines that end where a margin is, in points
_UNBROKEN = re.compile(r"[!-~]+")


class Margins:
    """The left and right edges of running text."""

    def __init__(self, lines: Iterable[Line]) -> None:
        several = list(lines)
        self.left = min(_shared(line.left for line in several), default=0.0)
        self.right = max(_shared(line.right for line in several), default=0.0)

    def spanned(self, line: Line) -> bool:
        """Whether a line goes from the margin, or an indent, to the other margin."""
        return line.left - self.left < 3 * line.size and self.right - line.right < 2 * line.size

    def continues(self, before: Line, line: Line) -> bool:
        """Whether a line goes on with the paragraph of the one before: it begins at the margin, and what it
        begins with had no room there.
        """
        if line.left - self.left > INDENT * line.size or abs(line.size - before.size) > ALIKE * line.size:
            return False
        if numbered(line.text):
            return False
        return self.right - before.right < (_unbroken(line.text) + SLACK) * line.size


def _shared(edges: Iterable[float]) -> list[float]:
    """Return the edges that several lines share, all if there are none."""
    several = sorted(edges)
    return [
        edge for edge, next_edge in zip(several, several[SHARED:], strict=False) if next_edge - edge < NEAR
    ] or several


def _unbroken(text: str) -> float:
    """Return how many characters wide the beginning of a line is that can't be broken: a run of digits or
    one ideograph, with the mark that must not begin a line.
    """
    word = _UNBROKEN.match(text)
    length = word.end() if word else 1
    mark = re.match(r"\W", text[length:])
    return (length / 2 if word else 1) + bool(mark)
