"""What the parts of a whole must add up to: always if there are no more, else if numbers say so."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.numbers import HALF
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.parts.part_list import PartList, listed_amounts

MOST_LISTED = 400  # of a list that must add up to its whole: each is tried with all others
LEAST_FULL = 4  # parts of money, some of them nil, that are all if they end in what else there is
LEAST_STEPS_A_FIRST_PART = 200  # of a whole, in its last digit, for each of its first parts, but for rounding
MOST_OTHER_WHOLES = 12  # amounts before a whole that parts may be of instead, and how many contents before it
FARTHEST_OTHER_WHOLE = 2
LEAST_BESIDE = 50  # steps of one stated beside a whole in its sentence, for each part and each that is tried
LEAST_COMPLETE = 2  # times that parts must add up to be all of what they are listed of wherever they are
COMPLETE_PER_FAILING = 3  # and for each time that they do not

_Names = tuple[str, ...]
ByFigure = Mapping[tuple[str, str], Sequence[Claim]]


class PartConstraints:
    """The constraints of lists of parts."""

    def __init__(self, sentences: Sentences) -> None:
        self._splits = (*sentences.tables.splits, *sentences.in_full)
        self._rest = re.compile(sentences.rest)
        self._complete: set[_Names] = (
            set()
        )  # parts that are all of what they are listed of, wherever they are

    def constraints(self, claims: Sequence[Claim]) -> Iterator[Constraint]:
        """Yield a constraint of each list whose parts must add up to their whole."""
        by_list: dict[tuple[int, Claim], list[Claim]] = {}
        for claim in claims:
            if claim.listing and claim.part_of and not claim.in_explanation:
                by_list.setdefault((claim.listing, claim.part_of), []).append(claim)
        self._complete = _complete([listed for listed in map(listed_amounts, by_list.values()) if listed])
        changes = _changes_by_figure(claims)
        amounts = [claim for claim in claims if claim.role is Role.AMOUNT and claim.amount and claim.step]
        for listed in by_list.values():
            if len(listed) <= MOST_LISTED:
                yield from self._of_list(listed, changes, amounts)

    def _of_list(
        self, listed: list[Claim], changes: ByFigure, others: Sequence[Claim]
    ) -> Iterator[Constraint]:
        amounts = listed_amounts(listed)
        if amounts and not amounts.holds and (of_another := _of_another(amounts, others)):
            yield of_another.constraint(Surety.PROBABLE)
            return
        if amounts and _is_in_step(amounts, others):
            return
        lists = [*([amounts] if amounts else []), *_changes(listed, changes, amounts)]
        for each in lists:
            others_hold = not each.may_be_of_gone and any(
                other.holds and len(other.parts) == len(each.parts) > 1 and not (other.gap and other.is_small)
                for other in lists
                if other is not each
            )
            is_demanded = (others_hold and not each.may_have_more) or self._is_all(each)
            if not each.holds and (count := _count_of_first(each, is_exact=self._has_rest(each))):
                yield each.first(count).constraint()
            elif each.holds or is_demanded:
                is_distinctive = each.is_long if each.count == 1 else not each.is_small
                is_by_chance = each.holds and not is_demanded and not is_distinctive
                yield each.constraint(
                    Surety.CHANCE if is_by_chance else self._surety(each, others_hold=others_hold),
                    any_slip_counts=self._has_rest(each),
                )
            elif each.gap > each.error and (each.count == 1 or each.is_too_much):
                yield each.constraint(Surety.PROBABLE, any_slip_counts=each.count > 1)  # more than all of it

    def _surety(self, listed: PartList, *, others_hold: bool) -> Surety:
        """Return how sure it is that parts add up to a whole: they may be too few, but not too many.

        They are all if others of theirs add up (`others_hold`).
        """
        if _may_overlap(listed) and not listed.has_slipped and not self._is_known_split(listed):
            return Surety.PROBABLE
        if _exceeds(listed) and all(part.amount <= listed.whole.amount for part in listed.parts):
            return Surety.CERTAIN
        is_all = self._is_known_split(listed) or (others_hold and not listed.may_have_more)
        is_all = is_all or self._ends_in_rest(listed)
        return Surety.STATED if is_all else Surety.PROBABLE

    def _is_known_split(self, listed: PartList) -> bool:
        if _names(listed) in self._complete:
            return True
        items = [part.item.removeprefix(listed.whole.item) for part in listed.parts]
        return not listed.may_have_more and is_split(items, self._splits)

    def _is_all(self, listed: PartList) -> bool:
        """Whether what is listed must add up to its whole although it does not."""
        is_too_much = _exceeds(listed)
        is_stated = self._is_known_split(listed) or self._ends_in_rest(listed)
        is_slip = listed.has_slipped or (self._has_rest(listed) and any(listed.slips()))
        return is_stated or is_too_much or is_slip

    def _ends_in_rest(self, listed: PartList) -> bool:
        """Whether the last part is what else there is: of things counted, or where even nil is listed."""
        is_full = not listed.whole.value.error or listed.count < len(listed.parts) >= LEAST_FULL
        return is_full and self._has_rest(listed)

    def _has_rest(self, listed: PartList) -> bool:
        """Whether the last of several parts is named as what else there is, or what is left."""
        last = listed.parts[-1].item.removeprefix(listed.whole.item)
        return len(listed.parts) > 2 and not listed.may_have_more and bool(self._rest.search(last))


def _of_another(listed: PartList, others: Sequence[Claim]) -> PartList | None:
    """Return the parts of a list with the amount before its whole that they add up to, hardly by chance."""
    end = bisect_left(others, listed.whole.span, key=lambda claim: claim.span)
    before = (
        PartList(each, listed.parts) for each in reversed(others[max(end - MOST_OTHER_WHOLES, 0) : end])
    )
    tried = enumerate(before, 1)
    return next((each for at, each in tried if each.adds_up and _is_another(each, listed.whole, at)), None)


def _is_in_step(listed: PartList, others: Sequence[Claim]) -> bool:
    """Whether of a part is stated, too, what is stated beside the whole, or in the words of the whole itself
    behind other words: that is no part of it.
    """
    whole, first = listed.whole, listed.parts[0].span
    if any(part.item.removeprefix(whole.item) == whole.item for part in listed.parts[1:]):
        return True
    beside = {each.item for each in others if each.place == whole.place and each.span < first} - {whole.item}
    return any(part.item and part.item in beside for part in listed.parts)


def _is_another(listed: PartList, whole: Claim, tried: int) -> bool:
    """Whether an amount that parts add up to is stated near a whole, on its basis, with many digits: as many
    as it takes where so many are `tried`, in its sentence or farther off.
    """
    is_beside = listed.whole.place == whole.place
    is_near = whole.span.content - listed.whole.span.content <= FARTHEST_OTHER_WHOLE
    is_alike = (listed.whole.basis, listed.whole.base_unit) == (whole.basis, whole.base_unit)
    least = LEAST_BESIDE * tried if is_beside else LEAST_STEPS_A_FIRST_PART * MOST_OTHER_WHOLES
    return is_near and is_alike and listed.steps >= least * listed.count


def _names(listed: PartList) -> _Names:
    return tuple(part.item for part in listed.parts)


def _complete(lists: Sequence[PartList]) -> set[_Names]:
    """Return the parts that often add up to what they are listed of, and hardly ever do not."""
    several = [listed for listed in lists if len(listed.parts) > 1 and not listed.is_small]
    holding = Counter(_names(listed) for listed in several if listed.adds_up)
    failing = Counter(_names(listed) for listed in several if not listed.holds)
    return {
        names
        for names, count in holding.items()
        if count >= max(LEAST_COMPLETE, COMPLETE_PER_FAILING * failing[names])
    }


def is_split(items: Collection[str], splits: Collection[Collection[str]]) -> bool:
    """Whether items are all the parts there are of their whole."""
    return any(
        len(items) >= len(split) and all(any(name in item for item in items) for name in split)
        for split in splits
    )


def _changes_by_figure(claims: Sequence[Claim]) -> ByFigure:
    """Return the printed changes by item and basis."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.role is Role.CHANGE and claim.step:
            found.setdefault((claim.item, claim.basis), []).append(claim)
    return found


