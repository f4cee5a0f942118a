"""What a report of hardly anything says of itself."""

from decimal import Decimal

import pytest

from converter.figures.figure import Figure
from converter.figures.ledger import Ledger, Text
from converter.figures.origin import CellOrigin
from converter.narrative.narrator import Narrator, Report
from converter.pack.files.layers import BUILT_IN
from converter.pack.loading import load_pack
from converter.pack.pack import Pack
from converter.rules.judge import Rules
from converter.trace.printed_lines import printed_lines

PACK = load_pack()


@pytest.fixture(scope="module")
def report() -> Report:
    ledger = Ledger("档案馆", 2020)
    return Narrator(PACK).narrate(ledger, Rules(PACK).judge(ledger))


def test_a_total_that_lacks_points_is_not_listed_beside_them(report: Report) -> None:
    assert any("行政效能" in line for line in report.missing)
    assert not [line for line in report.missing if "尚无得分" in line]


def _missing(name: str, written: str, pack: Pack = PACK) -> list[str]:
    """Return what a report lacks of a text, given what is written in its stead."""
    ledger = Ledger("档案馆", 2022)
    ledger.texts[name] = Text(written, CellOrigin("补充资料.xlsx", "文字材料", "B8", written))
    missing = Narrator(pack).narrate(ledger, Rules(pack).judge(ledger)).missing
    return [line for line in missing if line.startswith(f"文字：{name}")]


@pytest.mark.parametrize("written", ["待定", "（待补充）", "同上年。", "略", "××", "无", "暂无。", "……"])
def test_words_that_hold_the_place_of_a_text_are_none(written: str) -> None:
    [line] = _missing("绩效情况", written)
    assert f"写的是“{written}”" in line


@pytest.mark.parametrize(
    "written", ["无违规事项，全部完成。", "略有结余，完成各项任务", "同上年相比，成效明显"]
)
def test_a_text_that_only_begins_so_is_one(written: str) -> None:
    assert _missing("绩效情况", written) == []


def test_that_there_is_nothing_is_a_text_where_it_may_be() -> None:
    pack = load_pack(BUILT_IN / "hunan-2021")
    assert _missing("其他需要说明的情况", "无", pack) == []
    assert _missing("其他需要说明的情况", "待定", pack) != []


def test_an_open_date_is_told(report: Report) -> None:
    assert (report.issued, report.undated) == (None, "成文日期")


def test_words_of_a_table_are_asked_for_by_their_name() -> None:
    pack, ledger = load_pack(BUILT_IN / "hunan-2021"), Ledger("档案馆", 2022)
    lines = Narrator(pack).narrate(ledger, Rules(pack).judge(ledger)).missing
    assert any("表“整体支出资金”，年度总体目标完成情况 一行　→" in line for line in lines)


NO_PROBLEMS = ("自评中未发现突出问题。", "无需另行采取改进措施。")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("无", NO_PROBLEMS),
        ("暂无。", NO_PROBLEMS),
        ("一是没有；", NO_PROBLEMS),
        ("没有突出问题", ("没有突出问题。", "没有突出问题。")),
        ("甲。\n二是乙", ("一是甲。", "二是乙。", "一是甲。", "二是乙。")),
        ("甲\n略", ("甲。", "甲。")),
    ],
)
def test_that_there_are_no_problems_is_a_sentence_and_stated(written: str, printed: tuple[str, ...]) -> None:
    """Nor does the report say then what the data show: the list does."""
    ledger = Ledger("档案馆", 2020)
    for id, amount in (("日常公用经费.决算", 9), ("日常公用经费.预算安排", 3)):
        ledger.figures[id] = Figure(id, Decimal(amount), "元", CellOrigin("表.xlsx", "表", "A1", amount))
    for name in ("存在问题", "改进措施"):
        ledger.texts[name] = Text(written, CellOrigin("补充资料.xlsx", "文字材料", "B8", written))
    report = Narrator(PACK).narrate(ledger, Rules(PACK).judge(ledger))
    lines = [line.text for line in printed_lines(report.blocks)]
    start = lines.index("七、存在的主要问题及原因分析")
    end = next(at for at, line in enumerate(lines) if line.startswith("附件："))
    assert tuple(line for line in lines[start:end] if "、" not in line[:2]) == printed
    assert not [line for line in report.missing if "问题" in line or "改进" in line]
