"""What a rate right behind its change is, by an amount before both that may have another name."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise

from converter.verify.claims.claim import Claim, Role, is_rate_behind
from converter.verify.constraints.common_constraints import computed, first_holding
from converter.verify.constraints.constraint import Constraint

LEAST_STEPS_OF_RATE = 100  # of a rate, in its last digit: fewer may fit one of several amounts by chance
MOST_CHANGED_TRIED = 8  # before a change that it may be of
LEAST_CHARACTERS_ALIKE = 4  # characters with which two names of one item begin


def rates_of_changes(claims: Sequence[Claim], tied: Collection[Claim]) -> Iterator[Constraint]:
    """Yield a constraint of each rate that is not `tied` with the change before it and an amount before both:
    the nearest with which it holds, or else the only one there is, if it is called alike.
    """
    in_text = (claim for claim in claims if claim.span.in_paragraph and claim.base_unit)
    for _, paragraph in groupby(in_text, lambda claim: claim.span.content):
        before: list[Claim] = []
        for change, rate in pairwise(paragraph):
            before += [change] if _is_amount(change) else []
            if rate not in tied and _is_rate_of(rate, change):
                amounts = [each for each in before if each.base_unit == change.base_unit]
                yield from _chosen(rate, change, amounts[-MOST_CHANGED_TRIED:])


def _is_amount(claim: Claim) -> bool:
    return claim.role is Role.AMOUNT and claim.amount > 0 and not claim.in_explanation


def _is_rate_of(rate: Claim, change: Claim) -> bool:
    """Whether a rate stands right behind a change and tells the same direction."""
    is_directed = change.direction == rate.direction != 0 and not rate.in_explanation
    return is_directed and is_rate_behind(rate, change)


def _chosen(rate: Claim, change: Claim, amounts: Sequence[Claim]) -> Iterator[Constraint]:
    tried = [_constraint(rate, change, amount) for amount in reversed(amounts)]
    is_distinctive = len(tried) == 1 or abs(rate.amount) / rate.step >= LEAST_STEPS_OF_RATE
    if holding := first_holding(tried) if is_distinctive else None:
        yield holding
    elif (
        len(amounts) == 1 and amounts[0].item[:LEAST_CHARACTERS_ALIKE] == change.item[:LEAST_CHARACTERS_ALIKE]
    ):
        yield _constraint(rate, change, amounts[0], any_slip_counts=True)


def _constraint(rate: Claim, change: Claim, amount: Claim, *, any_slip_counts: bool = False) -> Constraint:
    """Return the constraint that a rate is a change divided by what an amount was before it."""
    return computed(
        rate,
        lambda changed, now: changed / (now - changed),
        change,
        amount,
        quotient=True,
        any_slip_counts=any_slip_counts,
    )
