"""Which item a text names, by the pack's names."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from converter.figures import basis_of, item_of
from converter.pack import Pack, known_ids
from converter.verify.claims.normal_text import normal_text

MIN_ID_LENGTH = 3  # shorter item ids are common words of the language


class FoundName(Struct, frozen=True):
    """A name found in a text: its item, the basis if the name says it, where it starts and ends."""

    item: str
    basis: str
    start: int
    end: int


class Names:
    """The names of the items of one base unit; `targets` gives the item or figure id of each name.

    They are sought by how long those are that begin with a character, or end in one: there are hundreds.
    """

    def __init__(self, targets: dict[str, str]) -> None:
        self.targets = targets
        self._beginning, self._ending = (_lengths(targets, at) for at in (0, -1))

    def last(self, text: str) -> FoundName | None:
        """Return the item named last; of names that end together, the longest."""
        for end in range(len(text), 0, -1):
            for length in self._ending.get(text[end - 1], ()):
                if length <= end and (target := self.targets.get(text[end - length : end])):
                    item, basis = (item_of(target), basis_of(target)) if "." in target else (target, "")
                    return FoundName(item, basis, end - length, end)
        return None

    def starting(self, text: str) -> Iterator[slice]:
        """Yield in order where names stand; of names that start together, the longest."""
        for start, character in enumerate(text):
            for length in self._beginning.get(character, ()):
                if text[start : start + length] in self.targets and start + length <= len(text):
                    yield slice(start, start + length)
                    break


def _lengths(names: Iterable[str], at: int) -> dict[str, list[int]]:
    """Return how long the names are that have a character at a place, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[at], set()).add(len(name))
    return {character: sorted(several, reverse=True) for character, several in lengths.items()}


def side_of(item: str, sides: Iterable[str]) -> str:
    """Return the word for income or expenditure, whichever an item is of; '' if it is of none or of both."""
    named = [side for side in sides if side in item]
    return named[0] if len(named) == 1 else ""


def names_by_unit(pack: Pack) -> dict[str, Names]:
    """Return the names of items by the base unit of their figures."""
    items = {item_of(figure_id) for figure_id in known_ids(pack)}
    found: dict[str, dict[str, str]] = {unit: {} for unit in pack.sentences.items}
    for item, labels in pack.names.items():
        if item in items:
            found[pack.money] |= {
                normal_text(label): item for label in labels if not _states_basis(label, pack)
            }
    found[pack.money] |= {normal_text(item): item for item in items if len(item) >= MIN_ID_LENGTH}
    for unit, names_of in pack.sentences.items.items():
        for target, names in names_of.items():
            own = [target] if "." not in target else []
            found[unit] |= {normal_text(name): target for name in (*own, *names)}
    lost = pack.meta.lost
    found[pack.meta.score_unit] |= {
        normal_text(indicator): f"{indicator}.{lost}" for indicator in pack.scorecard.indicators
    }
    return {unit: Names(targets) for unit, targets in found.items()}


def _states_basis(name: str, pack: Pack) -> bool:
    """Whether a label says its basis: in a sentence, the words around the name do."""
    return any(re.search(basis.words, normal_text(name)) for basis in pack.sentences.bases)
