"""What was saved of what was planned, and the rate of that, by the amounts before them in their paragraph.

Words tell which number is what was saved, and which its rate. Of which amounts they are is tried; if that of
none comes out, it is the two that alone stand before it in its sentence, or the one that alone does.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from msgspec import Struct

from converter.figures import Outcome, Value, sum_values
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import ComputeSides, Constraint, evaluate, told_change

MOST_BEFORE = 12  # amounts before what was saved that it may be saved of
ONE = Decimal(1)
LEAST_STEPS = 1_000  # of an amount, in its last digit: what was saved of fewer may be met by chance


class _Saved(Struct, frozen=True, eq=False):
    """An amount that was saved, those before it, and of these the ones in its sentence."""

    claim: Claim
    before: Sequence[Claim]
    beside: Sequence[Claim]

    def amount(self) -> Sequence[Constraint]:
        """Return what it is: what one amount before it is more than another one."""
        pairs = [(one, other) for at, one in enumerate(self.before) for other in self.before[at + 1 :]]
        ties = [
            told_change(self.claim, _difference(self.claim, *pair))
            for pair in pairs
            if max(each.amount / each.step for each in pair) >= LEAST_STEPS
        ]
        told = [each for each in ties if len(self.beside) == 2 and {*self.beside} < {*evaluate(each).used}]
        return _chosen(ties, told)

    def rate(self, rate: Claim) -> Sequence[Constraint]:
        """Return what a rate is: what was saved of one amount, or of that with what was saved."""
        larger = [each for each in self.before if each.amount > self.claim.amount]
        compared = [claim for each in self.amount() for claim in evaluate(each).used if claim in self.before]
        made = [sides(rate, self.claim, each) for sides in (_share, _share_of_both) for each in larger]
        told: Sequence[Constraint] = ()
        if compared:  # of what was planned
            planned = max(compared, key=lambda claim: claim.amount)
            told = [told_change(rate, _share(rate, self.claim, planned), quotient=True)]
        elif len(self.beside) == 1:
            [spent] = self.beside
            told = [told_change(self.claim, _saved_at(rate, self.claim, spent), quotient=True)]
        return _chosen([told_change(rate, sides, quotient=True) for sides in made], told)


def savings(claims: Sequence[Claim], report: SubmittedReport, patterns: Patterns) -> Iterator[Constraint]:
    """Yield what each amount that was saved, and each rate of it, must be."""
    told = (claim for claim in claims if claim.span.in_paragraph and claim.unit and claim.step)
    for _, several in groupby(told, lambda claim: claim.span.content):
        yield from _of_paragraph(list(several), report, patterns)


def _of_paragraph(
    claims: Sequence[Claim], report: SubmittedReport, patterns: Patterns
) -> Iterator[Constraint]:
    text = report.text_around(claims[0].span)
    saved: _Saved | None = None
    before: list[Claim] = []
    for last, claim in pairwise((None, *claims)):
        assert claim
        words = last_clause(normal_text(text[last.span.end if last else 0 : claim.span.start]))
        if claim.base_unit == patterns.ratio:
            if saved and patterns.saving_rate.search(words):
                yield from saved.rate(claim)
        elif patterns.saved.search(words):
            alike = [each for each in before if each.base_unit == claim.base_unit][-MOST_BEFORE:]
            beside = [each for each in alike if each.sentence == claim.sentence]
            saved = _Saved(claim, alike, beside)
            yield from saved.amount()
        elif claim.role in (Role.AMOUNT, Role.UNKNOWN) and claim.amount > 0:
            before.append(claim)


def _chosen(ties: Sequence[Constraint], told: Sequence[Constraint]) -> Sequence[Constraint]:
    """Return the first that comes out, else those that words tell: one number may be a slip away."""
    held = (each for each in ties if evaluate(each).outcome is Outcome.HOLDS)
    first = next(held, None)
    return [first] if first else told


def _difference(saved: Claim, one: Claim, other: Claim) -> ComputeSides:
    def sides(assignment: Assignment) -> BothSides:
        left, first, second = map(assignment.value_of, (saved, one, other))
        return BothSides(left, abs(first - second), (saved, one, other))

    return sides


def _share(rate: Claim, saved: Claim, planned: Claim) -> ComputeSides:
    def sides(assignment: Assignment) -> BothSides:
        left, part, whole = map(assignment.value_of, (rate, saved, planned))
        return BothSides(left, _signed(part / whole, rate), (rate, saved, planned))

    return sides


def _share_of_both(rate: Claim, saved: Claim, spent: Claim) -> ComputeSides:
    def sides(assignment: Assignment) -> BothSides:
        left, part, rest = map(assignment.value_of, (rate, saved, spent))
        return BothSides(left, _signed(part / sum_values((part, rest)), rate), (rate, saved, spent))

    return sides


def _saved_at(rate: Claim, saved: Claim, spent: Claim) -> ComputeSides:
    """Return what was saved, and what its rate makes that by what was spent: more off than the rate is."""

    def sides(assignment: Assignment) -> BothSides:
        at, left, rest = abs(assignment.value_of(rate)), *map(assignment.value_of, (saved, spent))
        return BothSides(left, rest * at / (Value(ONE) - at), (saved, rate, spent))

    return sides


def _signed(made: Value, rate: Claim) -> Value:
    """Return a rate in the direction in which one is read: a word for what was saved may be one for less."""
    return -made if rate.amount < 0 else made
