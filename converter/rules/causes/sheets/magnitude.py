"""Doubt the unit of a sheet by the size of its amounts: all about a thousand times those of other sheets.

Where sheets share no equation - last year's, the budget's, a supplement's - amounts may differ for good
reasons, but not all of them by the same thousand or ten thousand.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import permutations

from msgspec import Struct

from converter.figures import ZERO, Figure, Ledger, SheetOrigin, item_of
from converter.rules.causes.positions import sheet_of
from converter.rules.causes.slips import UNITS_APART

LARGEST_CHANGE = 3
"""By how many times an amount may itself have changed: with more, a thousand could be ten thousand."""

FEWEST_ITEMS_OUT_OF_SIZE = 3
"""So many must be so alike before a unit is doubted: fewer may be by chance."""

AmountsByItem = dict[str, list[Decimal]]
"""The amounts of some sheets by item, signs, zeros and blanks left out."""


class MagnitudeDoubt(Struct, frozen=True):
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
    one that is out of size with more sheets is doubted; if neither is, the one whose amounts are too small.
    """
    if not any_out_of_size(ledger, base):
        return []
    sheets = figures_by_sheet(ledger, base)
    amounts = {sheet: amounts_by_item(figures) for sheet, figures in sheets.items()}
    factors = {
        (one, other): factor
        for one, other in permutations(amounts, 2)
        if (factor := size_factor(amounts[one], amounts[other])) and factor != 1
    }
    count = {sheet: sum(one == sheet for one, _ in factors) for sheet in amounts}
    found: dict[SheetOrigin, MagnitudeDoubt] = {}
    for (one, other), factor in factors.items():
        if not {one, other} & known and count[one] >= count[other] and one not in found:
            found.update((one, doubt) for doubt in _doubt(sheets[one][0], other, factor, scales))
    return [doubt for doubt in found.values() if not (doubt.factor > 1 and doubt.other in found)]


def figures_by_sheet(ledger: Ledger, base: str) -> dict[SheetOrigin, list[Figure]]:
    """Return the amounts in unit `base` that sheets hold, zeros and blanks left out."""
    found: dict[SheetOrigin, list[Figure]] = {}
    for figure in _filed(ledger, base):
        found.setdefault(sheet_of(figure), []).append(figure)
    return found


def amounts_by_item(figures: Iterable[Figure]) -> AmountsByItem:
    """Return the sizes of figures by item, whatever the basis."""
    found: AmountsByItem = {}
    for figure in figures:
        found.setdefault(item_of(figure.id), []).append(abs(figure.value or ZERO))
    return found


def any_out_of_size(ledger: Ledger, base: str) -> bool:
    """Whether enough items are filed in sizes far apart: hardly ever, and else no sheets need comparing."""
    amounts = amounts_by_item(_filed(ledger, base))
    apart = (max(sizes) * LARGEST_CHANGE >= min(sizes) * min(UNITS_APART) for sizes in amounts.values())
    return sum(apart) >= FEWEST_ITEMS_OUT_OF_SIZE


def size_factor(one: AmountsByItem, other: AmountsByItem) -> Decimal | None:
    """Return by how much all amounts of one sheet are too large (below 1: too small) beside the other's.

    1 where they are of a size; None where too few items are on both, or ratios differ too much.
    """
    shared = one.keys() & other.keys()
    if len(shared) < FEWEST_ITEMS_OUT_OF_SIZE:
        return None
    ratios = [mine / theirs for item in shared for mine in one[item] for theirs in other[item]]
    for factor in (Decimal(1), *UNITS_APART, *(1 / factor for factor in UNITS_APART)):
        if all(factor / LARGEST_CHANGE <= ratio <= factor * LARGEST_CHANGE for ratio in ratios):
            return factor
    return None


def _filed(ledger: Ledger, base: str) -> Iterator[Figure]:
    for readings in ledger.readings.values():
        for figure in readings.values():
            if figure.value and figure.unit == base:
                yield figure


def _doubt(
    figure: Figure, other: SheetOrigin, factor: Decimal, scales: Mapping[str, Decimal]
) -> Iterator[MagnitudeDoubt]:
    stated = scales.get(figure.cell.unit) if figure.cell else None
    for unit, scale in scales.items():
        if stated and scale == stated / factor:
            yield MagnitudeDoubt(figure, other, unit, factor)
