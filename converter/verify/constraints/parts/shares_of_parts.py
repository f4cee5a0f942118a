"""Parts whose shares add up to all: each share is its part's of their sum, whatever the whole is called.

The whole need not be printed. Where an amount before the parts is their sum, it is the whole.
"""

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from msgspec import Struct

from converter.figures import sum_values
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.numbers import ONE
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.common_constraints import sums_to
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety, holds
from converter.verify.constraints.parts.part_list import PartList

FARTHEST_SHARE = 8  # contents from one share to the next, and from a whole to its parts
MOST_WHOLES_OF_SHARES = 6  # amounts before parts that may be their whole
LEAST_STEPS_OF_WHOLE = 200  # of a whole, in its last digit: others may be met by chance
DISTINCTIVE_DIGITS_OF_SHARE = 3  # digits of a share that tell of which amounts it is
MOST_SHARES = 30


class _Share(Struct, frozen=True, eq=False):
    """A share, and the amount that has it."""

    claim: Claim
    part: Claim


class _AllShares(Struct, frozen=True, eq=False):
    """The shares of one whole, one behind the other."""

    shares: Sequence[_Share]

    @property
    def parts(self) -> tuple[Claim, ...]:
        """The amounts that have the shares."""
        return tuple(share.part for share in self.shares)

    @property
    def total(self) -> Decimal:
        """What the shares add up to."""
        return sum((share.claim.amount for share in self.shares), Decimal(0))

    @property
    def error(self) -> Decimal:
        """How far rounding may have brought that from all."""
        return sum((share.claim.value.error for share in self.shares), Decimal(0))

    @property
    def is_all(self) -> bool:
        """Whether they add up to all."""
        return abs(self.total - ONE) <= self.error

    @property
    def are_of_sum(self) -> bool:
        """Whether all but at most one come out as their part divided by the sum of all parts, and one of
        these has enough digits not to do so by chance.
        """
        holding = [share for share in self.shares if holds(self._of_sum(share))]
        distinctive = [
            share for share in holding if share.claim.significant_digits >= DISTINCTIVE_DIGITS_OF_SHARE
        ]
        return len(holding) >= len(self.shares) - 1 and bool(distinctive)

    def constraints(self) -> Iterator[Constraint]:
        """Yield that they add up to all, and that each is its part's of the sum."""
        claims = tuple(share.claim for share in self.shares)
        yield Constraint(
            ConstraintKind.PARTS, "", sums_to(claims, ONE), near=claims[0], surety=Surety.PROBABLE
        )
        yield from map(self._of_sum, self.shares)

    def _of_sum(self, share: _Share) -> Constraint:
        claim, part, parts = share.claim, share.part, self.parts

        def sides(assignment: Assignment) -> BothSides:
            whole = sum_values(map(assignment.value_of, parts))
            return BothSides(assignment.value_of(claim), assignment.value_of(part) / whole, (claim, *parts))

        return Constraint(
            ConstraintKind.SHARE, "", sides, claim, claim, quotient=True, surety=Surety.PROBABLE
        )


def shares_of_parts(
    claims: Sequence[Claim], index: ClaimIndex, supported: Set[Claim]
) -> Iterator[Constraint]:
    """Yield what shares of a whole that is not printed by the name they give it, or is given none, must keep
    to, and the amount that is this whole; `supported` are the claims that something else holds.
    """
    order = {claim: at for at, claim in enumerate(claims)}
    for shares in _lists(claims, index):
        if len(shares.shares) < 2 or not (shares.is_all or shares.are_of_sum):
            continue
        yield from shares.constraints()
        before = claims[: order[shares.parts[0]]]
        if whole := _whole(shares, before, supported):
            yield whole.constraint(Surety.PROBABLE)


def _lists(claims: Sequence[Claim], index: ClaimIndex) -> Iterator[_AllShares]:
    """Yield the shares of each whole: those up to the one with which they are all."""
    lists: dict[tuple[str, str], list[_Share]] = {}
    amounts: dict[tuple[int, str, str], Claim] = {}
    for claim in claims:
        place = claim.span.content, claim.item
        if claim.role is Role.AMOUNT and claim.item and claim.span.in_paragraph:
            amounts[(*place, claim.basis)] = claim
        if claim.role is not Role.SHARE or claim.in_explanation or not claim.step:
            continue
        part = amounts.get((*place, claim.reference_basis))
        if not part or part.amount <= 0 or (claim.whole and index.find(claim.whole, claim)):
            continue
        key = claim.whole, part.base_unit
        listed = lists.setdefault(key, [])
        if listed and not _goes_on(listed, claim, part):
            yield _AllShares(listed)
            listed = lists[key] = []
        listed.append(_Share(claim, part))
        if _AllShares(listed).is_all:
            yield _AllShares(lists.pop(key))
    yield from map(_AllShares, lists.values())


def _goes_on(listed: Sequence[_Share], claim: Claim, part: Claim) -> bool:
    is_near = claim.span.content - listed[-1].claim.span.content <= FARTHEST_SHARE
    return is_near and len(listed) < MOST_SHARES and all(part is not share.part for share in listed)


def _whole(shares: _AllShares, before: Sequence[Claim], supported: Set[Claim]) -> PartList | None:
    """Return the parts with the amount before them that is their sum, or would be but for a slip in what
    nothing else holds.
    """
    first, parts = shares.parts[0], list(shares.parts)
    near = [
        PartList(claim, parts)
        for claim in before[-MOST_WHOLES_OF_SHARES * 3 :]
        if claim.role is Role.AMOUNT
        and claim.base_unit == first.base_unit
        and first.span.content - claim.span.content <= FARTHEST_SHARE
        and claim not in parts
    ][-MOST_WHOLES_OF_SHARES:]
    for listed in near:
        if listed.holds and listed.steps >= LEAST_STEPS_OF_WHOLE:
            return listed
    slipped = (listed for listed in near if listed.whole not in supported and listed.has_slipped)
    return next(slipped, None)
