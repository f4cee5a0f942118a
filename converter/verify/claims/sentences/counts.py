"""Read numbers of persons and things."""

import re

from msgspec.structs import replace

from converter.pack import Pack
from converter.verify.claims.claim import Claim
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.part_items import PartItems
from converter.verify.claims.sentences.phrases import NamedItem
from converter.verify.claims.sentences.segments import Mention
from converter.verify.claims.sentences.state.paragraph import ParagraphState

_NOUN = re.compile(r"[^\W\d_]{2}")


class CountReader:
    """Reads numbers of persons and things by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns
        self._bases = clauses.bases
        self._part_items = PartItems(pack, clauses)

    def claim(self, state: ParagraphState, mention: Mention) -> Claim:
        """Return a number of persons or things, and remember it; one that is but a bound is of nothing."""
        claim, head = mention.claim, mention.head
        if self._patterns.change.search(mention.segment):
            return claim  # what has changed, other numbers tell
        if self._patterns.threshold.search(mention.segment):
            return replace(claim, is_about=True)
        named = self._clauses.named(head, claim.base_unit)
        if named is None and not state.whole:
            named = _named_after(mention)
        if named is None or self._bases.named(head):
            return claim
        basis = named.basis or (state.whole.basis if state.whole else self._sentences.basis)
        claim = self._part_items.amount(state, claim, named, basis)
        if claim.base_unit not in self._clauses.names:
            claim = replace(claim, item=named.words.removesuffix(claim.unit) + claim.unit, known=False)
        if claim.item:
            found = self._patterns.set_against.search(mention.segment)
            is_set_against = bool(found or mention.followed_by(self._patterns.its_percentage))
            state.set_against(is_set_against=is_set_against)
            before = state.last.claim
            state.add(claim)
            state.last.claim = before  # what is counted is not what money is spent on
        return claim


def _named_after(mention: Mention) -> NamedItem | None:
    """Return what is counted by the words behind its number."""
    found = mention.followed_by(_NOUN)
    return NamedItem(found[0], "", found[0], known=False) if found else None
