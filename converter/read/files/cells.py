"""What a cell holds: a label in normal form, a code, or an amount."""

import datetime
import math
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from converter.chinese import QUOTES, RADICALS, SIMPLIFIED, TRADITIONAL, UNIFIED_RADICALS

Scalar = str | float | bool | datetime.date | datetime.time | datetime.timedelta
"""What a cell holds, as the reader gives it; '' where it is empty."""

_NOISE = re.compile(rf"[\s\"'\u2018-\u201f{QUOTES}]+")
_AMOUNT = re.compile(r"[+-]?((\d+|\d{1,3}(,\d{3})+)(\.\d*)?|\.\d+)")
_APART = re.compile(r"[\u00b2\u00b3\u00b9\u2070-\u209f]|\d\s*\n\s*\d")  # a footnote's sign; lines of digits
_UNSEEN = (  # soft hyphen, joiners, fillers, marks of direction, variation selectors, marks of byte order
    *(0xAD, 0x34F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0xFEFF),
    *(*range(0x180B, 0x180F), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)),
    *(*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)),
)
_FOLDED: dict[int, str | None] = {
    **dict.fromkeys(_UNSEEN),
    **{0x2460 + nth: f"({nth + 1})" for nth in range(20)},
    **dict.fromkeys((0x2236, 0xA789, 0xFE30), ":"),  # a ratio, a letter and two dots, typed for a colon
    **dict(zip(map(ord, RADICALS + TRADITIONAL), UNIFIED_RADICALS + SIMPLIFIED, strict=True)),
}
YUAN = "\u00a5"
SIGNIFICANT = 15  # the digits a spreadsheet keeps; what lies beyond is binary noise


def folded(text: str) -> str:
    """Return a text with compatibility characters, radicals and traditional characters as the plain ones they
    stand for, what nobody sees removed.
    """
    return unicodedata.normalize("NFKC", text.translate(_FOLDED))


@lru_cache(maxsize=65536)
def normal_form(text: str) -> str:
    """Return a label in normal form: folded, blanks and quotes removed."""
    return _NOISE.sub("", folded(text))


def label_of(cell: Scalar) -> str:
    """Return the cell's text in normal form; numbers and dates give ''."""
    return normal_form(cell) if isinstance(cell, str) else ""


@lru_cache(maxsize=65536, typed=True)  # 1 is a code, True is none
def digits(cell: Scalar) -> str:
    """Return the cell as a run of digits (a code typed as text or number), or ''."""
    if isinstance(cell, str):
        text = normal_form(cell).removesuffix(".0")
    elif (whole := integer(cell)) is not None:
        text = str(whole)
    else:
        return ""
    return text if text.isdigit() else ""


def integer(cell: Scalar) -> int | None:
    """Return a number cell's value if it is whole, else None."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)) or not math.isfinite(cell):
        return None
    return int(cell) if cell == int(cell) else None


@lru_cache(maxsize=65536, typed=True)  # each cell is asked several times, and 1 is not True
def amount(cell: Scalar) -> Decimal | None:
    """Return the cell's number, or None where it holds none.

    Thousands commas, full-width digits, a sign of the yuan before it and accountants' brackets for minus are
    understood. A comma that does not part thousands may be a decimal point or a slip, so such a text is no
    number; nor are digits in two lines, or with a sign of a footnote.
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return _from_number(cell)
    if not isinstance(cell, str) or not cell:
        return None
    if _APART.search(cell):
        return None
    text = normal_form(cell).replace("\u2212", "-").removeprefix(YUAN)
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    return Decimal(text.replace(",", "")) if _AMOUNT.fullmatch(text) else None


def _from_number(cell: int | float) -> Decimal | None:
    try:
        number = Decimal(format(cell, f".{SIGNIFICANT}g")) if isinstance(cell, float) else Decimal(cell)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def decimals(number: Decimal) -> int:
    """Return how many decimals a number shows."""
    return max(0, last_digit(number))


@lru_cache(maxsize=65536)
def last_digit(number: Decimal) -> int:
    """Return the place of a number's last digit but zeros, counted in decimals: -2 for whole hundreds."""
    exponent = number.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
