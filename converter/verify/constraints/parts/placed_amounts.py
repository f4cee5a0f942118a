"""Amounts in the order in which they stand in a text, and which may be the parts of which.

What they are called does not matter here; that they add up shows that they belong together.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from converter.chinese import COMMA, ENUMERATION_COMMA, FULL_STOP
from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbers import FOR_EACH
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.parts.part_list import PartList
from converter.verify.constraints.reading import ReportReading

MOST_PLACED_PARTS = 60
LEAST_STEPS_IF_STATED = 20  # of a whole, in its last digit, that parts add up to where words say so
DISTINCTIVE_DIGITS_OF_PART = 4  # of a whole and its only part, without the zeros at their ends
LEAST_STEPS_A_PART = 200  # of a whole, in its last digit, for each part: less may be chance
_NAMES = re.compile(rf"[^\d,;:()%{COMMA}{FULL_STOP}{ENUMERATION_COMMA}][^\d,;:()%{COMMA}{FULL_STOP}]*$")


class PlacedAmount(Struct, frozen=True, eq=False):
    """An amount, and the text since the amount before it; `is_measure` if others are only measured by it,
    `is_change` if the word before it may be for a change, or the end of what it is of; `is_of_each` if what
    is right before it is so much for each of something, which it may be the total of. It counts `times`: for
    each of so many names before it.
    """

    claim: Claim
    before: str
    is_measure: bool
    is_change: bool = False
    is_of_each: bool = False
    times: int = 1


def placed_amounts(claims: Sequence[Claim], reading: ReportReading) -> dict[int, list[PlacedAmount]]:
    """Return the amounts of each paragraph that has numbers, in order, by its content."""
    in_text = (claim for claim in claims if claim.span.in_paragraph)
    return {
        content: list(_of_paragraph(tuple(several), reading))
        for content, several in groupby(in_text, lambda claim: claim.span.content)
    }


def _of_paragraph(claims: Sequence[Claim], reading: ReportReading) -> Iterator[PlacedAmount]:
    """Yield the amounts of a paragraph; what else has a number is part of the text between them."""
    text, patterns = reading.report.text_around(claims[0].span), reading.patterns
    last, last_amount, is_of_each = 0, 0, False
    for claim in claims:
        since, near = text[last_amount : claim.span.start], text[last : claim.span.start]
        last = claim.span.end if claim.base_unit else last
        if not claim.step or not claim.base_unit:
            continue
        clause = last_clause(normal_text(near))
        is_measure = bool(patterns.compared.search(clause) or patterns.set_against.search(clause))
        is_for_each = text.startswith(FOR_EACH, claim.span.end) or bool(patterns.for_each.search(clause))
        is_for_each &= claim.role is Role.UNKNOWN
        is_measure |= is_for_each
        if claim.role in (Role.AMOUNT, Role.UNKNOWN):
            before = normal_text(since)
            times = _times(before, patterns)
            yield PlacedAmount(claim, before, is_measure or not times, is_of_each=is_of_each, times=times)
        elif claim.role is Role.CHANGE and not is_measure:
            yield PlacedAmount(claim, normal_text(since), is_measure=True, is_change=True)
        else:
            continue
        last_amount, is_of_each = claim.span.end, is_for_each


def _times(before: str, patterns: Patterns) -> int:
    """Return for how many an amount counts: for each of the names before it, 0 if it is for each of some that
    are not named.
    """
    if not patterns.each_of.search(before):
        return 1
    names = _NAMES.search(before)
    several = names[0].split(ENUMERATION_COMMA) if names else []
    is_certain = len(several) > 1 and not any(map(patterns.joined.search, several))
    return len(several) if is_certain else 0


def is_total(before: str, patterns: Patterns) -> bool:
    """Whether an amount sums up others, by the text before it."""
    return bool(patterns.totals.search(before) or patterns.added_up.search(last_clause(before)))


def parts_of(whole: Claim, amounts: Sequence[Claim], sentences: Sentences) -> PartList:
    """Return the amounts that may be parts of a whole: in its unit, of its year, and not the same again, nor
    what was planned of the one behind it. A name may speak of a year, too: of all years if these add up, or
    would but for a slip.
    """
    is_priors = _is_priors(whole, sentences)
    counted = [each for each in amounts if _may_be_counted(each, whole)]
    planned = {one for one, behind in pairwise(counted) if _is_plan_of(one, behind, whole)}
    every = PartList(whole, [each for each in counted if each not in planned])
    own = PartList(whole, [each for each in every.parts if _is_priors(each, sentences) == is_priors])
    if len(every.parts) == len(own.parts) or len(every.parts) > MOST_PLACED_PARTS:
        return own
    if own.adds_up or own.has_slipped:
        return own
    return every if every.adds_up or every.has_slipped else own


def _may_be_counted(part: Claim, whole: Claim) -> bool:
    """Whether two amounts are in one unit: persons also count as often as they come."""
    return bool(part.base_unit) and whole.base_unit.startswith(part.base_unit)


def _is_plan_of(one: Claim, behind: Claim, whole: Claim) -> bool:
    """Whether an amount is that of the one behind it on another basis than the whole's."""
    return bool(one.item) and one.item == behind.item and one.basis != behind.basis == whole.basis


def _is_priors(claim: Claim, sentences: Sentences) -> bool:
    """Whether an amount is last year's; what was left over from then is this year's."""
    of_what = claim.basis.removeprefix(sentences.prior)
    return of_what != claim.basis and any(of_what == each.basis for each in sentences.bases)


def likeliest(
    lists: Sequence[PartList], *, is_stated: bool = True, is_complete: bool = False
) -> Iterator[Constraint]:
    """Yield the list that adds up, also with its first parts only; else, if words say that one does, each:
    one may be a slip away. `is_complete` if words say that the parts are all: then any slip shows.
    """
    lists = [each for each in lists if 1 < len(each.parts) <= MOST_PLACED_PARTS]
    holding = [first for each in lists if (first := _holding(each, is_stated=is_stated))]
    for each in holding[:1] or [
        each for each in lists if is_stated and (each.count > 1 or _is_distinctive(each))
    ]:
        yield each.constraint(
            Surety.PROBABLE, is_complete=is_complete, any_slip_counts=is_stated and is_complete
        )


def _is_distinctive(listed: PartList) -> bool:
    """Whether a list with one part that is not nil has so many digits that others are hardly a slip away."""
    return all(
        claim.significant_digits >= DISTINCTIVE_DIGITS_OF_PART
        for claim in (*listed.parts, listed.whole)
        if claim.amount
    )


def _holding(listed: PartList, *, is_stated: bool) -> PartList | None:
    """Return the list, or its first parts, if they add up to the whole; where words say that they do, few
    digits show it, too.
    """
    is_distinctive = not listed.is_small or (
        is_stated and not listed.gap and listed.steps >= LEAST_STEPS_IF_STATED
    )
    if listed.holds and listed.count > 1 and is_distinctive:
        return listed
    firsts = map(listed.first, range(2, len(listed.parts)))
    return next((each for each in firsts if each.adds_up and has_steps_for_all(each)), None)


def has_steps_for_all(listed: PartList) -> bool:
    """Whether a whole has so many digits that hardly any as many parts add up to it by chance."""
    return listed.steps >= LEAST_STEPS_A_PART * len(listed.parts)
