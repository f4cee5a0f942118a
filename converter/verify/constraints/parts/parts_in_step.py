"""Several things told in turn of a whole, then of each of its parts: each adds up by itself.

No word need say so: what is told follows in the same order, in the same units, and one of them adds up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from converter.verify.claims.claim import Claim
from converter.verify.claims.patterns import Patterns
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.part_list import PartList
from converter.verify.constraints.parts.placed_amounts import PlacedAmount, parts_of

MOST_THINGS = 6  # told of each
MOST_PARTS = 40
MOST_BETWEEN = 6  # amounts of others between what is told of the whole and of its parts
FARTHEST = 3  # contents from one amount to the next
LEAST_STEPS = 200  # of a whole, in its last digit, for each part: others may be met by chance

_Row = Sequence[Claim]
"""What is told of the whole, or of one part."""


def parts_in_step(placed: Mapping[int, Sequence[PlacedAmount]], patterns: Patterns) -> Iterator[Constraint]:
    """Yield that each thing told of parts adds up to that of their whole, if one of them does."""
    for amounts in _stretches(placed, patterns.ratio):
        end = 0
        for start in range(len(amounts)):
            for count in range(2, MOST_THINGS + 1) if start >= end else ():
                parts = _parts(amounts, start, count)
                if lists := _columns(_wholes(amounts, start, count), parts, patterns):
                    yield from (listed.constraint() for listed in lists)
                    end = start + count * len(lists[0].parts)
                    break


def _stretches(placed: Mapping[int, Sequence[PlacedAmount]], ratio: str) -> Iterator[_Row]:
    """Yield the amounts that stand near one another, but no percentages."""
    row: list[Claim] = []
    for each in chain.from_iterable(placed.values()):
        if row and each.claim.span.content - row[-1].span.content > FARTHEST:
            yield row
            row = []
        if not each.is_measure and each.claim.base_unit != ratio:
            row.append(each.claim)
    yield row


def _parts(amounts: _Row, start: int, count: int) -> list[_Row]:
    """Return rows of so many amounts that tell the same things in the same order, [] if there is but one."""
    first, parts = amounts[start : start + count], list[_Row]()
    while len(part := amounts[start : start + count]) == count and len(parts) < MOST_PARTS:
        if parts and not _tells_same(first, part):
            break
        parts.append(part)
        start += count
    return parts if len(parts) > 1 else []


def _wholes(amounts: _Row, start: int, count: int) -> Iterator[_Row]:
    """Yield the rows before a place that tell what the row there tells, the nearest first."""
    part = amounts[start : start + count]
    for at in range(start - count, max(start - count - MOST_BETWEEN, 0) - 1, -1):
        if at >= 0 and len(part) == count and _tells_same(amounts[at : at + count], part):
            yield amounts[at : at + count]


def _tells_same(whole: _Row, part: _Row) -> bool:
    """Whether two rows are in the same units, and all but the first of each are called alike: that one tells
    whose they are.
    """
    units = all(one.base_unit == other.base_unit for one, other in zip(whole, part, strict=True))
    return units and all(map(_are_called_alike, whole[1:], part[1:]))


def _are_called_alike(one: Claim, other: Claim) -> bool:
    """Whether one name is the other, or ends in it."""
    return one.item == other.item or bool(one.item and other.item and _ends_in(one.item, other.item))


def _ends_in(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _columns(wholes: Iterable[_Row], parts: Sequence[_Row], patterns: Patterns) -> list[PartList]:
    """Return what adds up by itself, of as many parts as one of it needs to, [] if none does."""
    for whole in wholes if parts else ():
        for count in range(len(parts), 1, -1):
            columns = zip(whole, zip(*parts[:count], strict=True), strict=True)
            lists = [parts_of(amount, column, patterns.sentences) for amount, column in columns]
            if any(_is_telling(listed) for listed in lists):
                return [listed for listed in lists if len(listed.parts) == count]
    return []


def _is_telling(listed: PartList) -> bool:
    """Whether parts add up to their whole, and hardly by chance."""
    return listed.adds_up and listed.steps >= LEAST_STEPS * len(listed.parts)
