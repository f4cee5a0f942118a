"""What the parts of a whole must come to: always where they are all there are, else where numbers say so."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.diagnosis import of_digits
from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.constraint import Constraint, ConstraintKind, sums_to

MOST_PARTS = 400  # of a list that must come to its whole: each is tried with all others
LEAST_ODDS = 200  # so many amounts the gap could be, for each a slip explains: then one is no chance


ByFigure = Mapping[tuple[str, str], Sequence[Claim]]


class _List(Struct, eq=False):
    """The parts of a list on one basis, in order, and the whole on that basis; it `may_have_more` where of a
    part nothing is said.
    """

    whole: Claim
    parts: list[Claim]
    may_have_more: bool = False

    @property
    def gap(self) -> Decimal:
        return sum((part.amount for part in self.parts), -self.whole.amount)

    @property
    def error(self) -> Decimal:
        return sum((part.value.error for part in self.parts), self.whole.value.error)

    @property
    def holds(self) -> bool:
        """Whether they come to the whole."""
        return abs(self.gap) <= self.error and self.count > 0

    @property
    def count(self) -> int:
        """How many of the parts are not nil."""
        return sum(bool(part.amount) for part in self.parts)

    @property
    def is_long(self) -> bool:
        """Whether its numbers have so many digits that hardly any other comes to them but for one digit."""
        numbers = [claim for claim in (*self.parts, self.whole) if claim.amount and claim.step]
        step = min((claim.step for claim in numbers), default=Decimal(1))
        digits = sum(len(_digits(claim, step)) for claim in numbers)
        return abs(self.whole.amount) / step >= LEAST_ODDS * 2 * digits

    @property
    def is_small(self) -> bool:
        """Whether its numbers are so small that they may come to one another by chance."""
        step = min((claim.step for claim in (*self.parts, self.whole) if claim.step), default=Decimal(1))
        return abs(self.whole.amount) < LEAST_ODDS * step

    def first(self, count: int) -> "_List":
        return _List(self.whole, self.parts[:count])


class PartConstraints:
    """The constraints of lists of parts, and of budgets with what was added to them."""

    def __init__(self, sentences: Sentences) -> None:
        self._splits = sentences.tables.splits
        self._budgets, self._added = sentences.budgets, sentences.added

    def constraints(self, claims: Sequence[Claim]) -> Iterator[Constraint]:
        """Yield a constraint of each list whose parts must come to their whole."""
        by_list: dict[int, list[Claim]] = {}
        for claim in claims:
            if claim.listing and claim.part_of and not claim.in_explanation:
                by_list.setdefault(claim.listing, []).append(claim)
        changes = _changes_by_figure(claims)
        for listed in by_list.values():
            if len(listed) <= MOST_PARTS:
                yield from self._of_list(listed, changes)
        yield from map(_constraint, _budgets(claims, self._budgets, self._added))

    def _of_list(self, listed: list[Claim], changes: ByFigure) -> Iterator[Constraint]:
        amounts = _amounts(listed)
        lists = [*([amounts] if amounts else []), *_changes(listed, changes, amounts)]
        for each in lists:
            others_hold = any(
                other.holds and other.count == each.count > 1 for other in lists if other is not each
            )
            is_demanded = (others_hold and not each.may_have_more) or self._is_all(each)
            if not each.holds and (count := _held_by_first(each)):
                yield _constraint(each.first(count))
            elif each.holds or is_demanded:
                is_telling = each.is_long if each.count == 1 else not each.is_small
                yield _constraint(each, by_chance=each.holds and not is_demanded and not is_telling)

    def _is_all(self, listed: _List) -> bool:
        """Whether what is listed must come to its whole although it does not."""
        items = [part.item.removeprefix(listed.whole.item) for part in listed.parts]
        is_too_much = listed.whole.role is Role.AMOUNT and _exceeds(listed)
        is_known_split = not listed.may_have_more and is_split(items, self._splits)
        return is_known_split or is_too_much or _has_slipped(listed)


def _budgets(claims: Sequence[Claim], budgets: Sequence[str], added: str) -> Iterator[_List]:
    """Yield each budget of a paragraph with the one at first and what was added to it, if they come to it."""
    total, first, *_ = budgets
    by_place: dict[tuple[int, str], dict[str, Claim]] = {}
    for claim in claims:
        if claim.role is Role.AMOUNT and claim.basis in (total, first, added) and not claim.in_explanation:
            by_place.setdefault((claim.span.content, claim.item), {}).setdefault(claim.basis, claim)
    for found in by_place.values():
        if len(found) == len({total, first, added}):
            listed = _List(found[total], [found[first], found[added]])
            if listed.holds or _has_slipped(listed):
                yield listed


def is_split(items: Collection[str], splits: Collection[Collection[str]]) -> bool:
    """Whether items are all the parts there are of their whole."""
    return any(
        len(items) >= len(split) and all(any(name in item for item in items) for name in split)
        for split in splits
    )


def _amounts(listed: Sequence[Claim]) -> _List | None:
    """Return the amounts of a list, each part once, None if there are none."""
    whole = listed[0].part_of
    assert whole
    parts: dict[str, Claim] = {}
    places = {claim.span.content for claim in listed} - {whole.span.content}
    taken: set[int] = set()
    for claim in listed:
        if claim.role is Role.AMOUNT and claim.basis == whole.basis and claim.base_unit == whole.base_unit:
            if len(places) > 1 and claim.span.content in taken:
                continue  # of several paragraphs each begins with its part
            taken.add(claim.span.content)
            parts.setdefault(claim.item, claim)
    return _List(whole, list(parts.values())) if parts else None


def _changes_by_figure(claims: Sequence[Claim]) -> ByFigure:
    """Return the printed changes by item and basis."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.role is Role.CHANGE and claim.step:
            found.setdefault((claim.item, claim.basis), []).append(claim)
    return found


