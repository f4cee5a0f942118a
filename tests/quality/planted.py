"""Errors planted one at a time in a clean filing: a kind of slip in a cell of a table."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from samples.filing.accounts import Filing
from samples.filing.final_accounts import final_accounts
from samples.filing.sheet import SheetTable

LEAST = Decimal(10)  # 万元: smaller amounts make slips no rounding could tell from a remainder
CELLS_A_TABLE = 4


def _transposed(amount: Decimal) -> Decimal | None:
    digits = f"{amount:.2f}"
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and "." not in digits[at : at + 2]:
            return Decimal(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
    return None


def _digit(amount: Decimal) -> Decimal:
    return amount + (1 if f"{amount:.0f}"[-1] != "9" else -1)


KINDS: dict[str, Callable[[Decimal], Decimal | str | None]] = {
    "两位颠倒": _transposed,
    "一位写错": _digit,
    "正负号": lambda amount: -amount,
    "多写一位": lambda amount: Decimal(f"{amount:.2f}"[:1] + f"{amount:.2f}"),
    "漏写一位": lambda amount: Decimal(f"{amount:.2f}"[1:]),
    "差一万倍": lambda amount: amount * 10000,
    "差一千倍": lambda amount: amount / 1000,
    "改成文字": lambda amount: "详见附表",
    "漏填": lambda amount: "",
}


@dataclass(frozen=True)
class Planted:
    """A clean filing's tables with one cell altered. `right` is what the cell should hold."""

    name: str
    tables: list[SheetTable]
    sheet: str
    place: tuple[int, int]
    right: Decimal


def planted(filing: Filing) -> Iterator[Planted]:
    """Yield every kind of slip in several cells of every table that holds amounts."""
    clean = final_accounts(filing.accounts)
    for at, table in enumerate(clean):
        cells = [(place, value) for place, value in sorted(table.cells.items()) if _counts(value)]
        step = max(1, len(cells) // CELLS_A_TABLE)
        for (place, right), kind in itertools.product(cells[::step][:CELLS_A_TABLE], KINDS):
            wrong = KINDS[kind](right)
            if wrong is not None and wrong != right:
                tables = [*clean[:at], table.replaced(place, wrong), *clean[at + 1 :]]
                yield Planted(f"{table.name[:4]} {place} {kind}", tables, table.name, place, right)


def _counts(value: object) -> bool:
    return isinstance(value, Decimal) and abs(value) >= LEAST
