"""Which amounts a claim may have to be for its violated constraints to hold."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import Evaluation, rounded
from converter.verify.constraints.effort import Effort
from converter.verify.localise.exact_slips import POINT_FACTORS
from converter.verify.localise.trials import MAX_SECANT_STEPS, Trials

MAX_AMOUNT_IN_STEPS = Decimal(10) ** 12  # of the last digit: no printed amount is that large
MOST_DIGITS_TO_TRY = 9  # of a number whose digits are tried one by one
MOST_TO_TRY_ON = 2  # constraints, of those that a number takes part in
NEAR_NEEDED = Decimal("0.01")  # of the amount needed: rates of few digits leave as much open


def satisfying(
    claim: Claim, evaluations: Iterable[Evaluation], trials: Trials, effort: Effort
) -> Iterator[Decimal]:
    """Yield the amounts, as the claim would print them, with which a constraint's sides would be equal."""
    for evaluation in evaluations:
        if not effort.spend_on(MAX_SECANT_STEPS, len(evaluation.used)):
            return
        if evaluation.constraint.target is claim and evaluation.right.amount is not None:
            amount: Decimal | None = evaluation.right.amount
        else:
            amount = trials.root(evaluation, claim)
        if amount is None or (claim.step and abs(amount) > claim.step * MAX_AMOUNT_IN_STEPS):
            continue
        if rounded(amount, claim) != claim.amount:
            yield rounded(amount, claim)


def a_slip_off(
    claim: Claim, evaluations: Sequence[Evaluation], trials: Trials, effort: Effort
) -> Iterator[Decimal]:
    """Yield the amounts of which one slip of the pen makes the one printed and that come near to what
    satisfies a constraint, the nearest first; none for numbers of many digits.
    """
    others = _a_slip_off(claim)
    for evaluation in evaluations[:MOST_TO_TRY_ON] if others else ():
        if not effort.spend_on(MAX_SECANT_STEPS + 1, len(evaluation.used)):
            return
        needed = trials.root(evaluation, claim)
        if needed is not None and trials.holds(evaluation, {claim: needed}):
            near = claim.step + abs(needed) * NEAR_NEEDED
            fitting = [other for other in others if abs(other - needed) <= near]
            yield from sorted(fitting, key=lambda other: (abs(other - needed), other))
        elif evaluation.constraint.quotient and effort.spend_on(len(others), len(evaluation.used)):
            amounts = sorted(others)
            yield from (each for each in amounts if trials.holds(evaluation, {claim: each}))


def may_have_slipped(claim: Claim, evaluations: Sequence[Evaluation], effort: Effort) -> bool:
    """Whether one slip of a claim is all that keeps constraints from holding."""
    trials = Trials()
    return any(
        all(trials.holds(each, {claim: amount}) for each in evaluations)
        for amount in a_slip_off(claim, evaluations, trials, effort)
    )


def _a_slip_off(claim: Claim) -> set[Decimal]:
    """Return the amounts that differ from a printed one in a digit, in the order of two or in the point."""
    printed = f"{abs(claim.amount / claim.step):.0f}" if claim.step else ""
    if not 1 < len(printed) <= MOST_DIGITS_TO_TRY:
        return set()
    digits = {
        printed[:at] + digit + printed[at + 1 :] for at in range(len(printed)) for digit in "0123456789"
    }
    turned = {
        printed[:at] + printed[at + 1] + printed[at] + printed[at + 2 :] for at in range(len(printed) - 1)
    }
    unit = claim.step if claim.amount > 0 else -claim.step
    moved = {claim.amount * times for times in POINT_FACTORS}
    return {*(Decimal(each) * unit for each in digits | turned), *moved} - {claim.amount}
