"""What the numbers read so far leave for the next number of a paragraph."""

from msgspec.structs import replace

from converter.pack import Comparison
from converter.verify.claims.claim import Claim, Role, Span
from converter.verify.claims.normal_text import NormalText


class ParagraphState:
    """The last claims of a paragraph while it is read.

    - `last`: the last claim that names an item; `amount`: the last amount among these.
    - `amounts`: all amounts of the sentence so far.
    - `whole`: the amount whose parts are being listed; `outer_whole`: the whole that contains that one.
    - `whole_item`: the item the sentence says it speaks of parts of ("among X, ...").
    - `is_set_against`: whether the last amount only serves to measure the one before ("A is ... of B");
      `measured`: the amount that it measures.
    - `starting_amount`: an earlier amount that the next words say rose or fell to another.
    - `comparison`: what the sentence compares with; `in_explanation`: whether an explanation has begun.
    """

    def __init__(self, place: Span, text: NormalText) -> None:
        self._place = place
        self.text = text
        self.last: Claim | None = None
        self.amount: Claim | None = None
        self.begin_sentence()

    def begin_sentence(self) -> None:
        """Forget what holds within one sentence only."""
        self.amounts: list[Claim] = []
        self.whole: Claim | None = None
        self.outer_whole: Claim | None = None
        self.whole_item = ""
        self.is_set_against = False
        self.measured: Claim | None = None
        self.starting_amount: Claim | None = None
        self.comparison: Comparison | None = None
        self.in_explanation = False

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of the text stands in the report."""
        first, last = self.text.source_bounds(start, end)
        return replace(self._place, start=first, end=last)

    @property
    def subject(self) -> tuple[str, bool]:
        """The item named last, and whether the pack knows it."""
        return (self.last.item, self.last.known) if self.last else ("", False)

    def enter_or_leave_parts(self, segment: str, starts_parts: bool) -> None:
        """Make the last amount the whole where its parts begin; return to the outer one at a semicolon."""
        if ";" in segment and self.outer_whole:
            self.leave_parts()
        if starts_parts and self.amount:
            self.whole, self.outer_whole = self.amount, self.whole

    def leave_parts(self) -> None:
        """Say that no more parts of the whole follow, but of the one that contains it, if there is one."""
        self.whole, self.outer_whole = self.outer_whole, None

    def set_against(self, is_set_against: bool) -> None:
        """Say whether the next amount is set against the last one, or with it against the same."""
        both = is_set_against and self.is_set_against
        self.measured = self.measured if both else self.amount
        self.is_set_against = is_set_against

    def add(self, claim: Claim) -> None:
        """Remember a claim that names an item."""
        self.last = claim
        if claim.role is Role.AMOUNT:
            self.amount = claim
            self.amounts.append(claim)
