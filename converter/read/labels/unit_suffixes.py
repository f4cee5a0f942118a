"""The unit of measure that a label ends in: in brackets, or behind a stroke or a colon."""

import re
from collections.abc import Callable

from msgspec import Struct

from converter.chinese import CLOSING_LENTICULAR, ENUMERATION_COMMA, OPENING_LENTICULAR
from converter.pack import Pack
from converter.read.files.cells import normal_form

_BRACKETS = {")": "(", "]": "[", CLOSING_LENTICULAR: OPENING_LENTICULAR}
_BEFORE = f"/:,|-\u2014{ENUMERATION_COMMA}"


class UnitOfLabel(Struct, frozen=True):
    """A label without the unit it ends in, and that unit, '' if it ends in none."""

    name: str
    unit: str


class UnitSuffixes:
    """Takes units off labels; `unit_in` returns the unit that a text in brackets states, '' if none.

    A ratio is not taken off: it is another figure than the amount it is computed from.
    """

    def __init__(self, pack: Pack, unit_in: Callable[[str], str]) -> None:
        self._unit_in = unit_in
        units = pack.units
        self._units = {normal_form(name): name for name in units if units[name].base != pack.ratio}
        self._money = {text for text, name in self._units.items() if units[name].base == pack.money}
        self._longest = max(map(len, self._money))
        self._behind = re.compile(rf"[{re.escape(_BEFORE)}]({'|'.join(map(re.escape, self._money))})$")

    def taken_apart(self, label: str) -> UnitOfLabel:
        """Return a label in normal form and the unit it ends in, or is."""
        if label in self._money:
            return UnitOfLabel(label, self._units[label])
        if opening := _BRACKETS.get(label[-1:]):
            at = label.rfind(opening)
            inside = label[at + 1 : -1]
            if at >= 0 and (unit := self._units.get(inside) or self._unit_in(inside)) in self._units.values():
                return UnitOfLabel(label[:at] or label, unit)
            return UnitOfLabel(label, "")
        if found := self._behind.search(label, max(0, len(label) - self._longest - 1)):
            return UnitOfLabel(label[: found.start()] or label, self._units[found[1]])
        return UnitOfLabel(label, "")
