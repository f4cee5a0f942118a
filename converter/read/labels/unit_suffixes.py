"""The unit of measure that a label ends in: in brackets, or behind a stroke, a colon or a word for it."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from converter.chinese import ENUMERATION_COMMA
from converter.pack import Pack
from converter.read.files.cells import normal_form
from converter.read.labels.brackets import bracketed

_BEFORE = f"/:,|-\u2014{ENUMERATION_COMMA}"

MOST_SIGNS = 2  # so many stand between a label and its unit


class UnitOfLabel(Struct, frozen=True):
    """A label without the unit it ends in, '' if it is nothing else; and that unit, '' if it ends in none."""

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
        money = [text for text, name in self._units.items() if units[name].base == pack.money]
        words = list(map(normal_form, pack.labels.title_block.unit))
        signs, word = f"[{re.escape(_BEFORE)}]", f"(?:{_one_of(words)})"
        named = rf"{word}{signs}?({_one_of(self._units)})"
        self._behind = re.compile(rf"{signs}*(?:{named}|(?<={signs})({_one_of(money)}))$")
        self._word_behind = re.compile(rf"{signs}*{word}$")
        self._money = frozenset(money)
        self._longest = max(map(len, words)) + 1 + max(map(len, self._units)) + MOST_SIGNS

    def taken_apart(self, label: str) -> UnitOfLabel:
        """Return a label in normal form and the unit it ends in, or is."""
        if label in self._money:
            return UnitOfLabel("", self._units[label])
        if parts := bracketed(label):
            unit = self._units.get(parts.inside) or self._unit_in(parts.inside)
            if unit not in self._units.values():
                return UnitOfLabel(label, "")
            word = self._at_end(self._word_behind, parts.before)
            return UnitOfLabel(parts.before[: word.start()] if word else parts.before, unit)
        if found := self._at_end(self._behind, label):
            return UnitOfLabel(label[: found.start()], self._units[found[1] or found[2]])
        return UnitOfLabel(label, "")

    def _at_end(self, pattern: re.Pattern[str], label: str) -> re.Match[str] | None:
        return pattern.search(label, max(0, len(label) - self._longest))


def _one_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
