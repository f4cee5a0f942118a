"""How all constraints of a report come out, but for those that the report itself explains."""

from collections.abc import Iterable, Mapping, Sequence, Set

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import (
    SATISFIED,
    Constraint,
    ConstraintKind,
    Evaluation,
    Surety,
    by_claim,
    evaluate,
)
from converter.verify.constraints.effort import Effort

WITH_PARTS = 2  # numbers; more are a whole with several parts


def evaluate_all(constraints: Iterable[Constraint], effort: Effort) -> list[Evaluation]:
    """Return how each constraint comes out, as far as the effort allows; those that say the same of the same
    claims count once.
    """
    found: dict[object, Evaluation] = {}
    for evaluation in map(evaluate, constraints):
        if not effort.spend_on(1, len(evaluation.used)):
            break
        if evaluation.outcome is not Outcome.NOT_EVALUABLE and evaluation.used:
            found.setdefault(evaluation.claims_key, evaluation)
    evaluations = list(found.values())
    if all(each.outcome is not Outcome.DIFFERS for each in evaluations):
        return evaluations
    lists = by_claim(each for each in evaluations if each.constraint.kind is ConstraintKind.PARTS)
    complete = {frozenset(each.used) for each in evaluations if _is_complete_row(each)}
    return [
        each
        for each in evaluations
        if not _is_listed_otherwise(each, lists, complete) and not _is_rough_sum(each)
    ]


def _is_complete_row(evaluation: Evaluation) -> bool:
    """Whether numbers are a whole with several parts in a row of a table, which add up as its words tell."""
    is_sum = evaluation.constraint.kind is ConstraintKind.PARTS and evaluation.outcome in SATISFIED
    if not is_sum or evaluation.constraint.surety is not Surety.STATED or len(evaluation.used) <= WITH_PARTS:
        return False
    places = {(claim.span.content, claim.span.row) for claim in evaluation.used}
    return len(places) == 1 and not evaluation.used[0].span.in_paragraph


def _is_rough_sum(evaluation: Evaluation) -> bool:
    """Whether parts miss their whole, but one number is only near what it stands for: that accuses nobody."""
    is_broken_sum = (
        evaluation.constraint.kind is ConstraintKind.PARTS and evaluation.outcome is Outcome.DIFFERS
    )
    return is_broken_sum and any(claim.is_about for claim in evaluation.used)


def _is_listed_otherwise(
    evaluation: Evaluation, lists: Mapping[Claim, Sequence[Evaluation]], complete: Set[frozenset[Claim]]
) -> bool:
    """Whether numbers break an equation of the pack only because the report splits the whole otherwise: into
    more parts, or into fewer that are `complete` in a row of a table, of which the others are some.
    """
    by_pack = evaluation.constraint.kind in (ConstraintKind.IDENTITY, ConstraintKind.RELATION)
    if not by_pack or evaluation.outcome is not Outcome.DIFFERS:
        return False
    used = frozenset(evaluation.used)
    listed = (frozenset(each.used) for each in lists.get(evaluation.used[0], ()))
    return any(each > used or (each < used and each in complete) for each in listed)
