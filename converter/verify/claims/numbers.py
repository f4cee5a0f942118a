"""The numbers printed in a text, with the unit that follows and the digits they show."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from converter.figures import Value
from converter.pack import Pack

HALF = Decimal("0.5")
_DIGITS = r"(?P<sign>[-+])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"


class Number(Struct, frozen=True):
    """A number in a normal text, from `start` up to `end`, its unit included.

    `value` is in `base_unit`, signed only if a sign is printed; `step` is one in its last digit. `unit` and
    `base_unit` are '' if no unit follows.
    """

    start: int
    end: int
    value: Value
    unit: str
    base_unit: str
    step: Decimal


class NumberFinder:
    """Finds numbers by a pack's units."""

    def __init__(self, pack: Pack) -> None:
        self._units, self._rounded = pack.units, (pack.money, pack.ratio)
        self._unit_patterns = list(pack.sentences.number_units.items())
        units = "|".join(f"(?P<u{nth}>{pattern})" for nth, (pattern, _) in enumerate(self._unit_patterns))
        self._pattern = re.compile(rf"(?<![\d.A-Za-z]){_DIGITS}(?![\d.]*\d)(?:{units})?")

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
        """Yield the numbers of a normal text from `start` up to `end`."""
        for found in self._pattern.finditer(text, start, len(text) if end is None else end):
            groups = found.groupdict()
            unit = next((name for nth, (_, name) in enumerate(self._unit_patterns) if groups[f"u{nth}"]), "")
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
