"""What the numbers of a paragraph read so far leave for the next number."""

from msgspec import Struct, field
from msgspec.structs import replace

from converter.pack import Comparison
from converter.verify.claims.claim import Claim, Role, Span, adds_up_to
from converter.verify.claims.extent import Extent
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.sentences.phrases import NamedItem
from converter.verify.claims.sentences.state.listings import Listing, OpenListings
from converter.verify.claims.sentences.state.sentence import Quotient, SentenceState
from converter.verify.claims.sentences.state.text import TextState


class LastClaims(Struct):
    """The last claims that name an item.

    - `claim`: of any role; `change`: the last that says how much something changed.
    - `amount`: the last amount; `uncompared` the last that others are not only compared with.
    - `main`: the last stated amount that is no part, `part` the last that is one.
    """

    claim: Claim | None = None
    change: Claim | None = None
    amount: Claim | None = None
    uncompared: Claim | None = None
    main: Claim | None = None
    part: Claim | None = None

    def go_back_to(self, amount: Claim) -> None:
        """Say that what follows is about an amount before."""
        self.claim = self.amount = self.uncompared = amount


class SpokenItems(Struct):
    """The items that a paragraph has spoken of.

    - `basis`: on which basis an amount of each was stated last; `bases`: on which there was any.
    - `main`: those of its main amounts; `with_share`: those of which a share was stated.
    """

    basis: dict[str, str] = field(default_factory=dict)
    bases: dict[str, set[str]] = field(default_factory=dict)
    main: set[str] = field(default_factory=set)
    with_share: set[str] = field(default_factory=set)


