"""Read points of a scorecard."""

from msgspec.structs import replace

from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.part_items import PartItems
from converter.verify.claims.sentences.phrases import NamedItem
from converter.verify.claims.sentences.segments import Mention
from converter.verify.claims.sentences.state.paragraph import ParagraphState


class PointReader:
    """Reads points by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns
        self._part_items = PartItems(pack, clauses)
        self._money = pack.money

    def claim(self, state: ParagraphState, mention: Mention) -> Claim:
        """Return points as those of an indicator: of one of those listed, or of one that the pack has."""
        return self._listed(state, mention) or self._named(state, mention)

    def _listed(self, state: ParagraphState, mention: Mention) -> Claim | None:
        """Return points that are a part of those listed, None if they are none.

        Points in brackets behind a name, or with the score right behind them, are those that it could have.
        """
        whole, claim, segment, head = state.whole, mention.claim, mention.segment, mention.head
        if not whole or whole.base_unit != claim.base_unit or self._patterns.deduction.search(segment):
            return None
        words = self._patterns.score.sub("", head)
        if segment.endswith("(") or mention.followed_by(self._patterns.scored):
            state.sentence.begun.full_points_of = words
            return None
        named = self._clauses.named(head, claim.base_unit)
        if self._patterns.no_item.search(words) or (named and named.item == whole.item):
            return None
        part = self._clauses.named(words, claim.base_unit)
        words = part.words if part else words or state.sentence.begun.full_points_of
        named = NamedItem(words, "", words, known=False)
        return self._part_items.amount(state, claim, named, whole.basis)

    def _named(self, state: ParagraphState, mention: Mention) -> Claim:
        claim, segment = mention.claim, mention.segment
        if not (self._patterns.deduction.search(segment) or self._patterns.score.search(segment)):
            return claim
        name = self._clauses.names[claim.base_unit].last(mention.head)
        if name is None:
            return claim
        if item := self._scored_apart(state, name.item):
            return replace(claim, role=Role.AMOUNT, item=item, basis=name.basis)
        return replace(claim, role=Role.AMOUNT, item=name.item, basis=name.basis, known=True)

    def _scored_apart(self, state: ParagraphState, item: str) -> str:
        """Return what is scored where it is not the whole department but a project, '' elsewhere."""
        main = state.last.main
        if main and not main.known and main.base_unit == self._money:
            return main.item + item
        return self._sentences.within.get(state.headings.scope, {}).get(item, "")
