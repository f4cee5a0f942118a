"""Which columns of a table are sums of which, by its heads: a total stands for all below one head."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

from converter.pack import TableWords
from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.constraints.tables.table_relations import Sum


class ColumnLevels:
    """The levels that the heads of some columns make, each column by its number among these."""

    def __init__(self, grid: TableGrid, columns: Sequence[int], words: TableWords) -> None:
        self._paths = [grid.heads(column) for column in columns]
        self._names = [grid.last_header(column) for column in columns]
        self._grid = grid
        self._total, self._below = re.compile(words.total), re.compile(words.below)

    @property
    def are_stated(self) -> bool:
        """Whether some head stands above some of the columns, not above all."""
        above = [head for path in self._paths for head in path]
        return any(1 < above.count(head) < len(self._paths) for head in set(above))

    def may_add_up(self, summed: Sum) -> bool:
        """Whether a sum has no columns from below a head that says there are others beside them, nor from a
        piece of a table of which others stand elsewhere.
        """
        if self._grid.is_open_beside:
            return False
        return summed.total in self._open or self._open.isdisjoint(summed.parts)

    @cached_property
    def _open(self) -> frozenset[int]:
        """The columns below such a head."""
        above = [head for path in self._paths for head in path]
        shared = {head for head in above if above.count(head) > 1 and self._says_of_which(head)}
        return frozenset(line for line, path in enumerate(self._paths) if shared.intersection(path))

    def sums(self) -> Iterator[Sum]:
        """Yield each total with what stands beside it under the same head."""
        yield from self._sums(range(len(self._paths)), 0)

    def _sums(self, lines: Sequence[int], depth: int) -> Iterator[Sum]:
        groups = self._groups(lines, depth)
        for group in groups:
            if len(group) > 1:
                yield from self._sums(group, depth + 1)
        totals = [group[0] for group in groups if self._is_total(group)]
        if len(totals) == 1:
            others = [
                group for group in groups if group[0] != totals[0] and not self._is_of_which(group, depth)
            ]
            parts = tuple(line for group in others for line in self._standing_for(group, depth + 1))
            if len(parts) > 1:
                yield Sum(totals[0], parts)

    def _groups(self, lines: Sequence[int], depth: int) -> list[list[int]]:
        """Return lines in groups that have one head at a depth; a line without is a group of its own."""
        keys = [(self._paths[line][depth:] or [line])[0] for line in lines]
        return [
            [line for line, _ in group]
            for _, group in groupby(zip(lines, keys, strict=True), lambda each: each[1])
        ]

    def _standing_for(self, group: Sequence[int], depth: int) -> list[int]:
        """Return the total of a group, or else what stands for its parts."""
        if len(group) == 1:
            return list(group)
        inner = self._groups(group, depth)
        totals = [each[0] for each in inner if self._is_total(each)]
        if len(totals) == 1:
            return totals
        return [
            line
            for each in inner
            if not self._is_of_which(each, depth)
            for line in self._standing_for(each, depth + 1)
        ]

    def _is_total(self, group: Sequence[int]) -> bool:
        return len(group) == 1 and bool(self._total.search(self._names[group[0]]))

    def _is_of_which(self, group: Sequence[int], depth: int) -> bool:
        """Whether the head of a group says that its columns are only some of the parts there are."""
        if len(group) == 1:
            return bool(self._below.match(self._names[group[0]]))
        return self._says_of_which(self._paths[group[0]][depth])

    def _says_of_which(self, head: tuple[int, int]) -> bool:
        return bool(self._below.match(self._grid.text(*head)))
