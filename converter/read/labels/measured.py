"""An amount that states its own unit, as cells do that are filled in by hand, or that is only a rough one."""

import re
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from converter.pack import Pack
from converter.read.files.cells import amount, normal_form


class Measured(Struct, frozen=True, gc=False):
    """A number and the unit written behind it, '' where there is none."""

    number: Decimal
    unit: str


class MeasuredAmounts:
    """Reads amounts with the units of one pack, in brackets or not. Texts are in normal form."""

    def __init__(self, pack: Pack) -> None:
        words = {word: name for name, unit in pack.units.items() for word in (name, *unit.also)}
        self._units = {normal_form(word): words[word] for word in sorted(words, key=len, reverse=True)}
        self._rough = re.compile(pack.labels.rough)
        self.read, self.is_rough = lru_cache(4096)(self._read), lru_cache(4096)(self._is_rough)

    def without_unit(self, text: str) -> tuple[str, str]:
        """Return a text without the unit it ends in, and the unit, '' if it ends in none."""
        for word, unit in self._units.items():
            for end in (f"({word})", word):
                if text.endswith(end):
                    return text.removesuffix(end), unit
        return text, ""

    def _read(self, text: str) -> Measured | None:
        """Return the amount with its unit that a text is, None if it is none."""
        bare, unit = self.without_unit(text)
        number = amount(bare) if unit else None
        return None if number is None else Measured(number, unit)

    def _is_rough(self, text: str) -> bool:
        """Whether a text is an amount, its unit behind it or not, that is said to be about so much."""
        bare = self._rough.sub("", text)
        return bare != text and (amount(bare) is not None or self.read(bare) is not None)
