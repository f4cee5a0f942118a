"""The heading of a block: its name, and what stands behind it, such as a note or the unit of measure."""

import re
from collections.abc import Callable, Collection, Iterable

from msgspec import Struct

from converter.read.files.cells import normal_form
from converter.read.labels.brackets import bracketed
from converter.read.labels.unit_suffixes import UnitOfLabel

_DASHES = "-/:|_\u2013\u2014\u2015"


class BlockHeading(Struct, frozen=True):
    """A heading without the notes and the unit behind it, and that unit, '' if none is stated."""

    name: str
    unit: str


class Headings:
    """Takes headings apart; `without_unit` takes the unit off that a label ends in.

    `anchors` are the names of headings, behind which any of `units` may stand.
    """

    def __init__(
        self,
        note: str,
        without_unit: Callable[[str], UnitOfLabel],
        anchors: Collection[str],
        units: Iterable[str],
    ) -> None:
        self._note, self._without_unit = re.compile(note), without_unit
        self._anchors = tuple(map(normal_form, anchors))
        self._units = {normal_form(unit): unit for unit in units}

    def taken_apart(self, label: str) -> BlockHeading:
        """Return a heading's parts. Brackets that hold neither a unit nor a note are part of its name."""
        name, unit = without_colon(normal_form(label)), ""
        while name:
            stated = self._without_unit(name)
            if stated.unit:
                name, unit = stated.name, unit or stated.unit
            elif (parts := bracketed(name)) and self._note.search(parts.inside):
                name = parts.before
            elif behind := self._unit_behind(name):
                name, unit = behind.name, unit or behind.unit
            else:
                break
            name = without_colon(name)
        return BlockHeading(name, unit)

    def may_be_heading(self, label: str) -> bool:
        """Whether a text in normal form is worth taking apart: it begins with the name of a heading."""
        return label.startswith(self._anchors)

    def _unit_behind(self, name: str) -> BlockHeading | None:
        """Return the parts of a heading with a unit right behind its name, or behind a dash."""
        for anchor in self._anchors:
            unit = self._units.get(name.removeprefix(anchor).lstrip(_DASHES), "")
            if unit and name.startswith(anchor):
                return BlockHeading(anchor, unit)
        return None


def without_colon(label: str) -> str:
    """Return a label in normal form without the colon it may end in."""
    return label.rstrip(":")
