"""Shares that words state: each is its part divided by the whole, and complete ones add up to 100 %.

The whole that words name may be printed several times, with what was carried over and without, and may not be
the amount that the shares were computed from. The shares themselves then show which amount it is.
"""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from converter.figures import NO_VALUE, Value, basis_of, item_of, sum_values
from converter.verify.claims.claim import Claim, Role, is_beside
from converter.verify.claims.numbers import ONE
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.common_constraints import addition, sums_to
from converter.verify.constraints.constraint import ComputeSides, Constraint, ConstraintKind, holds
from converter.verify.constraints.parts.part_constraints import is_split
from converter.verify.constraints.parts.part_list import PartList
from converter.verify.constraints.parts.share_groups import are_all, neighbours, total

LEAST_SHARES_ALIKE = 2  # shares that must be of the same whole to tell it
WHOLES_ALIKE = Decimal("0.01")  # of a whole: so much may rounded shares make it differ
WHOLES_APART = Decimal("0.5")  # of a whole: what differs by more is another, not one with a slip


def share_constraints(
    claims: tuple[Claim, ...],
    index: ClaimIndex,
    splits: Collection[Collection[str]],
    totals: Mapping[str, str],
) -> Iterator[Constraint]:
    """Yield a constraint of each share with its part and whole, and one of the shares that are all.

    Where a whole is not printed, or shares are all of another than the one they seem to be of, they are held
    against one another. `splits` are items that are all of what they are parts of, `totals` what holds more
    than an item that is called like it.
    """
    shares_of: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.role is not Role.SHARE or not claim.item or claim.in_explanation:
            continue
        shares_of.setdefault(claim.whole or f"{claim.span.content}", []).append(claim)
    for shares in shares_of.values():
        for group in neighbours(shares):
            yield from _Shares(tuple(group.values()), index, totals).constraints(splits)


