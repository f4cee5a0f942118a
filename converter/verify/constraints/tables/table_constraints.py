"""What must agree within any table: its sums, differences and rates."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import pairwise, permutations

from converter.pack import TableWords
from converter.verify.claims.tables.table_grid import TableBlock, TableGrid
from converter.verify.constraints.constraint import (
    Constraint,
    ConstraintKind,
    Surety,
    same,
    sums_to,
)
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.tables.pieces import sums_within
from converter.verify.constraints.tables.row_levels import sums_by_labels
from converter.verify.constraints.tables.table_quotients import (
    QuotientColumns,
    is_percentages,
    quotient_constraints,
)
from converter.verify.constraints.tables.table_relations import (
    Line,
    LineNames,
    Sum,
    find_sums,
    sum_evidence,
    sums_of_namesakes,
)

MOST_COLUMNS = 16  # whose differences and quotients are tried out, each with each
MOST_ROWS = 400  # whose sums are tried out; longer tables are held to their codes alone


def table_constraints(grid: TableGrid, words: TableWords, effort: Effort) -> Iterator[Constraint]:
    """Yield the constraints of each block of a table, by its words and by what its numbers keep to, as far as
    the effort allows.
    """
    yield from _balanced(grid, words)
    readers = [_BlockReader(grid, block, words, effort) for block in grid.blocks]
    for reader in readers:
        yield from reader.sums()
        yield from reader.differences()
    if len(readers) > 1:  # words may stand between amounts and their rates
        columns = tuple(column for block in grid.blocks for column in block.number_columns)
        readers = [_BlockReader(grid, TableBlock(grid.blocks[0].label_columns, columns), words, effort)]
    for whole in readers:
        yield from whole.quotients()


def _balanced(grid: TableGrid, words: TableWords) -> Iterator[Constraint]:
    """Yield a constraint of the totals of two blocks that stand side by side: what came and what went."""
    blocks = [block for block in grid.blocks if len(block.number_columns) == 1]
    for left, right in pairwise(blocks):
        for row in grid.body:
            pair = [grid.numbers.get((row, block.number_columns[0])) for block in (left, right)]
            one, other = pair
            stated = all(re.fullmatch(words.balance, grid.label(row, block)) for block in (left, right))
            if stated and one and other and one.base_unit == other.base_unit:
                yield Constraint(ConstraintKind.AGREEMENT, "", same(one, other))


class _BlockReader:
    """Finds the relations of one block; its lines are columns from the left, or rows from the top."""

    def __init__(self, grid: TableGrid, block: TableBlock, words: TableWords, effort: Effort) -> None:
        self._grid, self._words, self._effort = grid, words, effort
        rates, points = re.compile(words.rate), re.compile(words.points)
        columns = list(block.number_columns)
        last_headers = [grid.last_header(column) for column in columns]
        labels = {row: grid.label(row, block) for row in grid.body}
        scored = [
            column for column, header in zip(columns, last_headers, strict=True) if points.search(header)
        ]
        # a row that is named a rate is none of amounts, but where its numbers are the points given for that
        named = re.compile(rf"(?<!\d)(?:{words.rate})(?:\([^()]*\))?$")
        rows = [
            row
            for row, label in labels.items()
            if any((row, column) in grid.numbers for column in columns)
            and (any((row, column) in grid.numbers for column in scored) or not named.search(label))
        ]
        self._columns = [[grid.numbers.get((row, column)) for row in rows] for column in columns]
        self._rates = [
            line
            for line, header in enumerate(last_headers)
            if rates.search(header) or is_percentages(self._columns[line])
        ]
        self._amounts = [line for line in range(len(columns)) if line not in self._rates]
        self._names = last_headers
        self._labels = [labels[row] for row in rows]
        self._codes = [grid.code(row, block) for row in rows]

    def sums(self) -> Iterator[Constraint]:
        """Yield a constraint of each sum of columns, in each row, and of each sum of rows, in each column."""
        if not self._amounts:
            return
        columns = [self._columns[line] for line in self._amounts]
        names = [self._names[line] for line in self._amounts]
        found, likely = self._found(columns, names, ())
        found = [*found, *sums_of_namesakes(columns, names, self._effort, found)]
        yield from self._of_sums(columns, found)
        yield from self._of_sums(columns, likely, Surety.PROBABLE)
        rows: list[Line] = [list(row) for row in zip(*columns, strict=True)]
        by_codes = _if_nearly_all_hold(rows, self._within(_sums_by_codes(rows, self._codes, self._effort)))
        found, likely = self._found(rows, self._labels, by_codes)
        for surety, sums in ((Surety.SPOKEN, found), (Surety.PROBABLE, likely)):
            for summed in self._within(sums):
                yield from self._of_rows(summed, surety)

    def _within(self, sums: Sequence[Sum]) -> list[Sum]:
        return list(sums_within(self._grid, self._labels, sums, self._words.total))

    def _found(
        self, lines: Sequence[Line], names: Sequence[str], known: Sequence[Sum]
    ) -> tuple[Sequence[Sum], Sequence[Sum]]:
        """Return the sums that are laws of the table, beyond the `known` ones, and those of which only the
        names of lines tell.
        """
        if len(lines) > MOST_ROWS:
            return known, ()
        stated = [] if known else list(sums_by_labels(names, self._words))
        laws = [
            each for each in stated if sum_evidence(lines, each.total, each.parts).suffices(is_stated=True)
        ]
        found = find_sums(lines, self._named(names), self._effort, known or laws)
        totals = {summed.total for summed in found}
        return found, [each for each in stated if each.total not in totals]

    def differences(self) -> Iterator[Constraint]:
        """Yield a constraint of each column that is the change from one other column to another."""
        yield from self._of_sums(self._columns, list(self._changes.values()))

    @cached_property
    def _changes(self) -> dict[int, Sum]:
        """The columns that are the change from one column to another: which, with them, add up to it."""
        change, changes = re.compile(self._words.change), dict[int, Sum]()
        amounts = self._amounts[:MOST_COLUMNS]
        for line in amounts:
            others = [other for other in amounts if other != line and not change.search(self._names[other])]
            if not change.search(self._names[line]):
                continue
            found = [
                (evidence, Sum(now, (before, line)))
                for now, before in permutations(others, 2)
                if (evidence := sum_evidence(self._columns, now, (before, line))).suffices(is_stated=True)
            ]
            if found:
                _, changes[line] = max(found, key=lambda each: each[0].holding - each[0].failing)
        return changes

    def quotients(self) -> Iterator[Constraint]:
        """Yield a constraint of each rate with the columns it is a quotient of, in each row."""
        columns = QuotientColumns(self._columns, self._names, self._rates, self._amounts[:MOST_COLUMNS])
        yield from quotient_constraints(columns, self._words)

    def _named(self, names: Sequence[str]) -> LineNames:
        return LineNames(names, self._words.total, self._words.splits)

    def _of_sums(
        self, lines: Sequence[Line], sums: Sequence[Sum], surety: Surety = Surety.SPOKEN
    ) -> Iterator[Constraint]:
        for summed in sums:
            for place, total in enumerate(lines[summed.total]):
                parts = tuple(claim for part in summed.parts if (claim := lines[part][place]))
                if total and parts and len({claim.base_unit for claim in (*parts, total)}) == 1:
                    sides = sums_to(parts, total)
                    yield Constraint(ConstraintKind.PARTS, "", sides, near=total, surety=surety)

    def _of_rows(self, summed: Sum, surety: Surety = Surety.SPOKEN) -> Iterator[Constraint]:
        """Yield the constraint of a sum of rows in each column; changes carry the errors of their columns."""
        for column in self._amounts:
            line, change = self._columns[column], self._changes.get(column)
            total, rows = line[summed.total], [row for row in summed.parts if line[row]]
            parts = tuple(claim for row in rows if (claim := line[row]))
            if not total or not parts or len({claim.base_unit for claim in (*parts, total)}) > 1:
                continue
            of = (change.total, change.parts[0]) if change else ()
            beside = (self._columns[other][row] for other in of for row in (*rows, summed.total))
            carried = sum((claim.value.error for claim in beside if claim), Decimal(0))
            sides = sums_to(parts, total, carried)
            yield Constraint(ConstraintKind.PARTS, "", sides, near=total, surety=surety)


def _sums_by_codes(rows: Sequence[Line], codes: Sequence[str], effort: Effort) -> list[Sum]:
    """Return the rows with those whose codes go on where theirs end; none if that takes more than the effort
    left.
    """
    in_order = sorted((code, line) for line, code in enumerate(codes) if code)
    found = []
    for total, code in enumerate(codes):
        below = []
        at = bisect_right(in_order, (code, len(codes))) if code else len(in_order)
        while at < len(in_order) and in_order[at][0].startswith(code):
            below.append(in_order[at][1])
            at += 1
        if not effort.spend(len(below) * max(map(len, rows), default=0)):
            return []
        shortest = min((len(codes[line]) for line in below), default=0)
        if parts := tuple(line for line in sorted(below) if len(codes[line]) == shortest):
            found.append(Sum(total, parts))
    return found


def _if_nearly_all_hold(rows: Sequence[Line], sums: list[Sum]) -> list[Sum]:
    """Return the sums of rows if nearly all of them hold, else none."""
    evidence = [sum_evidence(rows, summed.total, summed.parts) for summed in sums]
    failing = sum(bool(each.failing) for each in evidence)
    return sums if len(sums) > 1 and len(sums) >= 2 * failing else []