def _changes(listed: Sequence[Claim], by_figure: ByFigure, amounts: PartList | None) -> Iterator[PartList]:
    """Yield the changes of a list's parts, by what they are measured from, unless a part lacks its own."""
    by_basis: dict[str, dict[str, Claim]] = {}
    for claim in listed:
        if claim.role is Role.CHANGE:
            by_basis.setdefault(claim.basis, {}).setdefault(claim.item, claim)
    whole = listed[0].part_of
    assert whole
    for basis, changes in by_basis.items():
        nearest = _nearest(by_figure.get((whole.item, basis), ()), whole)
        unchanged = [part for part in amounts.parts if part.item not in changes] if amounts else []
        is_signed = not any(change.may_be_either for change in changes.values())
        if nearest and is_signed and not any(part.amount for part in unchanged):
            yield PartList(nearest, list(changes.values()), may_have_more=bool(unchanged))


def _nearest(claims: Sequence[Claim], to: Claim) -> Claim | None:
    """Return the first of the claims, which are in order, that stand in the content nearest to another's."""
    after = bisect_left(claims, to.span.content, key=lambda claim: claim.span.content)
    before = max(after - 1, 0)
    if after:  # the first one of its content
        before = bisect_left(claims, claims[before].span.content, key=lambda claim: claim.span.content)
    beside = [*claims[before : before + 1], *claims[after : after + 1]]
    return min(beside, key=lambda claim: abs(claim.span.content - to.span.content), default=None)


def _count_of_first(listed: PartList, *, is_exact: bool) -> int:
    """Return how many of the first parts add up to the whole, at least two of them, 0 if none do; where it
    `is_exact`, or so few digits may do so by chance, they must not miss it by rounding.
    """
    firsts = (listed.first(count) for count in range(2, len(listed.parts)))
    holding = (
        each
        for each in firsts
        if each.holds and not (each.gap and (is_exact or each.steps < LEAST_STEPS_A_FIRST_PART * each.count))
    )
    return next((len(each.parts) for each in holding), 0)


def _exceeds(listed: PartList) -> bool:
    """Whether parts of one sentence add up to more than their whole, which amounts never may.

    A lone number of which nothing is known may be of more than that.
    """
    if listed.whole.role is Role.CHANGE or (len(listed.parts) == 1 and not listed.parts[0].known):
        return False
    contents = {part.span.content for part in (*listed.parts, listed.whole)}
    return listed.gap > listed.error and len(contents) == 1


def _may_overlap(listed: PartList) -> bool:
    """Whether one part may lie within another: two are each more than half of the whole."""
    large = [part for part in listed.parts if HALF * listed.whole.amount < part.amount <= listed.whole.amount]
    return len(large) > 1