class ParagraphState:
    """A paragraph while it is read.

    - `above`: what stands above it, and `headings` what the headings say of it.
    - `sentence`: what holds for the rest of the sentence only.
    - `last`: the last claims; `items`: the items spoken of.
    - `listings`: the lists of parts that the next number is in.
    - `extent`: in which it speaks, unless a sentence tells another.
    - `topic`: the item that a heading, or a sentence without numbers, says the next ones are about.
    - `comparison`: what the last change was compared with; `amounts`: the amounts of this year in order.
    - `amounts_until`: where the text goes on behind the last number of money or percentage.
    """

    def __init__(self, place: Span, text: NormalText, above: TextState, extent: Extent | None = None) -> None:
        self._place = place
        self.text, self.above, self.headings = text, above, above.headings
        self.extent = extent or above.extents.innermost
        self.sentence = SentenceState(0, 0, above.headings.kind, self.extent)
        self.last = LastClaims()
        self.items = SpokenItems()
        self.listings = OpenListings(above.listings)
        self.topic: NamedItem | None = above.headings.topic
        self.comparison: Comparison | None = None
        self.amounts: list[Claim] = []
        self.amounts_until = 0

    def begin_sentence(self, start: int) -> None:
        """Forget what holds within one sentence only; the next one begins at `start`."""
        self.listings.begin_sentence()
        if self.listings.interrupted and self.last.main:
            self.last.go_back_to(self.last.main)
        number = self.sentence.number + 1
        self.sentence = SentenceState(number, start, self.headings.kind, self.extent)

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of the text stands in the report."""
        first, last = self.text.source_bounds(start, end)
        return replace(self._place, start=first, end=last)

    @property
    def listing(self) -> Listing | None:
        """The listing that the next number is in, None if it is in none."""
        return self.listings.innermost

    @property
    def whole(self) -> Claim | None:
        """The amount whose parts are being listed, None if none are."""
        return self.listing.whole if self.listing else None

    @property
    def subject(self) -> tuple[str, bool]:
        """The item spoken of last, and whether the pack knows it."""
        if last := self._listed_out or self.last.claim:
            return last.item, last.known
        return (self.topic.item, self.topic.known) if self.topic else ("", False)

    @property
    def _listed_out(self) -> Claim | None:
        """The whole, if bare amounts of its parts have just added up to it: what follows is of the whole."""
        own, last = self.listings.innermost_own, self.last.claim
        is_last = last is self.last.amount and last and own and last.listing == own.number
        return own.whole if own and is_last and not own.has_more_than_amounts and self.parts_add_up else None

    @property
    def parts_add_up(self) -> bool:
        """Whether the amounts of parts that the sentence has stated so far add up to their whole."""
        own = self.listings.innermost_own
        parts = [claim for claim in self.sentence.amounts if own and claim.listing == own.number]
        if not own or len(parts) < 2 or {claim.basis for claim in parts} != {own.whole.basis}:
            return False
        return adds_up_to(parts, own.whole)

    def amount_above(self, item: str, basis: str) -> Claim | None:
        """Return the last amount of an item on a basis, in the extent of the sentence."""
        return self.above.amounts.get(self.sentence.extent.figure_id(item, basis))

    def note_change_of_part(self) -> None:
        """Say that a part was said to have changed, if parts are being listed."""
        if self.listing:
            self.listing.comparison_seen = self.listing.has_more_than_amounts = True

    def open_listing(self, whole: Claim | None, *, in_brackets: bool = False) -> None:
        """Say that parts of an amount follow."""
        if whole:
            comparison = self.sentence.comparison or self.comparison
            listing = self.above.new_listing(whole, comparison, in_brackets=in_brackets)
            listing.beside = self._amount_before(whole)
            self.listings.open(listing)

    def _amount_before(self, whole: Claim) -> Claim | None:
        """Return the amount that the sentence of a whole tells right before it, None if it tells none."""
        *_, before, last = (None, None, *self.amounts)
        return before if before and last is whole and before.place == whole.place else None

    def close_listing(self) -> None:
        """Say that no more parts of the innermost whole follow; if all are stated, it is spoken of now."""
        if self.whole and self.parts_add_up:
            self.last.go_back_to(self.whole)
        self.listings.close_innermost()

    def close_brackets(self) -> None:
        """Say that a bracket has ended, and what was listed in it: what follows is not of its parts."""
        if closed := self.listings.close_brackets():
            self.last.go_back_to(closed.whole)

    def set_against(self, *, is_set_against: bool, of_another: bool = False) -> None:
        """Say whether the next amount is set against the last one, or with it against the same; `of_another`
        if against none that has been stated.
        """
        begun = self.sentence.begun
        if not is_set_against:
            begun.quotient = None
        elif begun.quotient is None:
            begun.quotient = Quotient(None if of_another else self.last.amount)

    def add(self, claim: Claim, *, is_compared_with: bool = False, is_current: bool = True) -> None:
        """Remember a claim that names an item; `is_current` unless it is another year's."""
        self.last.claim = claim
        if claim.role is Role.AMOUNT:
            self._add_amount(claim, is_compared_with=is_compared_with, is_current=is_current)
            return
        if claim.role is Role.SHARE:
            self.items.with_share.add(claim.item)
        elif claim.role is Role.CHANGE:
            self.last.change = claim
        if own := self.listings.innermost_own:
            own.has_more_than_amounts = True

    def _add_amount(self, claim: Claim, *, is_compared_with: bool, is_current: bool) -> None:
        self.last.amount = claim
        self.sentence.amounts.append(claim)
        self.items.bases.setdefault(claim.item, set()).add(claim.basis)
        if is_compared_with:
            return
        if is_current:
            self.items.basis[claim.item] = claim.basis
            self.amounts.append(claim)
        self.last.uncompared = claim
        if claim.part_of and not self.listings.is_in_inherited:
            self.last.part = self.above.amounts[claim.id] = claim
        elif not self._is_another_basis_of_main(claim):
            self.last.main = self.above.amounts[claim.id] = claim
            self.items.main.add(claim.item)

    def _is_another_basis_of_main(self, claim: Claim) -> bool:
        """Whether an amount only sets another beside the main one, which is on the usual basis: behind a
        semicolon it is one of its own.
        """
        main = self.last.main
        return bool(
            main
            and claim.is_carried
            and main in self.sentence.amounts[self.sentence.stretch :]
            and main.item == claim.item
            and main.basis == self.sentence.basis != claim.basis
        )
