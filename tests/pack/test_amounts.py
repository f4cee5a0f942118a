"""An amount keeps its worth through every unit it is filed or printed in."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.figures.figure import Figure
from converter.figures.origin import CellOrigin, Derived
from converter.figures.rounding import printed
from converter.pack.amounts import Amounts
from converter.pack.loading import load_pack

PACK = load_pack()
AMOUNTS = Amounts(PACK)
MONEY = ["元", "千元", "万元", "亿元"]
CENTS = st.integers(-(10**14), 10**14).map(lambda cents: Decimal(cents) / 100)


def _figure(value: Decimal | None, unit: str = "元", filed: str = "元") -> Figure:
    return Figure("基本支出.决算", value, unit, CellOrigin("甲.xlsx", "表", "C1", "", filed))


@given(CENTS, st.sampled_from(MONEY))
def test_with_all_its_digits_an_amount_comes_back_from_any_unit(yuan: Decimal, unit: str) -> None:
    scale = PACK.units[unit].scale
    digits = 2 + len(str(scale)) - 1
    assert Decimal(printed(yuan, scale, digits)) * scale == yuan


@given(CENTS, st.sampled_from(MONEY), st.sampled_from(MONEY))
def test_the_same_amount_prints_alike_whatever_unit_it_was_filed_in(
    yuan: Decimal, one: str, other: str
) -> None:
    assert AMOUNTS.text(yuan, _figure(yuan, filed=one)) == AMOUNTS.text(yuan, _figure(yuan, filed=other))


@given(CENTS, st.sampled_from(MONEY))
def test_an_amount_shows_as_it_was_filed(yuan: Decimal, unit: str) -> None:
    text = AMOUNTS.filed(_figure(yuan, filed=unit))
    assert text.endswith(unit)
    scale = PACK.units[unit].scale
    assert abs(Decimal(text.removesuffix(unit)) * scale - yuan) <= scale / 200


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("39153600", "元", "3915.36万元"),
        ("39153650", "元", "3915.37万元"),
        ("-254700", "元", "-25.47万元"),
        ("49", "元", "0.005万元"),
        ("-49", "元", "-0.005万元"),
        ("0", "元", "0万元"),
        ("216", "人", "216人"),
        ("94", "分", "94分"),
        ("93.5", "分", "93.5分"),
        ("100", "分", "100分"),
        ("0.78824", "比率", "78.82%"),
        ("1", "比率", "100.00%"),
        ("0", "比率", "0%"),
        ("0.00001", "比率", "0.001%"),
        ("1260.5", "平方米", "1260.50平方米"),
    ],
)
def test_a_figure_prints_in_the_packs_unit(value: str, unit: str, text: str) -> None:
    amount = Decimal(value)
    assert AMOUNTS.text(amount, Figure("甲.数", amount, unit, Derived("", ()))) == text


def test_a_measure_prints_with_its_own_decimals() -> None:
    rate = Figure("三公经费.增减率", Decimal("-0.18097"), "比率", Derived("", ()))
    assert rate.value is not None
    assert AMOUNTS.text(rate.value, rate) == "-18.1%"


def test_a_blank_is_not_shown_as_nil() -> None:
    assert AMOUNTS.filed(_figure(None)) == ""
    assert AMOUNTS.filed(_figure(Decimal(0))) == "0元"
