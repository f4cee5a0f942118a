"""What a template names beside plain values: an item, whose attributes are its bases; a row of a list."""

from collections.abc import Callable, Collection

from jinja2 import UndefinedError

from converter.figures import ListRow
from converter.narrative.placeholders import Slot
from converter.pack import unknown

Print = Callable[[ListRow, str], str]
"""Returns what prints of a row's column of words."""


def list_row(entry: "ListEntry | None") -> ListRow | None:
    """Return the row that an entry of a template's list is."""
    return entry._row if entry else None


class Item:
    """An item in a template; its attributes are its bases."""

    def __init__(self, name: str, bases: frozenset[str], slot: Callable[[str], Slot]) -> None:
        self._name, self._bases, self._slot = name, bases, slot

    def __getattr__(self, basis: str) -> Slot:
        if basis not in self._bases:
            raise UndefinedError(unknown(f"{self._name}.{basis}", ()))
        return self._slot(f"{self._name}.{basis}")


class ListEntry:
    """A row of a list in a template; its attributes are its columns."""

    def __init__(
        self, row: ListRow, words: Collection[str], text: Print, slot: Callable[[str], Slot]
    ) -> None:
        self._row, self._words, self._text, self._slot = row, words, text, slot

    def __getattr__(self, column: str) -> str | Slot:
        if column in self._words:
            return self._text(self._row, column)
        return self._slot(f"{self._row.id}.{column}")
