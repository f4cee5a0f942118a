"""Whether one slip of the pen in one number is all that keeps a constraint from holding.

That shows that its numbers belong together where words leave it open. A slip counts from `LEAST_ODDS_OF_SLIP`
on: the odds, by the digits printed, that numbers which do not belong together are not that slip apart.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from msgspec import Struct

from converter.diagnosis import Slip, of_digits
from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import ConstraintKind, Evaluation, evaluate
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.parts.part_list import UNITS_APART
from converter.verify.localise.trials import root

LEAST_ODDS_OF_SLIP = 30  # to one that numbers which do not belong together are not a slip apart
LEAST_ODDS_OF_ANY_SLIP = 1  # the same where words tell that they do
LEAST_STEPS_OF_TWO = 10  # of one of two amounts of a figure: single digits are always a slip apart
MOST_AMOUNTS_NEEDED = 20  # that a number may be for a constraint to hold: of more, a digit makes almost any
POINT_FACTORS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))  # places that a point is off
MORE_THAN_TOO_MUCH = 5  # so many times as rarely are parts more than their whole by chance
MORE_THAN_POINTS = 5  # so many times as rarely is an amount by chance in another unit

_Confirming = Mapping[Claim, Sequence[Evaluation]]


class _Needed(Struct, frozen=True):
    """With which amounts of a claim a constraint holds: one, give or take the error of the other numbers.

    `size` is the largest of the numbers it could be among, if it were any, and `apart` the step between them.
    """

    amount: Decimal
    error: Decimal
    size: Decimal
    apart: Decimal = Decimal(0)

    def odds(self, amount: Decimal, error: Decimal, ways: int) -> Decimal:
        """Return the odds that a slip, not chance, gives an amount, give or take an error: how many numbers
        there are for each that so many ways of slipping give as near to the one needed; 0 if it is too far
        off.
        """
        return self.size / (2 * ways * self._room(amount, error))

    def odds_of_times(self, amount: Decimal, error: Decimal) -> Decimal:
        """Return the odds for an amount with its point or its unit changed: how large it is for the room that
        is left around the one needed; 0 if it is too far off.
        """
        return abs(amount) / (2 * self._room(amount, error))

    def _room(self, amount: Decimal, error: Decimal) -> Decimal:
        """Return how near an amount is to the one needed, infinity if that is too far."""
        distance = abs(amount - self.amount)
        is_near = error and distance <= self.error + error
        return max(distance + error, self.apart / 2) if is_near else Decimal("Infinity")


def has_exact_slip(evaluation: Evaluation, confirming: _Confirming, effort: Effort) -> bool:
    """Whether one slip in one of its numbers explains a violated constraint, and hardly by chance; with the
    amount needed, all that is `confirming` the number must still hold. Where any slip counts for the
    constraint, one that may be by chance is enough.
    """
    least = LEAST_ODDS_OF_ANY_SLIP if evaluation.constraint.any_slip_counts else LEAST_ODDS_OF_SLIP
    for claim in evaluation.used:
        if not claim.step or not claim.amount or not effort.spend_on(1, len(evaluation.used)):
            continue
        needed = _needed(evaluation, claim)
        if not needed or _breaks_others(claim, needed.amount, confirming):
            continue
        odds = [*_odds_of_slips(claim, needed), _odds_to_the_last_digit(evaluation, claim, needed)]
        if max(odds) >= least:
            return True
    return False


def _breaks_others(claim: Claim, amount: Decimal, confirming: _Confirming) -> bool:
    """Whether another amount of a claim breaks what confirms it."""
    changed = {claim: amount}
    return any(
        evaluate(each.constraint, changed).outcome is Outcome.DIFFERS for each in confirming.get(claim, ())
    )


def _odds_to_the_last_digit(evaluation: Evaluation, claim: Claim, needed: "_Needed") -> Decimal:
    """Return the odds of a slip in one digit that makes a sum come out to the last digit any number shows.

    Beside amounts with decimals, one without is seldom rounded. What words do not say to be complete may lack
    parts, and what it lacks may be round; too much may be a part counted twice.
    """
    left, right = evaluation.left.amount, evaluation.right.amount
    numbers = [each for each in evaluation.used if each.amount and each.step]
    if evaluation.constraint.quotient or left is None or right is None:
        return Decimal(0)
    may_be_complete = evaluation.constraint.is_complete or (
        evaluation.constraint.kind is ConstraintKind.PARTS and left > right
    )
    if not may_be_complete or abs(left - right) in {abs(each.amount) for each in numbers}:
        return Decimal(0)
    printed, expected = claim.amount / claim.step, needed.amount / claim.step
    if expected % 1 or expected <= 0 or not of_digits(f"{printed:.0f}", f"{expected:.0f}"):
        return Decimal(0)
    finest = min(each.step for each in numbers)
    ways = sum(9 * len(f"{abs(each.amount / each.step):.0f}") for each in numbers)
    return (MORE_THAN_TOO_MUCH if left > right else 1) * 2 * needed.size / finest / ways


def are_a_slip_apart(one: Claim, other: Claim, at_least: int = LEAST_STEPS_OF_TWO) -> bool:
    """Whether a slip may have made one amount of another; one has at least so many steps."""
    digits = max(abs(claim.amount / claim.step) if claim.step else 0 for claim in (one, other))
    needed = _Needed(other.amount, other.value.error, max(abs(one.amount), abs(other.amount)))
    is_slip = bool(one.amount and one.step) and max(_odds_of_slips(one, needed), default=Decimal(0)) > 0
    return is_slip and digits >= at_least


def _needed(evaluation: Evaluation, claim: Claim) -> _Needed | None:
    """Return with which amounts of a claim a constraint holds, None if with none."""
    amount = root(evaluation, claim)
    if amount is None:
        return None
    at_root, beside = (
        evaluate(evaluation.constraint, {claim: each}) for each in (amount, amount + claim.step)
    )
    gaps = [each.left - each.right for each in (at_root, beside)]
    if gaps[0].amount is None or gaps[1].amount is None or gaps[0].amount == gaps[1].amount:
        return None
    slope = abs(gaps[1].amount - gaps[0].amount) / claim.step
    of_others = max(gaps[0].error / slope - claim.value.error, Decimal(0))
    if evaluation.constraint.quotient:
        return _Needed(amount, of_others, abs(amount))
    size = max(abs(each.amount) for each in evaluation.used)
    apart = min(each.last_place for each in evaluation.used if each.amount)
    return _Needed(amount, of_others, size, apart)


def _odds_of_slips(claim: Claim, needed: _Needed) -> Iterator[Decimal]:
    """Yield the odds of each slip by which a needed amount may have become what a claim prints."""
    amount, half = claim.amount, claim.step / 2
    if claim.direction:
        yield needed.odds(-amount, half, 1)
    yield from (needed.odds_of_times(amount * times, half * times) for times in POINT_FACTORS)
    if claim.unit:
        in_units = (needed.odds_of_times(amount * times, half * times) for times in UNITS_APART)
        yield from (odds * MORE_THAN_POINTS for odds in in_units)
    printed, room = f"{abs(amount / claim.step):.0f}", needed.error + half
    sign = -1 if amount < 0 else 1
    ways = {Slip.DIGIT: 9 * len(printed), Slip.TRANSPOSED: len(printed), Slip.LENGTH: 11 * len(printed)}
    bounds = sorted(sign * each / claim.step for each in (needed.amount - room, needed.amount + room))
    first = max(int(bounds[0].to_integral_value(ROUND_CEILING)), 0)
    for steps in range(first, min(int(bounds[1]), first + MOST_AMOUNTS_NEEDED) + 1):
        if slip := of_digits(printed, str(steps)):
            yield needed.odds(sign * steps * claim.step, half, ways[slip])
