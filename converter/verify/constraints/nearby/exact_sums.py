"""Amounts near one another that come out to the last digit: one is what others beside each other add up to,
or what two of them do.

Where no words tell of it, so many digits do not match by chance; the more ways there are in which they might,
the more digits that takes. What does not come out shows nothing.
"""

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import accumulate

from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.parts.part_list import PartList

MOST_APART_IN_ROW = 12  # amounts in a row among which three are tried
MOST_IN_RUN = 16  # amounts beside each other that are tried as the parts of one right before or behind them
FARTHEST_IN_ROW = 3  # contents from one amount to the next
ODDS_OF_SUM = 25  # to one that no numbers come out by chance
LEAST_STEPS_OF_RUN = 2 * MOST_IN_RUN * ODDS_OF_SUM  # so many steps has a whole that its parts stand beside
LEAST_STEPS_OF_TRIPLE = MOST_APART_IN_ROW**2 * ODDS_OF_SUM  # that of two of all amounts near it


def exact_sums(claims: Sequence[Claim], supported: Set[Claim]) -> Iterator[Constraint]:
    """Yield that amounts are the sum of others near them, if they are and something is not `supported`
    there.
    """
    by_unit: dict[str, list[Claim]] = {}
    for claim in claims:
        if _is_amount(claim):
            by_unit.setdefault(claim.base_unit, []).append(claim)
    for alike in by_unit.values():
        for row in _rows(alike):
            if not supported >= set(row):
                for listed in (*_runs(row), *_triples(row)):
                    if not supported >= {listed.whole, *listed.parts}:
                        yield listed.constraint(Surety.PROBABLE)


def _is_amount(claim: Claim) -> bool:
    is_amount = claim.role in (Role.AMOUNT, Role.UNKNOWN, Role.CHANGE) and claim.span.in_paragraph
    return bool(is_amount and claim.base_unit and claim.value.error and claim.amount > 0)


def _rows(claims: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    """Yield the amounts that stand near one another, each amount once."""
    row: dict[Decimal, Claim] = {}
    last: Claim | None = None
    for claim in claims:
        if last and claim.span.content - last.span.content > FARTHEST_IN_ROW:
            yield list(row.values())
            row = {}
        row.setdefault(claim.amount, claim)
        last = claim
    yield list(row.values())


def _runs(row: Sequence[Claim]) -> Iterator[PartList]:
    """Yield each amount with those right behind or before it that it is the sum of."""
    for at, whole in enumerate(row):
        before = row[max(at - MOST_IN_RUN, 0) : at][::-1]
        for beside in (row[at + 1 : at + 1 + MOST_IN_RUN], before):
            sums = accumulate(part.amount for part in beside)
            count = next((count for count, made in enumerate(sums, 1) if made >= whole.amount), 0)
            listed = PartList(whole, list(beside[:count]))
            if count > 1 and not listed.gap and _steps(listed) >= LEAST_STEPS_OF_RUN:
                yield listed


def _triples(row: Sequence[Claim]) -> Iterator[PartList]:
    """Yield each two amounts with one near them that is their sum."""
    by_amount = {claim.amount: (at, claim) for at, claim in enumerate(row)}
    for at, one in enumerate(row):
        for other in row[at + 1 : at + MOST_APART_IN_ROW]:
            place, whole = by_amount.get(one.amount + other.amount, (0, None))
            if whole and abs(place - at) < MOST_APART_IN_ROW:
                listed = PartList(whole, [one, other])
                if _steps(listed) >= LEAST_STEPS_OF_TRIPLE:
                    yield listed


def _steps(listed: PartList) -> Decimal:
    """Return how many amounts the whole could be, by the digits that it shows, and its parts."""
    finest = min(claim.last_place for claim in listed.parts)
    return listed.whole.amount / max(finest, listed.whole.last_place)
