"""An amount that states its own unit, as cells do that are filled in by hand."""

from decimal import Decimal

from msgspec import Struct

from converter.pack import Pack
from converter.read.files.cells import amount, normal_form


class Measured(Struct, frozen=True, gc=False):
    """A number and the unit written behind it."""

    number: Decimal
    unit: str


class MeasuredAmounts:
    """Reads amounts with the units of one pack, in brackets or not."""

    def __init__(self, pack: Pack) -> None:
        words = {word: name for name, unit in pack.units.items() for word in (name, *unit.also)}
        self._units = {normal_form(word): words[word] for word in sorted(words, key=len, reverse=True)}

    def read(self, text: str) -> Measured | None:
        """Return the amount with its unit that a text in normal form is, None if it is none."""
        for word, unit in self._units.items():
            for end in (f"({word})", word):
                if text.endswith(end) and (number := amount(text.removesuffix(end))) is not None:
                    return Measured(number, unit)
        return None
