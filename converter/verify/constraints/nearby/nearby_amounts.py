"""What a change, a percentage or an average is, by the amounts right before it in its sentence.

For numbers that nothing else ties: where the words do not tell of which amounts they are, the numbers do.
They are what two amounts make, or would be but for one digit of one of the three.
"""

import re
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from converter.figures import item_of
from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.names import side_of
from converter.verify.claims.numbers import ONE
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.nearby.long_rates import long_completions, long_shares
from converter.verify.constraints.nearby.tie import Tie

MOST_TRIED_OF_PARAGRAPH = 24  # numbers before one that it may be made of
FARTHEST_PLAN = 2  # contents from a paragraph to the plans above it


class NearbyAmounts:
    """Ties numbers to the amounts before them in their paragraph, by one pack's words."""

    def __init__(self, sentences: Sentences, ratio: str) -> None:
        self._budgets, self._prior, self._ratio = sentences.budgets, sentences.prior, ratio
        self._sides = sentences.sides
        self._averages = {unit: re.compile(words) for unit, words in sentences.averages.items()}

    def constraints(self, claims: Sequence[Claim], tied: Collection[Claim]) -> Iterator[Constraint]:
        """Yield a constraint of each number that is not `tied`, with two amounts before it."""
        in_text = (claim for claim in claims if claim.sentence and not claim.in_explanation)
        above: list[Claim] = []
        for _, paragraph in groupby(in_text, lambda claim: claim.span.holder):
            before: deque[Claim] = deque(maxlen=MOST_TRIED_OF_PARAGRAPH)
            shares: list[list[Tie]] = []
            for claim in paragraph:
                has_value = claim.amount or claim.role is Role.CHANGE  # no change: two are the same
                if before and claim.base_unit and claim not in tied and has_value:
                    if claim.role is Role.SHARE:
                        shares.append(list(_as_shares(claim, before)) or list(long_shares(claim, before)))
                    else:
                        ties = (*self._ties(claim, before), *_of_plans_above(claim, before, above))
                        yield from _chosen(ties)
                before.append(claim)
            above = list(before)
            yield from _of_one_whole(shares)

    def _ties(self, claim: Claim, before: Collection[Claim]) -> Iterator[Tie]:
        """Yield what a number may be made of, the likeliest first."""
        if claim.role is Role.AMOUNT and claim.base_unit != self._ratio:
            yield from self._average(claim, before)
            return
        *_, nearest = before
        if nearest.role is Role.AMOUNT and not nearest.amount and nearest.place == claim.place:
            return  # it is of nothing
        candidates = [each for each in before if _may_make(each, claim)]
        amounts = _last_alike(
            [each for each in candidates if each.sentence == claim.sentence] or candidates, candidates
        )
        if len(amounts) < 2:
            return
        first, *_, other, last = amounts if len(amounts) > 2 else (amounts[0], *amounts)
        if claim.base_unit == last.base_unit and claim.role is Role.CHANGE:
            for one in dict.fromkeys((other, first)):
                is_difference = len(amounts) == 2 and not claim.direction
                yield Tie(claim, last, one, is_sure=is_difference or _are_compared(last, one))
        elif claim.base_unit == self._ratio:
            part, whole = (other, last) if self._is_measure(last, other) and claim.item else (last, other)
            is_rate = claim.role is Role.RATE
            is_stated = claim.role is Role.COMPLETION or (len(amounts) == 2 and not is_rate)
            is_stated |= is_rate and (not claim.item or _are_compared(part, whole))
            is_other = self._is_over_last_year(claim, whole) or self._are_opposite(part, whole)
            is_stated &= not is_other and part.part_of is not whole  # a whole is no plan of its part
            less = ONE if claim.role is Role.RATE else Decimal(0)
            any_slip_counts = self._is_of_plan(claim, whole) and self._are_only_two(claim, before)
            yield Tie(
                claim,
                part,
                whole,
                is_quotient=True,
                less=less,
                is_sure=is_stated,
                any_slip_counts=any_slip_counts,
            )
            largest = max(amounts[:-1], key=lambda amount: amount.amount)
            if claim.role is Role.COMPLETION and not claim.item:
                yield Tie(claim, last, largest, is_quotient=True)  # what was done, of all there was to do
            if claim.role is Role.COMPLETION:
                yield from long_completions(claim, last, candidates)
            pairs = ((last, first), (amounts[1], first))
            yield from (
                Tie(claim, *pair, is_quotient=True, less=each, is_sure=False)
                for pair in pairs
                for each in (less, ONE)
            )

    def _are_only_two(self, claim: Claim, before: Collection[Claim]) -> bool:
        """Whether no more than two amounts of its sentence, named or not, stand between a claim and the
        percentage before it, none a part of the other.
        """
        beside = [each for each in before if each.sentence == claim.sentence and each.base_unit]
        rates = (at for at, each in enumerate(reversed(beside)) if each.base_unit == self._ratio)
        stretch = beside[len(beside) - next(rates, len(beside)) :]
        candidates = [each for each in stretch if _may_make(each, claim)]
        alike = [each for each in stretch if candidates and each.base_unit == candidates[0].base_unit]
        return len(candidates) == len(alike) == 2 and not candidates[1].part_of

    def _is_of_plan(self, claim: Claim, whole: Claim) -> bool:
        """Whether a number says how far a plan was carried out, and an amount may be that: a budget is where
        words tell of one.
        """
        is_budget = whole.basis in self._budgets or claim.reference_basis not in self._budgets
        return claim.role is Role.COMPLETION and is_budget

    def _is_over_last_year(self, rate: Claim, base: Claim) -> bool:
        """Whether a rate is measured from last year, and the amount is a budget of this one."""
        return rate.reference_basis.startswith(self._prior) and base.basis in self._budgets

    def _are_opposite(self, one: Claim, other: Claim) -> bool:
        """Whether one amount is of income and the other of expenditure."""
        side = side_of(one.item, self._sides)
        return bool(side) and self._sides[side] == side_of(other.item, self._sides)

    def _is_measure(self, budget: Claim, other: Claim) -> bool:
        """Whether an amount is the budget that another is measured by, not one compared with last year's."""
        is_budget = budget.basis in self._budgets and other.basis not in self._budgets
        return is_budget and not other.basis.startswith(self._prior)

    def _average(self, claim: Claim, before: Collection[Claim]) -> Iterator[Tie]:
        """Yield an amount of money for each thing counted: the last that was spent, by the last of these."""
        units = {unit for unit, words in self._averages.items() if words.search(claim.item)}
        money = (each for each in reversed(list(before)) if self._is_spent(each, claim.base_unit))
        counts = [each for each in before if each.base_unit in units and each.amount and not each.part_of]
        amount = next(money, None) if counts else None
        for count in reversed(counts):
            if amount:
                is_only = len(counts) == 1 and amount.sentence == claim.sentence
                surety = Surety.STATED if is_only else Surety.PROBABLE
                yield Tie(claim, amount, count, is_quotient=True, is_sure=is_only, surety=surety)

    def _is_spent(self, claim: Claim, unit: str) -> bool:
        """Whether a number is an amount in a unit that is neither budgeted nor last year's."""
        is_amount = claim.role in (Role.AMOUNT, Role.UNKNOWN) and claim.base_unit == unit and claim.amount
        is_of_others = claim.basis in self._budgets or claim.basis.startswith(self._prior)
        return bool(is_amount) and not is_of_others


