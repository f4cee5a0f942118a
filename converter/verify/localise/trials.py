"""What comes of constraints with other amounts for claims, and with which amount of one claim they hold."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow
from functools import cache

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import ChangedAmounts
from converter.verify.constraints.constraint import SATISFIED, Evaluation, evaluate

MAX_SECANT_STEPS = 4  # a sum and a quotient need one; more if numbers are on both sides
FIRST_SECANT_STEP = Decimal("0.01")  # as a part of the amount

_Way = Callable[[Decimal], Decimal]

ByClaim = Mapping[Claim, Sequence[Evaluation]]


def root(evaluation: Evaluation, claim: Claim) -> Decimal | None:
    """Return the amount of a claim that makes both sides equal, by the secant method; None if not found.

    What an amount divides changes evenly with its reciprocal.
    """
    for way in (_as_it_is, _reciprocal):
        amount = _by_secants(evaluation, claim, way)
        if amount is not None and _holds(evaluation, {claim: amount}):
            return amount
    return None


def _by_secants(evaluation: Evaluation, claim: Claim, way: _Way) -> Decimal | None:
    """Return what the secant method gives for what the amount is in a way."""
    gap = _gap(evaluation)
    second = claim.amount + max(claim.step, abs(claim.amount) * FIRST_SECANT_STEP)
    try:
        before, now = way(claim.amount), way(second)
        for _ in range(MAX_SECANT_STEPS):
            next_gap = _gap(evaluate(evaluation.constraint, {claim: way(now)}))
            if gap is None or next_gap is None or next_gap == gap:
                return None
            if not next_gap:
                break
            before, now, gap = now, now - next_gap * (now - before) / (next_gap - gap), next_gap
        return way(now)
    except (DivisionByZero, InvalidOperation, Overflow):
        return None


def _holds(evaluation: Evaluation, changed: Mapping[Claim, Decimal]) -> bool:
    return evaluate(evaluation.constraint, changed).outcome is not Outcome.DIFFERS


def _as_it_is(amount: Decimal) -> Decimal:
    return amount


def _reciprocal(amount: Decimal) -> Decimal:
    return 1 / amount


def _gap(evaluation: Evaluation) -> Decimal | None:
    """Return left side less right side."""
    left, right = evaluation.left.amount, evaluation.right.amount
    return None if left is None or right is None else left - right


class Trials:
    """Tries amounts, each once: the same are asked again whenever a wrong number is found among many."""

    def __init__(self) -> None:
        self.root = cache(root)
        self._outcome_of = cache(_outcome)

    def outcome(self, evaluation: Evaluation, changed: ChangedAmounts) -> Outcome:
        """Return how a constraint comes out with the amounts that are changed."""
        return self._outcome_of(evaluation, tuple(_used(evaluation, changed).items()))

    def holds(self, evaluation: Evaluation, changed: ChangedAmounts) -> bool:
        """Whether a constraint holds then, if only but for a remainder of rounding."""
        return self.outcome(evaluation, changed) in SATISFIED

    def is_to_the_digit(self, evaluation: Evaluation, changed: ChangedAmounts) -> bool:
        """Whether a number is then what the others make, rounded to its digits."""
        constraint = evaluation.constraint
        return bool(constraint.target) and evaluate(constraint, _used(evaluation, changed)).is_to_the_digit


def using(changed: ChangedAmounts, by_claim: ByClaim) -> dict[Evaluation, None]:
    """Return the evaluations that use what is changed, each once."""
    return dict.fromkeys(each for claim in changed for each in by_claim.get(claim, ()))


def _used(evaluation: Evaluation, changed: ChangedAmounts) -> dict[Claim, Decimal]:
    """Return what of a change an evaluation uses."""
    return {claim: changed[claim] for claim in evaluation.used if claim in changed}


def _outcome(evaluation: Evaluation, changed: tuple[tuple[Claim, Decimal], ...]) -> Outcome:
    return evaluate(evaluation.constraint, dict(changed)).outcome
