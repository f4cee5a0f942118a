"""Constraints of the forms that many rules ask for: numbers agree, parts add up, others make a number."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from converter.figures import Value, sum_values
from converter.verify.claims.claim import Claim
from converter.verify.claims.numbers import HALF
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import ComputeSides, Constraint, ConstraintKind, Surety, holds

Make = Callable[..., Value]
"""What the values of some numbers, one after the other, make of another."""


def first_holding(constraints: Iterable[Constraint]) -> Constraint | None:
    """Return the first of several constraints that holds, None if none does."""
    return next(filter(holds, constraints), None)


def holding_or(tried: Iterable[Constraint], otherwise: Sequence[Constraint]) -> Sequence[Constraint]:
    """Return the first of those tried that holds, alone; else the others: one number may be a slip away."""
    first = first_holding(tried)
    return [first] if first else otherwise


def agreement(one: Claim, other: Claim, because: str, surety: Surety = Surety.STATED) -> Constraint:
    """Return that two numbers are equal: the one printed with fewer digits is the other one rounded."""
    coarse, fine = (one, other) if one.step >= other.step else (other, one)
    return Constraint(ConstraintKind.AGREEMENT, because, same(coarse, fine), coarse, surety=surety)


def addition(
    parts: Sequence[Claim],
    whole: Claim,
    surety: Surety = Surety.STATED,
    carried: Decimal = Decimal(0),
    *,
    because: str = "",
    any_slip_counts: bool = False,
    is_exact: bool = False,
) -> Constraint:
    """Return that parts add up to a whole; `carried` as in `sums_to`. Parts that are exact are not rounded,
    nor is a whole that prints as many decimals.
    """
    sides = sums_exactly_to(parts, whole) if is_exact else sums_to(tuple(parts), whole, carried)
    return Constraint(
        ConstraintKind.PARTS, because, sides, near=whole, surety=surety, any_slip_counts=any_slip_counts
    )


def computed(
    number: Claim,
    make: Make,
    *others: Claim,
    quotient: bool = False,
    of_sizes: bool = False,
    surety: Surety = Surety.PROBABLE,
    any_slip_counts: bool = True,
) -> Constraint:
    """Return that a number is what others make; `of_sizes` whatever its sign and that of what they make.

    Unless more is said, words tell what it is, though perhaps not of these others: only a slip is an error.
    """
    sides = made_of(number, make, *others, of_sizes=of_sizes)
    return Constraint(
        ConstraintKind.CHANGE,
        "",
        sides,
        number,
        number,
        quotient=quotient,
        surety=surety,
        any_slip_counts=any_slip_counts,
    )


def made_of(number: Claim, make: Make, *others: Claim, of_sizes: bool = False) -> ComputeSides:
    """Return the sides of a number and what others make, of both only the size if it is `of_sizes`."""

    def sides(assignment: Assignment) -> BothSides:
        left, right = assignment.value_of(number), make(*map(assignment.value_of, others))
        if of_sizes:
            left, right = abs(left), abs(right)
        return BothSides(left, right, (number, *others))

    return sides


def constant(claim: Claim, value: Value) -> ComputeSides:
    """Return the sides of a claim and a fixed value."""
    return lambda assignment: BothSides(assignment.value_of(claim), value, (claim,))


def same(one: Claim, other: Claim) -> ComputeSides:
    """Return the sides of two claims."""
    return lambda assignment: BothSides(assignment.value_of(one), assignment.value_of(other), (one, other))


def sums_exactly_to(parts: Sequence[Claim], whole: Claim) -> ComputeSides:
    """Return the sides of a sum of claims that are not rounded, and of their whole."""
    finest = min(part.last_printed for part in parts)
    error = whole.last_printed * HALF if whole.last_printed > finest else Decimal(0)

    def sides(assignment: Assignment) -> BothSides:
        left = Value(sum((assignment.value_of(part).amount or Decimal(0) for part in parts), Decimal(0)))
        return BothSides(left, Value(assignment.value_of(whole).amount, error), (*parts, whole))

    return sides


def sums_to(parts: tuple[Claim, ...], total: Claim | Decimal, carried: Decimal = Decimal(0)) -> ComputeSides:
    """Return the sides of a sum of claims and a total; `carried` is how much further they may be off than
    their own digits say.
    """

    def sides(assignment: Assignment) -> BothSides:
        left = sum_values([*map(assignment.value_of, parts), Value(None, carried)])
        if isinstance(total, Decimal):
            return BothSides(left, Value(total), parts)
        return BothSides(left, assignment.value_of(total), (*parts, total))

    return sides
