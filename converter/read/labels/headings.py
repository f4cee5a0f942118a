"""The heading of a block: its name, and what stands in brackets behind it, such as the unit of measure."""

import re
from collections.abc import Callable

from msgspec import Struct

from converter.read.files.cells import normal_form


class BlockHeading(Struct, frozen=True):
    """A heading without what stands in brackets behind it, and the unit stated there, '' if none is."""

    name: str
    unit: str


class Headings:
    """Takes headings apart; `unit_in` returns the unit that a text in brackets states, '' if none."""

    def __init__(self, note: str, unit_in: Callable[[str], str]) -> None:
        self._note, self._unit_in = re.compile(note), unit_in

    def taken_apart(self, label: str) -> BlockHeading:
        """Return a heading's parts. Brackets that hold neither a unit nor a note are part of its name."""
        name, unit = without_colon(normal_form(label)), ""
        while name.endswith(")") and (at := name.rfind("(")) >= 0:
            inside = name[at + 1 : -1]
            stated = self._unit_in(inside)
            if not stated and not self._note.search(inside):
                break
            name, unit = without_colon(name[:at]), unit or stated
        return BlockHeading(name, unit)


def without_colon(label: str) -> str:
    """Return a label in normal form without the colon it may end in."""
    return label.rstrip(":")
