"""Read percentages: completions of a budget, shares of a whole or of the amount before."""

import re

from msgspec.structs import replace

from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.clauses import ClauseReader, last_clause
from converter.verify.claims.paragraph_state import ParagraphState


class RatioReader:
    """Reads percentages by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns

    def claim(self, state: ParagraphState, claim: Claim, segment: str) -> Claim | None:
        """Return a percentage as a completion or share, None if it is neither."""
        if found := self._patterns.completion.search(segment):
            return self._completion(state, claim, segment, found)
        if found := self._patterns.share.search(segment):
            return self._share(state, claim, segment[: found.start()], found["whole"])
        if self._patterns.of_amount.fullmatch(segment):
            return self._share_of_amount(state, claim)
        return None

    def _completion(self, state: ParagraphState, claim: Claim, segment: str, found: re.Match[str]) -> Claim:
        if rate := self._clauses.names[claim.base_unit].last(last_clause(segment)):
            return replace(claim, role=Role.AMOUNT, item=rate.item, basis=rate.basis, known=True)
        name = self._clauses.find_name(segment[: found.start()])
        item, known = (name.item, True) if name else state.subject
        budget = self._clauses.basis(found["whole"]) if found["whole"] else ""
        basis = self._sentences.completions.get(budget, self._sentences.completion)
        return replace(claim, role=Role.RATE, item=item, basis=basis, reference_basis=budget, known=known)

    def _share(self, state: ParagraphState, claim: Claim, before: str, whole_text: str) -> Claim:
        amount = state.amount
        if name := self._clauses.find_name(before):
            item, known = name.item, True
        else:
            item, known = (amount.item, amount.known) if amount else ("", False)
        basis = amount.basis if amount and amount.item == item else self._sentences.basis
        whole = self._whole(state, whole_text)
        return replace(
            claim, role=Role.SHARE, item=item, basis=self._sentences.share + whole, known=known,
            whole=f"{whole}.{basis}" if whole else "", reference_basis=basis,
        )  # fmt: skip

    def _share_of_amount(self, state: ParagraphState, claim: Claim) -> Claim:
        """Return the share that the amount before the last one is of the last one."""
        part, whole = state.measured, state.amount
        if not part or not whole or not state.is_set_against:
            return claim
        return replace(
            claim, role=Role.SHARE, item=part.item,
            basis=self._sentences.share + whole.item + whole.basis,
            known=part.known, whole=whole.id, reference_basis=part.basis,
        )  # fmt: skip

    def _whole(self, state: ParagraphState, text: str) -> str:
        """Return the item a share is a share of: the one `text` names, or else the whole of the parts."""
        name = self._clauses.money.last(text)
        if name and (name.end == len(text) or not state.whole or state.whole.known):
            return name.item
        words = self._clauses.unknown_item(text)
        if state.whole and (not words or not state.whole.known or words in state.whole.item):
            return state.whole.item
        return words or state.whole_item
