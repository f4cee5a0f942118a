"""Words for amounts of a report, as the report would print them."""

from decimal import Decimal

from converter.figures import half_up
from converter.pack import Pack
from converter.verify.claims.claim import Claim


class AmountFormat:
    """Prints amounts in the unit and with the digits of the claim they are to stand for."""

    def __init__(self, pack: Pack) -> None:
        self._units = pack.units

    def text(self, amount: Decimal, claim: Claim) -> str:
        """Return an amount as the claim should have printed it; without its sign where a word tells it."""
        unit = self._units.get(claim.unit)
        scale = unit.scale if unit else Decimal(1)
        digits = max(0, -(claim.step / scale).normalize().as_tuple().exponent) if claim.step else 2  # type: ignore[operator]
        shown = half_up((abs(amount) if claim.direction else amount) / scale, digits)
        if claim.spot.row >= 0 or unit is None:
            return f"{shown:f}"
        return f"{shown:f}{unit.sign}{unit.suffix}"
