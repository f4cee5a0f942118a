"""Doubt the unit of a sheet by the size of its amounts: all about a thousand times those of other sheets.

Where sheets share no equation - last year's, the budget's, a supplement's - amounts may differ for good
reasons, but not all of them by the same thousand or ten thousand.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from converter.figures import Figure, Ledger, SheetOrigin, item_of
from converter.rules.causes.units import place_of

ZERO = Decimal(0)
FACTORS = (Decimal(1000), Decimal(10000))
WITHIN = 3  # what the amounts themselves may have changed; more, and a thousand could be ten thousand
LEAST_ITEMS = 3  # so many items must be off alike: fewer may be so by chance

Amounts = dict[str, list[Decimal]]
"""The amounts of some sheets by item, signs, nil and blank ones left out."""


class MagnitudeDoubt(NamedTuple):
    """A sheet whose amounts are about `factor` times too small or too large beside those of `other`.

    `figure` is one of them; `likely` the unit in which they would be of a size.
    """

    figure: Figure
    other: SheetOrigin
    likely: str
    factor: Decimal


def find_magnitude_doubts(
    ledger: Ledger, scales: Mapping[str, Decimal], base: str, known: set[SheetOrigin]
) -> list[MagnitudeDoubt]:
    """Return a doubt for each sheet out of size with others; the sheets in `known` are known to be so.

    `scales` are the units amounts of unit `base` may be in. Of two sheets out of size with each other, the
    one is doubted that is so with more sheets, or else the one whose amounts are too small.
    """
    filed = list(_filed(ledger, base))
    if not _any_apart(_amounts(filed)):
        return []
    sheets = _by_sheet(filed)
    amounts = {place: _amounts(figures) for place, figures in sheets.items()}
    pairs = [(one, other) for one in amounts for other in amounts if one != other]
    factors = {pair: factor for pair in pairs if (factor := _factor(*(amounts[each] for each in pair)))}
    count = {place: sum(one == place for one, _ in factors) for place in amounts}
    found: dict[SheetOrigin, MagnitudeDoubt] = {}
    for (one, other), factor in factors.items():
        if not {one, other} & known and count[one] >= count[other] and one not in found:
            found.update((one, doubt) for doubt in _doubt(sheets[one][0], other, factor, scales))
    return [doubt for doubt in found.values() if not (doubt.factor > 1 and doubt.other in found)]


def _filed(ledger: Ledger, base: str) -> Iterator[Figure]:
    for figures in ledger.readings.values():
        for figure in figures.values():
            if figure.value and figure.unit == base:
                yield figure


def _by_sheet(filed: Iterable[Figure]) -> dict[SheetOrigin, list[Figure]]:
    found: dict[SheetOrigin, list[Figure]] = {}
    for figure in filed:
        found.setdefault(place_of(figure), []).append(figure)
    return found


def _amounts(figures: Iterable[Figure]) -> Amounts:
    found: Amounts = {}
    for figure in figures:
        found.setdefault(item_of(figure.id), []).append(abs(figure.value or ZERO))
    return found


def _any_apart(amounts: Amounts) -> bool:
    """Whether enough items are filed in sizes far apart; hardly ever, and else nothing need be compared."""
    apart = (max(sizes) * WITHIN >= min(sizes) * FACTORS[0] for sizes in amounts.values())
    return sum(apart) >= LEAST_ITEMS


def _factor(one: Amounts, other: Amounts) -> Decimal | None:
    """Return by how much all amounts of one sheet are too large (below 1: too small) beside the other's."""
    shared = one.keys() & other.keys()
    if len(shared) < LEAST_ITEMS:
        return None
    ratios = [mine / theirs for item in shared for mine in one[item] for theirs in other[item]]
    for factor in (*FACTORS, *(1 / each for each in FACTORS)):
        if all(factor / WITHIN <= ratio <= factor * WITHIN for ratio in ratios):
            return factor
    return None


def _doubt(
    figure: Figure, other: SheetOrigin, factor: Decimal, scales: Mapping[str, Decimal]
) -> Iterator[MagnitudeDoubt]:
    stated = scales.get(figure.cell.unit) if figure.cell else None
    for unit, scale in scales.items():
        if stated and scale == stated / factor:
            yield MagnitudeDoubt(figure, other, unit, factor)
