"""A number of a report, and what it says it is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from converter.figures import Value


class Role(StrEnum):
    """What a number is beside its item."""

    AMOUNT = "amount"
    CHANGE = "change"
    RATE = "rate"
    SHARE = "share"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where something stands: the content's number, and the stretch of its text or of a cell's.

    `row` and `column` are counted from nought; -1 in a paragraph.
    """

    content: int
    row: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One printed number; each is its own, whatever another says.

    `said` is as printed; `value`, in the base unit, is signed by its direction word; `step` is one of
    the last digit. `item` is '' where nothing names it. `whole` is the figure a share is a share of;
    `against` the basis a change is measured from; `direction` 1, -1, or 0 where no word tells.
    `aside` says that it stands in an explanation, `known` that the item is one of the pack's; `sum_of` are
    the amounts before it that it is the total of.
    """

    spot: Span
    said: str
    value: Value
    unit: str
    base: str
    step: Decimal
    role: Role = Role.LOOSE
    item: str = ""
    basis: str = ""
    whole: str = ""
    against: str = ""
    direction: int = 0
    aside: bool = False
    known: bool = False
    part_of: "Claim | None" = None
    sum_of: "tuple[Claim, ...]" = ()

    @property
    def id(self) -> str:
        """The figure's id, '' where nothing names it."""
        return f"{self.item}.{self.basis}" if self.item else ""

    @property
    def amount(self) -> Decimal:
        """The value, which a printed number always has."""
        assert self.value.amount is not None
        return self.value.amount
