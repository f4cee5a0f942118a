"""By how much two percentages differ, told in points right behind the second of them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from converter.figures import Outcome, Value
from converter.verify.claims.claim import Claim, Span
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import Constraint, evaluate, told_change

HUNDRED = Value(Decimal(100))


def point_constraints(
    claims: Sequence[Claim], report: SubmittedReport, patterns: Patterns, ratio: str
) -> Iterator[Constraint]:
    """Yield that so many points are what the percentage right before them and another before that differ by.

    Of which other one they tell is tried; if that of none comes out, it is the nearest, but none that others
    were compared with, if words say that the two are compared.
    """
    unit = patterns.sentences.points.unit
    told = (claim for claim in claims if claim.span.in_paragraph and claim.base_unit in (ratio, unit))
    for _, sentence in groupby(told, lambda claim: claim.place):
        before: list[Claim] = []
        for claim in sentence:
            if claim.base_unit == ratio:
                before.append(claim)
            elif len(before) > 1 and _is_between(before[-1], claim, report, patterns):
                compared = before.pop()
                pairs = {one: _constraint(claim, one, compared) for one in reversed(before)}
                held = (each for each in pairs.values() if evaluate(each).outcome is Outcome.HOLDS)
                if holding := next(held, None):
                    yield holding
                elif patterns.points_compared.search(_words(before[-1].span, compared.span, report)):
                    yield pairs[before[-1]]


def _is_between(percentage: Claim, points: Claim, report: SubmittedReport, patterns: Patterns) -> bool:
    """Whether nothing stands between a percentage and points but words for more or less."""
    return bool(patterns.points_between.fullmatch(_words(percentage.span, points.span, report)))


def _words(one: Span, other: Span, report: SubmittedReport) -> str:
    return normal_text(report.text_around(one)[one.end : other.start])


def _constraint(points: Claim, one: Claim, other: Claim) -> Constraint:
    def sides(assignment: Assignment) -> BothSides:
        first, second = assignment.value_of(one), assignment.value_of(other)
        more, less = (first, second) if one.amount >= other.amount else (second, first)
        return BothSides(assignment.value_of(points), (more - less) * HUNDRED, (points, one, other))

    return told_change(points, sides)
