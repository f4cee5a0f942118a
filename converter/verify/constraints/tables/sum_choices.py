"""Which of several sums that a table might keep to it does."""

from collections.abc import Sequence
from decimal import Decimal

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
