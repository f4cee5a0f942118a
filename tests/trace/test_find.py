"""What a person may call a figure."""

import pytest

from converter.trace.find import find
from tests.trace.trails import TRAIL


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("甲.决算", ["甲.决算"]),
        ("60.00%", ["甲.占比"]),
        (" 6.00 ", ["甲.决算"]),
        ("6.00万元", ["甲.决算", "明细[01].决算"]),
        ("4", ["甲.得分"]),
        ("4.00", ["乙.决算"]),
        ("得分", ["甲.得分"]),
        ("甲", ["甲.得分"]),
        ("决算", ["总额.决算", "丙.决算"]),
        ("明细", ["明细[01].决算"]),
        ("7.00", []),
        ("丁", []),
    ],
)
def test_the_figures_that_a_word_may_mean(wanted: str, meant: list[str]) -> None:
    assert [each.figure.id for each in find(wanted, TRAIL)] == meant
