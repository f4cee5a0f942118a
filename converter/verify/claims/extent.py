"""Whose figures a number is one of: those of a text's own year and of all it is about, or of others."""

from msgspec import Struct


class Extent(Struct, frozen=True):
    """Another year, and a level of government or a part of the year, each in its words or ''.

    What that year calls `basis`, the text's own year calls `called`: the accounts of the year before this one
    are this year's "accounts of last year".
    """

    year: str = ""
    level: str = ""
    basis: str = ""
    called: str = ""

    def own_basis(self, basis: str) -> str:
        """Return what a basis is called in the text's own year, '' if it is none of that."""
        return basis if not self.year else self.called if basis == self.basis else ""

    def figure_id(self, item: str, basis: str) -> str:
        """Return the id of the figure of an item on a basis."""
        if basis and basis == self.basis:
            return f"{self.level}{item}.{self.called}"
        return f"{self.year}{self.level}{item}.{basis}"


OWN = Extent()
