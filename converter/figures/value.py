"""An amount and how far it may be off, and the arithmetic of the two."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

ZERO = Decimal(0)
UNBOUNDED = Decimal("1E+30")  # the error of what is divided by an amount that may be nil


class Value(Struct, frozen=True, gc=False):
    """An amount and how far it may be off.

    `amount` is in the base unit, None where there is none; `error` is the largest distance to the unrounded
    amount that the printed digits allow. What is computed of a value without an amount has none, nor has
    what is divided by zero.
    """

    amount: Decimal | None
    error: Decimal = ZERO

    def __neg__(self) -> "Value":
        return NO_VALUE if self.amount is None else Value(-self.amount, self.error)

    def __abs__(self) -> "Value":
        return -self if self.amount is not None and self.amount < 0 else self

    def __sub__(self, other: "Value") -> "Value":
        if self.amount is None or other.amount is None:
            return NO_VALUE
        return Value(self.amount - other.amount, self.error + other.error)

    def __mul__(self, other: "Value") -> "Value":
        if self.amount is None or other.amount is None:
            return NO_VALUE
        error = abs(self.amount) * other.error + abs(other.amount) * self.error + self.error * other.error
        return Value(self.amount * other.amount, error)

    def __truediv__(self, other: "Value") -> "Value":
        if self.amount is None or not other.amount:
            return NO_VALUE
        ratio, least = self.amount / other.amount, abs(other.amount) - other.error
        if least <= 0:
            return Value(ratio, UNBOUNDED)
        return Value(ratio, (self.error + abs(ratio) * other.error) / least)

    def agrees_with(self, other: "Value") -> bool:
        """Whether both may be the same amount before rounding; not if one has none."""
        if self.amount is None or other.amount is None:
            return False
        return abs(self.amount - other.amount) <= self.error + other.error


NO_VALUE = Value(None)


def sum_values(values: Iterable[Value]) -> Value:
    """Return the sum of values; one without an amount adds none."""
    amount = error = ZERO
    for value in values:
        amount += value.amount or ZERO
        error += value.error
    return Value(amount, error)
