"""The expression language: what it means, and what it refuses."""

import ast
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.figures.figure import Figure
from converter.figures.origin import Derived
from converter.figures.rounding import half_up
from converter.rules.checks.comparison import outcome_of
from converter.rules.language.expression import Expression, ExpressionError
from converter.rules.language.grammar import is_amount, is_condition, is_equation
from converter.rules.language.lookups import ledger_lookup
from converter.rules.language.terms import Lookup, Name, Usage
from tests.data import data_of
from tests.rules.ledgers import ledger

AMOUNTS = {
    "甲.决算": 8, "乙.决算": 2, "零.决算": 0, "空.决算": None, "甲.决算@另表": 9,
    "组[201].数": 10, "组[20101].数": 7, "组[2010101].数": 7, "组[208].数": 5, "组[208].别的": 3,
    "名组[甲].数": 1, "名组[甲乙].数": 2, "空组[201].数": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("甲.决算 + 乙.决算 * 3", 14),
        ("(甲.决算 + 乙.决算) / 4", Decimal("2.5")),
        ("甲.决算 / 乙.决算 / 2", 2),
        ("甲.决算 - 乙.决算 - 1", 5),
        ("-甲.决算 - 乙.决算", -10),
        ("-(甲.决算 - 乙.决算) * 2", -12),
        ("0.1 + 0.2", Decimal("0.3")),
        ("零.决算 + 1", 1),
        ("零.决算 / 甲.决算", 0),
        ("甲.决算 / 零.决算", None),
        ("甲.决算 / (乙.决算 - 2)", None),
        ("甲.决算 / 空.决算", None),
        ("空.决算 * 0", None),
        ("甲.决算 + 没有.决算", None),
        ("first(空.决算, 乙.决算)", 2),
        ("first(零.决算, 乙.决算)", 0),
        ("first(甲.决算 / 零.决算, 乙.决算 * 2, 1)", 4),
        ("first(空.决算, 没有.决算)", None),
        ("first(空.决算, 0) + 1", 1),
        ("甲.决算@另表", 9),
        ("甲.决算@无此表", None),
        ("sum(组.数)", 15),
        ("sum(组.别的)", 3),
        ("sum(名组.数)", 3),
        ("sum(空组.数)", None),
        ("sum(无组.数)", None),
    ],
)
def test_an_expression_gives_its_value(text: str, value: object) -> None:
    assert Expression(text, is_amount).value(ledger_lookup(ledger(AMOUNTS)), Usage()).amount == value


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("甲.决算 > 乙.决算", True),
        ("甲.决算 = 乙.决算", False),
        ("甲.决算 == 8", True),
        ("甲.决算 != 8", False),
        ("甲.决算 <= 8", True),
        ("甲.决算 < 8", False),
        ("甲.决算 >= 8 and 乙.决算 < 3", True),
        ("甲.决算 > 8 or 乙.决算 > 2 or 1 > 0", True),
        ("空.决算 > 0", None),
        ("空.决算 > 0 or 甲.决算 > 0", True),
        ("空.决算 > 0 or 甲.决算 < 0", None),
        ("空.决算 > 0 and 甲.决算 < 0", False),
        ("空.决算 > 0 and 甲.决算 > 0", None),
        ("甲.决算 / 零.决算 > 0", None),
    ],
)
def test_whether_a_condition_holds(text: str, holds: bool | None) -> None:
    assert Expression(text, is_condition).holds(ledger_lookup(ledger(AMOUNTS)), Usage()) is holds


def test_a_bare_name_is_a_basis_of_the_item_at_hand() -> None:
    lookup = ledger_lookup(ledger(AMOUNTS), "甲")
    assert Expression("决算 * 2", is_amount).value(lookup, Usage()).amount == 16
    assert Expression("决算 + 乙.决算", is_amount).value(lookup, Usage()).amount == 10


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("甲.元 - 乙.元", "元"),
        ("-甲.元 + 丙.未知", "元"),
        ("(甲.元 - 乙.元) / 乙.元", "比率"),
        ("甲.元 / 甲.人", ""),
        ("甲.元 * 乙.率", "元"),
        ("甲.元 / 乙.率", "元"),
        ("甲.率 * 10", ""),
        ("甲.元 / 丙.未知", ""),
        ("first(丙.未知, 甲.人, 0)", "人"),
        ("sum(组.元) / 甲.元", "比率"),
        ("甲.元 * 乙.元", ""),
        ("3", ""),
    ],
)
def test_the_unit_a_formula_comes_out_in(text: str, unit: str) -> None:
    units = {"元": "元", "人": "人", "率": "比率"}
    assert Expression(text, is_amount).unit(lambda name: units.get(name.basis, ""), "比率") == unit


