"""Which violated constraints show that a number is wrong, and which may only have been misunderstood."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import (
    ConstraintKind,
    Evaluation,
    Surety,
    by_claim,
    evaluate,
    holds,
)
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.reading import ReportReading
from converter.verify.localise.exact_slips import are_a_slip_apart, has_exact_slip

DIGITS_OF_SLIP = 3  # of two amounts that may be of two figures, for a slip between them to be none by chance
MOST_BELOW = 5  # rows below a cell that may be what another cell leaves out


def accusing(evaluations: Iterable[Evaluation], reading: ReportReading, effort: Effort) -> set[Evaluation]:
    """Return the violated constraints that are certain, or that one slip explains exactly."""
    evaluations = tuple(evaluations)
    violated = [each for each in evaluations if each.outcome is Outcome.DIFFERS]
    if not violated:
        return set()
    confirming = by_claim(filter(_confirms, evaluations))
    broken, supported = by_claim(violated), confirming.keys()
    certain = {each for each in violated if _is_certain(each, confirming, reading)}
    slipped = (each for each in violated if has_exact_slip(each, confirming, effort))
    slips = _in_sound_relations({each for each in slipped if not _is_gap_printed(each, reading)}, violated)
    lacking = [each for each in violated if _is_less_than_whole(each)]
    lacking_more = [each for each in lacking if each not in slips]
    slips = {
        each
        for each in slips
        if not any(_is_listed_alike(each, other) for other in lacking)
        and not any(_is_listed_beside(each, other) for other in lacking_more)
    }
    return certain | slips | {each for each in violated if _has_witness(each, broken, supported)}


def _is_gap_printed(evaluation: Evaluation, reading: ReportReading) -> bool:
    """Whether what keeps numbers from coming out is stated itself: in the sentence of parts that are no more
    than probable, or right below a cell that is as much more than another.
    """
    constraint, left, right = evaluation.constraint, evaluation.left.amount, evaluation.right.amount
    if constraint.surety is not Surety.PROBABLE or left is None or right is None:
        return False
    gap = abs(left - right)
    if constraint.kind is ConstraintKind.PARTS:
        places = {claim.place for claim in evaluation.used if claim.span.in_paragraph}
        beside = [each for place in places for each in reading.by_content[place[0]] if each.place == place]
    elif constraint.kind is ConstraintKind.AGREEMENT:
        more = max(evaluation.used, key=lambda claim: claim.amount).span
        rows = range(more.row + 1, more.row + 1 + MOST_BELOW)
        in_table = () if more.in_paragraph else reading.by_content[more.content]
        beside = [each for each in in_table if each.span.column == more.column and each.span.row in rows]
    else:
        return False
    unit = evaluation.used[0].base_unit
    return any(
        abs(each.amount) == gap and each.base_unit == unit and each not in evaluation.used for each in beside
    )


def _in_sound_relations(slips: Set[Evaluation], violated: Iterable[Evaluation]) -> set[Evaluation]:
    """Return slips without those of a relation in a table that more rows break without one."""
    broken = Counter(map(_relation, violated))
    slipped = Counter(map(_relation, slips))
    few = {relation for relation, count in slipped.items() if relation and 2 * count < broken[relation]}
    return {each for each in slips if _relation(each) not in few}


def _relation(evaluation: Evaluation) -> tuple[int, str] | None:
    """Return the table and the words of a relation of its columns, None if it is none."""
    target, because = evaluation.constraint.target, evaluation.constraint.because
    is_of_table = target and not target.span.in_paragraph and evaluation.constraint.quotient
    return (target.span.content, because) if target and is_of_table else None


def _is_less_than_whole(evaluation: Evaluation) -> bool:
    """Whether parts add up to less than their whole."""
    is_list = evaluation.constraint.kind is ConstraintKind.PARTS
    left, right = evaluation.left.amount, evaluation.right.amount
    return is_list and left is not None and right is not None and left < right


def _is_listed_alike(evaluation: Evaluation, lacking: Evaluation) -> bool:
    """Whether parts that fall short of their whole have a name in common with those of another list that
    falls short.
    """
    if not _is_less_than_whole(evaluation) or not set(evaluation.used).isdisjoint(lacking.used):
        return False
    return bool(
        {claim.item for claim in evaluation.used[:-1]} & {claim.item for claim in lacking.used[:-1]} - {""}
    )


def _is_listed_beside(evaluation: Evaluation, lacking: Evaluation) -> bool:
    """Whether parts that fall short of their whole are listed beside those of another part of the same
    amount, which fall short as well, and by more than a slip: such lists only name the largest.
    """
    if not _is_less_than_whole(evaluation) or evaluation is lacking:
        return False
    one, other = (each.used[-1] for each in (evaluation, lacking))
    return one is not other and one.part_of is not None and one.part_of is other.part_of


def _confirms(evaluation: Evaluation) -> bool:
    return evaluation.outcome is Outcome.HOLDS and evaluation.constraint.surety is not Surety.CHANCE


def _is_certain(
    evaluation: Evaluation, confirming: Mapping[Claim, Sequence[Evaluation]], reading: ReportReading
) -> bool:
    """Whether a violated constraint accuses by itself: it is certain, or words state it and each of its names
    means one thing, though the report may give it two amounts. A name means two things if each of its amounts
    fits what is stated beside it.
    """
    surety = evaluation.constraint.surety
    if surety is not Surety.STATED:
        return surety is Surety.CERTAIN
    places = {claim.place for claim in evaluation.used}
    only_place = places.pop() if len(places) == 1 else None
    doubled: dict[str, tuple[Claim, list[Claim]]] = {}
    for claim in evaluation.used:
        if claim.id and (others := reading.index.namesakes_of(claim, only_place)):
            doubled[claim.id] = claim, others
    if evaluation.constraint.kind is ConstraintKind.AGREEMENT:
        one, other = evaluation.used
        # no sentence tells a figure twice; one may be of a level, though no words tell
        is_doubtful = one.sentence and other.sentence and (only_place or reading.has_levels)
        is_slip = are_a_slip_apart(one, other)
        if is_slip or is_doubtful:
            return is_slip and not (is_doubtful and _is_short(one, other))
    if not doubled:
        return True
    [(claim, others), *more] = doubled.values()
    is_one = not more and len({other.amount for other in others}) == 1 and not claim.is_carried
    if not is_one or _is_of_another_item(claim, reading):
        return False
    if evaluation.constraint.kind is ConstraintKind.AGREEMENT:
        return not confirming.keys() >= set(evaluation.used) and _is_printed_again(claim, others[0], reading)
    changed = {claim: others[0].amount}
    return evaluate(evaluation.constraint, changed).outcome is not Outcome.DIFFERS and not any(
        evaluate(each.constraint, changed).outcome is Outcome.DIFFERS for each in confirming.get(claim, ())
    )


def _is_short(*claims: Claim) -> bool:
    """Whether one of some amounts has so few digits that others are a slip away from it by chance."""
    return min(claim.significant_digits for claim in claims) < DIGITS_OF_SLIP


def _has_witness(
    evaluation: Evaluation, broken: Mapping[Claim, Sequence[Evaluation]], supported: Set[Claim]
) -> bool:
    """Whether of two amounts of a figure, a digit apart, one is held by others, and those that the other
    breaks would hold with it.
    """
    if evaluation.constraint.kind is not ConstraintKind.AGREEMENT:
        return False
    one, other = sorted(evaluation.used, key=lambda claim: claim in supported)
    if one in supported or other not in supported or not are_a_slip_apart(one, other, at_least=0):
        return False
    others = (each for each in broken[one] if each is not evaluation)
    return any(holds(each.constraint, {one: other.amount}) for each in others)


def _is_of_another_item(claim: Claim, reading: ReportReading) -> bool:
    """Whether an amount is that of another item, too: then its name may only be short for that."""
    items = reading.amounts.items(abs(claim.amount), claim.base_unit)
    return bool(claim.amount and items - {claim.item})


def _is_printed_again(claim: Claim, other: Claim, reading: ReportReading) -> bool:
    """Whether of two amounts of a figure one is printed again elsewhere: then the other is not its own."""
    index = reading.index
    return len(index.namesakes_of(claim)) > 1 or len(index.namesakes_of(other)) > 1
