"""The granularity of amounts, by columns of numbers written as data."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from converter.pack.loading import load_pack
from converter.read.files.cells import amount
from converter.read.forms.granularity import FEWEST_AMOUNTS, granularity
from converter.read.labels.unit_digits import unit_digits

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_suffix("").with_name(
    "granularity.yaml").read_text("utf-8"))  # fmt: skip
DIGITS = unit_digits(load_pack())
COLUMNS = "ab"


@pytest.mark.parametrize("name", CASES)
def test_columns(name: str) -> None:
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


def test_a_number_loses_what_lies_beyond_its_granularity() -> None:
    amounts = {0: [Decimal("1.25")] * 7 + [Decimal("6.3333333333")]}
    found = granularity(amounts, DIGITS["万元"])
    assert found.rounded(Decimal("6.3333333333"), 0) == Decimal("6.33")
    assert found.rounded(Decimal("1200"), 0) == Decimal("1200")
