"""Words into lines, lines into the pieces that wide blanks part, and lines that are no text left out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from converter import chinese
from converter.document.read.pdf.pages import Word
from converter.document.read.pdf.ruled import RuledTable

LEVEL = 0.3  # of the type's height: words less apart stand in one line
BLANK = 0.35  # of the type's height: a blank that wide parts two cells
SPACED = 1.3  # of the type's height: single letters less apart are one word, set wide
WIDE = 0.8  # of the type's height: a blank that wide may part a number from other cells
ROOMY = 2.0  # of the type's height: no table has but smaller blanks between words and numbers
BEHIND = 2.5  # of the type's height: so near behind a number stands what goes on with its sentence
PITCH = 1.35  # of the type's height: lines of one cell are less apart
OFTEN = 3  # pages on which a first or last line is a running head
_NUMBER = re.compile(rf"[-+{chinese.FULL_WIDTH_MINUS}]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?%?")
_MARKS = re.compile(f"[{chinese.ENDS_OF_SENTENCES}{chinese.COMMA}{chinese.ENUMERATION_COMMA}]")
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}\W*")


class Piece(Struct, frozen=True, dict=True):
    """Words that stand close together."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """Its words as one text; the blanks between Chinese and digits are only set, not written."""
        return "".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """The height of its type."""
        return self.bottom - self.top

    @property
    def is_number(self) -> bool:
        """Whether it is a number and nothing else."""
        return bool(_NUMBER.fullmatch(self.text))

    def over(self, other: "Piece") -> bool:
        """Whether one stands above the other, at least in part."""
        return self.left < other.right and other.left < self.right


class PrintedLine(Piece, frozen=True, dict=True):
    """All words at one height."""

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces that blanks part; two numbers are never one piece."""
        found: list[list[Word]] = []
        for word in self.words:
            last = found[-1][-1] if found else None
            numbers = last and _NUMBER.fullmatch(last.text) and _NUMBER.fullmatch(word.text)
            widest = SPACED if last and _are_letters(last, word) else BLANK
            if last and not numbers and word.left - last.right < widest * self.size:
                found[-1].append(word)
            else:
                found.append([word])
        return tuple(Piece(tuple(words)) for words in found)


def lines_of(words: Iterable[Word]) -> list[PrintedLine]:
    """Return the lines of a page from top to bottom."""
    found: list[list[Word]] = []
    for word in sorted(words, key=_middle):
        if found and _middle(word) - _middle(found[-1][0]) < LEVEL * (word.bottom - word.top):
            found[-1].append(word)
        else:
            found.append([word])
    return [PrintedLine(tuple(sorted(words, key=lambda word: word.left))) for words in found]


def has_numbers(line: PrintedLine) -> bool:
    """Whether a line looks like a table's row: it has a number with a wide blank beside it, and is no
    running text.
    """
    pairs = [(one, other) for one, other in pairwise(line.pieces) if one.is_number or other.is_number]
    return any(_blank(pair) > WIDE * line.size for pair in pairs) and not _is_text(pairs, line.size)


def _is_text(pairs: Sequence[tuple[Piece, Piece]], size: float) -> bool:
    """Whether numbers and what stands beside them are running text set with blanks round its numbers: a
    sentence goes on right behind a number, or no number stands beside another or has much room.
    """
    goes_on = any(
        one.is_number
        and not other.is_number
        and _blank((one, other)) < BEHIND * size
        and _MARKS.search(other.text)
        for one, other in pairs
    )
    is_loose = any(
        (one.is_number and other.is_number) or _blank((one, other)) > ROOMY * size for one, other in pairs
    )
    return goes_on or not is_loose


def _are_letters(one: Word, other: Word) -> bool:
    return all(len(word.text) == 1 and chinese.is_ideograph(word.text) for word in (one, other))


def _blank(pair: tuple[Piece, Piece]) -> float:
    one, other = pair
    return other.left - one.right


def without_running_heads(
    pages: list[list[PrintedLine]], ruled: Sequence[Sequence[RuledTable]]
) -> list[list[PrintedLine]]:
    """Return the pages without page numbers and running heads; `ruled` are the tables of each page."""
    edges = [_edges(page, tables) for page, tables in zip(pages, ruled, strict=True)]
    counts = Counter(
        _pattern(line) for found in edges for line in {id(edge): edge for edge in found}.values()
    )
    return [
        [line for line in page if line not in found or not _is_running_head(line, counts)]
        for page, found in zip(pages, edges, strict=True)
    ]


def _is_running_head(line: PrintedLine, counts: Counter[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or counts[_pattern(line)] >= OFTEN


def _edges(page: list[PrintedLine], tables: Sequence[RuledTable]) -> list[PrintedLine]:
    """Return the first and the last line of a page, unless a table comes before or after it."""
    first = [line for line in page[:1] if all(line.top < table.top for table in tables)]
    return [*first, *(line for line in page[-1:] if all(line.top > table.bottom for table in tables))]


def _pattern(line: PrintedLine) -> str:
    return re.sub(r"\d+", "0", line.text)


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2
