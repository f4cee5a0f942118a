"""Which slip of the pen put one amount where another should stand: what a person would look for first."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from converter.diagnosis import Slip, of_digits
from converter.figures import Figure, Ledger, basis_of, half_up, item_of
from converter.pack import Unit

UNITS_APART = (Decimal(1000), Decimal(10000))
"""How many times larger one unit of money is than another that is written for it."""


class Slips(Struct, frozen=True):
    """Finds likely slips in a ledger; `units` are the pack's, `prior` marks last year's bases."""

    ledger: Ledger
    units: Mapping[str, Unit]
    prior: str

    def likely(self, figure: Figure, expected: Decimal) -> Slip | None:
        """Return the slip by which `figure` came to stand where `expected` should, None if none is seen."""
        filed = figure.value
        if filed is None:
            return None
        if not filed:
            return Slip.LEFT_BLANK
        if filed == -expected:
            return Slip.SIGN
        if expected and any(factor in (filed / expected, expected / filed) for factor in UNITS_APART):
            return Slip.UNIT
        if self._is_last_years(figure):
            return Slip.LAST_YEAR
        if self._is_neighbours(figure):
            return Slip.NEIGHBOUR
        digits = of_digits(self._as_printed(filed, figure), self._as_printed(expected, figure))
        return digits or (Slip.POINT if filed in (expected * 10, expected * 100) else None)

    def _as_printed(self, amount: Decimal, figure: Figure) -> str:
        """Return an amount's digits as the figure's sheet prints them."""
        unit = self.units[figure.cell.unit if figure.cell else figure.unit]
        return f"{half_up(abs(amount) / unit.scale, 2)}"

    def _is_last_years(self, figure: Figure) -> bool:
        last = self.ledger.find(f"{item_of(figure.id)}.{self.prior}{basis_of(figure.id)}")
        return last is not None and last.value == figure.value

    def _is_neighbours(self, figure: Figure) -> bool:
        """Whether the row above or below holds the same amount in that column."""
        item, basis = item_of(figure.id), basis_of(figure.id)
        rows = self.ledger.detail_rows.get(item.partition("[")[0], [])
        for index, row in enumerate(rows):
            if row.figures.get(basis) is figure:
                adjacent = rows[max(0, index - 1) : index] + rows[index + 1 : index + 2]
                others = (other.figures.get(basis) for other in adjacent)
                return any(other is not None and other.value == figure.value for other in others)
        return False
