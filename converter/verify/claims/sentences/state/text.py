"""What the headings and paragraphs of a text leave for those below them."""

from msgspec import Struct, field

from converter.pack import Comparison
from converter.verify.claims.claim import Claim
from converter.verify.claims.extent import OWN, Extent
from converter.verify.claims.numbers import LastDigits
from converter.verify.claims.sentences.phrases import NamedItem
from converter.verify.claims.sentences.state.listings import Listing


class HeadingContext(Struct):
    """What the headings say of the paragraphs below them.

    - `kind`: the basis of amounts that tell none; `heading_kind` that of the last heading: what a line
      between headings says of it ends with the next one.
    - `scope`: the item whose parts are spoken of, '' if none is.
    - `topic`: the item that the heading names.
    """

    kind: str
    heading_kind: str
    scope: str = ""
    topic: NamedItem | None = None


class HeadingExtents(Struct):
    """The extents that the headings above a paragraph tell, with their ranks, the outermost first."""

    ranked: list[tuple[int, Extent]] = field(default_factory=list)

    @property
    def innermost(self) -> Extent:
        """That of the text right below them."""
        return self.ranked[-1][1] if self.ranked else OWN

    def end(self, rank: int) -> None:
        """Forget what headings of a rank and below it have stated."""
        self.ranked = [each for each in self.ranked if each[0] < rank]

    def add(self, rank: int, extent: Extent) -> None:
        """Remember what a heading of a rank tells."""
        self.ranked.append((rank, extent))


class Distinctions(Struct, frozen=True):
    """By what a text sets its numbers apart.

    - `years`: its title names several; `budget_units`: several of its headings each name one.
    - `periods`: it is not all of one part of a year; `levels`: it has numbers of the whole beside those of
      levels of government or months.
    """

    years: bool = False
    periods: bool = True
    levels: bool = False
    budget_units: bool = False


class TextState:
    """What stands above a paragraph.

    - `headings`: what the headings say of it.
    - `extents`: the extents that they tell.
    - `listings`: the lists of parts that may go on in it, the outermost first.
    - `amounts`: the last amount of each figure, by its id.
    - `main`: the last amount of the paragraph before that is no part; `only` the same if that has but one:
      what follows may be its parts.
    - `last_digits`: how exact the amounts of the text are; `distinguishes`: what sets its numbers apart.
    """

    def __init__(
        self, basis: str, last_digits: LastDigits, distinguishes: Distinctions | None = None
    ) -> None:
        self.headings = HeadingContext(basis, heading_kind=basis)
        self.extents = HeadingExtents()
        self.listings: list[Listing] = []
        self.amounts: dict[str, Claim] = {}
        self.main: Claim | None = None
        self.only: Claim | None = None
        self.last_digits, self.distinguishes = last_digits, distinguishes or Distinctions()
        self._listings = 0

    def new_listing(
        self, whole: Claim, comparison: Comparison | None, *, in_brackets: bool = False
    ) -> Listing:
        """Return a listing of the parts of an amount."""
        self._listings += 1
        return Listing(whole, self._listings, comparison, in_brackets)
