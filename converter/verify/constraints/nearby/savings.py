"""What was saved of what was planned, and the rate of that, by the amounts before them in their paragraph.

Words tell which number is what was saved, and which its rate. Of which amounts they are is tried; if that of
none comes out, it is the two that alone stand before it in its sentence, or the one that alone does.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from converter.figures import Value, sum_values
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbers import ONE
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.constraints.common_constraints import computed, holding_or
from converter.verify.constraints.constraint import Constraint, evaluate
from converter.verify.constraints.reading import ReportReading

MOST_BEFORE_SAVING = 12  # amounts before what was saved that it may be saved of
LEAST_STEPS_OF_SAVING = 1_000  # of an amount, in its last digit: what was saved of fewer may be met by chance


class _Saved(Struct, frozen=True, eq=False):
    """An amount that was saved, those before it, and of these the ones in its sentence."""

    claim: Claim
    before: Sequence[Claim]
    beside: Sequence[Claim]

    def amount(self) -> Sequence[Constraint]:
        """Return what it is: what one amount before it is more than another one."""
        pairs = [(one, other) for at, one in enumerate(self.before) for other in self.before[at + 1 :]]
        ties = [
            computed(self.claim, lambda one, other: abs(one - other), *pair)
            for pair in pairs
            if max(each.amount / each.step for each in pair) >= LEAST_STEPS_OF_SAVING
        ]
        stated = [each for each in ties if len(self.beside) == 2 and {*self.beside} < {*evaluate(each).used}]
        return holding_or(ties, stated)

    def rate(self, rate: Claim) -> Sequence[Constraint]:
        """Return what a rate is: what was saved of one amount, or of that with what was saved."""
        larger = [each for each in self.before if each.amount > self.claim.amount]
        compared = [claim for each in self.amount() for claim in evaluate(each).used if claim in self.before]
        tried = [_rate(rate, self.claim, each, is_rest=rest) for rest in (False, True) for each in larger]
        stated: Sequence[Constraint] = ()
        if compared:  # of what was planned
            planned = max(compared, key=lambda claim: claim.amount)
            stated = [_rate(rate, self.claim, planned, is_rest=False)]
        elif len(self.beside) == 1:
            [spent] = self.beside
            stated = [_saved_at(rate, self.claim, spent)]
        return holding_or(tried, stated)


def savings(claims: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    """Yield what each amount that was saved, and each rate of it, must be."""
    in_text = (claim for claim in claims if claim.span.in_paragraph and claim.unit and claim.step)
    for _, several in groupby(in_text, lambda claim: claim.span.content):
        yield from _of_paragraph(list(several), reading)


def _of_paragraph(claims: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    text, patterns = reading.report.text_around(claims[0].span), reading.patterns
    saved: _Saved | None = None
    before: list[Claim] = []
    for last, claim in pairwise((None, *claims)):
        assert claim
        words = last_clause(normal_text(text[last.span.end if last else 0 : claim.span.start]))
        if claim.base_unit == patterns.ratio:
            if saved and patterns.saving_rate.search(words):
                yield from saved.rate(claim)
        elif patterns.saved.search(words):
            alike = [each for each in before if each.base_unit == claim.base_unit][-MOST_BEFORE_SAVING:]
            beside = [each for each in alike if each.sentence == claim.sentence]
            saved = _Saved(claim, alike, beside)
            yield from saved.amount()
        elif claim.role in (Role.AMOUNT, Role.UNKNOWN) and claim.amount > 0:
            before.append(claim)


def _rate(rate: Claim, saved: Claim, other: Claim, *, is_rest: bool) -> Constraint:
    """Return that a rate is what was saved by an amount planned or, if that `is_rest`, by both together: in
    the direction in which it is read, for a word for what was saved may be one for less.
    """

    def make(saved: Value, other: Value) -> Value:
        made = saved / (sum_values((saved, other)) if is_rest else other)
        return -made if rate.amount < 0 else made

    return computed(rate, make, saved, other, quotient=True)


def _saved_at(rate: Claim, saved: Claim, spent: Claim) -> Constraint:
    """Return that what was saved is what its rate makes that by what was spent: more off than the rate is."""
    return computed(
        saved, lambda rate, spent: spent * abs(rate) / (Value(ONE) - abs(rate)), rate, spent, quotient=True
    )
