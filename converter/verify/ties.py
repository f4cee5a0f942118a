"""Ties: whatever must be equal in a report, each a claim or sum on one side and a reckoning on the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from converter.figures import Outcome, Value, half_up
from converter.verify.account import Changed, Taking
from converter.verify.claim import Claim

Sides = Callable[[Taking], tuple[Value, Value]]


class Tying(StrEnum):
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
class Tie:
    """Two sides that must be equal. `target` is the claim that is one of them alone, if one is.

    `because` says why; `near` is whose neighbourhood it is reckoned in; `quotient` says that what is printed
    rounds what is reckoned (a quotient), so that no remainder of rounding is worth a remark.
    """

    kind: Tying
    because: str
    sides: Sides
    target: Claim | None = None
    near: Claim | None = None
    quotient: bool = False
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """How a tie turned out, both sides, and the claims it used."""

    tie: Tie
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


def tried(tie: Tie, changed: Changed | None = None) -> Trial:
    """Return how a tie turns out, with other amounts for some claims."""
    taking = Taking(tie.near, changed or {})
    left, right = tie.sides(taking)
    outcome, truncated = _outcome(tie, left, right)
    return Trial(tie, outcome, left, right, tuple(dict.fromkeys(taking.used)), truncated)


def trials(ties: Iterable[Tie]) -> list[Trial]:
    """Return how each tie turned out; ties that say the same of the same claims count once."""
    found: dict[object, Trial] = {}
    for trial in map(tried, ties):
        if trial.outcome is not Outcome.NOT_EVALUABLE and trial.used:
            found.setdefault(trial.key, trial)
    return list(found.values())


def _outcome(tie: Tie, left: Value, right: Value) -> tuple[Outcome, bool]:
    """Return whether the sides are equal as far as printed digits tell, and whether one was cut off."""
    if left.amount is None or right.amount is None:
        return Outcome.NOT_EVALUABLE, False
    if left.amount == right.amount or (tie.target and rounded(right.amount, tie.target) == left.amount):
        return Outcome.HOLDS, False
    if abs(left.amount - right.amount) <= left.error + right.error:
        return (Outcome.HOLDS if tie.quotient else Outcome.ROUNDING), False
    if tie.target and _cut(right.amount, tie.target) == left.amount:
        return Outcome.ROUNDING, True
    return Outcome.DIFFERS, False


def rounded(amount: Decimal, claim: Claim) -> Decimal:
    """Return an amount to the digits a claim shows."""
    return half_up(amount / claim.step, 0) * claim.step if claim.step else amount


def _cut(amount: Decimal, claim: Claim) -> Decimal:
    if not claim.step:
        return amount
    return (amount / claim.step).to_integral_value(ROUND_DOWN) * claim.step


def constant(claim: Claim, value: Value) -> Sides:
    """Return the sides of a claim and a fixed amount."""
    return lambda taking: (taken(claim, taking), value)


def taken(claim: Claim, taking: Taking) -> Value:
    """Return a claim's value, or what is put in its place, and note that it was used."""
    taking.used.append(claim)
    return Value(taking.changed.get(claim, claim.amount), claim.value.error)