def _changes(listed: Sequence[Claim], by_figure: ByFigure, amounts: _List | None) -> Iterator[_List]:
    """Yield the changes of a list's parts, by what they are measured from, unless a part lacks its own."""
    by_basis: dict[str, dict[str, Claim]] = {}
    for claim in listed:
        if claim.role is Role.CHANGE:
            by_basis.setdefault(claim.basis, {}).setdefault(claim.item, claim)
    whole = listed[0].part_of
    assert whole
    for basis, changes in by_basis.items():
        nearest = _nearest(by_figure.get((whole.item, basis), ()), whole)
        unsaid = [part for part in amounts.parts if part.item not in changes] if amounts else []
        if nearest and not any(part.amount for part in unsaid):
            yield _List(nearest, list(changes.values()), may_have_more=bool(unsaid))


def _nearest(claims: Sequence[Claim], to: Claim) -> Claim | None:
    """Return the first of the claims, which are in order, that stand in the content nearest to another's."""
    after = bisect_left(claims, to.span.content, key=lambda claim: claim.span.content)
    before = max(after - 1, 0)
    if after:  # the first one of its content
        before = bisect_left(claims, claims[before].span.content, key=lambda claim: claim.span.content)
    beside = [*claims[before : before + 1], *claims[after : after + 1]]
    return min(beside, key=lambda claim: abs(claim.span.content - to.span.content), default=None)


def _constraint(listed: _List, *, by_chance: bool = False) -> Constraint:
    sides = sums_to(tuple(listed.parts), listed.whole)
    return Constraint(ConstraintKind.PARTS, "", sides, near=listed.whole, by_chance=by_chance)


def _held_by_first(listed: _List) -> int:
    """Return how many of the first parts come to the whole, at least two of them, 0 if none do."""
    counts = range(2, len(listed.parts))
    return next((count for count in counts if listed.first(count).holds), 0)


def _exceeds(listed: _List) -> bool:
    """Whether parts of one sentence come to more than their whole, which they never may."""
    contents = {part.span.content for part in (*listed.parts, listed.whole)}
    return listed.gap > listed.error and len(contents) == 1


def _has_slipped(listed: _List) -> bool:
    """Whether one digit of one number is all that keeps the parts from coming to the whole.

    Small numbers and long lists leave too many digits that might.
    """
    return len(listed.parts) > 1 and listed.is_long and is_slip_away(listed.parts, listed.whole)


def is_slip_away(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether one digit of one number is all that keeps parts from coming to a whole."""
    listed = _List(whole, list(parts))
    step = min(claim.step for claim in (*parts, whole) if claim.step)
    return any(
        _is_slip(claim, step, listed.gap if claim is whole else -listed.gap)
        for claim in (*parts, whole)
        if claim.amount and claim.step
    )


def _is_slip(claim: Claim, step: Decimal, more: Decimal) -> bool:
    return of_digits(_digits(claim, step), _digits(claim, step, more)) is not None


def _digits(claim: Claim, step: Decimal, more: Decimal = Decimal(0)) -> str:
    return f"{abs((claim.amount + more) / step):.0f}"
