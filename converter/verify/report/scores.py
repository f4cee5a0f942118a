"""Findings on points that are more than there can be, and on grades that do not go with their scores."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from converter import messages
from converter.figures import Severity
from converter.pack import Pack, TableWords
from converter.verify.claims.claim import Claim, paragraph_span
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
            of = found.get(max(found, default=-1))
            if claim and of and claim.base_unit == of.base_unit:
                yield claim, of


def wrong_grades(reading: ReportReading, pack: Pack) -> Iterator[ReportFinding]:
    """Yield a finding for each grade that does not go with the score stated before it in its paragraph, or
    else with that of the report; not where the points before it are of something else.
    """
    message = messages.verify.GRADE
    of_report = reading.index.choose(pack.meta.score_total, None)
    if not of_report:
        return
    grades = sorted(pack.scorecard.grades, key=lambda grade: -grade.at_least)
    for content, text in reading.report.normal_texts:
        for grade in reading.patterns.grade.finditer(text.text):
            span = paragraph_span(content, text.source_bounds(*grade.span("grade")))
            before = reading.inside(content, 0, span.start)
            points = [each for each in before if each.base_unit == pack.meta.score_unit]
            scores = [each for each in points if f"{each.item}.{each.basis}" == pack.meta.score_total]
            score = (scores[-1] if scores else of_report).amount
            earned = next((each.name for each in grades if score >= each.at_least), "")
            if grade["grade"] != earned and (scores or not points):
                because = message.text.format(score=f"{score:f}", grade=earned)
                found = finding_at(reading.report, span, message.code, because, Severity.ERROR)
                yield replace(found, expected=earned)
