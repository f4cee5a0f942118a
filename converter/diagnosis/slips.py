"""Which slip of the pen turns one amount into another: what a person would look for first."""

from decimal import Decimal
from enum import StrEnum

from converter.figures import Figure, Ledger, basis_of, half_up, item_of

THOUSAND, TEN_THOUSAND = Decimal(1000), Decimal(10000)


class Slip(StrEnum):
    """Kinds of slips; `messages` words them."""

    SIGN = "sign"
    UNIT = "unit"
    LAST_YEAR = "last-year"
    NEIGHBOUR = "neighbour"
    TRANSPOSED = "transposed"
    DIGIT = "digit"
    LENGTH = "length"
    COUNTED_TWICE = "counted-twice"
    LEFT_OUT = "left-out"
    CELLS = "cells"
    COLUMNS = "columns"
    ROWS = "rows"
    SHIFTED = "shifted"


# What can come about by chance: a single digit can make almost any sum come out.
TELLING = frozenset(Slip) - {Slip.DIGIT, Slip.LENGTH}


def slip(figure: Figure, expected: Decimal, scale: Decimal, ledger: Ledger, prior: str) -> Slip | None:
    """Return the slip by which `figure` came to stand where `expected` should, None if none is seen.

    `scale` is the sheet's unit: digits are compared as printed there. `prior` marks last year's bases.
    """
    filed = figure.value
    if filed is None:
        return None
    if filed and filed == -expected:
        return Slip.SIGN
    if (
        filed
        and expected
        and any(f in (filed / expected, expected / filed) for f in (THOUSAND, TEN_THOUSAND))
    ):
        return Slip.UNIT
    if filed and _is_last_years(figure, ledger, prior):
        return Slip.LAST_YEAR
    if filed and _is_neighbours(figure, ledger):
        return Slip.NEIGHBOUR
    return of_digits(f"{half_up(abs(filed) / scale, 2)}", f"{half_up(abs(expected) / scale, 2)}")


def _is_last_years(figure: Figure, ledger: Ledger, prior: str) -> bool:
    last = ledger.find(f"{item_of(figure.id)}.{prior}{basis_of(figure.id)}")
    return last is not None and last.value == figure.value


def _is_neighbours(figure: Figure, ledger: Ledger) -> bool:
    """Whether the row above or below holds the same amount in that column."""
    item, basis = item_of(figure.id), basis_of(figure.id)
    lines = ledger.detail_rows.get(item.partition("[")[0], [])
    for index, line in enumerate(lines):
        if line.figures.get(basis) is figure:
            near = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
            return any((other := each.figures.get(basis)) and other.value == figure.value for each in near)
    return False


def of_digits(filed: str, expected: str) -> Slip | None:
    """Return the slip by which one printed number became another: a digit, two digits, or the length."""
    if len(filed) == len(expected):
        wrong = [index for index, pair in enumerate(zip(filed, expected, strict=True)) if pair[0] != pair[1]]
        if len(wrong) == 1:
            return Slip.DIGIT
        if len(wrong) == 2 and [filed[i] for i in wrong] == [expected[i] for i in reversed(wrong)]:
            return Slip.TRANSPOSED
        return None
    longer, shorter = sorted((filed, expected), key=len, reverse=True)
    dropped = (longer[:index] + longer[index + 1 :] for index in range(len(longer)))
    return Slip.LENGTH if len(longer) == len(shorter) + 1 and shorter in dropped else None
