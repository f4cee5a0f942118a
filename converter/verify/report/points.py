"""Findings on points given that are more than there can be."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from converter import messages
from converter.figures import Severity
from converter.pack import TableWords
from converter.verify.claims.claim import Claim
from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at


def points_over_full(
    reading: ReportReading, words: TableWords, reported: Iterable[ReportFinding]
) -> Iterator[ReportFinding]:
    """Yield a finding for each number of points given in a table that is above the full points of its row,
    but where it is `reported` that either may be wrong.
    """
    doubted = {span for finding in reported for span in finding.spans[: 1 if finding.expected else None]}
    message = messages.verify.POINTS_OVER
    for grid in chain.from_iterable(reading.tables):
        for earned, full in _given(grid, words):
            if earned.amount > full.amount > 0 and doubted.isdisjoint((earned.span, full.span)):
                because = message.text.format(earned=f"{earned.amount:f}", full=f"{full.amount:f}")
                yield finding_at(reading.report, earned.span, message.code, because, Severity.ERROR)


def _given(grid: TableGrid, words: TableWords) -> Iterator[tuple[Claim, Claim]]:
    """Yield the points given in each row with the full points nearest before them, in a column of their own
    or in the label of that row alone.
    """
    earned, full = re.compile(words.earned_points), re.compile(words.full_points)
    heads = {column: grid.last_header(column) for column in grid.number_columns}
    given = [column for column, head in heads.items() if earned.search(head)]
    most = [column for column, head in heads.items() if full.search(head) and column not in given]
    for row in grid.body:
        for column in given:
            claim = grid.numbers.get((row, column))
            found = {at: grid.numbers[row, at] for at in most if at < column and (row, at) in grid.numbers}
            if not most:
                found = {at: grid.in_labels[row, at] for at in range(column) if _is_alone(grid, row, at)}
            of = found.get(max(found, default=-1))
            if claim and of and claim.base_unit == of.base_unit:
                yield claim, of


def _is_alone(grid: TableGrid, row: int, column: int) -> bool:
    """Whether the number in a label is of one row: the next begins in its column."""
    is_last = row + 1 not in grid.body
    return (row, column) in grid.in_labels and (is_last or grid.begins(row + 1, column))
