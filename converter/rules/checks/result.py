"""What one check found at one place."""

from decimal import Decimal

from msgspec import Struct

from converter.figures import NO_VALUE, ZERO, CellOrigin, Figure, Outcome, Value
from converter.pack import Check
from converter.rules.language.terms import Lack


class CheckResult(Struct, frozen=True, eq=False):
    """What one check found: `where` names the row where it was judged row by row.

    `signs` tells how each figure of `used` enters left minus right: added (1), subtracted (-1) or
    otherwise (0); all are 0 unless the check is an equality. `missing` is what it could not be judged for.
    `digits_cut` tells that last digits were cut off, not rounded.
    Every result is one of its own: two are never equal.
    """

    code: str
    check: Check
    outcome: Outcome
    left: Value = NO_VALUE
    right: Value = NO_VALUE
    used: tuple[Figure, ...] = ()
    signs: tuple[int, ...] = ()
    missing: tuple[Lack, ...] = ()
    where: str = ""
    digits_cut: bool = False

    @property
    def terms(self) -> tuple[tuple[Figure, int], ...]:
        """The figures used, each with its sign."""
        return tuple(zip(self.used, self.signs, strict=True))

    @property
    def holds(self) -> bool:
        """Whether both sides agree within what rounding explains."""
        return self.outcome in (Outcome.HOLDS, Outcome.ROUNDING)

    @property
    def differs(self) -> bool:
        """Whether the sides differ by more than rounding explains."""
        return self.outcome is Outcome.DIFFERS

    @property
    def is_equality(self) -> bool:
        """Whether it shows what an amount should be: an inequality or a product does not."""
        return any(self.signs)

    @property
    def has_both_sides(self) -> bool:
        """Whether there is an amount on either side."""
        return self.left.amount is not None and self.right.amount is not None

    @property
    def gap(self) -> Decimal:
        """Left minus right, a blank side counting as zero."""
        return (self.left.amount or ZERO) - (self.right.amount or ZERO)

    @property
    def allowed(self) -> Decimal:
        """The largest gap that rounding, or cutting digits off, explains."""
        return (self.left.error + self.right.error) * (2 if self.digits_cut else 1)

    def sign_of(self, cell: CellOrigin | None) -> int:
        """Return the sign of the figure in a cell that the check uses."""
        return next(sign for figure, sign in self.terms if figure.cell == cell)
