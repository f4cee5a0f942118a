"""A number found wrong, and how it ranks among others that would explain the same."""

from decimal import Decimal

from msgspec import Struct

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import ChangedAmounts
from converter.verify.constraints.constraint import SUMS, ConstraintKind, Evaluation
from converter.verify.localise.trials import Trials

_NAMES_THE_AMOUNT = (ConstraintKind.DATA, ConstraintKind.TAG, ConstraintKind.AGREEMENT)

Rank = tuple[int, int, int, int, int, int, int, bool]


class WrongNumber(Struct, frozen=True, eq=False):
    """A claim found wrong, what it should be, and the violated constraints that this repairs.

    `changed` are all claims that must change for that: the other places where it is printed, too, or all that
    one `cause` explains.
    """

    claim: Claim
    expected: Decimal
    repaired: tuple[Evaluation, ...]
    changed: ChangedAmounts
    cause: str = ""

    @property
    def places(self) -> list[Claim]:
        """One claim of each place to change, its own the first: a word may give the direction of several."""
        by_place: dict[object, Claim] = {}
        for claim in (self.claim, *sorted(self.changed, key=lambda claim: claim.span)):
            is_turned = claim.direction and self.changed[claim] == -claim.amount
            by_place.setdefault(direction_key(claim) if is_turned else claim, claim)
        return list(by_place.values())


def rank_of(wrong: WrongNumber, newly_violated: int, plausibility: int, trials: Trials) -> Rank:
    """Return what counts: net repairs first; among equals, the very amount that workbooks, tags or the rest
    of the report name, sums to the last place of numbers that all have it, a plausible slip, few other
    places to change, rates that come out to the digit, then the left side of a quotient.
    """
    changed = wrong.changed
    exact = [each for each in wrong.repaired if trials.outcome(each, changed) is Outcome.HOLDS]
    summed = sum(each.constraint.kind in SUMS and _is_to_one_place(each) for each in exact)
    named = sum(each.constraint.kind in _NAMES_THE_AMOUNT for each in exact)
    is_quotient = any(
        evaluation.constraint.quotient and evaluation.constraint.target in changed
        for evaluation in wrong.repaired
    )
    to_the_digit = sum(trials.is_to_the_digit(each, changed) for each in exact)
    repaired, others = len(wrong.repaired) - newly_violated, -_other_places(wrong)
    return repaired, -newly_violated, named, summed, plausibility, others, to_the_digit, is_quotient


def _other_places(wrong: WrongNumber) -> int:
    """Return how many places change beside the first; those that nothing casts doubt on are one."""
    doubted = {claim for each in wrong.repaired for claim in each.used}
    in_doubt = sum(claim in doubted for claim in wrong.places)
    return in_doubt - 1 + (in_doubt < len(wrong.places))


def direction_key(claim: Claim) -> tuple[object, ...]:
    """Return what a word for a direction says it of: equal for a change and its rate behind one."""
    return claim.place, claim.item, claim.of_basis, claim.reference_basis, claim.direction


def _is_to_one_place(evaluation: Evaluation) -> bool:
    return len({claim.step for claim in evaluation.used if claim.amount}) == 1
