"""Figures that a text gives several times: they are equal.

Where names need not mean the same, the constraint is no more than `Surety.PROBABLE`: a difference is an error
only where a slip of the pen explains it, or where one name has the same amount under the codes of two lists,
and not the same change. Numbers of few digits are left out there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from converter.figures import basis_of, item_of
from converter.verify.claims.claim import Claim, Role, is_part_and_whole
from converter.verify.claims.numbers import ONE
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.common_constraints import agreement
from converter.verify.constraints.constraint import Constraint, Surety

DISTINCTIVE_DIGITS_OF_NAME = 4  # of a number, without the zeros at its end: shorter ones are often alike
MOST_AMOUNTS_OF_NAME = 2  # of what one name tells: more are of several things
DIGITS_OF_CHANGE = 2  # of a change whose amount has so many


def agreements(
    claims: Iterable[Claim], index: ClaimIndex, rest: str, totals: Mapping[str, str]
) -> Iterator[Constraint]:
    """Yield, for each figure that claims state, that every claim of it agrees with the one chosen for it.

    `rest` is a pattern of the items that are what is left of a whole; `totals` gives, by item, the total that
    goes by the same name but includes more.
    """
    for figure_id, several in index.of_same_figures(claims):
        chosen = index.choose(figure_id, None)
        is_rest = bool(re.match(rest, figure_id))
        for claim in several:
            if (
                chosen
                and claim is not chosen
                and claim.known
                and not claim.is_carried
                and not chosen.is_carried
                and _are_of_one_whole(claim, chosen, is_rest=is_rest)
                and not (claim.amount != chosen.amount and _is_total((claim, chosen), index, totals))
            ):
                yield agreement(claim, chosen, item_of(figure_id) + basis_of(figure_id))


def _is_total(pair: Sequence[Claim], index: ClaimIndex, totals: Mapping[str, str]) -> bool:
    """Whether one of two amounts is a cell that prints the total which goes by the same name as its item."""
    cells = [claim for claim in pair if claim.item in totals and not claim.span.in_paragraph]
    return any(
        claim.value.agrees_with(total.value)
        for claim in cells
        for total in index.by_id.get(claim.extent.figure_id(totals[claim.item], claim.basis), ())
    )


def _are_of_one_whole(one: Claim, other: Claim, *, is_rest: bool) -> bool:
    """Whether two amounts may be the same part: not if they are parts of two wholes.

    What is left in two paragraphs that do not say of what may be of two as well.
    """
    first, second = one.part_of, other.part_of
    if not first and not second:
        return not is_rest or not (one.span.in_paragraph and other.span.in_paragraph)
    return not first or not second or first.item == second.item or first.amount == second.amount


def repeated_figures(claims: Sequence[Claim], index: ClaimIndex) -> Iterator[Constraint]:
    """Yield agreements between numbers that seem to be one, each no more than probable:

    - amounts of one name, unless the name only says whose they are;
    - changes of two items whose amounts are equal, and amounts of two items whose changes are equal;
    - an amount and its whole, where its share is said to be 100 %.
    """
    for _, several in index.of_same_figures(claims):
        distinctive = [
            claim for claim in several if _is_distinctive(claim) and claim.item != claim.extent.level
        ]
        is_of_several = len({claim.amount for claim in distinctive}) > MOST_AMOUNTS_OF_NAME
        for one, other in pairwise(distinctive):
            is_loose = not (one.known and other.known) or one.is_carried or other.is_carried
            if is_loose and not is_of_several and not is_part_and_whole(one, other):
                yield _constraint(one, other)
    for alike in _in_step(_changes(claims, index)):
        yield from (_constraint(one, other) for one, other in pairwise(alike) if _is_no_chance(one, other))
    for claim in claims:
        if claim.role is Role.SHARE and claim.amount == ONE and claim.whole:
            part, whole = (index.choose(each, claim) for each in (claim.reference_id, claim.whole))
            if part and whole and part is not whole and _is_distinctive(part) and _is_distinctive(whole):
                yield _constraint(part, whole)


def _is_distinctive(claim: Claim, least: int = DISTINCTIVE_DIGITS_OF_NAME) -> bool:
    """Whether a number of a paragraph has so many digits that others are hardly a slip away from it."""
    is_long = claim.step and claim.significant_digits >= least
    return bool(is_long) and claim.span.in_paragraph and not claim.in_explanation


def _is_no_chance(one: Claim, other: Claim) -> bool:
    """Whether two numbers are of two items, and differ or have too many digits to agree by chance."""
    return one.item != other.item and (_is_distinctive(one) or one.amount != other.amount)


def _changes(claims: Iterable[Claim], index: ClaimIndex) -> Iterator[tuple[Claim, Claim]]:
    """Yield each change from one basis to another, and the amount of its item in the same paragraph."""
    for claim in claims:
        if claim.role is Role.CHANGE and claim.item and _is_distinctive(claim, DIGITS_OF_CHANGE):
            of = index.choose(claim.figure_id(claim.of_basis), claim)
            if of and of.span.content == claim.span.content and _is_distinctive(of):
                yield claim, of


def _in_step(changes: Iterable[tuple[Claim, Claim]]) -> Iterator[Sequence[Claim]]:
    """Yield the changes of items whose amounts are the same, and the amounts of those whose changes are."""
    by_amount: dict[object, list[Claim]] = {}
    by_change: dict[object, list[Claim]] = {}
    for change, of in changes:
        by_amount.setdefault((change.basis, of.amount, of.step), []).append(change)
        by_change.setdefault((change.basis, change.amount, change.step), []).append(of)
    yield from by_amount.values()
    yield from by_change.values()


def _constraint(one: Claim, other: Claim) -> Constraint:
    is_one = one.item != other.item and _without_code(one) == _without_code(other)
    return agreement(one, other, one.id, Surety.STATED if is_one else Surety.PROBABLE)


def _without_code(claim: Claim) -> str:
    """Return the name of an item without what stands behind it in brackets: its code in one of two lists."""
    return claim.item.partition("(")[0]
