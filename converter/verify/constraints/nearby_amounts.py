"""What a change, a percentage or an average is, by the amounts right before it in its sentence.

For numbers that nothing else ties: where the words do not tell of which amounts they are, the numbers do.
They are what two amounts make, or would be but for one digit of one of the three.
"""

import re
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from converter.figures import Outcome, Value
from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import Constraint, ConstraintKind, evaluate

LEAST_STEPS = 20_000  # of the amounts of a difference, in the last digit: others may be met by chance
LEAST_RATE_STEPS = 1_000  # of a percentage, in its last digit
MOST_BEFORE = 24  # numbers before one that it may be made of
MOST_DIGITS = 12  # of a number whose digits are tried one by one
ONE, HALF = Decimal(1), Decimal("0.5")


class _Tie(Struct, frozen=True, eq=False):
    """A number and the two amounts that make it: the first less the second, or divided by it, less `less`."""

    number: Claim
    first: Claim
    second: Claim
    is_quotient: bool = False
    less: Decimal = Decimal(0)
    is_sure: bool = True  # whether words tell that it is made of these

    def constraint(self) -> Constraint:
        """Return the constraint that the number is what the amounts make, of any sign if no word tells it."""

        def sides(assignment: Assignment) -> BothSides:
            left, first, second = map(assignment.value_of, (self.number, self.first, self.second))
            made = first / second - Value(self.less) if self.is_quotient else first - second
            if self.is_directed:
                return BothSides(left, made, (self.number, self.first, self.second))
            return BothSides(_size(left), _size(made), (self.number, self.first, self.second))

        return Constraint(
            ConstraintKind.CHANGE, "", sides, self.number, self.number, quotient=self.is_quotient
        )

    @property
    def is_directed(self) -> bool:
        """Whether words tell that the number is by how much the first amount is more than the second."""
        is_from_second = self.number.reference_basis == self.second.basis != self.first.basis
        return not self.is_quotient and bool(self.number.direction) and is_from_second

    @property
    def holds(self) -> bool:
        """Whether the number is what the amounts make."""
        return evaluate(self.constraint()).outcome is Outcome.HOLDS

    @property
    def is_telling(self) -> bool:
        """Whether its numbers have so many digits that they hardly keep to it by chance."""
        if self.is_quotient:
            return self.is_sure or self.is_long
        return max(each.amount / each.step for each in (self.first, self.second)) >= LEAST_STEPS

    @property
    def is_long(self) -> bool:
        """Whether the number itself has that many digits."""
        return self.number.amount / self.number.step >= LEAST_RATE_STEPS

    def has_slipped(self) -> bool:
        """Whether one digit of one of the three is all that keeps them from it."""
        size, first, second = abs(self.number.amount), self.first.amount, self.second.amount
        if not self.is_quotient:
            small, large = sorted((self.first, self.second), key=lambda claim: claim.amount)
            needed = [(self.number, large.amount - small.amount), (large, small.amount + size)]
            needed.append((small, large.amount - size))
            return any(_is_one_digit_from(claim, amount, amount) for claim, amount in needed)
        half = self.number.step / 2
        ratios = [size + self.less] if first > second or not self.less else [self.less - size]
        return any(
            _is_one_digit_from(self.number, *_around(abs(first / second - self.less), half))
            or _is_one_digit_from(self.first, (ratio - half) * second, (ratio + half) * second)
            or (
                ratio > half
                and _is_one_digit_from(self.second, first / (ratio + half), first / (ratio - half))
            )
            for ratio in ratios
        )


