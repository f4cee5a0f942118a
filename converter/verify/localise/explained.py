"""Violated sums and shares that another number explains: they are left out, for the mistake is ours.

A sum is explained by one that holds and has the same amounts and more, or all but one: a name hides an
amount, a sentence or a row is cut, parts are those of another whole, or what came in and what was spent
differ by what was left. A share is explained by an amount near it out of which it comes to its last digit,
where no words state its whole, or the whole that they name is printed elsewhere only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from converter.figures import Outcome
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.names import side_of
from converter.verify.constraints.constraint import ConstraintKind, Evaluation, Surety, by_claim
from converter.verify.constraints.reading import ReportReading
from converter.verify.localise.exact_slips import are_a_slip_apart

_OF_PACK = (ConstraintKind.IDENTITY, ConstraintKind.RELATION)
_SUMS = (ConstraintKind.PARTS, *_OF_PACK)
_EXPLAINING = (ConstraintKind.PARTS, ConstraintKind.FLOW)
LEAST_OF_SUM = 3  # numbers: a whole and two parts
LEAST_STEPS_OF_SLIP = 1_000  # of a whole that is a slip away from another: fewer may be so by chance

FARTHEST_WHOLE = 4  # paragraphs above a share, in which what it is of may stand
DIGITS_OF_SHARE = 3  # of a share that comes out of none of many amounts by chance
_KINDS = (ConstraintKind.SHARE, ConstraintKind.RELATION)


def without_explained(evaluations: Sequence[Evaluation], reading: ReportReading) -> list[Evaluation]:
    """Return evaluations without violated sums that one which holds explains, and shares that an amount
    does.
    """
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
    """Whether a sum that holds has all numbers of a violated one, the whole printed anywhere, and more; or
    all but one of another figure, and one instead: that need not be if only the pack says that it is a
    part; or all but parts of others among them.
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
        or (instead and _counts_parts_of_parts(evaluation.used, each))
        for each in sums
    )


def _has_whole_of_other_side(evaluation: Evaluation, reading: ReportReading) -> bool:
    """Whether what came is taken for a part of what went, or the reverse, though it is all of that."""
    *parts, whole = evaluation.used
    equal = [part for part in parts if part.amount == whole.amount and len(parts) > 1]
    own, *others = (side_of(claim.item, reading.sentences.sides) for claim in (whole, *equal))
    return bool(own) and any(other not in ("", own) for other in others)


def _is_of_another(used: Set[Claim], holding: Set[Claim]) -> bool:
    """Whether a sum that holds has all numbers of another but one, of a figure that it does not have. What is
    listed with the others, or totals them, can be nothing else, nor can a whole that is a slip away from the
    one it has.
    """
    lacking, figures = used - holding, {claim.id for claim in holding}
    lists = {claim.listing for claim in holding} - {0}
    is_all_but_one = len(lacking) == 1 and len(holding) >= LEAST_OF_SUM
    if is_all_but_one and any(_is_slip_of_one(lacking, each) for each in holding - used):
        return False
    return is_all_but_one and not any(
        claim.sum_of or claim.id in figures or claim.listing in lists for claim in lacking
    )


def _is_slip_of_one(claims: Iterable[Claim], other: Claim) -> bool:
    """Whether one of some numbers is a slip away from another, hardly by chance."""
    return any(are_a_slip_apart(claim, other, LEAST_STEPS_OF_SLIP) for claim in claims)


def _counts_parts_of_parts(used: Sequence[Claim], holding: Set[Claim]) -> bool:
    """Whether a violated sum has all numbers of a kept one, and what else it has are parts of its parts."""
    parts = holding - {used[-1]}
    return holding < {*used} and all(any(map(each.lies_within, parts)) for each in {*used} - holding)


def _is_same(lacking: Iterable[Claim], more: Iterable[Claim]) -> bool:
    """Whether the one number that a list lacks, if any, is among those it has more."""
    amounts = {(claim.amount, claim.base_unit) for claim in more}
    several = list(lacking)
    return len(several) < 2 and all((claim.amount, claim.base_unit) in amounts for claim in several)


def is_explained_share(evaluation: Evaluation, reading: ReportReading) -> bool:
    """Whether an evaluation is of a violated share that another amount explains."""
    shares = [claim for claim in evaluation.used if claim.role is Role.SHARE]
    if (
        evaluation.outcome is not Outcome.DIFFERS
        or evaluation.constraint.kind not in _KINDS
        or len(shares) != 1
    ):
        return False
    [share] = shares
    parts = [claim for claim in evaluation.used if claim.id == share.reference_id]
    if (
        len(parts) != 1
        or share.significant_digits < DIGITS_OF_SHARE
        or _is_whole_stated(share, evaluation, reading)
    ):
        return False
    [part] = parts
    return any(_is_share_of(share, part, whole) for whole in _near(share, part, reading))


def _is_whole_stated(share: Claim, evaluation: Evaluation, reading: ReportReading) -> bool:
    """Whether words tell what a share is of, and that is printed beside it."""
    before = [claim for claim in evaluation.used if claim.span.content == share.span.content]
    if not any(claim.id == share.whole for claim in before):
        return False
    last = max((claim for claim in reading.inside(share.span.content, 0, share.span.start)), key=_end)
    found = reading.patterns.share.search(reading.report.between(last.span, share.span))
    return bool(found and found["whole"])


def _end(claim: Claim) -> int:
    return claim.span.end


def _near(share: Claim, part: Claim, reading: ReportReading) -> Iterator[Claim]:
    """Yield the amounts above a share, and in its paragraph, that are more than its part."""
    contents = range(share.span.content - FARTHEST_WHOLE, share.span.content + 1)
    claims = chain.from_iterable(reading.by_content.get(content, ()) for content in contents)
    for claim in claims:
        is_amount = claim.role is not Role.CHANGE and claim.base_unit == part.base_unit
        if is_amount and claim.span.in_paragraph and claim.amount > part.amount:
            yield claim


def _is_share_of(share: Claim, part: Claim, whole: Claim) -> bool:
    return abs(part.amount / whole.amount - share.amount) <= share.value.error
