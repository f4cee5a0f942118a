"""What amounts an evaluation takes for the claims, and what it gives back."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from converter.figures import Value
from converter.verify.claims.claim import Claim

ChangedAmounts = Mapping[Claim, Decimal]
"""Amounts for certain claims in place of those printed."""


class Assignment(Struct, frozen=True, eq=False):
    """The amounts of claims in one evaluation: as printed, except those in `changed`.

    Figures printed more than once are taken from the claim nearest to `near`. `computing` are the ids of
    figures being computed, which must not be used for themselves.
    """

    near: Claim | None = None
    changed: ChangedAmounts = field(default_factory=dict)
    computing: tuple[str, ...] = ()

    def value_of(self, claim: Claim) -> Value:
        """Return the value of a claim, with the error of its printed digits."""
        return Value(self.changed.get(claim, claim.amount), claim.value.error)


class ComputedValue(Struct, frozen=True):
    """A value and the claims it was computed from."""

    value: Value
    used: tuple[Claim, ...]


class BothSides(Struct, frozen=True):
    """The values of both sides of a constraint, and the claims they were computed from, in order."""

    left: Value
    right: Value
    used: tuple[Claim, ...]
