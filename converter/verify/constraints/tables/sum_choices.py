"""Which of several sums that a table might keep to it does."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from converter.figures import sum_values
from converter.verify.constraints.tables.table_relations import (
    Evidence,
    Line,
    LineNames,
    Sum,
    Tally,
    sum_evidence,
)

ENOUGH_FAILING = 2  # places at which fewer parts are none of a sum


def best_of_first_parts(lines: Sequence[Line], summed: Sum) -> tuple[Evidence, Sum]:
    """Return a sum that words state with its evidence, cut down to its first parts where these fit better.

    The last parts are dropped if the sum then fails at no place, or at `ENOUGH_FAILING` places fewer, and
    holds at as many as before; at least two parts stay.
    """
    tally, tried = Tally(lines[summed.total]), list[tuple[Evidence, Sum]]()
    for count, part in enumerate(summed.parts, 1):
        tally.add(lines[part])
        tried.append((tally.evidence(), Sum(summed.total, summed.parts[:count])))
    [every, *fewer] = reversed(tried)
    as_good = [each for each in fewer if len(each[1].parts) > 1 and each[0].holding >= every[0].holding]
    best = min((every, *as_good), key=_failing)
    gone = _failing(every) - _failing(best)
    return best if gone >= ENOUGH_FAILING or gone == _failing(every) else every


def _failing(tried: tuple[Evidence, Sum]) -> int:
    return tried[0].failing


def without_strangers(lines: Sequence[Line], sums: Iterable[Sum]) -> list[Sum]:
    """Return sums without the parts that are none: they have nothing in most places, and where they have, at
    `ENOUGH_FAILING` places at least, are just what keeps a sum from holding. What has one part is no sum.
    """
    kept: list[Sum] = []
    for summed in sums:
        parts = tuple(part for part in summed.parts if not _is_stranger(lines, summed, part))
        if len(parts) > 1:
            kept.append(Sum(summed.total, parts))
    return kept


def _is_stranger(lines: Sequence[Line], summed: Sum, part: int) -> bool:
    """Whether a part keeps a sum from holding wherever it has anything, at few places of all."""
    places = [place for place, total in enumerate(lines[summed.total]) if total]
    filled = [place for place in places if (claim := lines[part][place]) and claim.amount]
    if not ENOUGH_FAILING <= len(filled) <= len(places) / 2:
        return False
    rest = Sum(summed.total, tuple(other for other in summed.parts if other != part))
    return all(not _holds(lines, summed, place) and _holds(lines, rest, place) for place in filled)


def _holds(lines: Sequence[Line], summed: Sum, place: int) -> bool:
    parts = [claim.value for part in summed.parts if (claim := lines[part][place])]
    total = lines[summed.total][place]
    return total is not None and sum_values(parts).agrees_with(total.value)


def is_of_others(lines: Sequence[Line], summed: Sum) -> bool:
    """Whether the parts of a sum are not what it is the sum of: somewhere one of several parts equals the
    whole sum, so that it is the sum on another level; or they miss it at several places, always by the same
    amount, that of a part which stands elsewhere.
    """
    gaps: list[Decimal] = []
    for place, total in enumerate(lines[summed.total]):
        parts = [claim.amount for part in summed.parts if (claim := lines[part][place]) and claim.amount]
        if total and len(parts) > 1 and total.amount in parts:
            return True
        if total and parts and (gap := total.amount - sum(parts)):
            gaps.append(gap)
    return len(gaps) > 1 and len(set(gaps)) == 1


def rivals(lines: Sequence[Line], found: Sequence[Sum], names: LineNames) -> list[tuple[Sum, Sum]]:
    """Return sums that no word tells of, each with another line that its parts add up to more often."""
    better: list[tuple[Sum, Sum]] = []
    for summed in found:
        evidence = sum_evidence(lines, summed.total, summed.parts)
        if not evidence.failing or names.is_total(summed.total):
            continue
        for line in set(range(len(lines))) - {summed.total, *summed.parts}:
            other = sum_evidence(lines, line, summed.parts)
            if other.failing < evidence.failing and other.holding >= evidence.holding:
                better.append((summed, Sum(line, summed.parts)))
                break
    return better
