"""A ratio that cannot be computed from the amounts beside it is found, one that can is not."""

import pytest
from msgspec.structs import replace

from converter.narrative.narrator import Narrator
from converter.pack.loading import load_pack
from converter.rules.judge import Rules
from tests.rules.ledgers import ledger

PACK = load_pack()
TEXT = "{{ 年度 }}{% if inexact(三公经费.控制率, 三公经费.决算, 三公经费.预算安排) %}：未四舍五入{% endif %}"


@pytest.mark.parametrize(
    ("spent", "budget", "is_inexact"),
    [
        ("4860元", "8000元", True),  # 60.75%, of 0.49 and 0.80 it would be 61.25%
        ("4900元", "8000元", False),
        ("12.34万元", "20.00万元", False),
        ("4860元", "0元", False),
        ("4860元", "20元", False),  # prints as nought
    ],
)
def test_whether_a_ratio_is_that_of_the_printed_amounts(spent: str, budget: str, is_inexact: bool) -> None:
    found = ledger({"三公经费.决算": spent, "三公经费.年初预算": budget})
    pack = replace(PACK, report=replace(PACK.report, text=TEXT))
    judged = Rules(PACK).judge(found)
    [block] = Narrator(pack).narrate(found.with_figures(judged.figures), judged).blocks
    assert ("未四舍五入" in "".join(run.text for run in block.runs)) is is_inexact  # type: ignore[union-attr]
