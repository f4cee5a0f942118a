"""What a rate is that is called after what it measures, by the amounts before it in its sentence.

Its part is the amount before which the end of its name stands, also where a word says that it is what is not
so; its whole is a larger one. If none comes out, it is of the only one, or of that which rates of the same
name are of.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from converter.figures import Value
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbers import ONE
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.constraints.common_constraints import computed
from converter.verify.constraints.constraint import Constraint, holds
from converter.verify.constraints.reading import ReportReading

MOST_CHARACTERS_BEFORE_RATE = 40  # characters before a number that are looked at
MOST_BEFORE_RATE = 6  # before a rate, since the one before it

_RateWay = tuple[int, int, bool]
"""Which amount before a rate is its part, which its whole, and whether it is what the part leaves of it."""


class _NamedRate(Struct, frozen=True, eq=False):
    """A rate, the end of its name, and the amounts before it, each with the words before that."""

    rate: Claim
    name: str
    amounts: Sequence[tuple[str, Claim]]

    def ways(self) -> list[_RateWay]:
        """Return the ways in which it may be made of the amounts: first those by which it is what a part is
        of a whole, then those by which it is what the part leaves of it.
        """
        parts = [at for at, (words, _) in enumerate(self.amounts) if self.name in words]
        return [
            (part, whole, is_rest)
            for is_rest in (False, True)
            for part in parts
            for whole, (_, claim) in enumerate(self.amounts)
            if claim.base_unit == self._claim(part).base_unit and claim.amount > self._claim(part).amount
        ]

    def constraint(self, way: _RateWay) -> Constraint:
        """Return the constraint that it is made of the amounts in one way."""
        part, whole, is_rest = way

        def make(part: Value, whole: Value) -> Value:
            return Value(ONE) - part / whole if is_rest else part / whole

        return computed(self.rate, make, self._claim(part), self._claim(whole), quotient=True)

    def holding(self) -> _RateWay | None:
        """Return the way that comes out."""
        return next((each for each in self.ways() if holds(self.constraint(each))), None)

    def _claim(self, at: int) -> Claim:
        return self.amounts[at][1]


def named_rates(claims: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    """Yield what each rate that words do not tell otherwise must be."""
    rates = list(_rates(claims, reading))
    holding = {rate: rate.holding() for rate in rates}
    ways: dict[str, set[_RateWay]] = {}
    for rate, way in holding.items():
        ways.setdefault(rate.name, set()).update([way] if way else ())
    for rate in rates:
        stated = {each for each in rate.ways() if not each[2]}
        if len(ways[rate.name]) == 1:
            stated = ways[rate.name] & {*rate.ways()} or stated
        if way := holding[rate] or (min(stated) if len(stated) == 1 else None):
            yield rate.constraint(way)


def _rates(claims: Sequence[Claim], reading: ReportReading) -> Iterator[_NamedRate]:
    in_text = (claim for claim in claims if claim.span.in_paragraph and claim.unit and claim.step)
    for _, sentence in groupby(in_text, lambda claim: claim.place):
        amounts: list[tuple[str, Claim]] = []
        end = 0
        for claim in sentence:
            text, start = reading.report.text_around(claim.span), claim.span.start
            words = last_clause(normal_text(text[max(end, start - MOST_CHARACTERS_BEFORE_RATE) : start]))
            end = claim.span.end
            if claim.base_unit == reading.patterns.ratio:
                named = reading.patterns.rate_name.search(words) if claim.role is Role.UNKNOWN else None
                if named and not claim.in_explanation:
                    yield _NamedRate(claim, named[1], amounts[-MOST_BEFORE_RATE:])
                amounts = []
            elif claim.role in (Role.AMOUNT, Role.CHANGE, Role.UNKNOWN) and claim.amount > 0:
                amounts.append((words, claim))
