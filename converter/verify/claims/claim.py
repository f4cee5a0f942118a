"""A number of a report, and what it says it is."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from converter.figures import Value, sum_values
from converter.verify.claims.extent import OWN, Extent
from converter.verify.claims.normal_text import normal_text

Holder = tuple[int, int, int]
"""A paragraph or cell: its content, row and column."""

Place = tuple[int, int, int, int]
"""A sentence of a paragraph, or a cell: its holder, and the number of the sentence."""


class Role(StrEnum):
    """What a number is beside its item."""

    AMOUNT = "amount"
    CHANGE = "change"
    RATE = "rate"
    COMPLETION = "completion"
    SHARE = "share"
    UNKNOWN = "unknown"


class Span(Struct, frozen=True, order=True):
    """A stretch of text in a report: the index of the content, and the characters of its text or of a cell's.

    `row` and `column` count from 0; both are -1 in a paragraph.
    """

    content: int
    row: int
    column: int
    start: int
    end: int

    @property
    def in_paragraph(self) -> bool:
        """Whether it is a stretch of a paragraph, not of a cell."""
        return self.row < 0

    @property
    def holder(self) -> Holder:
        """The paragraph or cell that it is a stretch of."""
        return self.content, self.row, self.column


def paragraph_span(content: int, bounds: tuple[int, int]) -> Span:
    """Return a stretch of a paragraph by its first character and the one after its last."""
    return Span(content, -1, -1, *bounds)


class Claim(Struct, frozen=True, eq=False):
    """One printed number. Claims are compared by identity: two that say the same are still two.

    - `printed`: the number with its unit, as printed; `unit`: the unit named there, '' if none.
    - `value`: in `base_unit`, signed by its direction word; `step`: one in the last digit that it is exact
      to, 0 if words stand for the number; `shown`: one in the last digit printed, 0 if it is the same.
    - `item`: '' if nothing names it; `known`: whether the item is one of the pack's. `extent`: the year,
      period or level of government it is of.
    - `basis`: the basis of the item. `reference_basis`: the basis a change or rate is measured from, for a
      share the basis of its part; `whole`: the id of the figure a share is a share of.
    - `direction`: 1 for more, -1 for less, 0 if no word says, or a minus stands behind it.
    - `of_basis`: the basis of the amount a change, rate or completion is of.
    - `is_carried`: whether its item stands not in its own words, but in those before.
    - `sentence`: a number that the claims of one sentence share, greater than that of the sentences before.
    - `in_explanation`: whether it stands in an explanation, where amounts are not totals of an item.
    - `is_about`: whether a word says that it is not exact, or a bound of what is counted.
    - `label`: the words of a cell's row and column, where nothing names its item.
    - `part_of`: the amount that it is listed as a part of; for a change, that it is a change of a part of.
      `listing`: the number of that list, from 1. `sum_of`: the amounts before it that it totals.
    """

    span: Span
    printed: str
    value: Value
    unit: str
    base_unit: str
    step: Decimal
    role: Role = Role.UNKNOWN
    item: str = ""
    basis: str = ""
    whole: str = ""
    reference_basis: str = ""
    direction: int = 0
    sentence: int = 0
    in_explanation: bool = False
    known: bool = False
    label: str = ""
    of_basis: str = ""
    is_carried: bool = False
    listing: int = 0
    is_about: bool = False
    part_of: "Claim | None" = None
    sum_of: "tuple[Claim, ...]" = ()
    extent: Extent = OWN
    shown: Decimal = Decimal(0)

    @property
    def id(self) -> str:
        """The figure's id, '' if nothing names it."""
        return self.figure_id(self.basis) if self.item else ""

    def figure_id(self, basis: str) -> str:
        """Return the id of the figure of its item and extent on a basis."""
        return self.extent.figure_id(self.item, basis)

    @property
    def own_basis(self) -> str:
        """Its basis as it is called in the report's own year, '' if it is none of that."""
        return self.extent.own_basis(self.basis)

    @property
    def reference_id(self) -> str:
        """The id of the figure of its item that it is measured from or, for a share, that is its part."""
        return self.figure_id(self.reference_basis)

    def lies_within(self, other: "Claim") -> bool:
        """Whether it is listed as a part of another, or of a part of that."""
        whole = self.part_of
        while whole is not None and whole is not other:
            whole = whole.part_of
        return whole is not None

    @property
    def place(self) -> Place:
        """The sentence or the cell that it stands in: equal for claims of the same."""
        return *self.span.holder, self.sentence

    @property
    def digits(self) -> str:
        """Its digits without the zeros at either end."""
        return f"{abs(self.amount):f}".replace(".", "").strip("0")

    @property
    def significant_digits(self) -> int:
        """How many digits it has without the zeros at either end."""
        return len(self.digits)

    @property
    def last_place(self) -> Decimal:
        """One in its last digit that is not zero; in its last one if all are."""
        digits = f"{abs(self.amount / self.step):.0f}" if self.step else ""
        zeros = len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0
        return self.step.scaleb(zeros)

    @property
    def last_printed(self) -> Decimal:
        """One in the last digit that it prints."""
        return max(self.step, self.shown)

    @property
    def may_be_either(self) -> bool:
        """Whether it is a change or rate of which nothing says whether it is more or less."""
        is_signed = self.direction or self.amount <= 0
        return not is_signed and (self.role is Role.CHANGE or (self.role is Role.RATE and self.has_minus))

    @property
    def has_minus(self) -> bool:
        """Whether a minus is printed before it."""
        return normal_text(self.printed).startswith("-")

    @property
    def amount(self) -> Decimal:
        """The value, which a printed number always has."""
        assert self.value.amount is not None
        return self.value.amount


def claims_at(place: Span, claims: Iterable[Claim]) -> list[Claim]:
    """Return other claims that say the same in the paragraph or cell of a place; what they are parts and sums
    of is there, too.
    """
    moved: dict[Claim, Claim] = {}

    def at(claim: Claim) -> Claim:
        if claim not in moved:
            span = replace(place, start=claim.span.start, end=claim.span.end)
            part_of, sum_of = claim.part_of and at(claim.part_of), tuple(map(at, claim.sum_of))
            moved[claim] = replace(claim, span=span, part_of=part_of, sum_of=sum_of)
        return moved[claim]

    return list(map(at, claims))


def is_part_and_whole(one: Claim, other: Claim) -> bool:
    """Whether one of two claims is a part of the other: then it never says the same."""
    return one.lies_within(other) or other.lies_within(one)


def is_rate_behind(rate: Claim, change: Claim) -> bool:
    """Whether a rate is stated in one sentence with a change, of the same item and by the same basis."""
    are_both = change.role is Role.CHANGE and rate.role is Role.RATE and rate.place == change.place
    is_of_same = rate.item == change.item and rate.reference_basis == change.reference_basis
    return are_both and is_of_same and bool(change.amount and rate.amount)


def is_beside(claim: Claim, other: Claim) -> bool:
    """Whether two claims stand in the same paragraph, or row of a table."""
    return claim.span.content == other.span.content and claim.span.row == other.span.row


def adds_up_to(parts: Iterable[Claim], whole: Claim) -> bool:
    """Whether parts add up to a whole, as far as the printed digits say."""
    return sum_values(part.value for part in parts).agrees_with(whole.value)
