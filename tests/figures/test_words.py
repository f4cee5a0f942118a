"""Figures, cells and formulas as people read them."""

import pytest

from converter.figures import CellOrigin, condition_words, figure_words, formula_words, place_words


@pytest.mark.parametrize(
    ("formula", "read"),
    [
        ("决算 / 本年收入.决算", "决算 / 本年收入（决算）"),
        ("first(三公.年初预算, 三公.预算) * 0.5", "（三公（年初预算），没有的用三公（预算）） * 0.5"),
        ("first(年初预算, 预算)", "年初预算，没有的用预算"),
        ("(甲 - first(乙 * (丙 + 丁), 0)) / 戊", "(甲 - （乙 * (丙 + 丁)，没有的用0）) / 戊"),
        ("sum(指标.得分) + 甲", "（指标（得分） 合计） + 甲"),
        ("sum(指标.得分, 一级指标 == 产出指标)", "指标（得分） 合计（只计一级指标为产出指标的）"),
        ("(甲 - first(乙, 丙)) / first(乙, 丙)", "(甲 - （乙，没有的用丙）) / （乙，没有的用丙）"),
        (")first(", ")first("),
        ("first(" * 30 + ")" * 30, "first(" * 30 + ")" * 30),
    ],
)
def test_a_formula_is_read_without_names_of_functions(formula: str, read: str) -> None:
    assert formula_words(formula) == read


def test_a_bare_name_is_a_basis_of_the_item() -> None:
    read = formula_words("first(决算, 预算) / 基本支出.决算 * 100", "人员经费")
    assert read == "（人员经费（决算），没有的用人员经费（预算）） / 基本支出（决算） * 100"


@pytest.mark.parametrize(
    ("figure", "read"),
    [
        ("人员.实有", "人员（实有）"),
        ("支出决算[2010301].本年支出", "2010301（本年支出）"),
        ("控制率", "控制率"),
    ],
)
def test_a_figure_is_named_without_a_point(figure: str, read: str) -> None:
    assert figure_words(figure) == read


def test_a_place_is_named_by_file_sheet_and_cell() -> None:
    assert place_words(CellOrigin("决算.xlsx", "GK07", "G8")) == "决算.xlsx，工作表“GK07”：G8"
    assert place_words(CellOrigin("决算.xlsx", "GK07", "")) == "决算.xlsx，工作表“GK07”"


@pytest.mark.parametrize(
    ("condition", "read"),
    [
        ("first(甲.决算, 1) == 0", "甲.决算为0"),
        ("first(甲.预算, 乙.预算, 1) == 0 and 丙 > 0", "（甲.预算，没有的用乙.预算）为0，并且丙大于0"),
        ("first(甲.预算, 1) == 0 and first(甲.决算, 0) == 0", "甲.预算为0，并且甲.决算为0"),
    ],
)
def test_a_condition_is_read_in_words(condition: str, read: str) -> None:
    assert condition_words(condition) == read
