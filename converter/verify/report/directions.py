"""Findings on changes: against the direction of their amounts or their rate, or compared with themselves; and
on statements that something rose or fell, with no number that says by how much.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from converter import messages
from converter.chinese import COMMA, FULL_STOP, YEAR
from converter.figures import NO_VALUE, Severity, value_of
from converter.pack import Comparison
from converter.verify.claims.claim import Claim, Role, is_rate_behind, paragraph_span
from converter.verify.claims.extent import OWN
from converter.verify.claims.normal_text import NormalText, normal_text
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at

_YEAR = re.compile(rf"20\d\d(?={YEAR})")
_JOINTS = ("", ",", COMMA)  # between an amount and what is stated of it


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


class _Subject(Struct, frozen=True):
    """What is said to have risen or fallen: an item of the pack on a basis."""

    item: str
    basis: str


def wrong_directions_in_words(
    reading: ReportReading, clauses: ClauseReader, kind: str
) -> Iterator[ReportFinding]:
    """Yield a finding for each item said to have risen or fallen whose amounts say the other; `kind` is the
    basis of amounts that tell none. A report of several years, or of a part of one, is not looked at.
    """
    title = reading.report.title_line
    if len(set(_YEAR.findall(title))) > 1 or reading.patterns.extent_period.search(title):
        return
    for content, text in reading.report.normal_texts:
        for found in reading.patterns.told.finditer(text.text):
            reader = _Reader(reading, clauses, kind, content, text)
            subject = reader.subject(found.start())
            comparison = (
                clauses.bases.stated_comparison(found["compared"], subject.basis) if subject else None
            )
            if not subject or not comparison:
                continue
            change = _change(subject, comparison, reading)
            if change and (change > 0) != bool(found["more"]):
                message = messages.verify.DIRECTION
                because = message.text.format(item=subject.item, now=subject.basis, old=comparison.against)
                span = paragraph_span(content, text.source_bounds(*found.span()))
                yield finding_at(reading.report, span, message.code, because, Severity.ERROR)


class _Reader(Struct, frozen=True):
    """Reads what statements of one paragraph are about: only what is certain."""

    reading: ReportReading
    clauses: ClauseReader
    kind: str
    content: int
    text: NormalText

    def subject(self, at: int) -> _Subject | None:
        """Return what the words or the amount before a place in the paragraph are about; None where they
        explain or hope, or are of less than the whole department.
        """
        sentences, patterns = self.text.sentences, self.reading.patterns
        begin, _ = sentences[bisect_right(sentences, (at, len(self.text.text))) - 1]
        before = self.text.text[begin:at]
        if patterns.hoped.search(before) or patterns.explanation.search(before):
            return None
        first, last = self.text.source_bounds(begin, at)
        claims = self.reading.inside(self.content, first, last)
        if patterns.reason.search(before) or any(claim.extent != OWN for claim in claims):
            return None
        words = re.split(rf"[,{COMMA};:()]", before)[-1]
        return self._named(words) if words else self._of_amount(claims[-1:], last)

    def _named(self, words: str) -> _Subject | None:
        """Return what words name in full: not what means another thing below another heading."""
        named, patterns = self.clauses.named(words), self.reading.patterns
        if not named or not named.known or named.words in self.reading.sentences.alone:
            return None
        prefix, _, rest = words.partition(named.words)
        basis = named.basis or self.clauses.bases.named(prefix + rest) or self.kind
        sentences = self.reading.sentences
        is_scoped = any(named.item in sentences.within.get(scope.item, ()) for scope in sentences.scopes)
        is_own = patterns.own.fullmatch(prefix) and not is_scoped
        return _Subject(named.item, basis) if is_own and basis == self.kind else None

    def _of_amount(self, last: list[Claim], end: int) -> _Subject | None:
        """Return what the amount right before a place is of."""
        claim = last[0] if last else None
        if not claim or not claim.known or claim.role is not Role.AMOUNT or claim.basis != self.kind:
            return None
        between = self.reading.report.text_around(claim.span)[claim.span.end : end]
        return _Subject(claim.item, claim.basis) if normal_text(between) in _JOINTS else None


def _change(subject: _Subject, comparison: Comparison, reading: ReportReading) -> Decimal | None:
    """Return by how much a subject has changed, None if its amounts do not tell for certain."""
    bases = (subject.basis, comparison.against, comparison.change)
    ids = [f"{subject.item}.{basis}" for basis in bases]
    if any(reading.index.is_stated_otherwise(each) for each in ids):
        return None
    found = (reading.index.find(each) for each in ids)
    now, before, change = (value_of(each) if each else NO_VALUE for each in found)
    gap = now - before
    change_found = change if gap.amount is None and subject.basis == reading.sentences.basis else gap
    return (
        change_found.amount
        if change_found.amount is not None and abs(change_found.amount) > change_found.error
        else None
    )
