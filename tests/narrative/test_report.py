"""What a report of hardly anything says of itself."""

import pytest

from converter.figures.ledger import Ledger
from converter.narrative.narrator import Narrator, Report
from converter.pack.files.layers import BUILT_IN
from converter.pack.loading import load_pack
from converter.rules.judge import Rules

PACK = load_pack()


@pytest.fixture(scope="module")
def report() -> Report:
    ledger = Ledger("档案馆", 2020)
    return Narrator(PACK).narrate(ledger, Rules(PACK).judge(ledger))


def test_a_total_that_lacks_points_is_not_listed_beside_them(report: Report) -> None:
    assert any("行政效能" in line for line in report.missing)
    assert not [line for line in report.missing if "尚无得分" in line]


def test_an_open_date_is_told(report: Report) -> None:
    assert (report.issued, report.undated) == (None, "成文日期")


def test_words_of_a_table_are_asked_for_by_their_name() -> None:
    pack, ledger = load_pack(BUILT_IN / "hunan-2021"), Ledger("档案馆", 2022)
    lines = Narrator(pack).narrate(ledger, Rules(pack).judge(ledger)).missing
    assert any("表“整体支出资金”，年度总体目标完成情况 一行　→" in line for line in lines)
