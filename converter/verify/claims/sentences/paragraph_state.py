"""What the numbers read so far leave for the next number."""

from msgspec import Struct
from msgspec.structs import replace

from converter.pack import Comparison
from converter.verify.claims.claim import Claim, Role, Span, come_to
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.numbers import LastDigits
from converter.verify.claims.sentences.phrases import NamedItem


class Listing(Struct, eq=False):
    """Parts being listed: of which amount, what they compare with if they do not say, and its number.

    `in_brackets` if a bracket ends it; `numbered` is the style of number its paragraphs begin with, if it
    goes over several, and `of_numbered` that of the paragraph before them. `beside` are the items that stand
    beside the whole: they are none of its parts. `comparison_seen` once a part was said to have changed,
    `is_said_more_of` once more than amounts was said of the parts.
    """

    whole: Claim
    number: int
    comparison: Comparison | None = None
    in_brackets: bool = False
    numbered: str = ""
    of_numbered: str = ""
    beside: frozenset[str] = frozenset()
    comparison_seen: bool = False
    is_said_more_of: bool = False


class TextState:
    """What paragraphs leave for those below them.

    - `basis`: the basis that goes without saying; `kind` the same without a year, `heading_kind` that of the
      last heading: what a line between headings says of it ends with the next one.
    - `tells_whole`: whether it has numbers of the whole beside those of levels or months.
    - `scope`: the item whose parts are spoken of, '' if none is.
    - `subject`: the item that the heading names; `last_digits`: how exact amounts are.
    - `listings`: those that go on in the paragraphs below, the outermost first.
    - `spoken`: the last amount of each figure; `main`: the last that is no part, of the paragraph before,
      `only` the same if that has but one; what follows may be its parts.
    """

    def __init__(self, basis: str) -> None:
        self.kind = basis
        self.heading_kind = basis
        self.basis = basis
        self.scope = ""
        self.subject: NamedItem | None = None
        self.listings: list[Listing] = []
        self.last_digits: LastDigits = {}
        self.spoken: dict[str, Claim] = {}
        self.tells_whole = False
        self.main: Claim | None = None
        self.only: Claim | None = None
        self._listings = 0

    def new_listing(
        self, whole: Claim, comparison: Comparison | None, *, in_brackets: bool = False
    ) -> Listing:
        """Return a listing of the parts of an amount."""
        self._listings += 1
        return Listing(whole, self._listings, comparison, in_brackets)


