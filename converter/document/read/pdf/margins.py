"""The margins of running text, and which lines are one paragraph by them."""

import re
from bisect import bisect
from collections.abc import Iterable

from converter.document.read.heading_numbers import numbered_heading
from converter.document.read.pdf.lines import PrintedLine

INDENT = 1.2  # characters from the left margin; two are usual
SLACK = 0.7  # characters that may be left over at the end of a full line
SIZES_DIFFER = 0.2  # by how much of its size type may differ within a paragraph
ENDS_DIFFER = 3.0  # points by which the ends of full lines differ
SHARE = 4  # a margin has at least one in so many of the lines that the most shared edge has
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

    def is_spanned_by(self, line: PrintedLine) -> bool:
        """Whether a line takes the whole width, save for an indent, as no cell of a table does."""
        return line.left - self._least < 3 * line.size and self._most - line.right < 2 * line.size

    def continues(self, before: PrintedLine, line: PrintedLine) -> bool:
        """Whether a line belongs to the paragraph of the one before: it begins at the margin, and its first
        word had no room on that line.
        """
        if (
            line.left - self.left > INDENT * line.size
            or abs(line.size - before.size) > SIZES_DIFFER * line.size
        ):
            return False
        if numbered_heading(line.text):
            return False
        return self.right - before.right < (_unbroken(line.text) + SLACK) * line.size


def _shared(edges: list[float]) -> list[float]:
    """Return the edges at which many lines end; a few lines, those of a wide table, may reach beyond."""
    ordered = sorted(edges)
    counts = [bisect(ordered, edge + ENDS_DIFFER) - bisect(ordered, edge - ENDS_DIFFER) for edge in ordered]
    enough = max(counts, default=0) / SHARE
    return [edge for edge, count in zip(ordered, counts, strict=True) if count >= enough]


def _unbroken(text: str) -> float:
    """Return how many characters wide the first part of a line is that can't be broken: a run of digits or
    one ideograph, with a mark behind it that must not begin a line.
    """
    word = _UNBROKEN.match(text)
    length = word.end() if word else 1
    mark = re.match(r"\W", text[length:])
    return (length / 2 if word else 1) + bool(mark)
