"""A small trail: a rate over two sums, one of them over cells, one over a detail row."""

from decimal import Decimal

from converter.figures.figure import Figure
from converter.figures.origin import CellOrigin, Derived
from converter.trace.trail import Occurrence, TracedFigure, Trail


def cell(figure_id: str, amount: int, at: str) -> TracedFigure:
    origin = CellOrigin("决算.xlsx", "支出", at, amount, "万元", "支出表")
    return TracedFigure(Figure(figure_id, Decimal(amount * 10000), "元", origin), f"{amount}.00万元")


def derived(
    figure_id: str, value: str, text: str, formula: str, *inputs: str, applied: str = ""
) -> TracedFigure:
    return TracedFigure(Figure(figure_id, Decimal(value), "元", Derived(formula, inputs, applied)), text)


TRACED = (
    derived("甲.得分", "4", "4分", "标准", "甲.占比", applied="60%大于50%，计4分"),
    derived("甲.占比", "0.6", "60.00%", "决算 / 总额.决算", "甲.决算", "总额.决算"),
    derived("甲.决算", "60000", "6.00万元", "sum(明细.决算)", "明细[01].决算"),
    cell("明细[01].决算", 6, "C7"),
    derived("总额.决算", "100000", "10.00万元", "甲.决算 + 乙.决算", "甲.决算", "乙.决算"),
    cell("乙.决算", 4, "C8"),
    TracedFigure(Figure("丙.决算", None, "元", CellOrigin("决算.xlsx", "支出", "C9")), ""),
)
OCCURRENCES = (
    Occurrence("_jx1_0", "甲.占比", Decimal("0.6"), "60.00%"),
    Occurrence("_jx2_0", "甲.决算", Decimal("-60000"), "6.00"),
    Occurrence("_jx3_0", "甲.得分", Decimal(4), "4分"),
)
TRAIL = Trail("某局", 2020, figures={each.figure.id: each for each in TRACED}, occurrences=OCCURRENCES)
