"""Which unread label is offered for one that was sought: never one of another kind, or known by itself."""

import pytest

from converter.pack.loading import load_pack
from converter.read.files.grid import Grid
from converter.read.forms.coverage import closest_label, coverage_of
from converter.read.forms.table_coverage import coverage_by_table
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.blocks.locate import locate_blocks
from converter.read.tables.sheet import FormSheet
from converter.read.tables.titles.title_block import read_title_block, read_top_rows

VOCABULARY = Vocabulary(load_pack())


def sheet(rows: list[list[object]]) -> FormSheet:
    return FormSheet(Grid("表", rows), "f.xlsx", "收支预算总表", 2020, True, VOCABULARY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sought", "labels", "offered"),
    [
        ("本年支出合计", ["本年支出总额"], "本年支出总额"),
        ("业务工作专项", ["业务专项工作"], "业务专项工作"),
        ("财政拨款收入", ["使用非财政拨款节余"], ""),
        ("财政拨款收入", ["非财政拨款收入"], ""),
        ("财政拨款收入", ["财政专户管理资金收入"], ""),
        ("事业收入", ["事业单位经营收入"], ""),
        ("一般公共预算", ["一般公共服务支岀"], ""),
        ("年初结转和结余", ["年末结转与结余"], ""),
        ("本年收入合计", ["本年支出总计"], ""),
        ("上年决算数", ["上年预算数"], ""),
        ("公务用车购置费", ["公务用车运行经费"], ""),
        ("教育支出金额", ["教育支出"], ""),
    ],
)
def test_the_closest_label_is_offered(sought: str, labels: list[str], offered: str) -> None:
    assert closest_label(sheet([]), sought, labels) == offered


def test_nothing_from_the_other_half_of_a_table_is_offered() -> None:
    rows: list[list[object]] = [
        ["2020年收支预算总表"],
        ["收入", "", "支出", ""],
        ["项目", "预算数", "项目", "预算数"],
        ["本年收入合计", 5.0, "财政性拨款", 5.0],
        ["收入总计", 5.0, "支出总计", 5.0],
    ]
    form = sheet(rows)
    block = read_title_block(read_top_rows(form.grid, VOCABULARY), VOCABULARY)
    coverage = coverage_of(coverage_by_table(form, locate_blocks(form, block)))
    assert {miss.closest for miss in coverage.misses} == {""}
