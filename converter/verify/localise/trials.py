"""What comes of constraints with other amounts for claims."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import ChangedAmounts
from converter.verify.constraints.constraint import SATISFIED, Evaluation, evaluate
from converter.verify.localise.roots import root

ByClaim = Mapping[Claim, Sequence[Evaluation]]


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
