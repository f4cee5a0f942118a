"""The heading of a block: its name, and what stands behind it, such as a note or the unit of measure."""

import re
from collections.abc import Callable

from msgspec import Struct

from converter.read.files.cells import normal_form
from converter.read.labels.brackets import bracketed
from converter.read.labels.unit_suffixes import UnitOfLabel


class BlockHeading(Struct, frozen=True):
    """A heading without the notes and the unit behind it, and that unit, '' if none is stated."""

    name: str
    unit: str


class Headings:
    """Takes headings apart; `without_unit` takes the unit off that a label ends in."""

    def __init__(self, note: str, without_unit: Callable[[str], UnitOfLabel]) -> None:
        self._note, self._without_unit = re.compile(note), without_unit

    def taken_apart(self, label: str) -> BlockHeading:
        """Return a heading's parts. Brackets that hold neither a unit nor a note are part of its name."""
        name, unit = without_colon(normal_form(label)), ""
        while name:
            stated = self._without_unit(name)
            if stated.unit:
                name, unit = stated.name, unit or stated.unit
            elif (parts := bracketed(name)) and self._note.search(parts.inside):
                name = parts.before
            else:
                break
            name = without_colon(name)
        return BlockHeading(name, unit)


def without_colon(label: str) -> str:
    """Return a label in normal form without the colon it may end in."""
    return label.rstrip(":")
