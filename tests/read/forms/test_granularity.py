"""The granularity of amounts, by columns of numbers written as data."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.pack.loading import load_pack
from converter.read.files.cells import amount
from converter.read.forms.granularity import FEWEST_AMOUNTS, granularity, without_noise
from converter.read.labels.unit_digits import unit_digits
from tests.data import data_of

CASES: dict[str, dict[str, Any]] = data_of(Path(__file__).with_name("granularity.yaml"))
DIGITS = unit_digits(load_pack())
COLUMNS = "ab"


@pytest.mark.parametrize("name", CASES)
def test_sheets_and_columns_have_the_decimals_that_their_case_says(name: str) -> None:
    case = CASES[name]
    amounts = {
        number: [found for cell in case[column] if (found := amount(cell)) is not None]
        for number, column in enumerate(COLUMNS)
        if column in case
    }
    found = granularity(amounts, DIGITS[case["unit"]])
    shown = {column: found.columns.get(COLUMNS.index(column), found.sheet) for column in case["decimals"]}
    assert (shown, found.sheet) == (case["decimals"], case["sheet"])
    assert (found.exact, found.single) == (case.get("exact", False), case.get("single", False))


@given(st.lists(st.integers(10**6, 10**9), min_size=FEWEST_AMOUNTS), st.integers(-4, 2))
def test_amounts_rounded_to_a_digit_are_off_by_half_of_it_at_most(cents: list[int], to: int) -> None:
    exact = [Decimal(number) / 100 for number in cents]
    rounded = [number.quantize(Decimal(1).scaleb(-to)) for number in exact]
    found = granularity({0: rounded}, DIGITS["元"])
    assert all(
        abs(number - seen) <= found.error(seen, 0) for number, seen in zip(exact, rounded, strict=True)
    )


@pytest.mark.parametrize(
    ("filed", "meant"),
    [
        ("5168.66015625", "5168.66"),
        ("677.299987792969", "677.3"),
        ("48.7399999999998", "48.74"),
        ("6.3333333333", "6.333333"),
        ("0.07235", "0.07235"),
        ("1200", "1200"),
    ],
)
def test_digits_finer_than_a_cent_are_noise(filed: str, meant: str) -> None:
    assert without_noise(Decimal(filed), DIGITS["万元"]) == Decimal(meant)