class NearbyAmounts:
    """Ties numbers to the amounts before them in their paragraph, by one pack's words."""

    def __init__(self, sentences: Sentences, ratio: str) -> None:
        self._budgets, self._ratio = sentences.budgets, ratio
        self._averages = {unit: re.compile(words) for unit, words in sentences.averages.items()}

    def constraints(self, claims: Sequence[Claim], tied: Collection[Claim]) -> Iterator[Constraint]:
        """Yield a constraint of each number that is not `tied`, with two amounts before it."""
        told = (claim for claim in claims if claim.sentence and not claim.in_explanation)
        for _, paragraph in groupby(told, _place):
            before: deque[Claim] = deque(maxlen=MOST_BEFORE)
            shares: list[list[_Tie]] = []
            for claim in paragraph:
                if before and claim.base_unit and claim not in tied and claim.amount:
                    if claim.role is Role.SHARE:
                        shares.append(list(_as_shares(claim, before)))
                    else:
                        yield from _chosen(list(self._ties(claim, before)))
                before.append(claim)
            yield from _of_one_whole(shares)

    def _ties(self, claim: Claim, before: Collection[Claim]) -> Iterator[_Tie]:
        """Yield what a number may be made of, the likeliest first."""
        if claim.role is Role.AMOUNT and claim.base_unit != self._ratio:
            yield from self._average(claim, before)
            return
        stated = [each for each in before if each.role is Role.AMOUNT and each.amount > 0 and each.base_unit]
        amounts = _last_alike([each for each in stated if each.sentence == claim.sentence] or stated, stated)
        if len(amounts) < 2:
            return
        first, *_, other, last = amounts if len(amounts) > 2 else (amounts[0], *amounts)
        if claim.base_unit == last.base_unit and claim.role is Role.CHANGE:
            for one in dict.fromkeys((other, first)):
                yield _Tie(claim, last, one, is_sure=_are_compared(last, one))
        elif claim.base_unit == self._ratio:
            is_budget = last.basis in self._budgets and other.basis not in self._budgets
            part, whole = (other, last) if is_budget and claim.item else (last, other)
            is_said = claim.role in (Role.RATE, Role.COMPLETION) and (
                not claim.item or _are_compared(part, whole)
            )
            less = ONE if claim.role is Role.RATE else Decimal(0)
            yield _Tie(claim, part, whole, True, less, is_sure=is_said)
            pairs = ((last, first), (amounts[1], first))
            yield from (
                _Tie(claim, *pair, True, each, is_sure=False) for pair in pairs for each in (less, ONE)
            )

    def _average(self, claim: Claim, before: Collection[Claim]) -> Iterator[_Tie]:
        """Yield an amount of money for each thing counted: the last amount of money, by the last of these."""
        units = {unit for unit, words in self._averages.items() if words.search(claim.item)}
        money = (each for each in reversed(list(before)) if each.base_unit == claim.base_unit and each.amount)
        counts = [each for each in before if each.base_unit in units and each.amount and not each.part_of]
        amount = next(money, None) if counts else None
        for count in reversed(counts):
            if amount:
                yield _Tie(claim, amount, count, True, is_sure=len(counts) == 1)


def _last_alike(amounts: Sequence[Claim], all_before: Collection[Claim]) -> Sequence[Claim]:
    """Return the amounts in the unit of the last one; where it stands alone in its sentence, the nearest
    before it as well."""
    alike = [each for each in amounts if each.base_unit == amounts[-1].base_unit]
    if len(alike) > 1 or not alike:
        return alike
    earlier = [each for each in all_before if each.base_unit == alike[0].base_unit and each not in alike]
    return [*earlier[-1:], *alike]


def _as_shares(share: Claim, before: Collection[Claim]) -> Iterator[_Tie]:
    """Yield a share as that of its amount, the last of its item, in each larger one before."""
    amounts = [each for each in before if each.role is Role.AMOUNT and each.basis == share.reference_basis]
    part = next((each for each in reversed(amounts) if each.item == share.item), None)
    for whole in amounts if part else ():
        if part and whole.base_unit == part.base_unit and whole.amount >= part.amount and whole is not part:
            yield _Tie(share, part, whole, True)


def _of_one_whole(shares: Sequence[Sequence[_Tie]]) -> Iterator[Constraint]:
    """Yield the shares of a paragraph that hold, and those of the only whole there is or others are of."""
    holding = [next((tie for tie in ties if tie.is_telling and tie.holds), None) for ties in shares]
    wholes = {tie.second for tie in holding if tie}
    for ties, held in zip(shares, holding, strict=True):
        alone = ties if len(ties) == 1 and ties[0].is_long else ()
        likely = alone or [tie for tie in ties if wholes == {tie.second}]
        slipped = (tie for tie in likely if tie.has_slipped())
        if found := held or next(slipped, None):
            yield found.constraint()


def _are_compared(one: Claim, other: Claim) -> bool:
    """Whether two amounts are of one item, or on different bases: others are not measured by one another."""
    return one.item == other.item or one.basis != other.basis


def _place(claim: Claim) -> tuple[int, int, int]:
    return claim.span.content, claim.span.row, claim.span.column


def _chosen(ties: Sequence[_Tie]) -> Iterator[Constraint]:
    """Yield the tie that holds, else the only one that words tell and but a digit keeps the numbers from."""
    telling = [tie for tie in ties if tie.is_telling]
    held = next((tie for tie in telling if tie.holds), None)
    slipped = [] if held else [tie for tie in telling if tie.is_sure and tie.has_slipped()]
    if held or len(slipped) == 1:
        yield (held or slipped[0]).constraint()


def _size(value: Value) -> Value:
    return -value if value.amount is not None and value.amount < 0 else value


def _around(amount: Decimal, error: Decimal) -> tuple[Decimal, Decimal]:
    return amount - error, amount + error


def _is_one_digit_from(claim: Claim, least: Decimal, most: Decimal) -> bool:
    """Whether another digit somewhere makes a printed number one between two amounts."""
    if not claim.step or most < 0:
        return False
    digits = f"{abs(claim.amount) / claim.step:.0f}"
    first, last = (
        (max(least, Decimal(0)) - abs(claim.amount)) / claim.step,
        (most - abs(claim.amount)) / claim.step,
    )
    for place, digit in enumerate(reversed(digits[-MOST_DIGITS:])):
        size = 10**place
        others = (other - int(digit) for other in range(10))
        if any(more and first - HALF <= more * size <= last + HALF for more in others):
            return True
    return False
