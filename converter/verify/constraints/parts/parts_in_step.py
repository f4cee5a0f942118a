"""Several things stated in turn of a whole, then of each of its parts: each adds up by itself.

No word need say so: what is stated follows in the same order, in the same units, and one of them adds up.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from converter.verify.claims.bare_numbers import UNKNOWN_UNIT
from converter.verify.claims.claim import Claim
from converter.verify.claims.patterns import Patterns
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.part_list import PartList
from converter.verify.constraints.parts.placed_amounts import PlacedAmount, parts_of

MOST_THINGS = 6  # stated of each
MOST_ROWS_IN_STEP = 40
MOST_BETWEEN = 6  # amounts of others between what is stated of the whole and of its parts
FARTHEST_IN_STEP = 3  # contents from one amount to the next
LEAST_STEPS_A_PART_IN_STEP = 200  # of a whole, in its last digit, for each part: others may be met by chance

_Row = Sequence[Claim]
"""What is stated of the whole, or of one part."""


def parts_in_step(placed: Mapping[int, Sequence[PlacedAmount]], patterns: Patterns) -> Iterator[Constraint]:
    """Yield that each thing stated of parts adds up to that of their whole, if one of them does."""
    for amounts in _stretches(placed, (patterns.ratio, UNKNOWN_UNIT)):
        end = 0
        for start in range(len(amounts)):
            for count in range(2, MOST_THINGS + 1) if start >= end else ():
                if lists := _found(amounts, start, count, patterns):
                    yield from (listed.constraint() for listed in lists)
                    end = start + count * len(lists[0].parts)
                    break


def _stretches(placed: Mapping[int, Sequence[PlacedAmount]], ignored: Sequence[str]) -> Iterator[_Row]:
    """Yield the amounts that stand near one another, but not those of some units."""
    row: list[Claim] = []
    for each in chain.from_iterable(placed.values()):
        if row and each.claim.span.content - row[-1].span.content > FARTHEST_IN_STEP:
            yield row
            row = []
        if not each.is_measure and each.claim.base_unit not in ignored:
            row.append(each.claim)
    yield row


def _found(amounts: _Row, start: int, count: int, patterns: Patterns) -> list[PartList]:
    """Return what adds up by itself of rows of so many amounts from a place on, [] if nothing does."""
    first = amounts[start : start + count]
    if not _are_alike(first, amounts[start + count : start + 2 * count]):
        return []
    for at in range(start - count, max(start - count - MOST_BETWEEN, 0) - 1, -1):
        whole = amounts[max(at, 0) : at + count]
        if _are_alike(whole, first):
            parts = _parts(whole, amounts[start : start + count * MOST_ROWS_IN_STEP])
            columns = zip(whole, zip(*parts, strict=True), strict=True)
            lists = [parts_of(amount, column, patterns.sentences) for amount, column in columns]
            if any(_is_distinctive(listed) for listed in lists):
                return [listed for listed in lists if len(listed.parts) == len(parts)]
    return []


def _parts(whole: _Row, amounts: _Row) -> list[_Row]:
    """Return the rows that tell the same things as the whole, up to where one of these adds up or all are
    more.
    """
    parts, left = list[_Row](), [each.amount for each in whole]
    for start in range(0, len(amounts), len(whole)):
        part = amounts[start : start + len(whole)]
        if not _are_alike(whole, part):
            break
        parts.append(part)
        left = [amount - each.amount for amount, each in zip(left, part, strict=True)]
        if max(left) < 0 or (len(parts) > 1 and 0 in left):
            break
    return parts


def _are_alike(whole: _Row, part: _Row) -> bool:
    """Whether two rows are in the same units, and all but the first of each are called alike: that one tells
    whose they are.
    """
    if len(whole) != len(part):
        return False
    units = all(one.base_unit == other.base_unit for one, other in zip(whole, part, strict=True))
    return units and all(map(_are_called_alike, whole[1:], part[1:]))


def _are_called_alike(one: Claim, other: Claim) -> bool:
    """Whether one name is the other, or ends in it."""
    return one.item == other.item or bool(one.item and other.item and _ends_in(one.item, other.item))


def _ends_in(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _is_distinctive(listed: PartList) -> bool:
    """Whether parts add up to their whole, and hardly by chance."""
    return listed.adds_up and listed.steps >= LEAST_STEPS_A_PART_IN_STEP * len(listed.parts)