class ParagraphState:
    """The last claims of a paragraph while it is read.

    - `last`: the last claim that names an item; `amount`: the last amount among these; `main`: the last
      amount that is no part (of which items there were any, `main_items` tell), `listed` the last that is
      one, and `current` the last of both, none of them an amount compared with.
    - `last_change`: the last claim of how much something changed.
    - `amounts`: all amounts of the sentence so far; `bases`: on which basis each item was spoken of last,
      `spoken_on` on which at all.
    - `listings`: those open, the innermost last; `closed`: the one that the sentence before left open.
    - `whole_item`: the item the sentence says it speaks of parts of ("among X, ...").
    - `is_set_against`: whether the last amount only serves to measure the one before ("A is ... of B");
      `measured`: the amount that it measures.
    - `starting_amount`: an earlier amount that the next words say rose or fell to another.
    - `started`: whether a sentence has ended; `sentence`: how many have begun.
    - `series`: the items that the next numbers are of in turn, and how many had theirs.
    - `added`: the amounts that the sentence says are added; `added_to`: those that it may be added to.
    - `apart`: the level or month the sentence speaks of; `is_of_other_year`: of neither this nor last year.
    - `with_share`: the items of which a share was told.
    - `full_points_of`: the words for what the points in full were given of last.
    - `comparison`: what the sentence compares with; `in_explanation`: whether an explanation has begun.
    """

    def __init__(self, place: Span, text: NormalText, above: TextState) -> None:
        self._place = place
        self.text, self.above = text, above
        self.last: Claim | None = None
        self.amount: Claim | None = None
        self.main: Claim | None = None
        self.main_items: set[str] = set()
        self.listed: Claim | None = None
        self.current: Claim | None = None
        self.last_change: Claim | None = None
        self.named: NamedItem | None = above.subject
        self.started = False
        self.sentence = 0
        self.bases: dict[str, str] = {}
        self.with_share: set[str] = set()
        self.spoken_on: dict[str, set[str]] = {}
        self.last_comparison: Comparison | None = None
        self.listings: list[Listing] = list(above.listings)
        self.begin_sentence()

    def begin_sentence(self) -> None:
        """Forget what holds within one sentence only."""
        self.sentence += 1
        self.amounts: list[Claim] = []
        own = [listing for listing in self.listings if listing not in self.above.listings]
        self.closed: Listing | None = own[0] if own else None
        if own and self.main:
            self.last = self.amount = self.main
        self.listings = list(self.above.listings)
        self.whole_item = ""
        self.is_set_against = False
        self.measured: Claim | None = None
        self.starting_amount: Claim | None = None
        self.series: tuple[NamedItem | None, ...] = ()
        self.in_series = 0
        self.apart = ""
        self.is_of_other_year = False
        self.comparison: Comparison | None = None
        self.full_points_of = ""
        self.added: tuple[Claim, ...] = ()
        self.added_to: tuple[Claim, ...] = ()
        self.basis = self.above.basis
        self.in_explanation = False

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of the text stands in the report."""
        first, last = self.text.source_bounds(start, end)
        return replace(self._place, start=first, end=last)

    @property
    def listing(self) -> Listing | None:
        """The listing that the next number is in, None if it is in none."""
        return self.listings[-1] if self.listings else None

    @property
    def whole(self) -> Claim | None:
        """The amount whose parts are being listed, None if none are."""
        return self.listing.whole if self.listing else None

    @property
    def subject(self) -> tuple[str, bool]:
        """The item spoken of last, and whether the pack knows it."""
        if last := self._listed_out or self.last:
            return last.item, last.known
        return (self.named.item, self.named.known) if self.named else ("", False)

    @property
    def own_listing(self) -> Listing | None:
        """The innermost listing that this paragraph began."""
        own = (each for each in reversed(self.listings) if each not in self.above.listings)
        return next(own, None)

    @property
    def _listed_out(self) -> Claim | None:
        """The whole, if bare amounts of its parts have just come to it: what follows is of the whole."""
        own, last = self.own_listing, self.last
        if not own or not last or last is not self.amount or own.is_said_more_of:
            return None
        parts = [claim for claim in self.amounts if claim.listing == own.number]
        if len(parts) < 2 or parts[-1] is not last or {claim.basis for claim in parts} != {own.whole.basis}:
            return None
        return own.whole if come_to(parts, own.whole) else None

    def say_more_of_part(self) -> None:
        """Say that a part was said to have changed, if parts are being listed."""
        if self.listing:
            self.listing.comparison_seen = True

    def open_listing(self, whole: Claim | None, *, in_brackets: bool = False) -> None:
        """Say that parts of an amount follow."""
        if whole:
            comparison = self.comparison or self.last_comparison
            self.listings.append(self.above.new_listing(whole, comparison, in_brackets=in_brackets))

    def close_brackets(self) -> None:
        """Say that a bracket has ended, and what was listed in it."""
        for at in range(len(self.listings) - 1, -1, -1):
            if self.listings[at].in_brackets:
                self.last = self.amount = self.listings[at].whole  # what follows is not of its parts
                del self.listings[at:]
                return

    def close_listing(self) -> None:
        """Say that no more parts of the innermost whole follow."""
        if self.listings:
            self.listings.pop()

    def set_against(self, is_set_against: bool) -> None:
        """Say whether the next amount is set against the last one, or with it against the same."""
        both = is_set_against and self.is_set_against
        self.measured = self.measured if both else self.amount
        self.is_set_against = is_set_against

    def add(self, claim: Claim, *, is_compared_with: bool = False, is_current: bool = True) -> None:
        """Remember a claim that names an item; `is_current` unless it is another year's."""
        self.last = claim
        if claim.role is Role.SHARE:
            self.with_share.add(claim.item)
        if claim.role is not Role.AMOUNT:
            self.last_change = claim if claim.role is Role.CHANGE else self.last_change
            if own := self.own_listing:
                own.is_said_more_of = True
            return
        self.amount = claim
        self.amounts.append(claim)
        self.spoken_on.setdefault(claim.item, set()).add(claim.basis)
        if is_current and not is_compared_with:
            self.bases[claim.item] = claim.basis
        if is_compared_with:
            return
        self.current = claim
        if claim.part_of and self.listing not in self.above.listings:
            self.listed = self.above.spoken[claim.id] = claim
        elif not self._is_another_basis_of_main(claim):
            self.main = self.above.spoken[claim.id] = claim
            self.main_items.add(claim.item)

    def _is_another_basis_of_main(self, claim: Claim) -> bool:
        """Whether an amount only sets another beside the main one, which is on the usual basis."""
        main = self.main
        return bool(
            main
            and claim.is_carried
            and main in self.amounts
            and main.item == claim.item
            and main.basis == self.basis != claim.basis
        )
