"""Rates of parts that are all: what they tell of each part's base adds up to the base of the whole.

A whole that has grown at some rate is the sum of parts of which each has grown at its own; what was carried
out of a plan is the sum of what was carried out of its parts. That binds each rate but loosely.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.figures import NO_VALUE, Outcome, Value, sum_values
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import (
    SATISFIED,
    Constraint,
    ConstraintKind,
    Evaluation,
    Surety,
    evaluate,
)

MOST_RATED_PARTS = 6  # of more, rounding hides nearly all
LESS_ONE = Value(Decimal(-1))

_Kind = tuple[Role, str, str]  # of a rate: what it is of and from
_Rates = Mapping[tuple[int, str], Mapping[_Kind, Sequence[Claim]]]


class _Rated(Struct, frozen=True, eq=False):
    """The rate of a whole, and its parts with their rates of the same kind."""

    rate: Claim
    parts: Sequence[Claim]
    rates: Sequence[Claim]

    def constraint(self) -> Constraint:
        """Return the constraint that the rate of the whole is what the bases of the parts make it."""

        def sides(assignment: Assignment) -> BothSides:
            parts = [assignment.value_of(part) for part in self.parts]
            times = [self._times(assignment.value_of(rate)) for rate in self.rates]
            bases = [part / each for part, each in zip(parts, times, strict=True)]
            left = self._times(assignment.value_of(self.rate))
            if any(base.amount is None for base in bases):
                return BothSides(left, NO_VALUE, ())
            used = (self.rate, *self.parts, *self.rates)
            return BothSides(left, sum_values(parts) / sum_values(bases), used)

        return Constraint(
            ConstraintKind.CHANGE,
            "",
            sides,
            near=self.rate,
            quotient=True,
            surety=Surety.PROBABLE,
            any_slip_counts=True,
        )

    def _times(self, rate: Value) -> Value:
        """Return how many times its base an amount is."""
        return rate - LESS_ONE if self.rate.role is Role.RATE else rate


def rates_of_parts(claims: Iterable[Claim], evaluations: Iterable[Evaluation]) -> Iterator[Constraint]:
    """Yield what the rates of a whole and of the parts that add up to it must keep to.

    What has come to nothing may have had a base: beside such a part, and in a budget, which may have more,
    the bases of parts are at most that of the whole. Only what comes out is asked of what words do not state
    to be parts, and of several rates that not all have: it is open which of them go together.
    """
    rates = _rates(claims)
    for each in evaluations if rates else ():
        *parts, whole = each.used
        amounts = [part for part in parts if part.amount]
        is_sum = each.constraint.kind is ConstraintKind.PARTS and each.outcome in SATISFIED
        if not is_sum or whole.role is not Role.AMOUNT or not 1 < len(amounts) <= MOST_RATED_PARTS:
            continue
        of_whole, *of_parts = [_beside(amount, rates) for amount in (whole, *amounts)]
        for kind, rate in of_whole.items():
            alike = [each[kind] for each in of_parts if kind in each]
            if len(alike) == len(amounts):
                constraint = _Rated(rate, amounts, alike).constraint()
                is_stated = all(part.part_of is whole for part in amounts)
                is_stated &= _is_only(kind, of_whole) or all(
                    each.keys() == of_whole.keys() for each in of_parts
                )
                rated = evaluate(constraint)
                is_all = kind[0] is Role.RATE and len(parts) == len(amounts)
                if rated.outcome is Outcome.HOLDS or (is_stated and (is_all or _is_too_much(rated))):
                    yield constraint


def _rates(claims: Iterable[Claim]) -> _Rates:
    """Return the rates and completions by where they stand and what they are of, then by their kind."""
    found: dict[tuple[int, str], dict[_Kind, list[Claim]]] = {}
    for claim in claims:
        is_rate = claim.role in (Role.RATE, Role.COMPLETION) and claim.amount > -1
        if is_rate and claim.item and claim.span.in_paragraph and not claim.in_explanation:
            kinds = found.setdefault((claim.span.content, claim.figure_id("")), {})
            kinds.setdefault((claim.role, claim.of_basis, claim.reference_basis), []).append(claim)
    return found


def _beside(amount: Claim, rates: _Rates) -> dict[_Kind, Claim]:
    """Return the next rate of each kind behind an amount, of the same figure."""
    found = {}
    for kind, several in rates.get((amount.span.content, amount.figure_id("")), {}).items():
        behind = next((rate for rate in several if rate.span.start > amount.span.start), None)
        if behind and kind[1] == amount.basis:
            found[kind] = behind
    return found


def _is_only(kind: _Kind, rates: Iterable[_Kind]) -> bool:
    """Whether no other kind of rates tells of what an amount was measured by in the same way."""
    return sum(role is kind[0] for role, _, _ in rates) == 1


def _is_too_much(rated: Evaluation) -> bool:
    """Whether a whole is more times its base than its parts are theirs, so that their bases are too much."""
    left, right = rated.left.amount, rated.right.amount
    return left is not None and right is not None and left > right
