"""Read percentages: completions of a budget, shares of a whole or of the amount before."""

import re

from msgspec.structs import replace

from converter.chinese import ENUMERATION_COMMA
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.extents import ExtentReader
from converter.verify.claims.sentences.phrases import NamedItem
from converter.verify.claims.sentences.segments import Mention, last_clause
from converter.verify.claims.sentences.state.paragraph import ParagraphState


class RatioReader:
    """Reads percentages by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader, extents: ExtentReader) -> None:
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns
        self._bases, self._extents = clauses.bases, extents

    def claim(self, state: ParagraphState, mention: Mention) -> Claim | None:
        """Return a percentage as a completion or share, None if it is neither."""
        claim, segment = mention.claim, mention.segment
        if found := self._patterns.completion.search(segment):
            return self._completion(state, mention, found)
        segment = self._clauses.without_purpose(segment)
        if found := self._patterns.share.search(segment):
            if state.sentence.begun.in_turn and ENUMERATION_COMMA in found["whole"]:
                return claim  # of several wholes in turn: of which, the numbers may tell
            named = self._clauses.named(last_clause(segment[: found.start()])) if found.start() else None
            if named is None and mention.joins_next(self._patterns.joined):
                named = state.sentence.begun.series.take_first()
            return self._share(state, claim, named, found["whole"])
        last = state.last.claim
        if last and last.role is Role.SHARE and self._patterns.joined.fullmatch(segment):
            return self._next_share(state, claim, last)
        if self._patterns.of_amount.fullmatch(segment):
            return self._ratio_of_amounts(state, mention)
        return None

    def named(self, mention: Mention) -> Claim:
        """Return a rate that goes by its own name, another percentage as it is."""
        claim = mention.claim
        name = self._clauses.names[claim.base_unit].last(mention.head)
        if name is None:
            return claim
        return replace(claim, role=Role.AMOUNT, item=name.item, basis=name.basis, known=True)

    def _completion(self, state: ParagraphState, mention: Mention, found: re.Match[str]) -> Claim:
        claim, before = mention.claim, mention.segment[: found.start()]
        if rate := self._clauses.names[claim.base_unit].last(mention.head):
            return replace(claim, role=Role.AMOUNT, item=rate.item, basis=rate.basis, known=True)
        if found["stage"]:
            return replace(claim, role=Role.COMPLETION)  # of which amounts, only they can tell
        state.sentence.comparison = None  # that with the budget has been stated
        budget = self._bases.of_amount(state, found["whole"]) if found["whole"] else ""
        item = self._clauses.item(state, last_clause(before), before)
        if item is None:
            return replace(claim, role=Role.COMPLETION)
        return self._completed(claim, self._as_named(state, item.item), budget, known=item.known)

    def _as_named(self, state: ParagraphState, item: str) -> str:
        """Return an item by the name it has as a part, if the paragraph has spoken of it as one."""
        if item in state.items.basis:
            return item
        renamed = (parts[item] for parts in self._sentences.within.values() if item in parts)
        return next((name for name in renamed if name in state.items.basis), item)

    def _completed(self, claim: Claim, item: str, budget: str, *, known: bool) -> Claim:
        basis = self._sentences.completions.get(budget, self._sentences.completion)
        return replace(
            claim, role=Role.COMPLETION, item=item, basis=basis, reference_basis=budget, known=known,
            of_basis=self._sentences.basis,
        )  # fmt: skip

    def _share(self, state: ParagraphState, claim: Claim, named: NamedItem | None, whole: str) -> Claim:
        """Return a percentage as the share of the item named, or else of the amount before."""
        amount = state.last.amount
        is_short = named and amount and not named.known and amount.item.startswith(named.item)
        if amount and (named is None or is_short):
            named = NamedItem(amount.item, "", "", amount.known)
        if named is None:
            return claim
        return self._share_of(state, claim, named, self._whole(state, named.item, whole), whole)

    def _share_of(
        self, state: ParagraphState, claim: Claim, part: NamedItem, whole: str, words: str
    ) -> Claim:
        """Return a percentage as the share that a part has of a whole, which words name."""
        extent = self._extents.of_words(state, words)
        amounts = (state.last.amount, *reversed(state.sentence.amounts))
        last = next((each for each in amounts if each and each.item == part.item), None)
        basis = last.basis if last else (state.whole.basis if state.whole else state.sentence.basis)
        share_of = (basis if self._bases.is_another_years(basis) else "") + self._sentences.share
        return replace(
            claim, role=Role.SHARE, item=part.item, basis=share_of + whole, known=part.known,
            whole=extent.figure_id(whole, basis) if whole else "", reference_basis=basis,
            listing=state.listing.number if state.listing else 0,
        )  # fmt: skip

    def _next_share(self, state: ParagraphState, claim: Claim, before: Claim) -> Claim:
        """Return the share of the item next in a series, of the same whole as the one before."""
        named = state.sentence.begun.series.take()
        if named is None:
            return claim
        return replace(
            claim, role=Role.SHARE, item=named.item, basis=before.basis, known=named.known,
            whole=before.whole, reference_basis=before.reference_basis, listing=before.listing,
        )  # fmt: skip

    def _ratio_of_amounts(self, state: ParagraphState, mention: Mention) -> Claim:
        """Return the share that the amount before the last one is of the last one, or its completion; of
        several in a row, that of the first.
        """
        claim, begun, whole = mention.claim, state.sentence.begun, state.last.amount
        part = begun.quotient.dividend if begun.quotient else None
        if part and mention.joins_next(self._patterns.joined) and (first := begun.series.take_first()):
            amounts = state.sentence.amounts
            part = next((each for each in amounts if each.item == first.item), part)
        if not part or not whole:
            return claim
        if part.item == whole.item and not self._bases.is_another_years(whole.basis):
            return self._completed(claim, part.item, whole.basis, known=part.known)
        return replace(
            claim, role=Role.SHARE, item=part.item,
            basis=self._sentences.share + whole.item + whole.basis,
            known=part.known, whole=whole.id, reference_basis=part.basis,
        )  # fmt: skip

    def _whole(self, state: ParagraphState, part: str, text: str) -> str:
        """Return the item a share is a share of: the one `text` names, or else the whole of the parts."""
        listed = state.whole.item if state.whole else state.sentence.whole_item
        named = self._clauses.named(text) if text else None
        if named and listed and not named.known and named.item in listed:
            return listed
        if named and not named.known and named.item not in state.items.basis:
            parts = {part, *(each.item for each in state.sentence.begun.series.items if each)}
            others = (item for item in reversed(state.items.basis) if item not in parts)
            return next((item for item in others if item.endswith(named.item)), named.item)
        if named:
            return named.item
        if self._clauses.phrases_of_money.has_content(text) or self._patterns.no_item.search(text):
            return ""
        main = state.last.main.item if state.last.main else ""
        return listed or (main if main != part else "") or ("" if text else self._owner(state, part))

    def _owner(self, state: ParagraphState, part: str) -> str:
        """Return the least item that a part belongs to, of those whose amount stands before."""
        parts, basis = self._clauses.parts, state.sentence.basis
        owners = [item for item in parts if part in parts[item] and state.amount_above(item, basis)]
        return min(owners, key=lambda item: len(parts[item]), default="")
