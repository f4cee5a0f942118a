"""Ties: whatever must be equal in a report, each a claim or sum on one side and a reckoning on the other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from itertools import product

from converter.figures import Outcome, Value, half_up
from converter.verify.claims.claim import Claim
from converter.verify.constraints.claim_index import Assignment, Changed

BothSides = Callable[[Assignment], tuple[Value, Value]]
FEW = 6  # claims of a quotient whose extremes are sought one by one


class ConstraintKind(StrEnum):
    """What kind of tie it is: `messages` words them."""

    IDENTITY = "identity"
    RELATION = "relation"
    AGREEMENT = "agreement"
    SHARE = "share"
    PARTS = "parts"
    SCORE = "score"
    DATA = "data"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Constraint:
    """Two sides that must be equal. `target` is the claim that is one of them alone, if one is.

    `because` says why; `near` is whose neighbourhood it is reckoned in; `quotient` says that what is printed
    rounds what is reckoned (a quotient), so that no remainder of rounding is worth a remark.
    """

    kind: ConstraintKind
    because: str
    sides: BothSides
    target: Claim | None = None
    near: Claim | None = None
    quotient: bool = False
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a tie turned out, both sides, and the claims it used."""

    tie: Constraint
    outcome: Outcome
    left: Value
    right: Value
    used: tuple[Claim, ...]
    truncated: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from a tie that says the same."""
        return (self.tie.kind, self.outcome, frozenset(self.used), self.tie.quotient)

    @property
    def said(self) -> tuple[object, ...]:
        """What it says of figures, wherever they are printed."""
        return (self.tie.because, frozenset((claim.id, claim.amount) for claim in self.used))


def evaluated(tie: Constraint, changed: Changed | None = None) -> Evaluation:
    """Return how a tie turns out, with other amounts for some claims."""
    taking = Assignment(tie.near, changed or {})
    left, right = tie.sides(taking)
    used = tuple(dict.fromkeys(taking.used))
    outcome, truncated = _outcome(tie, left, right, lambda: _possible(tie, left, used, taking.changed))
    return Evaluation(tie, outcome, left, right, used, truncated)


def evaluations(ties: Iterable[Constraint]) -> list[Evaluation]:
    """Return how each tie turned out; ties that say the same of the same claims count once."""
    found: dict[object, Evaluation] = {}
    for trial in map(evaluated, ties):
        if trial.outcome is not Outcome.NOT_EVALUABLE and trial.used:
            found.setdefault(trial.key, trial)
    return list(found.values())


def _outcome(
    tie: Constraint, left: Value, right: Value, possible: Callable[[], bool]
) -> tuple[Outcome, bool]:
    """Return whether the sides are equal as far as printed digits tell, and whether one was cut off."""
    if left.amount is None or right.amount is None:
        return Outcome.NOT_EVALUABLE, False
    if left.amount == right.amount or (tie.target and rounded(right.amount, tie.target) == left.amount):
        return Outcome.HOLDS, False
    near = abs(left.amount - right.amount) <= left.error + right.error
    if near and not tie.quotient:
        return Outcome.ROUNDING, False
    if near and possible():
        return Outcome.HOLDS, False
    if tie.target and _cut(right.amount, tie.target) == left.amount:
        return Outcome.ROUNDING, True
    return Outcome.DIFFERS, False


def _possible(tie: Constraint, left: Value, used: tuple[Claim, ...], changed: Changed) -> bool:
    """Whether a quotient comes to what is printed for some amounts that round to those printed.

    The errors of its parts add up to more than that where one amount stands above and below the line.
    """
    inexact = [each for each in used if each is not tie.target and each.value.error]
    if len(inexact) > FEW:
        return True
    reckoned = (tie.sides(Assignment(tie.near, extreme))[1].amount for extreme in _extremes(inexact, changed))
    found = [amount for amount in reckoned if amount is not None]
    assert left.amount is not None
    return (
        min(found, default=left.amount) - left.error
        <= left.amount
        <= max(found, default=left.amount) + left.error
    )


def _extremes(claims: list[Claim], changed: Changed) -> Iterator[Changed]:
    """Yield other amounts for the claims: each the least or the most that rounds to what is printed."""
    for signs in product((-1, 1), repeat=len(claims)):
        moved = zip(claims, signs, strict=True)
        yield {
            **changed,
            **{each: changed.get(each, each.amount) + sign * each.value.error for each, sign in moved},
        }


def rounded(amount: Decimal, claim: Claim) -> Decimal:
    """Return an amount to the digits a claim shows."""
    return half_up(amount / claim.step, 0) * claim.step if claim.step else amount


def _cut(amount: Decimal, claim: Claim) -> Decimal:
    if not claim.step:
        return amount
    return (amount / claim.step).to_integral_value(ROUND_DOWN) * claim.step


def constant(claim: Claim, value: Value) -> BothSides:
    """Return the sides of a claim and a fixed amount."""
    return lambda taking: (value_of(claim, taking), value)


def value_of(claim: Claim, taking: Assignment) -> Value:
    """Return a claim's value, or what is put in its place, and note that it was used."""
    taking.used.append(claim)
    return Value(taking.changed.get(claim, claim.amount), claim.value.error)
