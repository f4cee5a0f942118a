"""By how much two percentages differ, stated in points right behind the second of them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from converter.figures import Value
from converter.verify.claims.claim import Claim
from converter.verify.claims.numbers import HUNDRED
from converter.verify.constraints.common_constraints import computed, first_holding
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.reading import ReportReading


def point_constraints(claims: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    """Yield that a number of percentage points is the difference of two percentages before it in its
    sentence.

    One is the percentage right before the points. The other is the first, going back, with which the
    difference comes out; else the nearest, if words say that the two are compared. A percentage once compared
    is not tried again.
    """
    patterns, report = reading.patterns, reading.report
    unit, ratio = patterns.sentences.points.unit, patterns.ratio
    in_text = (claim for claim in claims if claim.span.in_paragraph and claim.base_unit in (ratio, unit))
    for _, sentence in groupby(in_text, lambda claim: claim.place):
        before: list[Claim] = []
        for claim in sentence:
            if claim.base_unit == ratio:
                before.append(claim)
            elif len(before) > 1 and patterns.points_between.fullmatch(
                report.between(before[-1].span, claim.span)
            ):
                compared = before.pop()
                pairs = {one: _constraint(claim, one, compared) for one in reversed(before)}
                if holding := first_holding(pairs.values()):
                    yield holding
                elif patterns.points_compared.search(report.between(before[-1].span, compared.span)):
                    yield pairs[before[-1]]


def _constraint(points: Claim, one: Claim, other: Claim) -> Constraint:
    times = Value(HUNDRED if one.amount >= other.amount else -HUNDRED)
    return computed(points, lambda one, other: (one - other) * times, one, other)
