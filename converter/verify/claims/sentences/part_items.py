"""Which item a name means among the parts being listed."""

from msgspec.structs import replace

from converter.chinese import ENUMERATION_COMMA
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.names import side_of
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.phrases import NamedItem
from converter.verify.claims.sentences.state.paragraph import ParagraphState


class PartItems:
    """Tells the items of parts by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._within, self._parts, self._sides = pack.sentences.within, clauses.parts, pack.sentences.sides

    def amount(self, state: ParagraphState, claim: Claim, named: NamedItem, basis: str) -> Claim:
        """Return an amount of an item among the parts being listed, or outside of them."""
        item, known, whole = named.item, named.known, state.whole
        stated_scope = self._scope_of_sentence(state)
        if whole and item == whole.item and basis != whole.basis:
            state.listings.close_innermost()  # the whole again, as it was in another year or budget
            whole = state.whole
        if whole and self._stands_against(item, whole.item):
            state.listings.close_innermost()
            whole = state.whole
        if whole:
            scope = self._within.get(state.headings.scope, {})
            of_scope = scope.get(item, "") if whole.item in scope.values() else ""
            renamed = self._within.get(whole.item, {}).get(item, of_scope)
            item, is_another = (renamed, False) if renamed else self._part(item, named, whole)
            known = bool(renamed) or (known and not is_another)
        elif known:
            item = self.in_scope(state, item)
        is_by_heading = not whole and not stated_scope and item != named.item
        is_named = named.words or self._is_titled(state, named)
        is_part = whole is not None and whole.base_unit == claim.base_unit and bool(item)
        return replace(
            claim, role=Role.AMOUNT, item=item, basis=basis, known=known and bool(item),
            is_carried=not is_named or is_by_heading, part_of=self._whole(state, item) if is_part else None,
            listing=state.listing.number if is_part and state.listing else 0,
        )  # fmt: skip

    def _whole(self, state: ParagraphState, item: str) -> Claim | None:
        """Return the amount of which an item is a part in the list that is open: of that stated beside the
        whole if it is of income as this is, and the whole of expenditure, or the other way round.
        """
        listing = state.listing
        if not listing or not listing.beside:
            return state.whole
        items = (item, listing.beside.item, listing.whole.item)
        side, beside, whole = (side_of(each, self._sides) for each in items)
        return listing.beside if side and side == beside and whole and whole != side else listing.whole

    def _stands_against(self, item: str, whole: str) -> bool:
        """Whether an item is the expenditure of which a whole is the income, or the other way round."""
        return item != whole and any(
            whole.removesuffix(side) == item.removesuffix(other)
            for side, other in self._sides.items()
            if whole.endswith(side) and not item.endswith(side)
        )

    @staticmethod
    def _is_titled(state: ParagraphState, named: NamedItem) -> bool:
        """Whether an item is the one that words before name, of which the first number is."""
        topic = state.topic if not state.last.claim else None
        return bool(topic and topic.words and topic.known and topic.item == named.item)

    def in_scope(self, state: ParagraphState, item: str) -> str:
        """Return what an item's name means in the scope that the sentence, or else a heading, speaks of."""
        return self._within.get(self._scope_of_sentence(state) or state.headings.scope, {}).get(item, item)

    def _scope_of_sentence(self, state: ParagraphState) -> str:
        """Return the item whose parts the sentence speaks of so far, '' if it does not say."""
        last = state.sentence.amounts[-1].item if state.sentence.amounts else ""
        return next((of for of, parts in self._within.items() if last in parts.values()), "")

    def _part(self, item: str, named: NamedItem, whole: Claim) -> tuple[str, bool]:
        """Return the item of a part of a whole, and whether it is not the named one, but a namesake: so is
        any of a part that has no name of the pack.
        """
        of, parts = whole.item, self._parts
        if item == of:
            return of + named.words, True
        if item in of.split(ENUMERATION_COMMA):
            return item, False  # of several that were stated together
        has_owner = any(item in each for each in parts.values())
        if has_owner and item not in parts.get(of, ()) and of not in parts.get(item, ()):
            return of + item, True
        is_of_part = whole.part_of is not None and not whole.known
        return (of + item, True) if is_of_part and named.known and named.words else (item, False)
