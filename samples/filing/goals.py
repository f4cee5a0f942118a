"""The goals of a department as its budget states them: 整体支出绩效目标表."""

from __future__ import annotations

from samples.filing.layout import Layout
from samples.filing.sheet import Pen, SheetTable
from samples.filing.supplement import Rows, cell_of

GOALS = ("一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "分值")
_GOAL_COLUMNS = (0, 1, 2, 3, 4, 6)  # of 整体绩效指标


def goals(department: str, year: int, rows: Rows, layout: Layout) -> SheetTable:
    """The department's goals as its budget states them: the left half of its 自评表."""
    pen = Pen(layout, "万元", year)
    pen.label(0, 0, f"{year}年部门整体支出绩效目标表", columns=len(GOALS))
    pen.put(1, 0, f"单位名称：{department}")
    for column, head in enumerate(GOALS):
        pen.label(2, column, head)
    for at, row in enumerate(rows, 3):
        for column, source in enumerate(_GOAL_COLUMNS):
            pen.put(at, column, cell_of(row[source]) if row[source] else None)
    return pen.done("整体支出绩效目标表")
