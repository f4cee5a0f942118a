"""Findings on the reasons for changes: those that lack, fit only the other direction, or explain nothing."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from converter import messages
from converter.document.contents import Passage
from converter.figures import Severity
from converter.verify.claims.claim import Claim, Role, paragraph_span
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.numbering import POINT_NUMBER
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at

FARTHEST_REASON = 40  # characters behind a change in which the word for the direction of its reason stands
BEFORE_REASON = 4  # characters of a sentence in which what explains the one before it may begin


def wrong_reasons(reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield what is wrong in the reasons that a report gives for its changes, or does not give."""
    changes = reading.changes
    yield from _missing(changes, reading)
    yield from _contrary(changes, reading)
    yield from _of_other_direction(changes, reading)


def _missing(claims: Sequence[Claim], reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each large change without a reason in the rest of its paragraph or in the next."""
    message = messages.verify.REASON_LACKING
    for claim in claims:
        if claim.role is not Role.CHANGE or not claim.known or claim.in_explanation:
            continue
        if not claim.span.in_paragraph:
            continue
        rate = _rate_of_change(claim, reading)
        if rate is None or rate < reading.sentences.explain_from:
            continue
        content = claim.span.content
        if _last_reason(reading, content) < claim.span.end and _last_reason(reading, content + 1) < 0:
            because = message.text.format(percent=f"{rate:.1%}")
            yield finding_at(reading.report, claim.span, message.code, because, Severity.WARNING)


def _last_reason(reading: ReportReading, content: int) -> int:
    """Return where in a paragraph the last words of a reason begin, -1 where there are none."""
    [passage] = reading.report.contents[content : content + 1] or [None]
    if not isinstance(passage, Passage):
        return -1
    text, last = NormalText(passage.written.text), -1
    for words in reading.patterns.reason.finditer(text.text):
        last, _ = text.source_bounds(*words.span())
    return last


def _rate_of_change(claim: Claim, reading: ReportReading) -> Decimal | None:
    """Return by what part of its base an item changed, None if the base is unknown or zero."""
    base = reading.base_of(claim)
    return abs(claim.amount / base) if base else None


def _contrary(claims: Sequence[Claim], reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each change whose reasons, up to the next change that is none of these, only fit
    the other direction, or say that there was nothing where there was something.
    """
    patterns, report = reading.patterns, reading.report
    changes = [
        claim
        for claim in claims
        if claim.role is not Role.RATE and claim.direction and claim.span.in_paragraph
        if not claim.in_explanation
    ]
    for claim, following in zip_longest(changes, changes[1:]):
        ends_before = following and following.span.content == claim.span.content
        end = following.span.start if following and ends_before else None
        after = NormalText(report.text_around(claim.span)[claim.span.end : end])
        reason = _reason_behind(after, patterns.explanation)
        words, code, because = patterns.reason_words, messages.checks.REASON_OF_LESS.code, ""
        if words.are_against(claim.direction, reason):
            because = messages.verify.CONTRARY
        elif words.tell_of_none(reason) and _amount_of(claim, reading):
            because = messages.verify.REASON_OF_NONE
        if because:
            yield finding_at(report, claim.span, code, because, Severity.WARNING)


def _reason_behind(after: NormalText, explanation: re.Pattern[str]) -> str:
    """Return the reason that stands in the first sentence or begins the second, up to a semicolon unless it
    has numbered points.
    """
    for first, (start, end) in enumerate(after.sentences[:2]):
        first_stretch, *others = after.text[start:end].split(";")
        found = explanation.search(first_stretch)
        if found and (not first or found.start() <= BEFORE_REASON):
            reason = first_stretch[found.end() :]
            return ";".join((reason, *others)) if POINT_NUMBER.search(f":{reason}") else reason
    return ""


def _amount_of(claim: Claim, reading: ReportReading) -> Decimal | None:
    """Return what a changed item came to, None if that is not known."""
    now = reading.index.find(f"{claim.item}.{reading.sentences.basis}", claim)
    return now.value if now else None


def _of_other_direction(claims: Sequence[Claim], reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each change right behind which a reason for one of the other direction begins."""
    message, patterns = messages.verify.REASON_OF_OTHER, reading.patterns
    for claim in claims:
        if claim.role not in (Role.CHANGE, Role.RATE) or not claim.direction or not claim.amount:
            continue
        if not claim.span.in_paragraph:
            continue
        text = reading.report.text_around(claim.span)
        after = text[claim.span.end : claim.span.end + FARTHEST_REASON]
        begun = patterns.reason_for.match(NormalText(after).text)
        if begun and patterns.direction(begun["word"]) == -claim.direction:
            because = message.text.format(word=begun["word"])
            yield finding_at(reading.report, claim.span, message.code, because, Severity.ERROR)


def needless_reasons(reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each sentence that says nothing changed, and then why it rose or fell."""
    patterns, message = reading.patterns, messages.verify.UNMOVED
    for content, text in reading.report.normal_texts:
        if not patterns.same.search(text.text):
            continue
        for start, end in text.sentences:
            found = patterns.same.search(text.text, start, end)
            clause_end = text.text.find(";", found.end(), end) if found else -1
            end = end if clause_end < 0 else clause_end
            reason = patterns.explanation.search(text.text, found.end(), end) if found else None
            if found and reason and patterns.reason_words.tell_a_change(text.text[reason.end() : end]):
                span = paragraph_span(content, text.source_bounds(*found.span()))
                yield finding_at(reading.report, span, message.code, message.text, Severity.WARNING)
