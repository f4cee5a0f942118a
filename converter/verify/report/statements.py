"""Remarks on statements: a change without its reason, a reason without a change, the grade."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from converter import messages
from converter.figures import Severity
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role, Span
from converter.verify.claims.normal_text import NormalText, normal_text
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.bases import base_of
from converter.verify.constraints.claim_index import Assignment, ClaimIndex
from converter.verify.report.checked import ReportFinding


def reasons(
    report: SubmittedReport, claims: list[Claim], account: ClaimIndex, patterns: Patterns
) -> Iterator[ReportFinding]:
    """Yield a remark for every large change whose reason is not told in its paragraph or the next."""
    texts = dict(report.passages())
    for claim in claims:
        if claim.role is not Role.CHANGE or not claim.known or claim.aside or claim.spot.row >= 0:
            continue
        rate = _rate(claim, account, patterns)
        after = texts[claim.spot.content][claim.spot.end :] + texts.get(claim.spot.content + 1, "")
        if (
            rate is not None
            and rate >= patterns.words.explain_from
            and not patterns.reason.search(normal_text(after))
        ):
            said = messages.verify.REASON_LACKING.format(percent=f"{rate:.1%}")
            yield remark(report, claim.spot, messages.verify.REASON_CODE, said, Severity.WARNING)


def _rate(claim: Claim, account: ClaimIndex, patterns: Patterns) -> Decimal | None:
    """Return by what part of its base an item changed, None where the base is not told or nil."""
    base = base_of(claim, account, patterns.words)
    return abs(claim.amount / base) if base else None


def contrary(report: SubmittedReport, claims: list[Claim], patterns: Patterns) -> Iterator[ReportFinding]:
    """Yield a remark for every change whose reason, up to the next change, tells only of the opposite."""
    texts = dict(report.passages())
    changes = [each for each in claims if each.role is not Role.RATE and each.direction and each.spot.row < 0]
    for claim, following in zip_longest(changes, changes[1:]):
        same = following and following.spot.content == claim.spot.content
        end = following.spot.start if following and same else None
        after = NormalText(texts[claim.spot.content][claim.spot.end : end])
        sentence = after.text[: after.sentences[0][1]].partition(";")[0]
        reason = patterns.aside.search(sentence)
        told = sentence[reason.end() :] if reason and not claim.aside else ""
        against, along = (
            patterns.contrary[sign].search(told) for sign in (claim.direction, -claim.direction)
        )
        if against and not along:
            yield remark(
                report,
                claim.spot,
                messages.checks.REASON_OF_LESS.code,
                messages.verify.CONTRARY,
                Severity.WARNING,
            )


def directions(
    report: SubmittedReport, claims: list[Claim], account: ClaimIndex, patterns: Patterns
) -> Iterator[ReportFinding]:
    """Yield a remark for every amount said to have risen or fallen to what is less or more than before."""
    for claim in claims:
        if claim.role is not Role.AMOUNT or not claim.direction or claim.aside:
            continue
        old = account.figure(f"{claim.item}.{claim.against}", Assignment(claim))
        if old and old.value is not None and (claim.amount - old.value) * claim.direction <= 0:
            said = messages.verify.DIRECTION.format(
                item=claim.item, now=patterns.words.basis, old=claim.against
            )
            yield remark(report, claim.spot, messages.verify.DIRECTION_CODE, said, Severity.ERROR)


def unmoved(report: SubmittedReport, patterns: Patterns) -> Iterator[ReportFinding]:
    """Yield a remark for every sentence that says nothing changed, and why it did."""
    for index, source in report.passages():
        text = NormalText(source)
        for start, end in text.sentences:
            found = patterns.same.search(text.text, start, end)
            if found and patterns.aside.search(text.text, found.end(), end):
                spot = Span(index, -1, -1, *text.span(*found.span()))
                yield remark(
                    report, spot, messages.verify.UNMOVED_CODE, messages.verify.UNMOVED, Severity.WARNING
                )


def grades(
    report: SubmittedReport, claims: list[Claim], patterns: Patterns, pack: Pack
) -> Iterator[ReportFinding]:
    """Yield a remark for every grade that does not go with the score."""
    score = next((each.amount for each in claims if each.id == pack.meta.score_total), None)
    if score is None:
        return
    bands = sorted(pack.scorecard.grades, key=lambda each: -each.at_least)
    earned = next((each.name for each in bands if score >= each.at_least), "")
    for index, source in report.passages():
        text = NormalText(source)
        for found in patterns.grade.finditer(text.text):
            if found["grade"] != earned:
                spot = Span(index, -1, -1, *text.span(*found.span("grade")))
                said = messages.verify.GRADE.format(score=f"{score:f}", grade=earned)
                yield remark(report, spot, messages.verify.GRADE_CODE, said, Severity.ERROR, earned)


def remark(
    report: SubmittedReport, spot: Span, code: str, said: str, severity: Severity, expected: str = ""
) -> ReportFinding:
    """Return a remark on what is said at a spot."""
    return ReportFinding(code, severity, (spot,), report.where(spot), report.text(spot), expected, said)
