"""Parts and what they are parts of: whether they add up to it, and whether they would but for one digit."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from converter.diagnosis import of_digits
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.numbers import HALF
from converter.verify.constraints.common_constraints import addition
from converter.verify.constraints.constraint import Constraint, Surety

LEAST_STEPS_OF_LIST = 200  # so many amounts the gap could be, for each a slip explains: then one is no chance

LEAST_STEPS_IN_OTHER_UNIT = 1_000  # of a whole, in its last digit, that its only part repeats in another unit
TIMES_ITS_ERROR = 40  # times its error: less exact, an amount in another unit may fit by chance
LEAST_EXACT_PARTS = 3  # that show, by zeros they leave out or end in, that none is rounded
COARSEST_EXACT = Decimal(10_000)  # one in the last digit of such parts: others are rounded as one likes
UNITS_APART = tuple(Decimal(10) ** power for power in (-8, -4, 4, 8))  # from one unit of money to another


class PartList(Struct, eq=False):
    """The parts of a list on one basis, in order, and the whole on that basis; it `may_have_more` where of a
    part nothing is said.
    """

    whole: Claim
    parts: list[Claim]
    may_have_more: bool = False

    @property
    def gap(self) -> Decimal:
        """By how much the parts are more than the whole."""
        return sum((part.amount for part in self.parts), -self.whole.amount)

    @property
    def error(self) -> Decimal:
        """How much of the gap rounding may have made."""
        if self.is_exact:
            is_rounded = self.whole.last_printed > min(part.last_printed for part in self.parts)
            return self.whole.last_printed * HALF if is_rounded else Decimal(0)
        return sum((part.value.error for part in self.parts), self.whole.value.error)

    @property
    def is_exact(self) -> bool:
        """Whether its parts are not rounded: of several in one unit of not too much, most end in zeros or
        leave out decimals that others print.
        """
        parts = [part for part in self.parts if part.amount and part.value.error]
        if len(parts) < LEAST_EXACT_PARTS or len({part.unit for part in parts}) > 1:
            return False
        steps = [part.last_printed for part in parts]
        ending = sum(not part.amount % (10 * min(steps)) for part in parts)
        return max(steps) <= COARSEST_EXACT and ending >= LEAST_EXACT_PARTS and 2 * ending > len(parts)

    @property
    def holds(self) -> bool:
        """Whether they add up to the whole."""
        return abs(self.gap) <= self.error and self.count > 0

    @property
    def is_too_much(self) -> bool:
        """Whether the parts, which stand in one sentence, are more than the whole in it or before it, but not
        by one of them: that may be none.
        """
        first = self.parts[0]
        is_one = all(part.place == first.place for part in self.parts)
        is_of_it = self.whole.place == first.place or self.whole.span < first.span
        may_be_of_others = any(abs(part.amount - self.gap) <= self.error for part in self.parts)
        return is_one and is_of_it and self.gap > self.error and not may_be_of_others

    @property
    def may_be_of_gone(self) -> bool:
        """Whether changes miss that of their whole by what may have been of a part there is no more.

        Nothing is said of that part, though it lowers the whole.
        """
        return self.whole.role is Role.CHANGE and self.gap > self.error

    @property
    def adds_up(self) -> bool:
        """Whether several of them add up to the whole."""
        return self.holds and self.count > 1

    @property
    def count(self) -> int:
        """How many of the parts are not nil."""
        return sum(bool(part.amount) for part in self.parts)

    @property
    def steps(self) -> Decimal:
        """The whole, in the finest of the last digits printed of what is not nil."""
        return abs(self.whole.amount) / _finest(
            [claim for claim in (*self.parts, self.whole) if claim.amount]
        )

    @property
    def odds(self) -> Decimal:
        """How many amounts the whole could be, for each digit of its numbers; zeros at the end of all do not
        count.
        """
        numbers = [claim for claim in (*self.parts, self.whole) if claim.amount and claim.step]
        step = min((claim.last_place for claim in numbers), default=Decimal(1))
        digits = sum(len(_digits(claim, step)) for claim in numbers)
        return abs(self.whole.amount) / step / max(digits, 1)

    @property
    def is_long(self) -> bool:
        """Whether its numbers have so many digits that hardly any others add up but for one digit."""
        return self.odds >= LEAST_STEPS_OF_LIST * 2

    @property
    def is_small(self) -> bool:
        """Whether its numbers are so small that they may add up by chance."""
        return self.steps < LEAST_STEPS_OF_LIST

    @property
    def has_slipped(self) -> bool:
        """Whether one digit or the unit of one number keeps the parts from adding up to the whole.

        Small numbers and long lists leave too many digits that might.
        """
        if self.count == 1:
            return self.steps >= LEAST_STEPS_IN_OTHER_UNIT and self._differs_by_unit(self.whole)
        return self.is_long and (any(self.slips()) or any(self.slips_of_unit()))

    def slips(self) -> Iterator[Claim]:
        """Yield the numbers of which one digit is all that keeps the parts from adding up to the whole."""
        gap, step = self.gap, _finest((*self.parts, self.whole))
        for claim in (*self.parts, self.whole):
            more = gap if claim is self.whole else -gap
            if not claim.amount or not claim.step or (claim.amount + more) * claim.amount <= 0:
                continue  # no digit turns an amount into its opposite
            if of_digits(_digits(claim, step), _digits(claim, step, more)) is not None:
                yield claim

    def slips_of_unit(self) -> Iterator[Claim]:
        """Yield the numbers whose unit is all that keeps the parts from adding up to the whole."""
        yield from filter(self._differs_by_unit, (*self.parts, self.whole))

    def _differs_by_unit(self, claim: Claim) -> bool:
        """Whether the parts would add up to the whole if one of the numbers were in another unit."""
        needed = claim.amount + (self.gap if claim is self.whole else -self.gap)
        others = self.error - claim.value.error
        errors = {times: others + claim.value.error * times for times in UNITS_APART}
        return bool(claim.unit) and any(
            abs(claim.amount * times - needed) <= error < abs(needed) / TIMES_ITS_ERROR
            for times, error in errors.items()
        )

    def first(self, count: int) -> "PartList":
        """Return the list of the first parts only."""
        return PartList(self.whole, self.parts[:count])

    def constraint(
        self, surety: Surety = Surety.STATED, *, is_complete: bool = False, any_slip_counts: bool = False
    ) -> Constraint:
        """Return the constraint that the parts add up to the whole; `is_complete`: words say they are all."""
        added = addition(self.parts, self.whole, surety, is_exact=self.is_exact)
        return replace(added, is_complete=is_complete, any_slip_counts=any_slip_counts)


def listed_amounts(listed: Sequence[Claim]) -> PartList | None:
    """Return the amounts of a list, each part once, None if there are none; as much as the whole again,
    behind other parts, is none of them.

    What is listed on another basis only is a part if all add up with it, or would but for a slip; else the
    list may have more.
    """
    whole = listed[0].part_of
    assert whole
    parts: dict[str, Claim] = {}
    others: dict[str, Claim] = {}
    places = {claim.span.content for claim in listed} - {whole.span.content}
    taken: set[int] = set()
    for claim in listed:
        if claim.role is not Role.AMOUNT or claim.base_unit != whole.base_unit:
            continue
        if claim.basis != whole.basis:
            others.setdefault(claim.item, claim)
            continue
        if len(places) > 1 and claim.span.content in taken:
            continue  # of several paragraphs each begins with its part
        taken.add(claim.span.content)
        if claim.amount == whole.amount and any(part.amount for part in parts.values()):
            break
        parts.setdefault(claim.item, claim)
    if len(numbered := {item: part for item, part in parts.items() if item[:1].isdigit()}) > 1:
        parts = numbered  # what stands between them tells more of one
    beside = [claim for item, claim in others.items() if item not in parts and claim.sentence]
    every = PartList(whole, sorted([*parts.values(), *beside], key=lambda claim: claim.span))
    if beside and parts and not every.is_small and (every.adds_up or every.has_slipped):
        return every
    return PartList(whole, list(parts.values()), may_have_more=bool(beside)) if parts else None


def _finest(claims: Sequence[Claim]) -> Decimal:
    return min((claim.step for claim in claims if claim.step), default=Decimal(1))


def _digits(claim: Claim, step: Decimal, more: Decimal = Decimal(0)) -> str:
    return f"{abs((claim.amount + more) / step):.0f}"
