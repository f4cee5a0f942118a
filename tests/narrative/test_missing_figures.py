"""What has to be supplied for a figure that a report lacks, and what cannot be."""

import re
from decimal import Decimal

import pytest

from converter.figures.figure import Figure
from converter.figures.ledger import Ledger
from converter.figures.origin import CellOrigin
from converter.narrative.missing_figures import MissingFigures, PrintedCell
from converter.narrative.supplement_entries import entries_of
from converter.pack.files.layers import BUILT_IN
from converter.pack.loading import load_pack

PACK = load_pack()
ANSWER = re.compile(PACK.labels.answer)
LACKING = {
    "三公经费.增减": (("三公经费.上年决算",),),
    "三公经费.增减率": (("三公经费.增减",), ("三公经费.上年决算",)),
    "日常公用经费.预算安排": (("日常公用经费.年初预算", "日常公用经费.预算"),),
    "日常公用经费.控制率": (("日常公用经费.预算安排",),),
    "政府采购.执行率": (),
}


def _missing(**cells: str | int) -> MissingFigures:
    """Return what a department's ledger lacks, given what stands in its cells."""
    figures = {
        key: Figure(
            key,
            Decimal(raw) if isinstance(raw, int) else None,
            "元",
            CellOrigin("补充资料.xlsx", "基础数据表", "B7", raw),
        )
        for key, raw in cells.items()
    }
    return MissingFigures(Ledger("档案馆", 2020, figures), LACKING, entries_of(PACK), ANSWER)


def _lines(missing: MissingFigures) -> list[str]:
    return [*(cells.line for cells in missing.blanks()), *missing.lines()]


@pytest.mark.parametrize(
    ("cells", "figure", "wanting"),
    [
        ({"三公经费.上年决算": 5}, "三公经费.上年决算", ()),
        ({"三公经费.上年决算": ""}, "三公经费.上年决算", ("三公经费.上年决算",)),
        ({}, "三公经费.增减率", ("三公经费.上年决算",)),
        ({"三公经费.上年决算": "不适用"}, "三公经费.增减率", ()),
        ({"三公经费.上年决算": "见附件"}, "三公经费.增减率", ("三公经费.上年决算",)),
        ({}, "日常公用经费.控制率", ("日常公用经费.预算",)),  # the one of two that the supplement takes
        ({"日常公用经费.预算": "没有编制预算"}, "日常公用经费.控制率", ()),
        ({}, "政府采购.执行率", ()),  # all is known, and comes to none
        ({"三公经费.上年决算": 5}, "三公经费.增减率", ("三公经费.上年决算",)),  # entered, and refused
    ],
)
def test_which_cells_are_wanting_for_a_figure(
    cells: dict[str, str | int], figure: str, wanting: tuple[str, ...]
) -> None:
    assert _missing(**cells).wanting(figure) == wanting


def test_points_that_nothing_lacks_for_are_listed_with_what_is_in_their_way() -> None:
    cell = CellOrigin("补充资料.xlsx", "人员情况", "B5", 0)
    ledger = Ledger("档案馆", 2020, {"人员.编制": Figure("人员.编制", Decimal(0), "人", cell)})
    lacking = {"人员.控制率": (), "控制率.得分": (("人员.控制率",),), "综合评价.得分": (("控制率.得分",),)}
    obstacles = {"控制率.得分": (ledger.figures["人员.编制"],)}
    missing = MissingFigures(ledger, lacking, entries_of(PACK), ANSWER, obstacles)
    missing.note("综合评价.得分", PrintedCell("评价指标表", "合计", ""))
    missing.note("控制率.得分", PrintedCell("评价指标表", "控制率", ""))
    [line] = missing.lines()
    assert "“控制率”算不出得分" in line
    assert "人员（编制）填的是“0”（补充资料.xlsx，工作表“人员情况”，B5）" in line


def test_no_words_stand_in_place_of_points() -> None:
    assert _missing(**{"行政效能.自评得分": "不适用"}).wanting("行政效能.自评得分") == ("行政效能.自评得分",)


