"""What comes of constraints with other amounts for claims."""

from decimal import Decimal
from functools import cache

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import ChangedAmounts
from converter.verify.constraints.constraint import Evaluation, evaluate
from converter.verify.localise.roots import root


class Trials:
    """Tries amounts, each once: the same are asked again whenever a wrong number is found among many."""

    def __init__(self) -> None:
        self.root = cache(root)
        self._outcome_of = cache(_outcome)

    def outcome(self, evaluation: Evaluation, changed: ChangedAmounts) -> Outcome:
        """Return how a constraint comes out with these amounts."""
        return self._outcome_of(evaluation, tuple(changed.items()))

    def is_to_the_digit(self, evaluation: Evaluation, changed: ChangedAmounts) -> bool:
        """Whether a number is what the others make with these amounts, rounded to its digits."""
        return bool(evaluation.constraint.target) and evaluate(evaluation.constraint, changed).is_to_the_digit


def _outcome(evaluation: Evaluation, changed: tuple[tuple[Claim, Decimal], ...]) -> Outcome:
    return evaluate(evaluation.constraint, dict(changed)).outcome