def _of_plans_above(claim: Claim, before: Collection[Claim], above: Collection[Claim]) -> Iterator[Tie]:
    """Yield how far a plan was carried out as the last amount beside it by each of the paragraph above: where
    one is called like it, it is that.
    """
    done = [each for each in before if each.sentence == claim.sentence and _may_make(each, claim)][-1:]
    for last in done if claim.role is Role.COMPLETION else ():
        for plan in above:
            is_near = last.span.content - plan.span.content <= FARTHEST_PLAN
            if is_near and plan.role is Role.AMOUNT and plan.amount and plan.base_unit == last.base_unit:
                is_called_alike = bool(plan.item) and plan.item in last.item and plan.extent == last.extent
                is_same = (plan.item, plan.basis) == (last.item, last.basis)
                yield Tie(claim, last, plan, is_quotient=True, is_sure=is_called_alike and not is_same)


def _may_make(each: Claim, claim: Claim) -> bool:
    """Whether a number says how much there is, of what a claim may be made of: how far a plan was carried out
    also tells what was counted without a name for it.
    """
    is_count = claim.role is Role.COMPLETION and each.role is Role.UNKNOWN and not each.value.error
    is_count &= not each.is_about
    return bool(each.base_unit) and each.amount > 0 and (each.role is Role.AMOUNT or is_count)


def _last_alike(amounts: Sequence[Claim], all_before: Collection[Claim]) -> Sequence[Claim]:
    """Return the amounts in the unit of the last one; where it stands alone in its sentence, the nearest
    before it as well."""
    alike = [each for each in amounts if each.base_unit == amounts[-1].base_unit]
    if len(alike) > 1 or not alike:
        return alike
    earlier = [each for each in all_before if each.base_unit == alike[0].base_unit and each not in alike]
    return [*earlier[-1:], *alike]


def _as_shares(share: Claim, before: Collection[Claim]) -> Iterator[Tie]:
    """Yield a share as that of its amount, the last of its item or of one that either name is short for, in
    each larger one before; where only one is called like its whole, in this one.
    """
    amounts = [each for each in before if each.role is Role.AMOUNT and each.basis == share.reference_basis]
    alike = [each for each in amounts if each.item == share.item]
    alike = alike or [each for each in amounts if share.item and each.item.startswith(share.item)]
    alike = alike or [each for each in amounts if each.item and _is_short_for(share.item, each.item)]
    if not alike:
        return
    part = alike[-1]
    wholes = [
        each
        for each in amounts
        if each.base_unit == part.base_unit and each.amount >= part.amount and each is not part
    ]
    named = [each for each in wholes if share.whole and each.item.endswith(item_of(share.whole))]
    for whole in named if len(named) == 1 else wholes:
        yield Tie(share, part, whole, is_quotient=True, any_slip_counts=len(named) == len(alike) == 1)


def _is_short_for(one: str, other: str) -> bool:
    """Whether one name is the other with words left out before or behind it."""
    return bool(one) and (one in other or one.endswith(other))


def _of_one_whole(shares: Sequence[Sequence[Tie]]) -> Iterator[Constraint]:
    """Yield the shares of a paragraph that hold, else as of the whole that others are of, or of any."""
    holding = [next((tie for tie in ties if tie.is_distinctive and tie.holds), None) for ties in shares]
    wholes = {tie.second for tie in holding if tie}
    for ties, first in zip(shares, holding, strict=True):
        likely = [tie for tie in ties if wholes == {tie.second}] or ties
        yield from (tie.constraint() for tie in ([first] if first else likely))


def _are_compared(one: Claim, other: Claim) -> bool:
    """Whether two amounts are of one item, or on different bases: others are not measured by one another."""
    return one.item == other.item or one.basis != other.basis


def _chosen(ties: Sequence[Tie]) -> Iterator[Constraint]:
    """Yield the tie that holds, else those that words tell: one may be a slip away."""
    holding = next((tie for tie in ties if tie.is_distinctive and tie.holds), None)
    yield from (tie.constraint() for tie in ([holding] if holding else ties) if holding or tie.is_sure)
