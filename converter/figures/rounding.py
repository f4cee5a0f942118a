"""The only place where figures are rounded: half up, once, when printed."""

from decimal import ROUND_HALF_UP, Decimal


def half_up(value: Decimal, digits: int) -> Decimal:
    """Round half away from zero to `digits` decimals; a negative zero becomes zero."""
    rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)


def printed(value: Decimal, scale: Decimal, digits: int) -> str:
    """Return `value / scale` with `digits` decimals; exactly zero prints as plain `0`.

    Published reports print a nil amount as "0" and every other amount with its decimals.
    """
    return f"{half_up(value / scale, digits):f}" if value else "0"


def plain(value: Decimal) -> str:
    """Return the exact value as text, without exponent or trailing zeros."""
    return f"{value.normalize():f}" if value else "0"
