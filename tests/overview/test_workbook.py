"""The workbook as a spreadsheet program reads it: types, panes, filters, links, print set-up."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from converter.errors.errors import Failure
from converter.figures.finding import Severity
from converter.outbox.record import Record
from converter.overview.builder import OverviewBuilder
from converter.overview.workbook.workbook import workbook
from converter.pack.loading import load_pack
from tests.overview.records import finding, record

PACK = load_pack()
NASTY = ["=1+1", "+86", "-局", "@局", "局\x01\ud800", "<局>&\"'", "{{局}}"]
INCOME, RATE = "本年收入.决算", "一般公共预算支出.预算完成率"
NAMES = [
    "下一步",
    "图表",
    "年度与评价办法",
    "部门汇总",
    "问题清单",
    "待补充",
    "问题分类",
    "排名与异常",
    "合计核对",
    "名册核对",
    "收到的文件",
    "全部指标",
]


def _records() -> list[Record | Failure]:
    wrong = finding("收支总计相等", message="=合计不符", hint="改正")
    slight = finding("单位不明", Severity.WARNING, message="未写单位")
    lacking = finding("缺表", Severity.WARNING, message="缺少预算表", to_supply=True)
    records: list[Record | Failure] = [
        record(name, {INCOME: "12345678.9", RATE: "0.98"}, findings=(wrong, slight), score="94")
        for name in NASTY
    ]
    records.append(
        record(
            "档案馆", {INCOME: "0", RATE: "0.4"}, findings=(lacking,), missing=("绩效情况",),
            report="档案馆 #1/2020年度100%报告.docx",
        )
    )  # fmt: skip
    return [*records, record("气象局", {RATE: "0.97"}), Failure("决算.xlsx", "决算.xlsx：文件损坏", "教育局")]


def _bytes(records: list[Record | Failure]) -> bytes:
    builder = OverviewBuilder(PACK)
    for each in records:
        builder.add([each])
    return workbook(builder.overview(Path("samples")))


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(_bytes(_records())))


def _table(page: Worksheet) -> list[dict[str, Any]]:
    """Return the rows below the heads, by head."""
    rows = list(page.iter_rows(values_only=True))
    at = next(number for number, row in enumerate(rows) if row[0] == "序号")
    return [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]]


def test_the_sheets_stand_in_their_order(book: Workbook) -> None:
    assert book.sheetnames == NAMES


def test_charts_draw_what_stands_on_other_sheets(book: Workbook) -> None:
    readiness, rules = book["图表"]._charts
    assert [series.val.numRef.f for series in rules.ser] == ["问题分类!$D$4:$D$5"]
    assert book["问题分类"]["D3"].value == "涉及部门数"
    assert [str(series.val.numRef.f).split("!")[0] for series in readiness.ser] == ["年度与评价办法"] * 3


def test_numbers_are_numbers_and_blank_is_not_zero(book: Workbook) -> None:
    rows = {row["部门"]: row for row in _table(book["部门汇总"])}
    assert rows["=1+1"]["本年收入"] == pytest.approx(1234.56789)
    assert rows["档案馆"]["本年收入"] == 0
    assert rows["气象局"]["本年收入"] is None
    assert rows["=1+1"]["预算完成率"] == pytest.approx(0.98)
    assert (rows["=1+1"]["得分"], rows["=1+1"]["等次"]) == (None, "优秀")
    assert rows["教育局"]["错误"] is None
    formats = {cell.number_format for row in book["部门汇总"].iter_rows(min_row=5) for cell in row}
    assert {"#,##0.00", "#,##0.00%", "#,##0", "@"} <= formats


def test_texts_stay_texts(book: Workbook) -> None:
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"n", "s"}
    assert [row["部门"] for row in _table(book["部门汇总"])][:7] == [
        "=1+1", "+86", "-局", "@局", "局", "<局>&\"'", "{{局}}",
    ]  # fmt: skip


def test_readiness_counts_and_notes(book: Workbook) -> None:
    rows = {row["部门"]: row for row in _table(book["部门汇总"])}
    told = {name: [rows[name][head] for head in ("判定", "错误", "警告", "待补")] for name in rows}
    assert told["=1+1"] == ["待核", 1, 1, 0]
    assert told["档案馆"] == ["待补充", 0, 0, 2]
    assert told["气象局"] == ["可报送", 0, 0, 0]
    assert told["教育局"] == ["未处理", None, None, None]
    assert rows["教育局"]["备注"] == "决算.xlsx：文件损坏"


def test_findings_gravest_first_with_their_cells(book: Workbook) -> None:
    rows = _table(book["问题清单"])
    assert [row["程度"] for row in rows] == ["错误"] * 7 + ["警告"] * 7
    first = {
        head: rows[0][head] for head in ("部门", "问题种类", "文件", "工作表", "单元格", "问题", "怎样处理")
    }
    assert list(first.values()) == [
        "=1+1", "收支总计相等", "决算.xlsx", "收支总表", "C9", "=合计不符", "改正",
    ]  # fmt: skip


def test_what_to_supply_and_which_rules_hit(book: Workbook) -> None:
    assert [(row["部门"], row["哪一类"], row["要补充的内容"]) for row in _table(book["待补充"])] == [
        ("档案馆", "缺表", "缺少预算表"),
        ("档案馆", "待写内容", "绩效情况"),
    ]
    told = [
        (each["问题种类"], each["程度"], each["涉及部门数"], each["次数"])
        for each in _table(book["问题分类"])
    ]
    assert told == [("收支总计相等", "错误", 7, 7), ("单位不明", "警告", 7, 7)]


def test_the_outlier_comes_first_and_stands_out(book: Workbook) -> None:
    first = _table(book["排名与异常"])[0]
    assert (first["部门"], first["异常项数"]) == ("档案馆", 1)
    assert first["异常说明"].startswith("预算完成率 40.00%，偏低：全部 9 个部门的中位数是 98.00%")
    fills = {cell.value: cell.fill.fgColor.rgb for row in book["部门汇总"].iter_rows() for cell in row}
    assert fills[0.4] == "FFF8CBAD"


def test_links_lead_to_the_report_from_the_outbox(book: Workbook) -> None:
    links = [cell.hyperlink.target for row in book["部门汇总"].iter_rows() for cell in row if cell.hyperlink]
    assert links == ["档案馆%20%231/2020年度100%25报告.docx"]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "图表"])
def test_every_sheet_is_ready_to_read_and_to_print(book: Workbook, name: str) -> None:
    page = book[name]
    head = next(cell.row for cell in page["A"] if cell.value == "序号")
    assert page.freeze_panes == f"C{head + 1}"
    assert page.auto_filter.ref.startswith(f"A{head}:")
    assert page.print_title_rows.endswith(f"${head}")
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert "&P" in page.oddFooter.center.text
    assert {cell.font.name for row in page.iter_rows(min_row=1) for cell in row if cell.value} <= {
        "宋体", "黑体",
    }  # fmt: skip


def test_widths_show_every_number(book: Workbook) -> None:
    page = book["部门汇总"]
    for row in page.iter_rows(min_row=5):
        for cell in row:
            if isinstance(cell.value, float | int) and cell.number_format == "#,##0.00":
                text = f"{Decimal(str(cell.value)):,.2f}"
                assert page.column_dimensions[cell.column_letter].width > len(text), text


def test_the_same_records_give_the_same_bytes_without_a_clock() -> None:
    data = _bytes(_records())
    assert data == _bytes(_records())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {each.date_time[0] for each in package.infolist()} == {1980}


def test_nothing_to_list_is_said() -> None:
    page = load_workbook(io.BytesIO(_bytes([record("档案馆")])))["问题清单"]
    assert page["A4"].value == "（无）"
