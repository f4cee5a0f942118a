"""The names that the codes of the classifications have by the pack, and to which code a name belongs."""

from collections.abc import Iterator, Mapping
from functools import cached_property

APART, OR = ", ", "|"  # between codes, and between the names of one
STEP = 2  # so many digits more than what it is a part of has a code


class CodeNames:
    """Tells codes and names that contradict each other. `lines` are the parts of each code, as packs list
    them; those of no code begin with the classes of a classification.

    What is not listed contradicts nothing. Most rows are right, so it is worked out only when one is asked
    for.
    """

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines

    def names(self, code: str) -> tuple[str, ...]:
        """Return the names of a code, the present one first."""
        return self._names.get(code, ())

    def code_meant(self, code: str, name: str) -> str:
        """Return the code that the name beside a code belongs to instead, '' if both may be right.

        One with the same code above it comes first; of others, only one that is alone.
        """
        names = self.names(code)
        if not names or name in names:
            return ""
        others = [
            other for other in self._codes.get(name, ()) if len(other) == len(code) and other[0] == code[0]
        ]
        beside = [other for other in others if other[:-STEP] == code[:-STEP]]
        meant = beside or others
        return meant[0] if len(meant) == 1 else ""

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        return dict(self.listed())

    @cached_property
    def _codes(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for code, names in self._names.items():
            for name in names:
                found.setdefault(name, []).append(code)
        return found

    def listed(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield every code that is listed, with its names."""
        for whole, parts in self._lines.items():
            above = whole if whole.isdigit() else ""
            for part in parts.split(APART):
                digits, _, names = part.partition(" ")
                yield above + digits, tuple(names.split(OR))
