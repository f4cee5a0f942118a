"""Blocks for the tests."""

from decimal import Decimal

from converter.narrative.blocks import (
    Align,
    Annex,
    Attachments,
    Block,
    Cell,
    Heading,
    Missing,
    Paragraph,
    ReviewComments,
    Table,
    TextRun,
    TextRuns,
    Title,
)


def runs(*texts: str) -> TextRuns:
    return tuple(map(TextRun, texts))


def cell(text: str, *, columns: int = 1, rows: int = 1, align: Align = Align.CENTER) -> Cell:
    return Cell(runs(text), columns, rows, align)


def figure(text: str, value: str, figure_id: str) -> TextRun:
    return TextRun(text, figure_id, Decimal(value))


def figures(label: str, *values: str) -> tuple[Cell, ...]:
    runs = (figure(value, value, f"{label}.{column}") for column, value in enumerate(values))
    return (cell(label), *(Cell((run,), align=Align.RIGHT) for run in runs))


BUDGET = Table(
    caption="2020年度预算、决算、结余对比情况表",
    unit="单位：万元",
    widths=(26, 25, 25, 25, 43),
    header=(
        (cell("项目", rows=2), cell("预算金额", columns=3), cell("执行差异\n（预算－决算）", rows=2)),
        (cell("年初预算"), cell("上年结转"), cell("本年追加")),
    ),
    body=(
        figures("基本支出", "2804.42", "72.00", "1054.20", "15.26"),
        figures("项目支出", "911.87", "325.95", "398.17", "33.48"),
        figures("合计", "3716.29", "397.95", "1452.37", "48.74"),
    ),
    note="注：执行差异为预算可用指标减决算金额。",
)


def _group(name: str, size: int) -> list[tuple[Cell, ...]]:
    texts = ("部门自评", "5", "不超过100%得满分，每超过1个百分点扣0.5分，扣完为止", "97.69%", "5", "")
    cells = tuple(cell(text, align=Align.LEFT) for text in texts)
    first = (cell(name, rows=size), cell("预算配置", rows=size), *cells)
    return [first, *[cells] * (size - 1)]


SCORES = Table(
    caption="",
    unit="",
    widths=(7, 8, 14, 6, 36, 11, 7, 11),
    header=(
        tuple(
            map(
                cell,
                ("一级\n指标", "二级\n指标", "三级指标", "分值", "评分标准", "指标值", "得分", "扣分原因"),
            )
        ),
    ),
    body=(*_group("投入", 4), *_group("过程", 9), *_group("产出", 8), (cell("合计", columns=8),)),
)

REPORT: tuple[Block, ...] = (
    Title(("2020年度某某市人民政府办公室", "部门整体支出绩效评价报告")),
    Heading(1, runs("一、部门概况")),
    Paragraph((TextRun("某某办公室实有人员"), figure("216人", "216", "人员.实有"), TextRun("。"))),
    Heading(2, runs("（一）单位主要职责")),
    Missing("待补充：单位主要职责。"),
    BUDGET,
    SCORES,
    Heading(3, runs("1.小标题")),
    Heading(4, runs("（1）更小的标题")),
    Paragraph(runs("正文。")),
    Attachments("附件：", ("1.评价指标表", "2.基础数据表")),
    Annex("附件1", "评价指标表", landscape=True),
    SCORES,
    Annex("附件2", "基础数据表"),
    BUDGET,
    Annex("附件3", "项目支出表"),
    Paragraph(runs("完。")),
)

COMMENTS = ReviewComments(("还有 1 项", "第二条\n两行"), {1: ("<出处>",), 3: ("错误", "出处")})
