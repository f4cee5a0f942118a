"""Violated sums that another sum explains, which is kept: it has the same amounts and more, or all but one.

They are left out: the mistake is ours, as where a name hides an amount, a sentence or a row is cut, parts are
those of another whole, or what came in and what was spent differ by what was left.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.claims.names import side_of
from converter.verify.constraints.constraint import ConstraintKind, Evaluation, Surety, by_claim
from converter.verify.constraints.reading import ReportReading
from converter.verify.localise.explained_shares import is_explained_share

_OF_PACK = (ConstraintKind.IDENTITY, ConstraintKind.RELATION)
_SUMS = (ConstraintKind.PARTS, *_OF_PACK)
_EXPLAINING = (ConstraintKind.PARTS, ConstraintKind.FLOW)
LEAST_OF_SUM = 3  # numbers: a whole and two parts


def without_explained(evaluations: Sequence[Evaluation], reading: ReportReading) -> list[Evaluation]:
    """Return evaluations without violated sums that a kept one explains, and shares that an amount does."""
    holding = by_claim(filter(_adds_up, evaluations))
    left = [each for each in evaluations if not _is_explained(each, holding, reading)]
    return [each for each in left if not is_explained_share(each, reading)]


def _adds_up(evaluation: Evaluation) -> bool:
    """Whether parts add up to their whole, or flows to what they came from, and not only by chance."""
    is_sum = evaluation.constraint.kind in _EXPLAINING
    return (
        is_sum and evaluation.outcome is Outcome.HOLDS and evaluation.constraint.surety is not Surety.CHANCE
    )


def _is_explained(
    evaluation: Evaluation, holding: Mapping[Claim, Sequence[Evaluation]], reading: ReportReading
) -> bool:
    """Whether a kept sum has all numbers of a violated one, the whole printed anywhere, and more; or all but
    one of another figure, and one instead: that need not be if only the pack says that it is a part.
    """
    if evaluation.constraint.kind not in _SUMS or evaluation.outcome is not Outcome.DIFFERS:
        return False
    if evaluation.constraint.kind is ConstraintKind.PARTS and _has_whole_of_other_side(evaluation, reading):
        return True
    used = frozenset(evaluation.used)
    instead = 0 if evaluation.constraint.kind in _OF_PACK else 1
    sums = (frozenset(each.used) for claim in evaluation.used[:2] for each in holding.get(claim, ()))
    return any(
        (len(each) > len(used) and _is_same(used - each, each - used))
        or (instead <= len(each - used) <= 1 and _is_of_another(used, each))
        for each in sums
    )


def _has_whole_of_other_side(evaluation: Evaluation, reading: ReportReading) -> bool:
    """Whether what came is taken for a part of what went, or the reverse, though it is all of that."""
    *parts, whole = evaluation.used
    equal = [part for part in parts if part.amount == whole.amount and len(parts) > 1]
    own, *others = (side_of(claim.item, reading.sentences.sides) for claim in (whole, *equal))
    return bool(own) and any(other not in ("", own) for other in others)


def _is_of_another(used: Set[Claim], holding: Set[Claim]) -> bool:
    """Whether a kept sum has all numbers of another but one, of a figure that it does not have. What is
    listed with the others, or totals them, can be nothing else.
    """
    lacking, figures = used - holding, {claim.id for claim in holding}
    lists = {claim.listing for claim in holding} - {0}
    is_all_but_one = len(lacking) == 1 and len(holding) >= LEAST_OF_SUM
    return is_all_but_one and not any(
        claim.sum_of or claim.id in figures or claim.listing in lists for claim in lacking
    )


def _is_same(lacking: Iterable[Claim], more: Iterable[Claim]) -> bool:
    """Whether the one number that a list lacks, if any, is among those it has more."""
    amounts = {(claim.amount, claim.base_unit) for claim in more}
    several = list(lacking)
    return len(several) < 2 and all((claim.amount, claim.base_unit) in amounts for claim in several)
