"""Whose numbers a text tells: those of its own year and of all it is about, or of another extent."""

from msgspec import Struct, field


class Extent(Struct, frozen=True):
    """Another year, and a level of government or a part of the year, each in its words or ''."""

    year: str = ""
    level: str = ""

    @property
    def words(self) -> str:
        """What sets its figures apart from those of others."""
        return self.year + self.level


class HeadingExtents(Struct):
    """The extents that the headings above a paragraph tell, with their ranks, the outermost first."""

    told: list[tuple[int, Extent]] = field(default_factory=list)

    @property
    def innermost(self) -> Extent:
        """That of the text right below them."""
        return self.told[-1][1] if self.told else Extent()

    def end(self, rank: int) -> None:
        """Forget what headings of a rank and below it have told."""
        self.told = [each for each in self.told if each[0] < rank]

    def add(self, rank: int, extent: Extent) -> None:
        """Remember what a heading of a rank tells."""
        self.told.append((rank, extent))
