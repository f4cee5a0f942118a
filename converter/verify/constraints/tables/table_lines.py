"""The numbers of a table as lines: columns from the left, rows from the top, and what both are called."""

import re
from collections.abc import Sequence, Set
from functools import cached_property

from msgspec import Struct

from converter.pack import TableWords
from converter.verify.claims.claim import Claim
from converter.verify.claims.tables.table_grid import TableBlock, TableGrid
from converter.verify.constraints.tables.column_levels import ColumnLevels
from converter.verify.constraints.tables.table_relations import Line


class TableLines(Struct, frozen=True, eq=False):
    """The numbers of a table by column, the `heads` of columns, the `labels` of rows and their `codes`.

    `at` and `rows` are the columns and rows of its `grid`, those of a `block`; `full_heads` all that stands
    above a column but not above all of them.
    """

    columns: Sequence[Line]
    heads: Sequence[str]
    full_heads: Sequence[str]
    labels: Sequence[str]
    codes: Sequence[str]
    grid: TableGrid
    block: TableBlock
    at: Sequence[int]
    rows: Sequence[int]

    def are_read(self, column: int, rows: Sequence[int]) -> bool:
        """Whether no cell of a column in some rows has digits but is not read as a number."""
        cells = [self.grid.texts.printed[self.rows[row]] for row in rows if not self.columns[column][row]]
        at = self.at[column]
        return not any(any(map(str.isdigit, cell[at])) for cell in cells if at < len(cell))

    def are_filled(self, column: int, rows: Sequence[int]) -> bool:
        """Whether a column has several numbers in some rows, or as many as these have at all."""
        filled = [row for row in rows if self.columns[column][row]]
        with_amounts = [
            row for row in rows if any((claim := line[row]) and claim.amount for line in self.columns)
        ]
        return len(filled) > 1 or len(with_amounts) <= len(filled)

    @property
    def blank(self) -> dict[int, list[str]]:
        """Return the labels of the rows without numbers that stand right above each row that has any."""
        rows = {row: at for at, row in enumerate(self.rows)}
        found: dict[int, list[str]] = {}
        above: list[str] = []
        for row in self.grid.body:
            if not any((row, column) in self.grid.numbers for column in self.at):
                above.append(self.grid.label(row, self.block))
                continue
            if above and row in rows:
                found[rows[row]] = above
            above = []
        return found

    def levels(self, lines: Sequence[int], words: TableWords) -> ColumnLevels:
        """Return the levels that the heads of some of the columns make."""
        return ColumnLevels(self.grid, [self.at[line] for line in lines], words)


class BlockLines:
    """The lines of a block, without columns of which the heads are `omitted`."""

    def __init__(
        self, grid: TableGrid, block: TableBlock, words: TableWords, omitted: Set[str] = frozenset()
    ) -> None:
        self._grid, self._block, self._words = grid, block, words
        self._heads = {column: grid.last_header(column) for column in block.number_columns}
        self._columns = [column for column, head in self._heads.items() if head not in omitted]
        self._labels = {row: grid.label(row, block) for row in grid.body}
        self._codes = grid.codes(block)

    @cached_property
    def every(self) -> TableLines:
        """All of them."""
        return self._lines([row for row in self._labels if self._has_any(row, self._columns)])

    @cached_property
    def amounts(self) -> TableLines:
        """Those without rows that are named a rate: that is no amount, but where its numbers are the points
        given for it.
        """
        named = re.compile(rf"(?<!\d)(?:{self._words.rate})(?:\([^()]*\))?$")
        points = re.compile(self._words.points)
        scored = [column for column in self._columns if points.search(self._heads[column])]
        rows = [
            row
            for row in self.every.rows
            if not named.search(self._labels[row]) or self._has_any(row, scored)
        ]
        return self.every if rows == self.every.rows else self._lines(rows)

    def _has_any(self, row: int, columns: Sequence[int]) -> bool:
        return any((row, column) in self._grid.numbers for column in columns)

    def _lines(self, rows: list[int]) -> TableLines:
        grid = self._grid
        lines: list[tuple[int, list[Claim | None]]] = []
        for column in self._columns:
            line = [grid.numbers.get((row, column)) for row in rows]
            if lines and _are_one(grid, lines[-1], (column, line)):
                at, before = lines.pop()
                column, line = at, [one or other for one, other in zip(before, line, strict=True)]
            lines.append((column, line))
        columns = [column for column, _ in lines]
        return TableLines(
            [line for _, line in lines], [self._heads[column] for column in columns],
            _full_heads(grid, columns), [self._labels[row] for row in rows],
            [self._codes[row] for row in rows], grid, self._block, columns, rows,
        )  # fmt: skip


def _full_heads(grid: TableGrid, columns: Sequence[int]) -> list[str]:
    """Return the words above each column that do not stand above all of them."""
    paths = [grid.heads(column) for column in columns]
    shared = set(paths[0]).intersection(*paths) if len(paths) > 1 else set[tuple[int, int]]()
    return ["".join(grid.text(*cell) for cell in path if cell not in shared) for path in paths]


def _are_one(grid: TableGrid, left: tuple[int, Line], right: tuple[int, Line]) -> bool:
    """Whether two columns are one whose cells are not all as wide: they have one head and never both a
    number.
    """
    heads = {grid.heads(column) for column, _ in (left, right)} - {()}
    return len(heads) == 1 and not any(map(all, zip(left[1], right[1], strict=True)))


class PointsOverHeads:
    """The points that a table gives above new heads and below them: they add up over all of it.

    A form of self-evaluation has the funds of a project above and its indicators below, each with heads of
    their own; the points for spending the funds are part of the total that stands last.
    """

    def __init__(self, sections: Sequence[TableGrid], words: TableWords) -> None:
        points = re.compile(words.points)
        self._columns: dict[str, dict[int, Claim]] = {}
        self._labels: dict[int, str] = {}
        sections_of: dict[str, int] = {}
        for section in sections:
            for block in section.blocks:
                for column in block.number_columns:
                    if not points.search(head := section.last_header(column)):
                        continue
                    rows = [row for row in section.body if (row, column) in section.numbers]
                    found = {row: section.numbers[row, column] for row in rows}
                    self._columns.setdefault(head, {}).update(found)
                    self._labels |= {row: section.label(row, block) for row in rows}
                    sections_of[head] = sections_of.get(head, 0) + bool(rows)
        is_shared = any(count > 1 for count in sections_of.values())
        self.heads = frozenset(sections_of) if is_shared else frozenset[str]()

    def lines(self) -> tuple[list[str], list[Line]]:
        """Return the labels of the rows with points, and the points by row; a column that is blank where
        another one is not is left out: it says nothing of a sum.
        """
        rows = sorted(self._labels)
        full = [column for head in sorted(self.heads) if len(column := self._columns[head]) == len(rows)]
        return [self._labels[row] for row in rows], [[column[row] for column in full] for row in rows]
