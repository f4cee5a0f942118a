"""What a text splits without a word for it: amounts behind a whole, which they add up to.

The parts stand behind the whole in its sentence, begin the sentences or paragraphs that follow, or are all of
a later sentence. That they add up to it shows that they are parts; where nothing else holds a number, and one
digit of it is all that keeps them from that, the digit is wrong.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import chain, groupby, pairwise

from converter.verify.claims.claim import Claim, Place, Role
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.parts.part_constraints import is_split
from converter.verify.constraints.parts.part_list import PartList

MOST_UNANNOUNCED = 40
MOST_WHOLES_BEFORE = 3  # wholes before a sentence that its amounts may be the parts of
MOST_TOO_MUCH = 2  # of a whole: what adds up to more is not its parts
FARTHEST_UNANNOUNCED = 3  # contents from one part to the next, and from a whole to its parts
LEAST_STEPS_AN_UNANNOUNCED = 1_000  # of a whole, in its last digit, for each part: others may be chance
TIMES_AS_MANY_FOR_SLIP = 20  # so many times as many where the parts do not add up to it

Row = Sequence[Claim]
"""The amounts of one kind in a sentence or paragraph, in order, without the parts of these."""

_Kind = tuple[Role, str, str]


def unannounced_parts(
    claims: Sequence[Claim], supported: Set[Claim], splits: Collection[Collection[str]]
) -> Iterator[Constraint]:
    """Yield that amounts add up to a whole before them; `supported` are the claims that something else holds.

    What is counted by one of the `splits` is all that its sentence counts first, and of money first stated
    by one, too, if a slip is all that keeps it from that.
    """
    by_kind: dict[_Kind, list[Claim]] = {}
    for claim in claims:
        if _may_be_listed(claim):
            by_kind.setdefault((claim.role, claim.base_unit, claim.basis), []).append(claim)
    yield from _counted_in_full(chain.from_iterable(by_kind.values()), splits)
    for alike in by_kind.values():
        sentences = [tuple(row) for _, row in groupby(alike, _sentence)]
        rows = [_top(row) for row in sentences]
        lists = [*_within(rows), *_of_one_before(rows), *_leads(rows), *_leads(_paragraphs(sentences))]
        for listed in lists:
            if found := _found(listed, supported):
                yield found.constraint()
        yield from _in_step(rows)
        for before, row in pairwise(rows):
            if split := _split(before, row, splits):
                yield split.constraint(Surety.PROBABLE)


def _may_be_listed(claim: Claim) -> bool:
    is_amount = claim.role in (Role.AMOUNT, Role.CHANGE) and claim.item and not claim.in_explanation
    return bool(is_amount and claim.step and claim.span.in_paragraph and not claim.sum_of)


def _sentence(claim: Claim) -> tuple[int, int]:
    return claim.span.content, claim.sentence


def _counted_in_full(claims: Iterable[Claim], splits: Collection[Collection[str]]) -> Iterator[Constraint]:
    """Yield that what a sentence counts first is all kinds by a split that it counts behind it."""
    counted: dict[tuple[Place, str], list[Claim]] = {}
    for claim in claims:
        if claim.role is Role.AMOUNT and not claim.value.error:
            counted.setdefault((claim.place, claim.base_unit), []).append(claim)
    for several in counted.values():
        whole, *parts = sorted(several, key=lambda claim: claim.span)
        in_full = [split for split in splits if len(split) == len(parts)]
        if is_split([part.item for part in parts], in_full):
            yield PartList(whole, parts).constraint()


def _split(before: Row, row: Row, splits: Collection[Collection[str]]) -> PartList | None:
    """Return the first amounts of a sentence that are named as all parts of the one before, if they add up to
    it but for a slip.
    """
    for count in {len(split) for split in splits} if len(before) == 1 else ():
        listed = PartList(before[0], list(row[:count]))
        is_next = _sentence(row[0]) == (before[0].span.content, before[0].sentence + 1)
        if is_next and listed.count == count and is_split([part.id for part in listed.parts], splits):
            return listed if listed.holds or listed.has_slipped else None
    return None


def _top(row: Row) -> Row:
    """Return the amounts of a row that are no parts of others in it."""
    inside = set(row)
    return tuple(claim for claim in row if claim.part_of not in inside)


def _paragraphs(sentences: Sequence[Row]) -> list[Row]:
    """Return the amounts of each paragraph, parts of others as well."""
    paragraphs = groupby(sentences, lambda sentence: sentence[0].span.content)
    return [tuple(chain.from_iterable(group)) for _, group in paragraphs]


def _within(rows: Sequence[Row]) -> Iterator[PartList]:
    """Yield the first amount of each sentence as the whole of the others."""
    for row in rows:
        if len(row) > 2:
            yield PartList(row[0], list(row[1 : MOST_UNANNOUNCED + 1]))


def _of_one_before(rows: Sequence[Row]) -> Iterator[PartList]:
    """Yield the amounts of a sentence as the parts of the first one of a sentence before it."""
    for at, row in enumerate(rows):
        if len(row) < 2:
            continue
        for before in rows[max(at - MOST_WHOLES_BEFORE, 0) : at]:
            if row[0].span.content - before[-1].span.content <= FARTHEST_UNANNOUNCED:
                yield PartList(before[0], list(row[:MOST_UNANNOUNCED]))


def _leads(rows: Sequence[Row]) -> Iterator[PartList]:
    """Yield each of the first amounts of a row as the whole of the first ones of the rows behind it."""
    for row, behind in _stacks(rows):
        yield from (PartList(whole, [other[0] for other in behind]) for whole in row[:MOST_WHOLES_BEFORE])


def _in_step(rows: Sequence[Row]) -> Iterator[Constraint]:
    """Yield that what else rows tell adds up as well, where their first amounts do.

    Some may tell less than others here; `parts_in_step` finds rows that all tell the same, wherever they end.
    """
    for row, behind in _stacks(rows):
        first = _first_to_hold(PartList(row[0], [other[0] for other in behind]))
        rows_in_sum = behind[: len(first.parts)] if first else ()
        for place in range(1, len(row)):
            parts = [other[place] for other in rows_in_sum if len(other) > place]
            if len(parts) > 1:
                yield PartList(row[place], parts).constraint()


def _stacks(rows: Sequence[Row]) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Yield each row with those near behind it whose first amounts may be parts of one of its own."""
    for at, row in enumerate(rows):
        behind: list[Row] = []
        last, left = row[0], MOST_TOO_MUCH * max(whole.amount for whole in row[:MOST_WHOLES_BEFORE])
        for other in rows[at + 1 : at + 1 + MOST_UNANNOUNCED]:
            lead = other[0]
            left -= lead.amount
            if (
                lead.span.content - last.span.content > FARTHEST_UNANNOUNCED
                or lead.amount == row[0].amount
                or left < 0
            ):
                break
            behind.append(other)
            last = lead
        if len(behind) > 1:
            yield row, behind


def _found(listed: PartList, supported: Set[Claim]) -> PartList | None:
    """Return the first parts of a list that add up to its whole, or all if a digit keeps them from it."""
    if any(part.id == listed.whole.id for part in listed.parts):
        return None  # the same again
    if first := _first_to_hold(listed):
        return first
    if listed.whole in supported and supported >= set(listed.parts):
        return None
    is_distinctive = listed.steps >= LEAST_STEPS_AN_UNANNOUNCED * TIMES_AS_MANY_FOR_SLIP and listed.is_long
    slips = chain(listed.slips(), listed.slips_of_unit())
    return listed if is_distinctive and any(claim not in supported for claim in slips) else None


def _first_to_hold(listed: PartList) -> PartList | None:
    """Return the first parts of a list that add up to its whole, too many digits for a chance."""
    left, error = listed.whole.amount, listed.error
    for count, part in enumerate(listed.parts, 1):
        left -= part.amount
        if count > 1 and -error <= left <= error:
            first = listed.first(count)
            if first.holds and first.count > 1 and first.steps >= LEAST_STEPS_AN_UNANNOUNCED * count:
                return first
    return None
