"""Rounding is half up and happens once; what is printed can be led back to what was meant."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.figures.rounding import exact_text, half_up, printed

YUAN = st.integers(-(10**16), 10**16).map(lambda number: Decimal(number).scaleb(-4))
VAST = st.builds(
    lambda digits, exponent: Decimal((int(digits < 0), tuple(map(int, str(abs(digits)))), exponent)),
    st.integers(-(10**40), 10**40),
    st.integers(-30, 30),
)
DIGITS = st.integers(0, 6)
SCALE = st.sampled_from([Decimal(1), Decimal(1000), Decimal(10000), Decimal(100000000), Decimal("0.01")])


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.5", 0, "-1"),
        ("-2.5", 0, "-3"),
        ("0.49999", 0, "0"),
        ("-0.4", 0, "0"),
        ("2.675", 2, "2.68"),
        ("1.005", 2, "1.01"),
        ("-0.004", 2, "0.00"),
        ("78.8225", 2, "78.82"),
        ("1234", 2, "1234.00"),
        ("1e30", 2, "1000000000000000000000000000000.00"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: str, digits: int, rounded: str) -> None:
    assert str(half_up(Decimal(value), digits)) == rounded


@given(VAST, DIGITS)
def test_half_up_is_what_is_taught_in_school(value: Decimal, digits: int) -> None:
    """Cut the magnitude plus half a last digit."""
    steps = abs(Fraction(value)) * 10**digits + Fraction(1, 2)
    expected = Fraction(steps.numerator // steps.denominator, 10**digits)
    assert Fraction(half_up(value, digits)) == (expected if value > 0 else -expected)


@given(VAST, DIGITS)
def test_half_up_again_changes_nothing(value: Decimal, digits: int) -> None:
    once = half_up(value, digits)
    assert half_up(once, digits) == once
    assert once.as_tuple().exponent == -digits
    assert not (once == 0 and once.is_signed())


@given(YUAN, YUAN, DIGITS)
def test_half_up_keeps_order(one: Decimal, other: Decimal, digits: int) -> None:
    assert half_up(min(one, other), digits) <= half_up(max(one, other), digits)


@given(YUAN, SCALE, DIGITS)
def test_what_is_printed_is_within_half_its_last_digit(value: Decimal, scale: Decimal, digits: int) -> None:
    text = printed(value, scale, digits)
    assert abs(Decimal(text) * scale - value) <= scale * Decimal("0.5").scaleb(-digits)


@given(YUAN, SCALE, DIGITS)
def test_only_nil_prints_as_zero(value: Decimal, scale: Decimal, digits: int) -> None:
    text = printed(value, scale, digits)
    shape = "0" if not value else r"-?\d+" + (rf"\.\d{{{digits}}}" if digits else "")
    assert re.fullmatch(shape, text)
    assert not re.fullmatch(r"-0(\.0+)?", text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("0.00", "0"),
        ("-0", "0"),
        ("100", "100"),
        ("1E+5", "100000"),
        ("12.50", "12.5"),
        ("-3", "-3"),
        ("0.0001", "0.0001"),
        ("1.2E-9", "0.0000000012"),
    ],
)
def test_exact_text_has_no_exponent_and_no_trailing_zeros(value: str, text: str) -> None:
    assert exact_text(Decimal(value)) == text


@given(VAST)
def test_exact_text_is_exact_and_short(value: Decimal) -> None:
    text = exact_text(value)
    assert Decimal(text) == value
    assert re.fullmatch(r"0|-?(0|[1-9]\d*)(\.\d*[1-9])?", text)