def test_a_trace_tells_what_was_used_with_which_sign_and_what_was_lacking() -> None:
    usage = Usage()
    text = "first(-甲.决算, 1) - (乙.决算 - 零.决算) + 空.决算 + 没有.决算@另表"
    Expression(text, is_amount).value(ledger_lookup(ledger(AMOUNTS)), usage)
    used = [(figure.id, sign) for figure, sign in zip(usage.used, usage.signs, strict=True)]
    assert used == [("甲.决算", -1), ("乙.决算", -1), ("零.决算", 1), ("空.决算", 1)]
    assert usage.missing == [(Name("空", "决算"),), (Name("没有", "决算", "另表"),)]


def test_where_one_of_several_would_have_done_all_are_lacking_together() -> None:
    usage = Usage()
    Expression("first(空.决算, 没有.决算)", is_amount).value(ledger_lookup(ledger(AMOUNTS)), usage)
    assert usage.missing == [(Name("空", "决算"), Name("没有", "决算"))]
    assert [figure.id for figure in usage.used] == ["空.决算"]


REFUSED = {
    kind: texts.splitlines() for kind, texts in data_of(Path(__file__).parent / "refused.yaml").items()
}


@pytest.mark.parametrize(
    ("text", "grammar"),
    [(text, is_amount) for text in ("", *REFUSED["amount"])]
    + [(text, is_condition) for text in REFUSED["condition"]]
    + [(text, is_equation) for text in REFUSED["condition"] + REFUSED["equation"]],
)
def test_what_is_no_expression_is_refused(text: str, grammar: Callable[[ast.expr], bool]) -> None:
    with pytest.raises(ExpressionError):
        Expression(text, grammar)


# Laws, on figures a, b, c, ... with values, errors and true values of hypothesis' choice

WHOLE = st.integers(-(10**6), 10**6)


def _lookup(values: dict[str, Decimal], error: Decimal = Decimal(0)) -> Lookup:
    def figure(name: Name) -> Figure | None:
        value = values.get(name.id)
        return None if value is None else Figure(name.id, value, "元", Derived("", ()), error)

    return Lookup(figure)


def _deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda parts: f"({' '.join(parts)})")
    return pair | inner.map(lambda text: f"-{text}")


@given(st.recursive(st.sampled_from(["x.a", "x.b", "x.c", "7"]), _deeper, max_leaves=8), WHOLE, WHOLE, WHOLE)
def test_arithmetic_is_that_of_exact_fractions(text: str, a: int, b: int, c: int) -> None:
    values = {"x.a": Decimal(a), "x.b": Decimal(b), "x.c": Decimal(c)}
    found = Expression(text, is_amount).value(_lookup(values), Usage()).amount
    names = {"x": type("X", (), {"a": Fraction(a), "b": Fraction(b), "c": Fraction(c)})}
    expected = Fraction(eval(text, {}, names))
    assert found is not None
    assert abs(Fraction(found) - expected) <= abs(expected) / 10**25


CENTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@given(st.lists(st.tuples(CENTS, st.sampled_from("+-"), st.integers(-50, 50)), min_size=1, max_size=12))
def test_the_error_of_a_sum_bounds_its_distance_from_the_truth(parts: list[tuple[Decimal, str, int]]) -> None:
    text = "0 " + " ".join(f"{sign} x.n{at}" for at, (_, sign, _) in enumerate(parts))
    printed = {f"x.n{at}": value for at, (value, _, _) in enumerate(parts)}
    found = Expression(text, is_amount).value(_lookup(printed, Decimal(50)), Usage())
    truth = sum((value + off) * (1 if sign == "+" else -1) for value, sign, off in parts)
    assert found.amount is not None
    assert abs(found.amount - truth) <= found.error == 50 * len(parts)


@given(
    st.lists(st.tuples(CENTS, st.sampled_from("+-")), min_size=1, max_size=12),
    st.sampled_from([("万元", 2), ("万元", 4), ("万元", 0), ("元", 2), ("元", 0)]),
    st.data(),
)
def test_a_true_identity_printed_in_rounded_figures_never_differs(
    parts: list[tuple[Decimal, str]], first: tuple[str, int], data: st.DataObject
) -> None:
    """If every printed amount is a true one rounded half up at its last digit, what is true is not blamed."""
    scales = {"万元": Decimal(10000), "元": Decimal(1)}

    def printed(amount: Decimal) -> str:
        unit, digits = data.draw(st.sampled_from([first, ("万元", 2)]))
        return f"{half_up(amount / scales[unit], digits):f}{unit}"

    amounts = {f"部分{at}.决算": printed(part) for at, (part, _) in enumerate(parts)}
    whole = sum((part if sign == "+" else -part for part, sign in parts), Decimal(0))
    amounts["合计.决算"] = printed(whole)
    right = "0 " + " ".join(f"{sign} 部分{at}.决算" for at, (_, sign) in enumerate(parts))
    equation = Expression(f"合计.决算 = {right}", is_equation)
    left_value, right_value, operator = equation.sides(ledger_lookup(ledger(amounts)), Usage())
    assert outcome_of(left_value, operator, right_value).value in ("holds", "rounding")
