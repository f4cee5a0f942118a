"""The margins of running text, and which lines they tell to be one paragraph."""

import re
from bisect import bisect
from collections.abc import Iterable

from converter.document.read.heading_numbers import numbered_heading
from converter.document.read.pdf.lines import PrintedLine

INDENT = 1.2  # characters from the left margin; two are usual
SLACK = 0.7  # characters that may be left over at the end of a full line
ALIKE = 0.2  # by how much of its size type may differ within a paragraph
NEAR = 3.0  # points by which the ends of full lines differ
MANY = 4  # a margin has at least one in so many of the lines that the most shared edge has
_UNBROKEN = re.compile(r"[!-~]+")


class TextMargins:
    """The left and right edges of running text."""

    def __init__(self, lines: Iterable[PrintedLine]) -> None:
        everything = list(lines)
        text = [line for line in everything if len(line.pieces) == 1]
        self.left = min(_shared([line.left for line in text]), default=0.0)
        self.right = max(_shared([line.right for line in text]), default=0.0)
        self._least = min((line.left for line in everything), default=0.0)
        self._most = max((line.right for line in everything), default=0.0)

    def spanned(self, line: PrintedLine) -> bool:
        """Whether a line goes over the whole width, from an indent at most, as no cell of a table does."""
        return line.left - self._least < 3 * line.size and self._most - line.right < 2 * line.size

    def continues(self, before: PrintedLine, line: PrintedLine) -> bool:
        """Whether a line goes on with the paragraph of the one before: it begins at the margin, and what it
        begins with had no room there.
        """
        if line.left - self.left > INDENT * line.size or abs(line.size - before.size) > ALIKE * line.size:
            return False
        if numbered_heading(line.text):
            return False
        return self.right - before.right < (_unbroken(line.text) + SLACK) * line.size


def _shared(edges: list[float]) -> list[float]:
    """Return the edges at which many lines end: a table may stand out beyond the text, in a few lines."""
    ordered = sorted(edges)
    counts = [bisect(ordered, edge + NEAR) - bisect(ordered, edge - NEAR) for edge in ordered]
    enough = max(counts, default=0) / MANY
    return [edge for edge, count in zip(ordered, counts, strict=True) if count >= enough]


def _unbroken(text: str) -> float:
    """Return how many characters wide the beginning of a line is that can't be broken: a run of digits or
    one ideograph, with the mark that must not begin a line.
    """
    word = _UNBROKEN.match(text)
    length = word.end() if word else 1
    mark = re.match(r"\W", text[length:])
    return (length / 2 if word else 1) + bool(mark)
