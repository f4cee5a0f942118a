"""Points that a form gives on several levels: those of a row reach down to the next row of its level.

They stand in the labels, in brackets, or in a column of each level; the points of a level are the sum of
those beside them on the next one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from converter.figures import Outcome, Value
from converter.pack import TableWords
from converter.verify.claims.claim import Claim
from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.constraints.common_constraints import addition, computed
from converter.verify.constraints.constraint import Constraint, Surety, evaluate
from converter.verify.constraints.tables.table_relations import Evidence, as_printed

_Level = dict[int, Claim]
"""The points of a column by the rows where they stand."""


def points_by_level(grid: TableGrid, words: TableWords) -> Iterator[Constraint]:
    """Yield that the points of each level add up to those of the level before."""
    for levels in _levels(grid, words):
        sums = [
            (parts, whole)
            for at, column in enumerate(sorted(levels))
            for row, whole in levels[column].items()
            if (parts := _parts(grid, levels, sorted(levels)[at:], row))
        ]
        outcomes = [(len(parts), evaluate(addition(parts, whole)).outcome) for parts, whole in sums]
        evidence = Evidence(
            sum(count > 1 and outcome is Outcome.HOLDS for count, outcome in outcomes),
            sum(outcome is Outcome.DIFFERS for _, outcome in outcomes),
        )
        surety = Surety.STATED if evidence.suffices(is_stated=True) else Surety.PROBABLE
        for parts, whole in sums:
            yield addition(parts, whole, surety, any_slip_counts=bool(evidence.holding))


def points_by_rate(grid: TableGrid, words: TableWords) -> Iterator[Constraint]:
    """Yield that the points given for a completion are the full ones by its rate, as far as that is no more
    than all; who scores by steps is not wrong.
    """
    rated, earned, full = (
        [column for column in grid.number_columns if re.search(words_of, grid.last_header(column))]
        for words_of in (words.completion, words.earned_points, words.full_points)
    )
    if not (len(rated) == len(earned) == len(full) == 1):
        return
    for row in grid.body:
        three = [grid.numbers.get((row, column)) for column in (*earned, *full, *rated)]
        given, most, rate = three
        if given and most and rate and given.amount and rate.amount < as_printed(rate):
            scale = Value(Decimal(as_printed(rate)))
            yield computed(
                given, lambda points, part, scale=scale: points * part / scale, most, rate,
                quotient=True, any_slip_counts=False,
            )  # fmt: skip


def _levels(grid: TableGrid, words: TableWords) -> Iterator[dict[int, _Level]]:
    """Yield the columns with points of one kind, where there are several: the most there can be, which labels
    give, too, or what heads of one name give.
    """
    points, full = re.compile(words.points), re.compile(words.full_points)
    kinds: dict[str, dict[int, _Level]] = {}
    for (row, column), claim in grid.in_labels.items():
        if row in grid.body:
            kinds.setdefault(claim.base_unit, {}).setdefault(column, {})[row] = claim
    for column in grid.number_columns:
        if not points.search(head := grid.last_header(column)):
            continue
        for row in grid.body:
            if given := grid.numbers.get((row, column)):
                kind = given.base_unit if full.search(head) else head
                kinds.setdefault(kind, {}).setdefault(column, {})[row] = given
    yield from (levels for levels in kinds.values() if len(levels) > 1)


def _parts(
    grid: TableGrid, levels: Mapping[int, _Level], columns: Sequence[int], row: int
) -> tuple[Claim, ...]:
    """Return the points on the next level beside those of a row in the first of some columns; none if some
    are lacking there.
    """
    own, *behind = columns
    reach = _reach(grid, own, row)
    for column in behind:
        rows = [each for each in reach if grid.begins(each, column)]
        if rows and rows[0] == row and all(each in levels[column] for each in rows):
            return tuple(levels[column][each] for each in rows)
    return ()


def _reach(grid: TableGrid, column: int, row: int) -> range:
    """Return the rows down to the next one that begins in a column or before it."""
    end = row + 1
    while end in grid.body and not any(grid.begins(end, at) for at in range(column + 1)):
        end += 1
    return range(row, end)
