"""The expression language: what it means, and what it refuses."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.rules.checks import _outcome
from converter.rules.expression import Expression, ExpressionError, Trace
from converter.rules.scopes import ledger_scope
from tests.rules.ledgers import ledger

AMOUNTS = {
    "甲.决算": 8, "乙.决算": 2, "零.决算": 0, "空.决算": None, "甲.决算@另表": 9,
    "组[201].数": 10, "组[20101].数": 10, "组[208].数": 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("甲.决算 + 乙.决算 * 3", 14),
        ("(甲.决算 + 乙.决算) / 4", Decimal("2.5")),
        ("-甲.决算 - 乙.决算", -10),
        ("甲.决算 / 零.决算", None),
        ("甲.决算 / 空.决算", None),
        ("甲.决算 + 没有.决算", None),
        ("first(空.决算, 乙.决算)", 2),
        ("first(空.决算, 没有.决算)", None),
        ("first(空.决算, 0) + 1", 1),
        ("甲.决算@另表", 9),
        ("sum(组.数)", 15),
        ("sum(无组.数)", None),
    ],
)
def test_value(text: str, value: object) -> None:
    assert Expression(text).value(ledger_scope(ledger(AMOUNTS, set())), Trace()).amount == value


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("甲.决算 > 乙.决算", True),
        ("甲.决算 = 乙.决算", False),
        ("甲.决算 >= 8 and 乙.决算 < 3", True),
        ("空.决算 > 0", None),
        ("空.决算 > 0 or 甲.决算 > 0", True),
        ("空.决算 > 0 and 甲.决算 < 0", False),
        ("空.决算 > 0 and 甲.决算 > 0", None),
    ],
)
def test_condition(text: str, holds: bool | None) -> None:
    assert Expression(text).holds(ledger_scope(ledger(AMOUNTS, set())), Trace()) is holds


def test_a_bare_name_is_a_basis_of_the_item_at_hand() -> None:
    scope = ledger_scope(ledger(AMOUNTS, set()), "甲")
    assert Expression("决算 * 2").value(scope, Trace()).amount == 16


@pytest.mark.parametrize(
    "text",
    [
        "甲.决算 +",
        "__import__('os')",
        "甲.决算.再",
        "甲[1]",
        "lambda: 1",
        "(x := 1)",
        "max(甲.决算)",
        "甲.决算 ** 2 if 1 else 2",
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        Expression(text)


@given(st.lists(st.decimals(min_value=-(10**9), max_value=10**9, places=2), min_size=1, max_size=12))
def test_a_true_identity_printed_in_rounded_figures_never_differs(parts: list[Decimal]) -> None:
    """Amounts rounded one by one to 万元 with two decimals miss an identity only by a remainder."""

    def printed(amount: Decimal) -> Decimal:
        return (amount / 10000).quantize(Decimal("0.01"), ROUND_HALF_UP) * 10000

    amounts: dict[str, object] = {f"部分{n}.决算": printed(part) for n, part in enumerate(parts)}
    amounts["合计.决算"] = printed(sum(parts, Decimal(0)))
    equation = Expression("合计.决算 = " + " + ".join(f"部分{n}.决算" for n in range(len(parts))))
    left, right, operator = equation.sides(ledger_scope(ledger(amounts, set(), "50")), Trace())
    assert _outcome(left, right, operator).value in ("holds", "rounding")
