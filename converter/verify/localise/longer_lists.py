"""Violated sums of which parts were not read: the report has a longer list of the same parts that adds up.

They are left out: the mistake is ours, as where a name hides an amount, or a sentence or a row is cut.
"""

from collections.abc import Iterable, Mapping, Sequence

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import ConstraintKind, Evaluation, Surety, by_claim

_SUMS = (ConstraintKind.PARTS, ConstraintKind.IDENTITY, ConstraintKind.RELATION)


def without_shorter(evaluations: Sequence[Evaluation]) -> list[Evaluation]:
    """Return evaluations without violated sums of which a longer list adds up."""
    added_up = by_claim(filter(_adds_up, evaluations))
    return [each for each in evaluations if not _is_shorter(each, added_up)]


def _adds_up(evaluation: Evaluation) -> bool:
    """Whether parts add up to their whole, and not only by chance."""
    is_sum = evaluation.constraint.kind is ConstraintKind.PARTS
    return (
        is_sum and evaluation.outcome is Outcome.HOLDS and evaluation.constraint.surety is not Surety.CHANCE
    )


def _is_shorter(evaluation: Evaluation, added_up: Mapping[Claim, Sequence[Evaluation]]) -> bool:
    """Whether a list that adds up has all numbers of a violated sum, the whole printed anywhere, and more."""
    if evaluation.constraint.kind not in _SUMS or evaluation.outcome is not Outcome.DIFFERS:
        return False
    used = frozenset(evaluation.used)
    return any(
        len(longer.used) > len(used) and _is_same(used.difference(longer.used), {*longer.used} - used)
        for claim in evaluation.used[:2]
        for longer in added_up.get(claim, ())
    )


def _is_same(lacking: Iterable[Claim], more: Iterable[Claim]) -> bool:
    """Whether the one number that a list lacks, if any, is among those it has more."""
    amounts = {(claim.amount, claim.base_unit) for claim in more}
    several = list(lacking)
    return len(several) < 2 and all((claim.amount, claim.base_unit) in amounts for claim in several)
