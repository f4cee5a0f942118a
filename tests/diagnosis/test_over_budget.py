"""Which budget counts for what was spent, and whether it was exceeded."""

from decimal import Decimal

import pytest

from converter.diagnosis.over_budget import over_budget
from converter.figures.figure import Figure
from converter.figures.origin import Derived

BUDGETS = {"决算": ("年初预算", "预算"), "本年支出": ("预算",)}


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ({"决算": 5, "年初预算": 4}, "写的是未超预算，但会议费的决算大于年初预算"),
        ({"决算": 5, "年初预算": 5}, None),
        ({"决算": 5, "年初预算": None, "预算": 4}, "写的是未超预算，但会议费的决算大于预算"),
        ({"决算": 5, "年初预算": 6, "本年支出": 7, "预算": 4}, None),
        (
            {"决算": None, "年初预算": 4, "本年支出": 7, "预算": 6},
            "写的是未超预算，但会议费的本年支出大于预算",
        ),
        ({"决算": 5}, None),
    ],
    ids=["over", "equal", "first is blank", "the first known counts", "another basis", "no budget"],
)
def test_spending_over_a_known_budget_is_told(known: dict[str, int | None], text: str | None) -> None:
    figures = {
        f"会议费.{basis}": Figure(
            f"会议费.{basis}", None if amount is None else Decimal(amount), "元", Derived("")
        )
        for basis, amount in known.items()
    }
    found = over_budget("会议费", BUDGETS, figures.get)
    assert (found and found.text) == text
