"""With which amount of one claim a constraint holds."""

from decimal import Decimal, DivisionByZero, InvalidOperation

from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import Evaluation, evaluate

MAX_SECANT_STEPS = 4  # a sum needs one, a quotient of printed numbers two
FIRST_SECANT_STEP = Decimal("0.01")  # as a part of the amount


def root(evaluation: Evaluation, claim: Claim) -> Decimal | None:
    """Return the amount of a claim that makes both sides equal, by the secant method; None if not found."""
    before, now = claim.amount, claim.amount + max(claim.step, abs(claim.amount) * FIRST_SECANT_STEP)
    gap = _gap(evaluation)
    for _ in range(MAX_SECANT_STEPS):
        next_gap = _gap(evaluate(evaluation.constraint, {claim: now}))
        if gap is None or next_gap is None or next_gap == gap:
            return None
        if not next_gap:
            return now
        try:
            before, now, gap = now, now - next_gap * (now - before) / (next_gap - gap), next_gap
        except (DivisionByZero, InvalidOperation):
            return None
    return now


def _gap(evaluation: Evaluation) -> Decimal | None:
    """Return left side less right side."""
    left, right = evaluation.left.amount, evaluation.right.amount
    return None if left is None or right is None else left - right
