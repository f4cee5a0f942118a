"""What an evaluation works with: names, where they get their figures, what was used and what was missing."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct, field

from converter.figures import DetailRow, Figure, ListRow


class Name(Struct, frozen=True, dict=True):
    """A name in an expression; `item` or `basis` is empty where the context supplies it.

    `form` is that whose reading is meant, '' for whichever counts. `where` is a column of words of a list and
    the word that is to be in it, () for all rows.
    """

    item: str
    basis: str
    form: str = ""
    where: tuple[str, str] | tuple[()] = ()

    @cached_property
    def id(self) -> str:
        """The figure's id."""
        return f"{self.item}.{self.basis}"


Lack = tuple[Name, ...]
"""What was missing: figures any one of which would have done."""


class Usage(Struct):
    """What an evaluation used, and what it lacked.

    `signs` has for each figure used whether it was added (1), subtracted (-1) or entered otherwise (0).
    """

    used: list[Figure] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    missing: list[Lack] = field(default_factory=list)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the figures used, each once."""
        return tuple(dict.fromkeys(figure.id for figure in self.used))

    def use(self, figures: Sequence[Figure], sign: int) -> None:
        """Note that figures were used, all with one sign."""
        self.used.extend(figures)
        self.signs.extend([sign] * len(figures))


class NestedRows(Struct, frozen=True):
    """The detail rows of a group: those that are part of no other, and those right below a row by its key."""

    tops: Sequence[DetailRow] = ()
    below: Mapping[str, Sequence[DetailRow]] = MappingProxyType({})


class Lookup(Struct, frozen=True):
    """Where names get their figures: one by name, the rows of a group, of a list, None if it is none."""

    figure: Callable[[Name], Figure | None]
    rows: Callable[[str], NestedRows] = lambda group: NestedRows()
    listed: Callable[[str], Sequence[ListRow] | None] = lambda name: None