def test_a_row_is_one_line_and_nothing_is_named_twice() -> None:
    missing = _missing()
    for column, basis in (("2019年决算数", "上年决算"), ("2020年决算数", "决算")):
        missing.note(f"办公经费.{basis}", PrintedCell("基础数据表", "其中：办公经费", column))
    missing.note("三公经费.上年决算", PrintedCell("基础数据表", "“三公”经费", "2019年决算数"))
    missing.note("三公经费.增减率")
    missing.note("基本支出.决算")
    lines = _lines(missing)
    assert [line.partition("　→ ")[0] for line in lines] == [
        "空格：表“基础数据表”，其中：办公经费 一行：2019年决算数、2020年决算数",
        "空格：表“基础数据表”，“三公”经费 一行：2019年决算数",
        "数字：基本支出（决算）",
    ]
    assert "补充资料“基础数据表”" in lines[0]
    assert "公开表" in lines[-1]


@pytest.mark.parametrize("words", ["不适用", "本年新成立，没有上年数", "2020年10月成立，无上年数", "未发生"])
def test_words_that_say_why_there_is_no_figure_are_an_answer(words: str) -> None:
    assert ANSWER.search(words)


@pytest.mark.parametrize("words", ["", "一百二十七", "约30万元", "见附件", "没有超过30万元"])
def test_other_words_are_no_answer(words: str) -> None:
    assert not ANSWER.search(words)


def test_what_a_row_of_a_list_lacks_is_entered_in_the_sheet_of_the_list() -> None:
    pack = load_pack(BUILT_IN / "national-selfeval")
    missing = MissingFigures(Ledger("档案馆", 2023), {}, entries_of(pack), ANSWER)
    missing.note("绩效指标[进馆/出馆].得分", PrintedCell("自评表", "进馆/出馆", "得分"))
    [line] = _lines(missing)
    assert "请填补充资料“绩效指标”的“进馆/出馆”" in line


def test_a_list_without_rows_is_one_thing_to_supply() -> None:
    pack = load_pack(BUILT_IN / "hunan-2021")
    missing = MissingFigures(Ledger("档案馆", 2023), {}, entries_of(pack), ANSWER)
    for project in ("进馆", "出馆"):
        missing.note_list("项目资金", project)
    missing.note("项目资金.全年预算数")
    assert missing.lines() == ["列表：项目资金（进馆、出馆）没有填　→ 请在补充资料“项目资金”里逐行填写"]


def test_what_a_list_would_sum_up_to_is_entered_in_its_sheet() -> None:
    pack = load_pack(BUILT_IN / "national-selfeval")
    missing = MissingFigures(Ledger("档案馆", 2023), {}, entries_of(pack), ANSWER)
    missing.note("绩效指标.得分")
    assert missing.lines() == ["数字：绩效指标（得分）　→ 请在补充资料“绩效指标”里逐行填写"]


def test_no_advice_has_a_slot_for_a_year() -> None:
    assert not [where for where in entries_of(PACK).values() if "{{" in where.sheet + where.row]


@pytest.mark.parametrize(
    ("wanted", "rule"),
    [
        ("人员.离退休", "没有的填 0"),
        ("三公经费.上年决算", "没有的填 0，不适用的填“不适用”或写明原因"),
        ("行政效能.自评得分", "填 0 至 6 的数，不能写“无”"),
        ("厉行节约保障措施", "没有的写“无”"),
        ("预算级次", "填 一级预算单位、二级预算单位、三级预算单位 中的一种"),
        ("机构设置", ""),
    ],
)
def test_what_an_empty_cell_asks_for(wanted: str, rule: str) -> None:
    assert entries_of(PACK)[wanted].rule == rule


def test_what_only_tables_can_give_is_one_line() -> None:
    missing = _missing()
    for figure in ("工资福利支出.决算", "政府采购.预算", "一般公共预算收入.决算"):
        missing.note(figure)
    [in_tables, in_supplement] = missing.lines()
    assert "政府采购（预算）" in in_supplement
    assert "工资福利支出（决算）、一般公共预算收入（决算）　→ 取自决算、预算公开表" in in_tables


def test_a_row_of_a_list_tells_what_to_enter_in_each_column() -> None:
    pack = load_pack(BUILT_IN / "national-selfeval")
    missing = MissingFigures(Ledger("档案馆", 2023), {}, entries_of(pack), ANSWER)
    for column in ("年度指标值", "分值", "得分"):
        missing.note_text(f"绩效指标[进馆/出馆].{column}", PrintedCell("自评表", "出馆", column))
    [cells] = missing.blanks()
    assert cells.line.endswith("“绩效指标”的“进馆/出馆”；分值、得分填实际的数，不能写“无”")
    assert "得分" not in cells.without({"绩效指标[进馆/出馆].得分"}).line.partition("　→")[0]
