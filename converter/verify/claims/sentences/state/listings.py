"""Lists of parts that are open where a number stands."""

from collections.abc import Iterable

from msgspec import Struct

from converter.pack import Comparison
from converter.verify.claims.claim import Claim
from converter.verify.claims.numbering import UNNUMBERED


class Listing(Struct, eq=False):
    """Parts being listed: of which amount, what they compare with if they do not say, and its number.

    - `in_brackets`: whether a bracket ends it.
    - `numbered`: the style of number its paragraphs begin with, if it goes over several; `of_numbered` that
      of the paragraph before them.
    - `beside`: the amount stated right before the whole, of which parts are that are on its side and not on
      that of the whole: income beside expenditure.
    - `comparison_seen`: whether a part was said to have changed.
    - `has_more_than_amounts`: whether more than amounts was said of the parts.
    """

    whole: Claim
    number: int
    comparison: Comparison | None = None
    in_brackets: bool = False
    numbered: str = ""
    of_numbered: str = ""
    beside: Claim | None = None
    comparison_seen: bool = False
    has_more_than_amounts: bool = False


class OpenListings:
    """The listings that the next number of a paragraph is in, the outermost first.

    They are those that the paragraphs above have left open, and its own. `interrupted` is the one that the
    sentence before has left open: the next one may go on with it.
    """

    def __init__(self, inherited: Iterable[Listing]) -> None:
        self._inherited = list(inherited)
        self._open = list(self._inherited)
        self.interrupted: Listing | None = None

    def __len__(self) -> int:
        return len(self._open)

    @property
    def innermost(self) -> Listing | None:
        """The listing that the next number is in, None if it is in none."""
        return self._open[-1] if self._open else None

    @property
    def innermost_own(self) -> Listing | None:
        """The innermost listing that this paragraph began."""
        return next((each for each in reversed(self._open) if each not in self._inherited), None)

    @property
    def is_in_inherited(self) -> bool:
        """Whether the next number is in a listing of the paragraphs above."""
        return self.innermost in self._inherited

    @property
    def are_inherited_numbered(self) -> bool:
        """Whether the parts that the paragraphs above list have numbers: each then begins a paragraph."""
        return bool(self._inherited) and self._inherited[-1].numbered not in ("", UNNUMBERED)

    @property
    def are_nested(self) -> bool:
        """Whether a part of another whole may follow those of the innermost in the paragraph."""
        begun = [each for each in self._open if each not in self._inherited]
        return len(self._open) > 1 and not (len(begun) == 1 and self.are_inherited_numbered)

    def begin_sentence(self) -> None:
        """Leave the own listings, and go back to those of the paragraphs above."""
        own = [each for each in self._open if each not in self._inherited]
        self.interrupted = own[0] if own else None
        self._open = list(self._inherited)

    def open(self, listing: Listing) -> None:
        """Say that the next number is in a listing."""
        self._open.append(listing)

    def resume(self) -> None:
        """Go on with the listing of the sentence before, if it has left one open."""
        if self.interrupted:
            self._open.append(self.interrupted)

    def close_innermost(self) -> None:
        """Say that no more parts of the innermost whole follow."""
        if self._open:
            self._open.pop()

    def close_own(self) -> Listing | None:
        """Close all that this paragraph began, and return the outermost of them."""
        own = [each for each in self._open if each not in self._inherited]
        self._open = [each for each in self._open if each in self._inherited]
        return own[0] if own else None

    def close_brackets(self) -> Listing | None:
        """Close the innermost listing in brackets and all within it, and return it."""
        for at in range(len(self._open) - 1, -1, -1):
            if (closed := self._open[at]).in_brackets:
                del self._open[at:]
                return closed
        return None
