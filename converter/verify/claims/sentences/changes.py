"""Read what says how much an item has changed: by an amount, or at a rate."""

import re
from decimal import Decimal

from msgspec import Struct
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

BRACKET = 2  # characters between a change and a percentage in brackets
_COUNTED = re.compile(rf"^[^,;:(){COMMA}]++(?=[,;{COMMA}])")
_RATE = re.compile(rf"[,{COMMA}](?P<words>[^,{COMMA};\d]{{2,10}})(?P<rate>\d{{1,6}}(?:\.\d{{1,6}})?)%")


class _Words(Struct, frozen=True):
    """What the words before a change say: what has changed, and whether it is more, 1, or less, -1.

    What it is compared with, words of their own say, the `reference`, or else those `of_change`.
    """

    subject: str
    reference: str
    of_change: str
    direction: int

    @property
    def compared_with(self) -> str:
        """The words that tell what it is compared with, if any do."""
        return self.reference or self.of_change


class ChangeReader:
    """Reads changes and rates by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns
        self._bases = clauses.bases
        self._part_items = PartItems(pack, clauses)

    def is_change(self, state: ParagraphState, segment: str) -> bool:
        """Whether the amount behind a segment is by how much something changed, not what it came to."""
        if state.sentence.begun.starting_amount and self._patterns.arrival.match(segment):
            return False
        return bool(self._patterns.excess.search(segment) or self._patterns.change.search(segment))

    def claim(self, state: ParagraphState, mention: Mention, role: Role) -> Claim:
        """Return a change or rate, signed by its word, with what it is measured from.

        1. It is of no item in a sentence about neither this nor last year, or if compared with what is no
           known basis, or one of a year of which none is known.
        2. A change of what others are compared with is measured from the year before that.
        3. Any other is measured from what its words compare with.
        """
        mention = replace(mention, segment=self.without_asides(state, mention.segment))
        words = self._words(mention, role)
        claim = self._of_item(state, mention, words, role)
        if state.sentence.is_of_other_year:
            return replace(claim, item="", known=False)
        of_basis, comparison = self._measured(state, claim.item, words)
        signed = replace(self._signed(claim, words.direction), role=role)
        if comparison.against == self._patterns.basis_of_other_years or self._is_of_another(words.reference):
            return replace(signed, item="", known=False)
        if claim.item and self._is_last_years(state, claim.item, words.subject, comparison):
            of_basis, comparison = comparison.against, self._year_before(comparison)
        if claim.item:
            state.note_change_of_part()
            if not self._bases.is_another_years(of_basis):
                state.items.basis[claim.item] = of_basis
        listing, last = state.listing.number if state.listing else 0, state.last.amount
        is_of_last = listing and last and last.item == claim.item and last.listing == listing
        whole = last.part_of if last and is_of_last else state.whole
        return self.of(replace(signed, listing=listing, part_of=whole), of_basis, comparison)

    def _of_item(self, state: ParagraphState, mention: Mention, words: _Words, role: Role) -> Claim:
        """Return a change with the item that it is of, if anything tells."""
        item = self._clauses.item(state, words.subject, mention.segment)
        if item := item and self._item(state, mention, item, words.direction, role):
            return replace(mention.claim, item=item.item, known=item.known, is_carried=not item.words)
        return mention.claim

    def without_asides(self, state: ParagraphState, segment: str) -> str:
        """Return a segment without what only tells what was counted, or what money is used for."""
        segment = _COUNTED.sub("", segment) if state.sentence.has_counted else segment
        return self._clauses.without_purpose(segment)

    def _is_of_another(self, reference: str) -> bool:
        """Whether words say what something is compared with, and that is no basis the pack knows."""
        if not reference or self._bases.names_comparison(reference):
            return False
        words = self._clauses.without_words_of_change(self._patterns.compared.sub("", reference, count=1))
        words = self._patterns.compared_end.sub("", words)
        return self._clauses.phrases_of_money.has_content(words)

    def _measured(self, state: ParagraphState, item: str, words: _Words) -> tuple[str, Comparison]:
        """Return the basis of what has changed, and what it is compared with.

        The next change is compared with the same, unless only the words of this one tell what with.
        """
        of_basis = self._bases.of_changed(state, item, words.subject)
        comparison = self._bases.comparison(state, words.compared_with, of_basis, item)
        total, *first = self._sentences.budgets
        if comparison.against in first and self._patterns.of_budget.search(words.of_change):
            of_basis = total
        elif of_basis == comparison.against:
            of_basis = self._bases.of_changed(state, item, "", comparison.against)
        if words.reference or not self._bases.names_comparison(words.of_change):
            state.sentence.comparison = state.comparison = comparison
        return of_basis, comparison

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
        """Return whose a change is among the parts being listed, None if nothing tells.

        1. Where no name stands before it, and bare amounts of parts do: of the last part or of the whole,
           which of them the rate right behind tells.
        2. Of the item of its words, that of the paragraph if these are short for it.
        """
        if state.last.main and self._is_short_for_main(state, item):
            item = replace(item, item=state.last.main.item, known=state.last.main.known)
        nearest, fits = self._by_rate(state, mention, direction) if role is Role.CHANGE else (None, False)
        if self._is_anyones(state, item):
            return nearest
        if nearest and fits and not item.words and self._follows_bare_part(state):
            item = nearest
        if state.whole:
            renamed = self._sentences.within.get(state.whole.item, {}).get(item.item, item.item)
        else:
            renamed = self._part_items.in_scope(state, item.item) if item.known and item.words else item.item
        return replace(item, item=renamed)

    def _words(self, mention: Mention, role: Role) -> _Words:
        segment = mention.segment
        if excess := self._patterns.excess.search(segment):
            subject = self._clauses.without_words_of_change(mention.head)
            return _Words(subject, excess["against"], "", 1 if excess["more"] else -1)
        subject, reference = self._clauses.compared(segment)
        word = (self._patterns.change if role is Role.CHANGE else self._patterns.rate).search(segment)
        of_change = word[0] if word else ""
        return _Words(subject, reference, of_change, self._patterns.direction(of_change))

    def _is_last_years(self, state: ParagraphState, item: str, subject: str, comparison: Comparison) -> bool:
        """Whether a change is of the amount that others are compared with: of the item no other was
        stated.
        """
        last = state.last.uncompared
        if not last or last.item != item or last.basis != comparison.against or item in state.items.basis:
            return False
        return self._bases.is_another_years(last.basis) and not self._patterns.any_year.search(subject)

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
        return bool(own and not own.comparison_seen and state.last.amount is state.last.uncompared)

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

    def in_brackets(self, state: ParagraphState, mention: Mention) -> Claim | None:
        """Return a percentage in brackets right behind a change as the rate of that, None for others."""
        claim, change = mention.claim, state.last.claim
        is_beside = mention.segment == "(" and change and claim.span.start - change.span.end <= BRACKET
        if not change or not is_beside or change.role is not Role.CHANGE:
            return None
        comparison = self._bases.comparison_with(change.reference_basis)
        if not comparison:
            return None
        rate = replace(
            self._signed(claim, change.direction), role=Role.RATE, item=change.item, known=change.known
        )
        return self.of(rate, change.of_basis, comparison)

    def of(self, claim: Claim, of_basis: str, comparison: Comparison) -> Claim:
        """Return a change or rate on the basis that says what is compared with what."""
        basis = comparison.rate if claim.role is Role.RATE else comparison.change
        if of_basis != self._sentences.basis:
            basis = of_basis + basis
        return replace(claim, basis=basis, of_basis=of_basis, reference_basis=comparison.against)
