"""What the sentences so far leave for the next number of a paragraph."""

from dataclasses import dataclass, field

from converter.pack import Comparison
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.normal_text import NormalText


@dataclass(slots=True)
class ParagraphState:
    """The last item, amount, whole and comparison of a paragraph being read.

    `before` is the amount that the last one is held against if it is `held`; `among` an item whose parts the
    sentence tells; `old` an amount of which the next words say what became;
    `amounts` those of the sentence so far.
    """

    content: int
    text: NormalText
    last: Claim | None = None
    amount: Claim | None = None
    before: Claim | None = None
    held: bool = False
    old: Claim | None = None
    amounts: list[Claim] = field(default_factory=list)
    whole: Claim | None = None
    outer: Claim | None = None
    comparison: Comparison | None = None
    among: str = ""
    aside: bool = False

    @property
    def subject(self) -> tuple[str, bool]:
        """The item named last, and whether it is one of the pack's."""
        return (self.last.item, self.last.known) if self.last else ("", False)

    def begin(self) -> None:
        """Forget what holds within one sentence only."""
        self.aside, self.held, self.comparison, self.among = False, False, None, ""
        self.whole = self.outer = self.before = self.old = None
        self.amounts = []

    def turn(self, segment: str, starts_parts: bool) -> None:
        """Take the last amount for a whole where its parts begin, and leave it after them."""
        if ";" in segment and self.outer:
            self.whole, self.outer = self.outer, None
        if starts_parts and self.amount:
            self.whole, self.outer = self.amount, self.whole

    def hold(self, held: bool) -> None:
        """Take the last amount for what the next ones are told against, unless it is such a one itself."""
        self.before = self.before if held and self.held else self.amount
        self.held = held

    def passed(self, claim: Claim) -> None:
        """Remember a claim that names an item."""
        self.last = claim
        if claim.role is Role.AMOUNT:
            self.amount = claim
            self.amounts.append(claim)
