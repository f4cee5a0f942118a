"""Amounts that no constraint holds and that differ from another amount of the text by one slip of the pen.

The two are held equal, whatever they are called, if so many of their digits are the same that chance hardly
explains it; the more amounts there are, the more digits that takes. Two whose difference is printed are left.
"""

from collections.abc import Collection, Iterable, Iterator, Set
from decimal import Decimal

from msgspec import Struct

from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.common_constraints import agreement
from converter.verify.constraints.constraint import Constraint, Surety

DISTINCTIVE_DIGITS_OF_REPEAT = 4  # of a number, without the zeros at its end
LEAST_BEHIND = 2  # digits behind the one that differs: amounts may be a little apart for a reason
LEAST_ODDS_OF_REPEAT = 50  # to one that no two of the numbers are so near by chance
MOST_DIGITS_OF_REPEAT = 15
MOST_PLACES_OFF = 3  # places by which a point may be off


class _Near(Struct, frozen=True, eq=False):
    """Two amounts that are a slip apart, and how many digits of theirs are the same."""

    one: Claim
    other: Claim
    alike: int


def mistyped_repeats(
    asked: Iterable[Claim], claims: Iterable[Claim], supported: Set[Claim], sums: Collection[Set[Claim]]
) -> Iterator[Constraint]:
    """Yield that amounts asked about which are not `supported` are the same as others, of all claims, that
    they are a slip apart from, but for the numbers of one of the `sums`.
    """
    loose = [claim for claim in asked if claim not in supported and _is_distinctive(claim)]
    if not loose:
        return
    sizes = _counted(claims)
    loose = [claim for claim in loose if sizes[claim.amount] == 1]
    amounts = [claim for claim in claims if _is_distinctive(claim)]
    if not loose or len(loose) == len(amounts) == 1:
        return
    least = LEAST_ODDS_OF_REPEAT * len(loose) * len(amounts)
    for near in _near(loose, amounts):
        if near.alike and Decimal(10) ** near.alike >= least * (near.alike + 1):
            gap = abs(near.one.amount - near.other.amount)
            is_of_sum = any(near.one in each and near.other in each for each in sums)
            if gap not in sizes and not is_of_sum and _may_be_same(near.one, near.other):
                yield agreement(near.one, near.other, near.one.id, Surety.PROBABLE)


def _is_distinctive(claim: Claim) -> bool:
    is_amount = claim.role is Role.AMOUNT and claim.base_unit and claim.value.error and claim.amount > 0
    return (
        bool(is_amount) and DISTINCTIVE_DIGITS_OF_REPEAT <= claim.significant_digits <= MOST_DIGITS_OF_REPEAT
    )


def _counted(claims: Iterable[Claim]) -> dict[Decimal, int]:
    """Return how often each size of an amount is printed."""
    sizes: dict[Decimal, int] = {}
    for claim in claims:
        if claim.base_unit:
            sizes[abs(claim.amount)] = sizes.get(abs(claim.amount), 0) + 1
    return sizes


def _near(loose: Iterable[Claim], amounts: Iterable[Claim]) -> Iterator[_Near]:
    """Yield each of the loose amounts with those of all that differ in one digit or in the point."""
    by_rest: dict[tuple[int, Decimal], list[Claim]] = {}
    by_digits: dict[str, list[Claim]] = {}
    for claim in amounts:
        for place, rest in _rests(claim):
            by_rest.setdefault((place, rest), []).append(claim)
        by_digits.setdefault(claim.digits, []).append(claim)
    for claim in loose:
        for place, rest in _rests(claim):
            for other in by_rest[place, rest]:
                if other.amount != claim.amount:
                    yield _Near(claim, other, claim.significant_digits - 1)
        for other in by_digits[claim.digits]:
            if other.amount != claim.amount and _is_point_off(claim, other):
                yield _Near(claim, other, claim.significant_digits - 1)


def _rests(claim: Claim) -> Iterator[tuple[int, Decimal]]:
    """Yield an amount without each of its digits that has enough behind it, and the place of that."""
    _, digits, exponent = claim.amount.normalize().as_tuple()
    assert isinstance(exponent, int)
    for at, digit in enumerate(digits[: len(digits) - LEAST_BEHIND]):
        place = exponent + len(digits) - 1 - at
        yield place, claim.amount - Decimal(digit).scaleb(place)


def _is_point_off(one: Claim, other: Claim) -> bool:
    places = abs(one.amount.adjusted() - other.amount.adjusted())
    return places <= MOST_PLACES_OFF or one.unit != other.unit


def _may_be_same(one: Claim, other: Claim) -> bool:
    """Whether two amounts are on one basis and stand apart: what one sentence tells of differs."""
    is_of_same = (one.basis, one.extent) == (other.basis, other.extent)
    return is_of_same and one.place != other.place and one.base_unit == other.base_unit