class _Shares(Struct, frozen=True, eq=False, dict=True):
    """Shares of one whole that stand together."""

    shares: tuple[Claim, ...]
    index: ClaimIndex
    totals: Mapping[str, str]

    def constraints(self, splits: Collection[Collection[str]]) -> Iterator[Constraint]:
        """Yield what each must keep to, and all together."""
        is_printed = bool(self._other_whole) or (self._is_printed and not self._are_of_their_sum)
        for share in self.shares if is_printed or len(self.shares) == 1 else ():
            if share.whole:
                yield self._of_whole(share, self._other_whole)
        if len(self.shares) > 1:
            yield from self._together(splits)
            if not is_printed and (self.shares[0].whole or self._is_all or self._whole_by_shares):
                yield from self._beside_largest()

    @cached_property
    def _whole(self) -> Claim | None:
        """The whole that words name, as it is printed."""
        return self.index.choose(self.shares[0].whole, self.shares[0]) if self.shares[0].whole else None

    @cached_property
    def _parts(self) -> list[Claim | None]:
        """The amount of each share."""
        return [self.index.choose(share.reference_id, share) for share in self.shares]

    @cached_property
    def _other_whole(self) -> Claim | None:
        """Another amount printed for the whole, or for the total that goes by the same name, by which every
        share comes out; None if there is none, or if any share comes out by the amount chosen as the whole.
        """
        if not self._whole or any(self._holds(share) for share in self.shares):
            return None
        id = self.shares[0].whole
        twins = [*self.totals.items(), *((total, item) for item, total in self.totals.items())]
        ids = [id, *(f"{other}.{basis_of(id)}" for item, other in twins if item == item_of(id))]
        others = dict.fromkeys(each for one in ids for each in self.index.by_id.get(one, ()))
        return next((one for one in others if all(self._holds(each, one) for each in self.shares)), None)

    @cached_property
    def _are_of_their_sum(self) -> bool:
        """Whether the shares add up to 100 % and each is its part divided by the sum of the parts: the whole
        stated elsewhere then includes more than these parts.
        """
        parts = [part for part in self._parts if part]
        if not self._whole or len(parts) < len(self.shares) or not are_all(self.shares):
            return False
        listed = PartList(self._whole, parts)
        if listed.gap >= 0 or listed.has_slipped or not total(parts):
            return False
        if any(is_beside(self._whole, share) for share in self.shares) or all(map(self._holds, self.shares)):
            return False
        made = (part.amount / total(parts) for part in parts)
        return all(
            abs(share.amount - each) <= share.value.error
            for share, each in zip(self.shares, made, strict=True)
        )

    @cached_property
    def _is_printed(self) -> bool:
        """Whether the whole that words name is printed, and near the amount that the shares imply."""
        share = self.shares[0]
        whole = self.index.find(share.whole, share) if share.whole else None
        if not whole or not whole.value:
            return False
        by_shares = self._whole_by_shares
        return by_shares is None or abs(by_shares - whole.value) <= WHOLES_APART * abs(whole.value)

    @cached_property
    def _whole_by_shares(self) -> Decimal | None:
        """The whole that parts and shares imply (part / share), if all but at most one imply the same; else
        None. In the base unit of the parts.
        """
        parts = [self.index.find(share.reference_id, share) for share in self.shares]
        wholes = sorted(
            part.value / share.amount
            for part, share in zip(parts, self.shares, strict=True)
            if part and part.value and share.amount
        )
        if len(wholes) <= LEAST_SHARES_ALIKE:
            return None
        middle = wholes[len(wholes) // 2]
        alike = sum(abs(whole - middle) <= WHOLES_ALIKE * middle for whole in wholes)
        return middle if alike >= len(wholes) - 1 else None

    @property
    def _is_all(self) -> bool:
        """Whether they are all there are of the whole."""
        first, shares = self.shares[0], self.shares
        return are_all(shares) or bool(total(shares) > ONE and first.listing and first.whole)

    def _together(self, splits: Collection[Collection[str]]) -> Iterator[Constraint]:
        """Yield that they add up to all, and their amounts to the whole."""
        shares = self.shares
        is_of_something = bool(shares[0].whole and total(shares))  # of nothing, all shares are nil
        is_known_split = is_of_something and is_split([share.item for share in shares], splits)
        if self._is_all or is_known_split:
            yield Constraint(ConstraintKind.PARTS, "", self._add_up_to_all(), near=shares[0])
        whole = self._other_whole or self._whole
        pairs = zip(self._parts, shares, strict=True)
        beside = [part for part, share in pairs if part and is_beside(part, share)]
        if not self._is_all or not whole or whole in beside or self._are_of_their_sum:
            return
        if len(beside) == len(set(beside)) == len(shares):
            yield addition(beside, whole)

    def _beside_largest(self) -> Iterator[Constraint]:
        """Yield that each share is to the largest as its part is to the part of that."""
        largest = max(self.shares, key=lambda share: share.amount)
        for share in self.shares:
            if share is not largest and largest.amount:
                sides = _as_shares(share, largest, self.index)
                yield Constraint(ConstraintKind.SHARE, "", sides, share, share, quotient=True)

    def _add_up_to_all(self) -> ComputeSides:
        """Return the sum of the shares and 100 % as two sides; 100 % may be off by as much as rounding lets
        the parts miss their whole.
        """
        summed, index, shares = sums_to(self.shares, ONE), self.index, self.shares

        def sides(assignment: Assignment) -> BothSides:
            both = summed(assignment)
            computed = [index.compute(id, assignment) for id in {share.reference_id for share in shares}]
            whole = index.compute(shares[0].whole, assignment) if shares[0].whole else None
            if not whole or not whole.figure.value or not all(computed):
                return both
            error = sum_values(part.value for part in (*computed, whole) if part).error
            return BothSides(both.left, Value(ONE, error / abs(whole.figure.value)), both.used)

        return sides

    def _holds(self, share: Claim, whole: Claim | None = None) -> bool:
        return holds(self._of_whole(share, whole))

    def _of_whole(self, share: Claim, whole: Claim | None) -> Constraint:
        """Return the constraint of a share with its part and a whole, if none is given the one it names."""
        sides = _quotient(share, self.index, whole)
        return Constraint(ConstraintKind.SHARE, "", sides, share, share, quotient=True)


def _as_shares(share: Claim, other: Claim, index: ClaimIndex) -> ComputeSides:
    """Return two sides: a share, and another share of the same whole times the ratio of their parts."""

    def sides(assignment: Assignment) -> BothSides:
        left, beside = assignment.value_of(share), assignment.value_of(other)
        parts = [index.compute(each.reference_id, assignment) for each in (share, other)]
        own, others = (part.value if part else NO_VALUE for part in parts)
        right = own / others * beside
        if right.amount is None:
            return BothSides(left, right, ())
        return BothSides(
            left, right, (share, other, *(claim for part in parts if part for claim in part.used))
        )

    return sides


def _quotient(share: Claim, index: ClaimIndex, other: Claim | None) -> ComputeSides:
    """Return the sides of a share and its part divided by its whole, or by `other` in its place."""

    def sides(assignment: Assignment) -> BothSides:
        left = assignment.value_of(share)
        part = index.compute(share.reference_id, assignment)
        whole = None if other else index.compute(share.whole, assignment)
        divisor = assignment.value_of(other) if other else whole.value if whole else NO_VALUE
        used = (other,) if other else whole.used if whole else ()
        unit = other.base_unit if other else whole.figure.unit if whole else ""
        right = part.value / divisor if part and part.figure.unit == unit else NO_VALUE
        if not part or right.amount is None or part.used == used:
            return BothSides(left, NO_VALUE, ())
        return BothSides(left, right, (share, *part.used, *used))

    return sides
