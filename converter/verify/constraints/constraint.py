"""A constraint: two sides over the claims of a report that must be equal; and its evaluation."""

from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from itertools import product

from msgspec import Struct

from converter.figures import UNBOUNDED, Outcome, Value, half_up
from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import Assignment, BothSides, ChangedAmounts

ComputeSides = Callable[[Assignment], BothSides]

SATISFIED = (Outcome.HOLDS, Outcome.ROUNDING)
BINDING = Decimal("0.005")  # of an amount: a change of less may pass unseen where digits are few

MAX_VARIED_CLAIMS = 6  # of a quotient: each doubles the combinations of extremes to evaluate


class ConstraintKind(StrEnum):
    """The kinds of constraints; `messages` words them."""

    IDENTITY = "identity"
    RELATION = "relation"
    CHANGE = "change"
    AGREEMENT = "agreement"
    SHARE = "share"
    PARTS = "parts"
    FLOW = "flow"
    SCORE = "score"
    FORMULA = "formula"
    DATA = "data"
    TAG = "tag"


SUMS = (ConstraintKind.PARTS, ConstraintKind.IDENTITY)


class Surety(StrEnum):
    """How sure it is that a constraint must hold.

    - `CERTAIN`: numbers that break it cannot all be right.
    - `STATED`: words say it of what they name. Where one name has two amounts, it is no more than probable.
    - `PROBABLE`: what keeps to it is confirmed; what breaks it is wrong only if one slip explains that.
    - `CHANCE`: it is demanded only because it holds, and may hold by chance: it confirms nothing.
    """

    CERTAIN = "certain"
    STATED = "stated"
    PROBABLE = "probable"
    CHANCE = "chance"


class Constraint(Struct, frozen=True, eq=False):
    """Two sides that must be equal.

    - `because`: why, in the words of the pack or the origin of the data; '' where the kind says it all.
    - `figure`: the id of the figure of the workbooks that it asks for, '' if it asks for none.
    - `target`: the claim that alone is the left side, if any; `near`: the claim near which to take figures.
    - `quotient`: the left side is printed rounded from the right one: a remainder of rounding is no finding;
      without a target the sides are of numbers that are each rounded by themselves.
    - `warning`: a violation is a warning, not an error; `surety`: how sure it is that it must hold.
    - `is_exact`: it holds to the last digit, without a remainder of rounding.
    - `is_complete`: words say that its numbers are all that belong to it; `any_slip_counts`: they leave no
      doubt which numbers belong together, so that any slip which explains a violation shows an error.
    """

    kind: ConstraintKind
    because: str
    sides: ComputeSides
    target: Claim | None = None
    near: Claim | None = None
    quotient: bool = False
    warning: bool = False
    surety: Surety = Surety.STATED
    figure: str = ""
    is_exact: bool = False
    is_complete: bool = False
    any_slip_counts: bool = False


class Evaluation(Struct, frozen=True, eq=False):
    """How a constraint came out: both sides and the claims used, each once.

    `truncated` says that the printed digits were cut off, not rounded.
    """

    constraint: Constraint
    outcome: Outcome
    left: Value
    right: Value
    used: tuple[Claim, ...]
    truncated: bool = False

    @property
    def is_to_the_digit(self) -> bool:
        """Whether the target is what the printed amounts themselves make, rounded to its digits."""
        target, made = self.constraint.target, self.right.amount
        return target is not None and made is not None and rounded(made, target) == self.left.amount

    @property
    def claims_key(self) -> tuple[object, ...]:
        """Equal for evaluations that say the same of the same claims."""
        return (self.constraint.kind, self.outcome, frozenset(self.used), self.constraint.quotient)


def evaluate(constraint: Constraint, changed: ChangedAmounts | None = None) -> Evaluation:
    """Return how a constraint comes out, with changed amounts for some claims."""
    assignment = Assignment(constraint.near, changed or {})
    sides = constraint.sides(assignment)
    used = tuple(dict.fromkeys(sides.used))
    if len(sides.used) >= 2 * len(used) and all(sides.used.count(claim) > 1 for claim in used):
        return Evaluation(constraint, Outcome.NOT_EVALUABLE, sides.left, sides.right, used)  # a circle
    outcome, truncated = _outcome(
        constraint, sides, lambda: _is_possible(constraint, sides.left, used, assignment.changed)
    )
    return Evaluation(constraint, outcome, sides.left, sides.right, used, truncated)


