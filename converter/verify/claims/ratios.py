"""Read percentages: completions of a budget, shares of a whole or of the amount before."""

import re
from dataclasses import replace

from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.clauses import Clauses, clause
from converter.verify.claims.paragraph_state import ParagraphState


class Ratios:
    """Reads percentages by one pack."""

    def __init__(self, pack: Pack, clauses: Clauses) -> None:
        self._said, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns

    def claim(self, course: ParagraphState, claim: Claim, segment: str) -> Claim | None:
        """Return a percentage as a completion or share, None if it is neither."""
        if found := self._patterns.completion.search(segment):
            return self._completion(course, claim, segment, found)
        if found := self._patterns.share.search(segment):
            return self._share(course, claim, segment[: found.start()], found["whole"])
        if self._patterns.of_amount.fullmatch(segment):
            return self._of_amount(course, claim)
        return None

    def _completion(self, course: ParagraphState, claim: Claim, segment: str, found: re.Match[str]) -> Claim:
        if rate := self._clauses.names[claim.base].last(clause(segment)):
            return replace(claim, role=Role.AMOUNT, item=rate.item, basis=rate.basis, known=True)
        named = self._clauses.named(segment[: found.start()])
        item, known = (named.item, True) if named else course.subject
        budget = self._clauses.basis(found["whole"]) if found["whole"] else ""
        basis = self._said.completions.get(budget, self._said.completion)
        return replace(claim, role=Role.RATE, item=item, basis=basis, against=budget, known=known)

    def _share(self, course: ParagraphState, claim: Claim, before: str, said: str) -> Claim:
        amount = course.amount
        if named := self._clauses.named(before):
            item, known = named.item, True
        else:
            item, known = (amount.item, amount.known) if amount else ("", False)
        basis = amount.basis if amount and amount.item == item else self._said.basis
        whole = self._whole(course, said)
        return replace(
            claim, role=Role.SHARE, item=item, basis=self._said.share + whole, known=known,
            whole=f"{whole}.{basis}" if whole else "", against=basis,
        )  # fmt: skip

    def _of_amount(self, course: ParagraphState, claim: Claim) -> Claim:
        """Return a share of the amount right before it, which the one before that is a part of."""
        part, whole = course.before, course.amount
        if not part or not whole or not course.held:
            return claim
        return replace(
            claim, role=Role.SHARE, item=part.item, basis=self._said.share + whole.item + whole.basis,
            known=part.known, whole=whole.id, against=part.basis,
        )  # fmt: skip

    def _whole(self, course: ParagraphState, text: str) -> str:
        """Return the item a share is a share of: the one it names, or else the whole of the parts."""
        named = self._clauses.money.last(text)
        if named and (named.end == len(text) or not course.whole or course.whole.known):
            return named.item
        raw = self._clauses.raw(text)
        if course.whole and (not raw or not course.whole.known or raw in course.whole.item):
            return course.whole.item
        return raw or course.among
