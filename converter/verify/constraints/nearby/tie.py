"""A number and the two amounts that make it: their difference, or the one by the other."""

from decimal import Decimal

from msgspec import Struct

from converter.figures import Value
from converter.verify.claims.claim import Claim
from converter.verify.constraints.common_constraints import computed
from converter.verify.constraints.constraint import Constraint, Surety, holds

LEAST_STEPS_OF_DIFFERENCE = 20_000  # of its amounts, in the last digit: others may be met by chance
LEAST_STEPS_OF_QUOTIENT = 1_000  # of a percentage, in its last digit


class Tie(Struct, frozen=True, eq=False):
    """A number and the two amounts that make it: the first less the second, or divided by it, less `less`."""

    number: Claim
    first: Claim
    second: Claim
    is_quotient: bool = False
    less: Decimal = Decimal(0)
    is_sure: bool = True  # whether words tell that it is made of these
    surety: Surety = Surety.PROBABLE
    any_slip_counts: bool = False  # whether no others stand in its sentence that it may be made of

    def constraint(self) -> Constraint:
        """Return the constraint that the number is what the amounts make, of any sign if no word tells it."""
        return computed(
            self.number, self._make, self.first, self.second, quotient=self.is_quotient,
            of_sizes=not self.is_directed, surety=self.surety, any_slip_counts=self.any_slip_counts,
        )  # fmt: skip

    def _make(self, first: Value, second: Value) -> Value:
        return first / second - Value(self.less) if self.is_quotient else first - second

    @property
    def is_directed(self) -> bool:
        """Whether words tell that the number is by how much the first amount is more than the second."""
        is_from_second = self.number.reference_basis == self.second.basis != self.first.basis
        return not self.is_quotient and bool(self.number.direction) and is_from_second

    @property
    def holds(self) -> bool:
        """Whether the number is what the amounts make."""
        return holds(self.constraint())

    @property
    def is_distinctive(self) -> bool:
        """Whether its numbers have so many digits that they hardly keep to it by chance."""
        if self.is_quotient:
            is_beside = self.first.span.content == self.second.span.content
            return self.is_long or (self.is_sure and is_beside)
        return max(each.amount / each.step for each in (self.first, self.second)) >= LEAST_STEPS_OF_DIFFERENCE

    @property
    def is_long(self) -> bool:
        """Whether the number itself has that many digits."""
        return self.number.amount / self.number.step >= LEAST_STEPS_OF_QUOTIENT