def by_claim(evaluations: Iterable[Evaluation]) -> dict[Claim, list[Evaluation]]:
    """Return evaluations by each of the claims that they use."""
    found: dict[Claim, list[Evaluation]] = {}
    for evaluation in evaluations:
        for claim in evaluation.used:
            found.setdefault(claim, []).append(evaluation)
    return found


def holds(constraint: Constraint, changed: ChangedAmounts | None = None) -> bool:
    """Whether a constraint holds, with changed amounts for some claims."""
    return evaluate(constraint, changed).outcome is Outcome.HOLDS


def bound_sides(evaluation: Evaluation, claim: Claim) -> set[int]:
    """Return on which sides, 1 for more and -1 for less, a constraint that holds leaves a claim no room.

    It does if it would hold no longer, not even but for a remainder of rounding, were the claim one more or
    less in its last digit, or by `BINDING` if that is more.
    """
    if evaluation.constraint.surety is Surety.CHANCE:
        return set()
    if claim.step and len(evaluation.used) == 1 and not evaluation.constraint.quotient:
        return {1, -1}  # held to an amount that is known
    change = max(claim.step, abs(claim.amount) * BINDING)
    changed = {
        side: evaluate(evaluation.constraint, {claim: claim.amount + side * change}) for side in (1, -1)
    }
    return {
        side
        for side, each in changed.items()
        if each.outcome is not Outcome.HOLDS or (evaluation.is_to_the_digit and not each.is_to_the_digit)
    }


def _outcome(
    constraint: Constraint, sides: BothSides, is_possible: Callable[[], bool]
) -> tuple[Outcome, bool]:
    """Return whether the sides are equal as far as printed digits say, and whether digits were cut off."""
    left, right, target = sides.left, sides.right, constraint.target
    if left.amount is None or right.amount is None:
        return Outcome.NOT_EVALUABLE, False
    if left.amount == right.amount or (target and rounded(right.amount, target) == left.amount):
        return Outcome.HOLDS, False
    if right.error >= UNBOUNDED:
        return Outcome.NOT_EVALUABLE, False
    if constraint.is_exact:
        return Outcome.DIFFERS, False
    agree = left.agrees_with(right)
    if agree and not constraint.quotient:
        return Outcome.ROUNDING, False
    if agree and (not target or is_possible()):
        return Outcome.HOLDS, False
    if _is_rounded_sum(constraint, left.amount, right.amount):
        return Outcome.ROUNDING, False
    if target and _truncated(right.amount, target) == left.amount:
        return Outcome.ROUNDING, True
    return Outcome.DIFFERS, False


def _is_rounded_sum(constraint: Constraint, left: Decimal, right: Decimal) -> bool:
    """Whether the whole of parts, though taken to be as exact as amounts beside it, is their sum rounded to
    the digits that it prints.
    """
    whole = constraint.near
    if whole is None or constraint.kind is not ConstraintKind.PARTS or not whole.shown > whole.step:
        return False
    return half_up(left / whole.shown, 0) * whole.shown == right


def _is_possible(
    constraint: Constraint, left: Value, used: tuple[Claim, ...], changed: ChangedAmounts
) -> bool:
    """Whether a quotient is as printed for some amounts that round to those printed.

    The summed error of the right side allows more than that if one amount is in both parts of the quotient.
    """
    inexact = [claim for claim in used if claim is not constraint.target and claim.value.error]
    if len(inexact) > MAX_VARIED_CLAIMS:
        return True
    rights = (
        constraint.sides(Assignment(constraint.near, extreme)).right.amount
        for extreme in _extremes(inexact, changed)
    )
    amounts = [amount for amount in rights if amount is not None]
    assert left.amount is not None
    least, most = min(amounts, default=left.amount), max(amounts, default=left.amount)
    return least - left.error <= left.amount <= most + left.error


def _extremes(claims: list[Claim], changed: ChangedAmounts) -> Iterator[ChangedAmounts]:
    """Yield the combinations of the least and the most amount of each claim that round to those printed."""
    for signs in product((-1, 1), repeat=len(claims)):
        extreme = {
            claim: changed.get(claim, claim.amount) + sign * claim.value.error
            for claim, sign in zip(claims, signs, strict=True)
        }
        yield {**changed, **extreme}


def rounded(amount: Decimal, claim: Claim) -> Decimal:
    """Return an amount rounded to the digits a claim shows."""
    return half_up(amount / claim.step, 0) * claim.step if claim.step else amount


def _truncated(amount: Decimal, claim: Claim) -> Decimal:
    if not claim.step:
        return amount
    return (amount / claim.step).to_integral_value(ROUND_DOWN) * claim.step
