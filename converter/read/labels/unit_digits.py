"""Which digits of an amount tell how it was rounded, unit by unit."""

from decimal import Decimal

from msgspec import Struct

from converter.pack import Pack, Unit

SINGLE_PRECISION_DECIMALS = 7
"""As many as a single-precision number keeps at best: what lies beyond is no digit of a ratio or an area."""


class UnitDigits(Struct, frozen=True):
    """Decimals of a unit, counted like those of a number: below zero for tens and hundreds.

    `printed` is how many it is printed with; digits beyond `finest` are a spreadsheet's own, and no amount
    was rounded to fewer than `coarsest`. What is `exact` was counted, not rounded.
    """

    printed: int
    finest: int
    coarsest: int
    exact: bool


def unit_digits(pack: Pack) -> dict[str, UnitDigits]:
    """Return the digits of every unit of a pack.

    Money has no part of a cent, and is rounded to a whole of the unit it is printed in at most.
    """
    return {
        name: _of_money(unit, pack) if unit.base == pack.money else _of_others(unit)
        for name, unit in pack.units.items()
    }


def _of_money(unit: Unit, pack: Pack) -> UnitDigits:
    base = pack.units[pack.money]
    whole = pack.units[base.prints or pack.money]
    finest = base.digits + _power_of_ten(unit.scale)
    return UnitDigits(unit.digits, finest, min(0, _power_of_ten(unit.scale / whole.scale)), unit.exact)


def _of_others(unit: Unit) -> UnitDigits:
    return UnitDigits(SINGLE_PRECISION_DECIMALS, SINGLE_PRECISION_DECIMALS, 0, unit.exact)


def _power_of_ten(number: Decimal) -> int:
    return number.adjusted()
