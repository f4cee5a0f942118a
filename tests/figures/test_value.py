"""The arithmetic of amounts that may be off: no amounts within the errors give more than the error told."""

from collections.abc import Callable
from decimal import Decimal
from operator import mul, sub, truediv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.figures.value import UNBOUNDED, Value

AMOUNTS = st.decimals(-100, 100, places=2).filter(bool)
ERRORS = st.sampled_from([Decimal(0), Decimal("0.005"), Decimal("0.05"), Decimal("0.5")])
SHIFTS = st.sampled_from([Decimal(-1), Decimal("-0.5"), Decimal(0), Decimal(1)])
TINY = Decimal("1E-20")


@pytest.mark.parametrize("compute", [sub, mul, truediv])
@given(one=AMOUNTS, other=AMOUNTS, errors=st.tuples(ERRORS, ERRORS), shifts=st.tuples(SHIFTS, SHIFTS))
def test_no_amounts_within_the_errors_give_more_than_the_error(
    compute: Callable[[Value, Value], Value],
    one: Decimal,
    other: Decimal,
    errors: tuple[Decimal, Decimal],
    shifts: tuple[Decimal, Decimal],
) -> None:
    told = compute(Value(one, errors[0]), Value(other, errors[1]))
    exact = compute(Value(one + shifts[0] * errors[0]), Value(other + shifts[1] * errors[1]))
    assert told.amount is not None
    if exact.amount is not None:
        assert abs(exact.amount - told.amount) <= told.error + TINY


def test_what_is_divided_by_an_amount_that_may_be_nil_may_be_anything() -> None:
    assert Value(Decimal(1)) / Value(Decimal("0.01"), Decimal("0.01")) == Value(Decimal(100), UNBOUNDED)
    assert (Value(Decimal(1)) / Value(Decimal(0), Decimal("0.01"))).amount is None


@given(exact=AMOUNTS, errors=st.tuples(ERRORS, ERRORS), shifts=st.tuples(SHIFTS, SHIFTS))
def test_two_roundings_of_one_amount_agree(
    exact: Decimal, errors: tuple[Decimal, Decimal], shifts: tuple[Decimal, Decimal]
) -> None:
    one = Value(exact + shifts[0] * errors[0], errors[0])
    other = Value(exact + shifts[1] * errors[1], errors[1])
    assert one.agrees_with(other)
    assert not one.agrees_with(Value(other.amount + 3, errors[1]) if other.amount is not None else other)


def test_what_has_no_amount_agrees_with_nothing() -> None:
    assert not Value(None).agrees_with(Value(None, Decimal(1)))
