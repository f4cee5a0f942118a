"""Tables in words: text that gives the same numbers for a whole and for each of its parts.

A record is what it gives for one of them (planned, spent, saved), in the same order and units each time: in
one paragraph, or a paragraph each. Each number of the whole is the sum of those of the parts, and within a
record one may be the sum of two others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, takewhile

from msgspec import Struct

from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.patterns import Patterns
from converter.verify.constraints.common_constraints import addition
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.reading import ReportReading
from converter.verify.constraints.tables.table_relations import Evidence, Line, sum_evidence

LEAST_RECORDS, MOST_RECORDS = 3, 20  # the whole and its parts
LEAST_NUMBERS = 2  # of a record
MOST_NUMBERS = 8  # of a record
MOST_IN_PARAGRAPH = 64  # numbers of a paragraph that are looked at
MOST_BEFORE_RECORDS = 3  # numbers before the first record
CHARACTERS_ALIKE = 2  # characters right before two numbers that show they tell the same
CHARACTERS_BEFORE = 6  # characters before the numbers of a record that tell them apart
LEAST_RECORDS_HOLDING = 2  # times that a relation must hold


class _Number(Struct, frozen=True, eq=False):
    """A number with the characters before it, and the one right behind it."""

    claim: Claim
    before: str
    behind: str


def tables_in_words(
    claims_by_content: Mapping[int, Sequence[Claim]], reading: ReportReading
) -> Iterator[Constraint]:
    """Yield what the numbers of such paragraphs must keep to; percentages need not stand in all records."""
    report, patterns, ratio = reading.report, reading.patterns, reading.patterns.ratio
    paragraphs: list[Sequence[_Number]] = []
    for claims in claims_by_content.values():
        if len(claims) > MOST_IN_PARAGRAPH:
            paragraphs.append(())
            continue
        text = report.text_around(claims[0].span)
        counted = [claim for claim in claims if claim.unit or _may_count(claim, text, patterns)]
        paragraphs.append([_number(claim, text) for claim in counted])
    for numbers in paragraphs:
        found = list(_constraints(_records(numbers), ratio))
        amounts = [each for each in numbers if each.claim.base_unit != ratio]
        if not found and LEAST_NUMBERS * LEAST_RECORDS <= len(amounts) < len(numbers):
            found = list(_constraints(_records(amounts), ratio))
        yield from found
    for first, (whole, *parts) in enumerate(zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False)):
        if whole and all(part and part[0].claim.amount < whole[0].claim.amount for part in parts):
            yield from _constraints(_paragraphs(paragraphs[first : first + MOST_RECORDS]), ratio)


def _paragraphs(numbers: Sequence[Sequence[_Number]]) -> Sequence[Line]:
    """Return the numbers that paragraphs begin with, as far as each tells the same as the one before."""
    width = len(numbers[0])
    count = 1
    for one, other in pairwise(numbers):
        pairs = enumerate(zip(one[:width], other, strict=False))
        alike = list(takewhile(lambda pair: _are_alike(*pair[1], is_first=pair[0] == 0), pairs))
        if len(alike) < LEAST_NUMBERS:
            break
        width, count = len(alike), count + 1
    if count < LEAST_RECORDS:
        return ()
    return [[each.claim for each in paragraph[:width]] for paragraph in numbers[:count]]


def _may_count(claim: Claim, text: str, patterns: Patterns) -> bool:
    """Whether a number without a unit may count something: it begins no paragraph and is no year."""
    return claim.span.start > 1 and not patterns.any_year.match(text, claim.span.start)


def _number(claim: Claim, text: str) -> _Number:
    start, end = claim.span.start, claim.span.end
    return _Number(claim, text[max(start - CHARACTERS_BEFORE, 0) : start], text[end : end + 1])


def _records(numbers: Sequence[_Number]) -> Sequence[Line]:
    """Return the records that numbers fall into, the largest ones; none if they do not."""
    for size in range(MOST_NUMBERS, LEAST_NUMBERS - 1, -1):
        for first in range(MOST_BEFORE_RECORDS + 1):
            count = _count(numbers[first:], size)
            if count >= LEAST_RECORDS:
                starts = range(first, first + count * size, size)
                return [[each.claim for each in numbers[at : at + size]] for at in starts]
    return ()


def _count(numbers: Sequence[_Number], size: int) -> int:
    """Return how many records of a size numbers begin with, each of which tells what the one before tells."""
    if len({each.before for each in numbers[:size]}) < size:
        return 0
    alike = 0
    for at, (one, other) in enumerate(zip(numbers, numbers[size:], strict=False)):
        if not _are_alike(one, other, is_first=at % size == 0):
            break
        alike += 1
    return alike // size + 1


def _are_alike(one: _Number, other: _Number, *, is_first: bool) -> bool:
    """Whether two numbers are of one unit and named alike; the first of a record has the name of that."""
    if one.claim.role is other.claim.role is Role.CHANGE:
        return one.claim.unit == other.claim.unit
    is_one_unit = one.claim.base_unit == other.claim.base_unit and one.claim.unit == other.claim.unit
    before = one.before[-CHARACTERS_ALIKE:] == other.before[-CHARACTERS_ALIKE:]
    counted = (one.claim.unit or one.behind) == (other.claim.unit or other.behind)
    return is_one_unit and counted and (before or is_first)


def _constraints(records: Sequence[Line], ratio: str) -> Iterator[Constraint]:
    if not records:
        return
    width = len(records[0])
    amounts = [column for column in range(width) if _unit(records[0][column]) != ratio]
    columns = [[record[column] for record in records] for column in range(width)]
    rows = [[record[column] for column in amounts] for record in records]
    if surety := _surety(sum_evidence(rows, 0, range(1, len(rows)))):
        yield from _sums([(column[0], column[1:]) for column in zip(*rows, strict=True)], surety)
    for three in combinations(amounts, 3):
        if len({_unit(records[0][column]) for column in three}) > 1:
            continue
        for total in three:
            parts = [part for part in three if part != total]
            if surety := _surety(sum_evidence(columns, total, parts)):
                sums = ((record[total], [record[part] for part in parts]) for record in records)
                yield from _sums(sums, surety)


def _surety(evidence: Evidence) -> Surety | None:
    """Return how sure it is that a relation must hold, by how often it does; None if it holds too seldom."""
    if evidence.failing > 1 or not evidence.holding:
        return None
    return Surety.STATED if evidence.holding >= LEAST_RECORDS_HOLDING else Surety.PROBABLE


def _unit(claim: Claim | None) -> str:
    return claim.base_unit if claim else ""


def _sums(
    found: Iterable[tuple[Claim | None, Sequence[Claim | None]]], surety: Surety
) -> Iterator[Constraint]:
    """Yield that parts add up to each total that is not nil. What is as much as one of several is that again,
    and no sum.
    """
    for total, parts in found:
        counted = tuple(filter(None, parts))
        if not total or not total.amount:
            continue
        others = [part for part in counted if part.amount != total.amount]
        if len(others) == len(counted) or not any(part.amount for part in others):
            yield addition(counted, total, surety)
