"""Which item a stretch of text names, by the pack's names."""

import re
from dataclasses import dataclass

from converter.figures import basis_of, item_of
from converter.pack import Pack, known_ids
from converter.verify.claims.normal_text import normal_text

SHORTEST = 3  # shorter item ids are common words of the language


@dataclass(frozen=True, slots=True)
class Named:
    """An item found in a text, with the basis where the name says it, and where the name ends."""

    item: str
    basis: str
    start: int
    end: int


class Names:
    """The names by which the items of one base unit go."""

    def __init__(self, targets: dict[str, str]) -> None:
        self._targets = targets
        names = "|".join(re.escape(name) for name in sorted(targets, key=len, reverse=True))
        self._pattern = re.compile(f"(?=({names}))")

    def last(self, text: str) -> Named | None:
        """Return the item named last; of names that end together, the longest."""
        found = max(self._pattern.finditer(text), key=lambda each: (each.end(1), len(each[1])), default=None)
        if found is None:
            return None
        target = self._targets[found[1]]
        item, basis = (item_of(target), basis_of(target)) if "." in target else (target, "")
        return Named(item, basis, found.start(1), found.end(1))


def names_by_unit(pack: Pack) -> dict[str, Names]:
    """Return the names of items by the base unit of what they are said of."""
    items = {item_of(each) for each in known_ids(pack)}
    found: dict[str, dict[str, str]] = {unit: {} for unit in pack.sentences.items}
    for name, several in pack.names.items():
        if name in items:
            found[pack.money] |= {normal_text(each): name for each in several if not _tells_basis(each, pack)}
    found[pack.money] |= {normal_text(each): each for each in items if len(each) >= SHORTEST}
    for unit, named in pack.sentences.items.items():
        found[unit] |= {normal_text(each): target for target, several in named.items() for each in several}
    lost = pack.meta.lost
    found[pack.meta.score_unit] |= {normal_text(each): f"{each}.{lost}" for each in pack.scorecard.indicators}
    return {unit: Names(targets) for unit, targets in found.items()}


def _tells_basis(name: str, pack: Pack) -> bool:
    """Whether a label says on which basis its amounts are: in a sentence that is for the words around."""
    return any(re.search(each.words, normal_text(name)) for each in pack.sentences.bases)
