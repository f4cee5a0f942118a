"""Findings on changes: against the direction of their amounts, their rate, or compared with themselves."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter import messages
from converter.chinese import FULL_STOP, YEAR
from converter.figures import Severity
from converter.verify.claims.claim import Claim, Role, is_rate_behind
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at


def wrong_directions(reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield what is wrong in the directions of a report's changes, and in what these are measured from."""
    changes = reading.changes
    yield from _compared_with_themselves(changes, reading)
    yield from _against_amounts(changes, reading)
    yield from _against_changes(changes, reading)


def _compared_with_themselves(claims: Sequence[Claim], reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each budget said to differ from the budget of its own year: of another, rather."""
    message, own_year = messages.verify.WITH_ITSELF, f"{reading.report.year}{YEAR}"
    title = reading.report.title_line
    if own_year not in title or FULL_STOP in title:
        return  # which year an excerpt is of is only the likeliest
    for claim in claims:
        basis, span = claim.reference_basis, claim.span
        if claim.role is not Role.CHANGE or basis not in reading.sentences.budgets or not claim.amount:
            continue
        of_item = [other for other in reading.inside(span.content, 0, span.start) if other.item == claim.item]
        if {other.basis for other in of_item if other.sentence == claim.sentence} != {basis}:
            continue
        if own_year in reading.report.text_around(span)[of_item[-1].span.end : span.start]:
            because = message.text.format(item=claim.item, basis=basis)
            yield finding_at(reading.report, span, message.code, because, Severity.WARNING)


def _against_amounts(claims: Sequence[Claim], reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each amount said to have risen to less, or fallen to more, than it was before."""
    message = messages.verify.DIRECTION
    for claim in claims:
        if claim.role is not Role.AMOUNT or not claim.direction or claim.in_explanation:
            continue
        before = reading.index.find(claim.reference_id, claim)
        if not before or before.value is None:
            continue
        if (claim.amount - before.value) * claim.direction <= 0:
            because = message.text.format(
                item=claim.item, now=reading.sentences.basis, old=claim.reference_basis
            )
            yield finding_at(reading.report, claim.span, message.code, because, Severity.ERROR)


def _against_changes(claims: Sequence[Claim], reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each rate right behind a change of the same item that is of the other direction."""
    message = messages.verify.OPPOSED
    for change, rate in pairwise(claims):
        is_opposed = is_rate_behind(rate, change) and change.direction == -rate.direction
        if is_opposed and not reading.inside(change.span.content, change.span.end, rate.span.start):
            yield finding_at(reading.report, rate.span, message.code, message.text, Severity.ERROR)
