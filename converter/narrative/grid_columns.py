"""In which columns the cells of a table's rows stand, and which words stand above them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from converter.narrative.blocks import Cell, TextRuns
from converter.pack import GridCell

Heads = Mapping[int, str]
"""The words that stand above each column of a table."""

Covered = Mapping[int, int]
"""The columns that a cell from above reaches down to, and in how many rows from here on."""

NO_HEADS: Heads = MappingProxyType({})
NONE_COVERED: Covered = MappingProxyType({})


def columns_of(cells: Sequence[Cell] | Sequence[GridCell], covered: Covered) -> list[int]:
    """Return the column in which each cell of a row begins."""
    columns: list[int] = []
    at = 0
    for cell in cells:
        while at in covered:
            at += 1
        columns.append(at)
        at += cell.columns
    return columns


def covered_below(cells: Sequence[Cell], covered: Covered) -> Covered:
    """Return what is covered in the row below one with these cells."""
    below = {at: rows - 1 for at, rows in covered.items() if rows > 1}
    for at, cell in zip(columns_of(cells, covered), cells, strict=True):
        if cell.rows > 1:
            below.update(dict.fromkeys(range(at, at + cell.columns), cell.rows - 1))
    return below


def lowest_words(rows: Sequence[Sequence[Cell]], covered: Covered = NONE_COVERED) -> Heads:
    """Return the words of the lowest cell in each column of a header."""
    found: dict[int, str] = {}
    for row in rows:
        for at, cell in zip(columns_of(row, covered), row, strict=True):
            found.update(dict.fromkeys(range(at, at + cell.columns), words_of(cell.runs)))
        covered = covered_below(row, covered)
    return found


def words_of(runs: TextRuns) -> str:
    """Return the words of runs on one line."""
    return "".join(run.text for run in runs).replace("\n", "")
