"""What the pack says of a figure's rules, said beside the figure: no more than holds for it."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from converter.figures.figure import Figure
from converter.figures.origin import CellOrigin, Derived
from converter.pack.loading import load_pack
from converter.pack.pack import Pack
from converter.trace.explain import explain
from converter.trace.sources import Sources
from converter.trace.trail import TracedFigure, Trail

PACK = load_pack()
CARD, MEASURES = PACK.scorecard.indicators, PACK.measures
RATE = "三公经费.预算变动率"


def _computed(figure_id: str, formula: str) -> Figure:
    return Figure(figure_id, Decimal(1), "分", Derived(formula, ()))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("预算完成率", ["指标解释：（上年结转＋", "出处：2018年同类公开报告", "评分标准见于原文"]),
        ("公用经费控制率", ["指标解释：实际支出公用经费总额", "财政部门可以改"]),
    ],
)
def test_an_indicator_names_its_standard_and_source(name: str, said: list[str]) -> None:
    [note] = Sources(PACK).notes(_computed(f"{name}.得分", CARD[name].standard))
    assert all(part in note for part in said)
    assert ("出处" in note) is bool(CARD[name].source)


def test_a_measure_names_the_source_of_its_formula() -> None:
    measure = next(each for key, each in MEASURES.items() if key in (RATE, "预算变动率"))
    assert Sources(PACK).notes(_computed(RATE, measure.formula)) == (f"出处：{measure.source}",)


def test_nothing_of_a_formula_or_standard_that_is_no_longer_the_packs() -> None:
    assert Sources(PACK).notes(_computed(RATE, "甲 - 乙")) == ()
    assert Sources(PACK).notes(_computed("预算完成率.得分", "另一个标准")) == ()


def test_a_check_with_a_source_beside_the_figures_it_compares() -> None:
    name, other = "本年收入合计", "本年收入一致"
    checks = {
        key: replace(check, source="某文件") if key in (name, other) else check
        for key, check in PACK.checks.items()
    }
    income = Figure("本年收入.决算", Decimal(1), "元", CellOrigin("甲.xlsx", "表", "C1"))
    notes = Sources(replace(PACK, checks=checks)).notes(income)
    assert notes == tuple(f"勾稽关系：{PACK.checks[key].rule}；出处：某文件" for key in (name, other))
    assert Sources(PACK).notes(income) == ()


def _trail(pack: Pack, version: str) -> Trail:
    figure = _computed("预算完成率.得分", CARD["预算完成率"].standard)
    return Trail("某局", 2020, pack.meta.title, version, figures={figure.id: TracedFigure(figure, "1分")})


def test_region_and_basis_of_the_pack_are_said() -> None:
    head, pack, *tree = explain("预算完成率.得分", _trail(PACK, PACK.meta.version), PACK)
    assert head == "2020年度 某局"
    assert PACK.meta.region in pack
    assert all(followed in pack for followed in PACK.meta.follows)
    assert "指标解释" in tree[1]


def test_a_report_of_another_pack_is_explained_without_sources() -> None:
    _, pack, *tree = explain("预算完成率.得分", _trail(PACK, "0"), PACK)
    assert "与现在的评价办法不同" in pack
    assert len(tree) == 1
