"""How finely the amounts of a table are printed, by the last digits that a column, or the sheet, shows.

Amounts in yuan that are all multiples of a hundred were rounded in ten thousands with two decimals; whole
yuan beside columns with cents were rounded to the yuan. A few results of formulas among printed amounts, and
what a single-precision number leaves beyond its digits, do not count.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from msgspec import Struct, field

from converter.figures import half_up
from converter.read.files.cells import last_digit
from converter.read.labels.unit_digits import UnitDigits

FEWEST_AMOUNTS = 8
"""That show a habit of rounding: fewer may end in zeros by chance."""

FEWEST_LARGE = 3
"""That show a loss of digits: fewer may end in quarters by chance."""

HALF = Decimal("0.5")
_SINGLE_ERROR = Decimal(2) ** -24
"""The largest error of a single-precision number, as a share of it."""

_DOUBLE_ERROR = Decimal("1e-14")
"""The error of a number of which a spreadsheet keeps fifteen digits, as a share of it."""


class Granularity(Struct, frozen=True):
    """To how many decimals a table prints its amounts: of each column that shows it, else of the sheet.

    Decimals are below zero for tens and hundreds. `exact` amounts were counted, not rounded; `noisy` tells
    that some amounts have digits too fine to mean anything, `single` that they were kept in single precision,
    so that large ones are off by more than their digits.
    """

    sheet: int
    columns: dict[int, int] = field(default_factory=dict)
    exact: bool = False
    noisy: bool = False
    single: bool = False

    def error(self, number: Decimal | None, column: int) -> Decimal:
        """Return how far a number of a column may be from the unrounded one."""
        if self.exact:
            return Decimal(0)
        error = _half(self.columns.get(column, self.sheet))
        return max(error, abs(number) * 2 * _SINGLE_ERROR) if self.single and number else error


def granularity(amounts: Mapping[int, Sequence[Decimal]], digits: UnitDigits) -> Granularity:
    """Return the granularity of a table from its `amounts` by column, which may hold zeros."""
    filled = {column: [number for number in numbers if number] for column, numbers in amounts.items()}
    places = {column: list(map(last_digit, numbers)) for column, numbers in filled.items()}
    everything = list(chain.from_iterable(filled.values()))
    finest = max(chain.from_iterable(places.values()), default=0)
    noisy = finest > digits.finest
    return Granularity(
        sheet=_shown(everything, finest, digits) if everything else digits.printed,
        columns={
            column: _shown(numbers, max(places[column]), digits)
            for column, numbers in filled.items()
            if len(numbers) >= FEWEST_AMOUNTS
        },
        exact=digits.exact,
        noisy=noisy,
        single=(noisy and any(last_digit(n) > digits.finest and _is_single(n) for n in everything))
        or _have_lost_digits(everything, digits),
    )


def _have_lost_digits(numbers: Sequence[Decimal], digits: UnitDigits) -> bool:
    """Whether numbers too large for single precision all end where it ends, as only it makes them do.

    Whole ones among them say nothing.
    """
    half = _half(digits.printed)
    if not numbers or max(map(abs, numbers)) * 2 * _SINGLE_ERROR <= half:
        return False
    large = sum(1 for n in numbers if abs(n) * 2 * _SINGLE_ERROR > half and last_digit(n) > 0)
    return large >= FEWEST_LARGE and all(map(_is_single, numbers))


def _shown(numbers: Sequence[Decimal], finest: int, digits: UnitDigits) -> int:
    """Return the decimals that numbers show, `finest` at most; fewer than a whole only if they are many."""
    most = _beyond_print(numbers, digits) if finest > digits.printed else finest
    return max(most, digits.coarsest if len(numbers) >= FEWEST_AMOUNTS else 0)


def _beyond_print(numbers: Iterable[Decimal], digits: UnitDigits) -> int:
    """Return the decimals of most numbers, where some show more than is printed; else as printed."""
    shown = [last_digit(without_noise(number, digits)) for number in numbers]
    most = sorted(shown)[len(shown) // 2]
    return max(shown) if most > digits.printed else min(max(shown), digits.printed)


def without_noise(number: Decimal, digits: UnitDigits) -> Decimal:
    """Return a number without digits too fine to mean anything; of single precision, the shortest such."""
    if last_digit(number) <= digits.finest:
        return number
    for fewer in range(digits.finest if _is_single(number) else 0):
        rounded = half_up(number, fewer)
        if abs(rounded - number) <= abs(number) * _SINGLE_ERROR:
            return rounded
    return half_up(number, digits.finest)


def _is_single(number: Decimal) -> bool:
    """Whether a number is one that single precision can hold."""
    try:
        [single] = struct.unpack("f", struct.pack("f", float(number)))
    except OverflowError:
        return False
    return abs(Decimal(single) - number) <= abs(number) * _DOUBLE_ERROR


@lru_cache(maxsize=64)
def _half(shown: int) -> Decimal:
    return HALF.scaleb(-shown)
