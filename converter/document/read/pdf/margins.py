"""The margins of running text, and which lines are one paragraph by them."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable

from converter.chinese import ENDS_OF_SENTENCES, FULL_STOP, SEMICOLON
from converter.document.heading_numbers import heading_number, numbered_heading
from converter.document.read.pdf.lines import PrintedLine

INDENT = 1.2  # characters from the left margin; two are usual
SLACK = 0.7  # characters that may be left over at the end of a full line
SIZES_DIFFER = 0.2  # by how much of its size type may differ within a paragraph
ENDS_DIFFER = 3.0  # points by which the ends of full lines differ
SHARE = 4  # a margin has at least one in so many of the lines that the most shared edge has
LARGER = 1.1  # times the size of the text: that of a title
TITLE_PITCH = 2.2  # heights of type between the lines of a title
FROM_CENTRE = 2.0  # characters that the middle of a centred line may be from the middle of the text
NEARLY_FULL = 0.8  # of the width of text: pages of a report may have different margins
MOST_PIECES = 2  # of a line of text: behind a number, or a quotation mark, there may be a gap
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
        letters = Counter[float]()
        for line in everything:
            letters[round(line.size, 1)] += len(line.text)
        self._size = max(letters, key=letters.__getitem__, default=0.0)

    def is_spanned_by(self, line: PrintedLine) -> bool:
        """Whether a line takes the whole width, save for an indent, as no cell of a table does."""
        return line.left - self._least < 3 * line.size and self._most - line.right < 2 * line.size

    def is_title(self, line: PrintedLine) -> bool:
        """Whether a line stands in larger type in the middle of the page, and is no sentence."""
        from_centre = abs(line.left + line.right - self.left - self.right) / 2
        is_larger = line.size > LARGER * self._size
        return is_larger and from_centre < FROM_CENTRE * line.size and line.text[-1] not in ENDS_OF_SENTENCES

    def continues(self, before: PrintedLine, line: PrintedLine) -> bool:
        """Whether a line belongs to the paragraph of the one before: it begins at the margin, and its first
        word had no room on that line, or that line is nearly full and ends within a sentence. A number of a
        list behind a whole sentence begins a paragraph. A title goes on right below.
        """
        if self.is_title(before) and self.is_title(line):
            return 0 < line.top - before.top < TITLE_PITCH * line.size and not numbered_heading(line.text)
        if abs(line.size - before.size) > SIZES_DIFFER * line.size or numbered_heading(line.text):
            return False
        if before.text[-1:] in (FULL_STOP, SEMICOLON) and heading_number(line.text):
            return False
        if self._goes_on(before) and before.left >= line.left:
            return True
        room = self.right - before.right
        return (
            line.left - self.left <= INDENT * line.size and room < (_unbroken(line.text) + SLACK) * line.size
        )

    def _goes_on(self, line: PrintedLine) -> bool:
        """Whether a line is nearly full and ends within a sentence, on a page of whatever margins."""
        is_open = line.text[-1:] not in ENDS_OF_SENTENCES and len(line.pieces) <= MOST_PIECES
        return is_open and line.right - self.left > NEARLY_FULL * (self.right - self.left)


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
