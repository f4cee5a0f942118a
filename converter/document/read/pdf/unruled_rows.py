"""Rows of a ruled table that no line parts: several lines of names and numbers in one row of cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from converter.document.read.pdf.drawing import Box, Letter, middle_of

LEVEL = 2.0  # points by which letters of one line may differ in height
NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?|[-\N{EM DASH}]+")

LettersByCell = Mapping[Box, Sequence[Letter]]


class CellLine(Struct, frozen=True):
    """A line of a cell: its height, what it says, and whether one letter more would not have fitted."""

    middle: float
    text: str
    is_full: bool

    @property
    def is_number(self) -> bool:
        """Whether it says nothing but a number."""
        return bool(NUMBER.fullmatch(self.text))


def rows_of(cells: LettersByCell) -> list[LettersByCell]:
    """Return the rows that a ruled row of cells holds, each with the letters of every cell.

    There are several if some cell has more numbers than one, below one another, and each stands beside a line
    of words; a number is none of several that would not have fitted into a line.
    """
    lines = {cell: list(lines_of(cell, letters)) for cell, letters in cells.items()}
    if not any(len(several) > 1 and several[0].is_number for several in lines.values()):
        return [cells]
    words = [line.middle for several in lines.values() for line in several if not line.is_number]
    numbers = [line for several in lines.values() for line in several if line.is_number]
    is_mixed = any(len({line.is_number for line in several}) > 1 for several in lines.values())
    if is_mixed or any(line.is_full or not _at(words, line.middle) for line in numbers):
        return [cells]
    tops = [middle for above, middle in pairwise([-LEVEL * 2, *sorted(words)]) if middle - above > LEVEL]
    bounds = [*(top - LEVEL for top in tops[1:]), float("inf")]
    rows: list[LettersByCell] = []
    above = 0.0
    for bound in bounds:
        rows.append(
            {
                cell: [each for each in letters if above <= middle_of(each) < bound]
                for cell, letters in cells.items()
            }
        )
        above = bound
    return rows


def _at(heights: Sequence[float], middle: float) -> bool:
    return any(abs(height - middle) <= LEVEL for height in heights)


def lines_of(cell: Box, letters: Sequence[Letter]) -> Iterator[CellLine]:
    """Yield the lines of a cell from the top."""
    in_order = sorted(letters, key=middle_of)
    starts = [nth for nth, each in enumerate(in_order) if not nth or _is_below(in_order[nth - 1], each)]
    for start, end in pairwise([*starts, len(in_order)]):
        line = sorted(in_order[start:end], key=lambda letter: letter["x0"])
        text = "".join(letter["text"] for letter in line).strip()
        if text:
            room = cell[2] - cell[0] - (line[-1]["x1"] - line[0]["x0"])
            yield CellLine(middle_of(line[0]), text, room < line[0]["x1"] - line[0]["x0"])


def _is_below(one: Letter, other: Letter) -> bool:
    return middle_of(other) - middle_of(one) > LEVEL
