"""The numbers printed in a text, with the unit behind them and the digits they show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.figures import Value
from converter.pack import Pack

HALF = Decimal("0.5")
_DIGITS = r"(?P<sign>[-+])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a normal text: its value in the base unit, the unit as named, one of its last digit.

    `unit` is '' where none follows; `base` likewise. `value` is signed only if a sign is printed.
    """

    start: int
    end: int
    value: Value
    unit: str
    base: str
    step: Decimal


class Numbers:
    """Finds numbers by a pack's units."""

    def __init__(self, pack: Pack) -> None:
        self._units, self._rounded = pack.units, (pack.money, pack.ratio)
        self._spelled = list(pack.sentences.number_units.items())
        behind = "|".join(f"(?P<u{nth}>{pattern})" for nth, (pattern, _) in enumerate(self._spelled))
        self._pattern = re.compile(rf"(?<![\d.A-Za-z]){_DIGITS}(?![\d.]*\d)(?:{behind})?")
        self._bases = {unit.base for unit in pack.units.values()}

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
        """Yield the numbers of a stretch of a normal text."""
        for found in self._pattern.finditer(text, start, len(text) if end is None else end):
            groups = found.groupdict()
            unit = next((u for nth, (_, u) in enumerate(self._spelled) if groups[f"u{nth}"]), "")
            yield self._number(found, unit)

    def _number(self, found: re.Match[str], unit: str) -> Number:
        known = self._units.get(unit)
        scale = known.scale if known else Decimal(1)
        digits = found["digits"].replace(",", "")
        amount = Decimal((found["sign"] or "") + digits) * scale
        step = Decimal(1).scaleb(-len(digits.partition(".")[2])) * scale
        exact = not amount or (known is not None and known.digits == 0 and known.scale == 1)
        base = known.base if known else ""
        error = Decimal(0) if exact or base not in self._rounded else step * HALF
        return Number(found.start(), found.end(), Value(amount, error), unit, base, step)
