"""The only place where figures are rounded: half up, once, when printed."""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

# Wide enough for any number a spreadsheet can hold: what is absurd is shown, not crashed over.
_WIDE = Context(prec=350)


def half_up(value: Decimal, digits: int) -> Decimal:
    """Round half away from zero to `digits` decimals; a negative zero becomes zero."""
    rounded = value.quantize(_step(digits), ROUND_HALF_UP, _WIDE)
    return rounded if rounded else abs(rounded)


@lru_cache(maxsize=64)
def _step(digits: int) -> Decimal:
    return Decimal(1).scaleb(-digits)


def printed(value: Decimal, scale: Decimal, digits: int) -> str:
    """Return `value / scale` with `digits` decimals; exactly zero prints as `0`.

    So do published reports: a nil amount is "0", every other amount has its decimals.
    """
    return f"{half_up(value / scale, digits):f}" if value else "0"


def exact_text(value: Decimal) -> str:
    """Return the exact value as text, without exponent or trailing zeros."""
    text = f"{value:f}" if value else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text
