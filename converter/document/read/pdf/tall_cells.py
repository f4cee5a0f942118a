"""Cells of a ruled table that reach over several rows: of numbers below one another, one of each row."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.document.read.pdf.drawing import Box, Letter, is_in, middle_of
from converter.document.read.pdf.unruled_rows import lines_of

CellsOfRow = Sequence[Box | None]
"""The cell that begins in each column of a row, None where one from the left or from above goes on."""


def cells_by_row(rows: Sequence[CellsOfRow], letters: Sequence[Letter]) -> list[CellsOfRow]:
    """Return the cells of each row; `letters` are in order from the top.

    A cell that reaches over several rows is one for each of them if it says nothing but numbers, more than
    one, in as many rows: a line was left out between them.
    """
    tops = [min(cell[1] for cell in row if cell) for row in rows]
    heights = list(map(middle_of, letters))
    found: list[list[Box | None]] = [list(row) for row in rows]
    for nth, row in enumerate(rows):
        for column, cell in enumerate(row):
            end = bisect_left(tops, cell[3] - 1) if cell else nth
            if cell and end - nth > 1:
                between = letters[bisect_left(heights, cell[1]) : bisect_left(heights, cell[3])]
                inside = [letter for letter in between if is_in(letter, cell)]
                if _are_of_rows(cell, inside, tops):
                    for at, part in enumerate(_parts(cell, tops[nth:end]), nth):
                        found[at][column] = part
    return list(found)


def _are_of_rows(cell: Box, letters: Sequence[Letter], tops: Sequence[float]) -> bool:
    """Whether the lines of a cell are several numbers, each in a row of its own; one that fills its line may
    go on in the next one.
    """
    lines = list(lines_of(cell, letters))
    rows = {bisect_right(tops, line.middle) for line in lines}
    return (
        len(lines) > 1
        and len(rows) == len(lines)
        and all(line.is_number and not line.is_full for line in lines)
    )


def _parts(cell: Box, tops: Sequence[float]) -> Iterator[Box]:
    """Yield the parts of a cell from each of its tops to the next."""
    left, top, right, bottom = cell
    edges = [top, *tops[1:], bottom]
    for upper, lower in pairwise(edges):
        yield left, upper, right, lower
