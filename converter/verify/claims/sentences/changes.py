"""Read what says how much an item has changed: by an amount, or at a rate."""

import re
from decimal import Decimal

from msgspec.structs import replace

from converter.chinese import COMMA
from converter.figures import Value
from converter.pack import Comparison, Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.part_items import PartItems
from converter.verify.claims.sentences.phrases import NamedItem
from converter.verify.claims.sentences.segments import Mention
from converter.verify.claims.sentences.state.paragraph import ParagraphState

_RATE = re.compile(rf"[,{COMMA}](?P<words>[^,{COMMA};\d]{{2,10}})(?P<rate>\d{{1,6}}(?:\.\d{{1,6}})?)%")


class ChangeReader:
    """Reads changes and rates by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns
        self._part_items = PartItems(pack, clauses)

    def is_change(self, state: ParagraphState, segment: str) -> bool:
        """Whether the amount behind a segment is by how much something changed, not what it came to."""
        if state.sentence.begun.starting_amount and self._patterns.arrival.match(segment):
            return False
        return bool(self._patterns.excess.search(segment) or self._patterns.change.search(segment))

    def claim(self, state: ParagraphState, mention: Mention, role: Role) -> Claim:
        """Return a change or rate, signed by its word, with what it is measured from."""
        claim = mention.claim
        subject, reference, said, direction = self._words(mention, role)
        item = self._clauses.item(state, subject, mention.segment)
        if item := item and self._item(state, mention, item, direction, role):
            claim = replace(claim, item=item.item, known=item.known, is_carried=not item.words)
        if state.sentence.is_of_other_year:
            return replace(claim, item="", known=False)  # from what nothing else tells
        of_basis = self._clauses.of_basis(state, claim.item, subject)
        comparison = self._clauses.comparison(state, said, of_basis, claim.item)
        if of_basis == comparison.against:
            of_basis = self._clauses.of_basis(state, claim.item, "", comparison.against)
        if said == reference or not self._clauses.says_comparison(said):
            state.sentence.comparison = state.comparison = comparison
        if comparison.against == self._patterns.bases[0][0]:  # of which year, no basis says
            return replace(self._signed(claim, direction), role=role, item="", known=False)
        if claim.item and self._is_last_years(state, claim.item, subject, comparison):
            of_basis, comparison = comparison.against, self._year_before(comparison)
        if claim.item:
            state.say_more_of_part()
            if not self._clauses.is_another_years(of_basis):
                state.items.basis[claim.item] = of_basis
        signed = replace(
            self._signed(claim, direction), role=role,
            listing=state.listing.number if state.listing else 0, part_of=state.whole,
        )  # fmt: skip
        return self.of(signed, of_basis, comparison)

    @staticmethod
    def _signed(claim: Claim, direction: int) -> Claim:
        """Return a change or rate with the sign of its direction.

        A minus printed behind the word turns it: what has risen by less than nothing has fallen. Behind a
        word for less it may only repeat the word: then nothing tells the direction.
        """
        if claim.amount < 0:
            direction, amount = 0, direction * claim.amount or claim.amount
        else:
            amount = direction * claim.amount or claim.amount
        return replace(claim, direction=direction, value=Value(amount, claim.value.error))

    def _item(
        self, state: ParagraphState, mention: Mention, item: NamedItem, direction: int, role: Role
    ) -> NamedItem | None:
        """Return whose a change is among the parts being listed, None if nothing tells."""
        if state.last.main and self._is_short_for_main(state, item):
            item = replace(item, item=state.last.main.item, known=state.last.main.known)
        nearest, fits = None, False
        if role is Role.CHANGE:
            nearest, fits = self._by_rate(state, mention, direction)
        if self._is_anyones(state, item):
            return nearest
        if nearest and fits and not item.words and self._follows_bare_part(state):
            item = nearest
        if state.whole:
            renamed = self._sentences.within.get(state.whole.item, {}).get(item.item, item.item)
        else:
            renamed = self._part_items.in_scope(state, item.item) if item.known and item.words else item.item
        return replace(item, item=renamed)

    def _words(self, mention: Mention, role: Role) -> tuple[str, str, str, int]:
        """Return what has changed, what it is compared with by words of their own, and by those of the change
        if there are none, and the direction.
        """
        segment = mention.segment
        subject, reference = self._clauses.compared(segment)
        if excess := self._patterns.excess.search(segment):
            subject = self._clauses.without_words_of_change(mention.head)
            return subject, excess["against"], excess["against"], 1 if excess["more"] else -1
        word = (self._patterns.change if role is Role.CHANGE else self._patterns.rate).search(segment)
        words = word[0] if word else ""
        return subject, reference, reference or words, self._patterns.direction(words)

    def _is_last_years(self, state: ParagraphState, item: str, subject: str, comparison: Comparison) -> bool:
        """Whether a change is of the amount that others are compared with: of the item no other was told."""
        last = state.last.stated
        if not last or last.item != item or last.basis != comparison.against or item in state.items.basis:
            return False
        return self._clauses.is_another_years(last.basis) and not self._patterns.any_year.search(subject)

    def _year_before(self, comparison: Comparison) -> Comparison:
        """Return the comparison of last year's amount with that of the year before."""
        return replace(comparison, against=self._sentences.prior + comparison.against)

    def _is_anyones(self, state: ParagraphState, item: NamedItem) -> bool:
        """Whether a change behind a list of bare amounts may be of the last part or of the whole."""
        own = state.listings.innermost_own
        if item.words or not own or not self._follows_bare_part(state):
            return False
        if state.last.change and state.last.change.item == own.whole.item:
            return False  # of the whole it has been said
        return len({claim.item for claim in state.sentence.amounts if claim.listing == own.number}) > 1

    @staticmethod
    def _follows_bare_part(state: ParagraphState) -> bool:
        """Whether amounts of parts stand before, but no change of any."""
        own = state.listings.innermost_own
        return bool(own and not own.comparison_seen and state.last.amount is state.last.stated)

    def _by_rate(
        self, state: ParagraphState, mention: Mention, direction: int
    ) -> tuple[NamedItem | None, bool]:
        """Return which of the last part and the whole a change is of, by the rate right behind it, and
        whether the rate fits; None if there is no rate.
        """
        own, amount = state.listings.innermost_own, state.last.amount
        if not own or not amount:
            return None, False
        rate = mention.followed_by(_RATE)
        if not rate or not self._patterns.rate.search(rate["words"]):
            return None, False
        change = direction * abs(mention.claim.amount)
        printed = Decimal(rate["rate"]) / 100

        def distance(claim: Claim) -> Decimal:
            base = claim.amount - change
            return abs(abs(change / base) - printed) if base else Decimal("Infinity")

        found = min(amount, own.whole, key=distance)
        fits = distance(found) <= Decimal(1).scaleb(-2 - len(rate["rate"].partition(".")[2]))
        return NamedItem(found.item, "", "", found.known), fits

    def _is_short_for_main(self, state: ParagraphState, item: NamedItem) -> bool:
        """Whether a name is only the beginning of that of what the paragraph is about, or its end."""
        main = state.last.main
        if item.known or not main or item.item in state.items.basis:
            return False
        if not main.known:
            return main.item.endswith(item.item)
        return self._clauses.phrases_of_money.begins_name(item.words, main.item)

    def of(self, claim: Claim, of_basis: str, comparison: Comparison) -> Claim:
        """Return a change or rate on the basis that says what is compared with what."""
        basis = comparison.rate if claim.role is Role.RATE else comparison.change
        if of_basis != self._sentences.basis:
            basis = of_basis + basis
        return replace(claim, basis=basis, of_basis=of_basis, reference_basis=comparison.against)
