"""The report's tables as forms: a grid of plain cells is read by its heads and labels."""

from msgspec.structs import replace

from converter.pack.loading import load_pack
from converter.pack.report_forms import report_forms
from converter.pack.shapes.forms import Form
from converter.pack.shapes.tables import GridCell, ReportTable

PACK = load_pack()
BUDGET, SPENT = GridCell(figure="基本支出.年初预算"), GridCell(figure="基本支出.决算")


def _form(*rows: tuple[GridCell | str, ...]) -> Form | None:
    table = ReportTable(caption="{{ 年度 }}年资金情况", widths=(1, 1, 1), grid=rows)
    return report_forms(replace(PACK, tables={"甲表": table})).get("甲表")


def test_a_grid_of_plain_cells_is_a_form_column_by_column() -> None:
    form = _form(("项目", "{{ 年度 }}年预算", "决算"), ("基本支出", BUDGET, SPENT))
    assert form is not None
    assert form.titles == ("本年资金情况",)
    assert [(block.columns, block.rows) for block in form.blocks] == [
        ({"amount": ("本年预算",)}, {"基本支出.年初预算": ("基本支出",)}),
        ({"amount": ("决算",)}, {"基本支出.决算": ("基本支出",)}),
    ]


def test_a_grid_whose_cells_span_others_is_none() -> None:
    assert _form(("项目", GridCell(text="数", columns=2)), ("基本支出", BUDGET, SPENT)) is None


def test_the_supplements_own_grid_is_read_as_the_supplement_is() -> None:
    assert report_forms(PACK)["基础数据表"] is PACK.forms["基础数据表"]
