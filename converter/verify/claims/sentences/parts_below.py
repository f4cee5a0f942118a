"""Follow which parts of which whole are being listed over several paragraphs."""

import re

from converter.chinese import YEAR
from converter.verify.claims.claim import Claim
from converter.verify.claims.numbering import UNNUMBERED, number_style
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.claims.sentences.state.listings import Listing
from converter.verify.claims.sentences.state.paragraph import ParagraphState
from converter.verify.claims.sentences.state.text import TextState

_FIRST_NUMBER = re.compile(rf"(?<=[^\d.])\d[\d,]*(?:\.\d+)?(?![\d,.{YEAR}])")

FIRST_WORDS = 30  # of a paragraph: they name what it is about


class PartsBelow:
    """Keeps listings for the paragraphs below, and closes them, by the words of clauses."""

    def __init__(self, clauses: ClauseReader) -> None:
        self._clauses, self._patterns = clauses, clauses.patterns

    def keep_open(self, state: ParagraphState) -> None:
        """Keep a listing for the paragraphs below if this one ends in the words that begin it."""
        main, amounts, with_share = state.last.main, state.sentence.amounts, state.items.with_share
        if main and main.item in with_share and len(with_share) > 1 and not amounts:
            return  # the last of those it states is not what is listed
        if self._patterns.parts_below.search(state.text.text) and main:
            nested = state.listings.innermost_own and amounts
            whole = state.last.part if nested and state.last.part else main
            if not amounts:
                last = state.text.text[slice(*state.text.sentences[-1])]
                whole = self._announced(state.above, last) or whole
            listing = state.above.new_listing(whole, state.comparison)
            listing.of_numbered = number_style(state.text.text)
            state.above.listings.append(listing)

    def open_by_name(self, above: TextState, text: str) -> bool:
        """Begin the listing that a paragraph without numbers announces; return whether it does."""
        whole = self._announced(above, text) if self._patterns.parts_below.search(text) else None
        if whole is None:
            return False
        listing = above.new_listing(whole, None)
        listing.of_numbered = number_style(text)
        above.listings.append(listing)
        return True

    def _announced(self, above: TextState, text: str) -> Claim | None:
        """Return the amount whose parts a text without numbers announces."""
        opening = self._patterns.parts.search(text)
        words = self._patterns.heading_end.sub("", last_clause(text[: opening.start()])) if opening else ""
        named = self._clauses.named(words) if words else None
        if not named:
            return None
        extent, basis = above.extents.innermost, named.basis or above.headings.kind
        return above.amounts.get(extent.figure_id(named.item, basis))

    def go_on(self, above: TextState, text: str) -> None:
        """Close the listings of the paragraphs above that this one is no part of."""
        style = number_style(text)
        while above.listings:
            listing = above.listings[-1]
            if not listing.numbered and (style != listing.of_numbered or not style):
                listing.numbered = style or UNNUMBERED
            if listing.numbered == (style or UNNUMBERED) and self._begins_with_part(listing, text, style):
                return
            above.listings.pop()

    def _begins_with_part(self, listing: Listing, text: str, style: str) -> bool:
        """Whether a paragraph begins with a part of a whole, as far as the pack knows its parts."""
        parts = self._clauses.parts.get(listing.whole.item)
        first = self._clauses.phrases_of_money.first(_FIRST_NUMBER.split(text[:FIRST_WORDS], 1)[0])
        return bool(style) or parts is None or not first or first in parts
