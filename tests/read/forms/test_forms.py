"""Forms of their own kind: internal, blank forms filled in, stacked and row-wise tables, codes in parts."""

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from converter.read.forms.filing import Filing
from samples.filing import write
from samples.filing.accounts import Fund, sum_of
from samples.filing.departments import SEED, load
from samples.filing.internal import internal
from tests.read.rows import READER, read_rows

REAL = Path(__file__).parents[4] / "shared" / "real-forms"


def _figures(filing: Filing) -> dict[str, Decimal | None]:
    return {figure.id: figure.value for reading in filing.forms for figure in reading.extraction.figures}


def test_internal_sheet_has_budget_adjusted_and_final(tmp_path: Path) -> None:
    accounts = load(SEED).accounts
    path = write.book([internal(accounts)], tmp_path / "2020年度决算.xls")
    figures = _figures(READER.read(path, path.name))
    everything = accounts.of(*Fund)
    assert figures["本年支出.年初预算"] == sum_of(line.budgeted.total for line in everything)
    assert figures["本年支出.决算"] == sum_of(line.spent.total for line in everything)
    assert figures["本年基本支出.决算"] == sum_of(line.spent.basic for line in everything)
    assert figures["本年项目支出.决算"] == sum_of(line.spent.project for line in everything)


@pytest.mark.skipif(not REAL.is_dir(), reason="needs the two real forms in ../shared/real-forms")
def test_a_real_blank_form_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    shutil.copy(REAL / "unit-budget-form.xlsx", path)
    book = openpyxl.load_workbook(path)
    spending = book["单位支出总表"]
    spending["A4"] = "编制单位：某某中心"
    for row, amounts in {9: (30, 20, 10), 10: (30, 20, 10), 11: (30, 20, 10), 20: (30, 20, 10)}.items():
        spending[f"E{row}"], spending[f"F{row}"], spending[f"G{row}"] = amounts
    public = book["单位“三公”经费和机关运行费预算表"]
    for column, amount in zip("ABCDEFG", (6, 1, 2, 3, 0, 3, 9), strict=True):
        public[f"{column}7"] = amount
    book.save(path)
    filing = READER.read(path, path.name)
    figures = _figures(filing)
    assert (filing.department, filing.year) == ("某某中心", 2026)
    assert (figures["本年支出.年初预算"], figures["本年基本支出.年初预算"]) == (30, 20)  # the sheet is in 元
    assert (figures["三公经费.年初预算"], figures["机关运行经费.年初预算"]) == (
        60_000,
        90_000,
    )  # this one in 万元
    assert (figures["公务用车购置费.年初预算"], figures["公务用车运行维护费.年初预算"]) == (0, 30_000)
    lines = {
        line.key: line
        for reading in filing.forms
        for line in reading.extraction.detail_rows
        if line.group == "支出预算"
    }
    assert list(lines) == ["205", "20502", "2050205"]


@pytest.mark.skipif(not REAL.is_dir(), reason="needs the two real forms in ../shared/real-forms")
def test_every_table_of_a_real_form_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    shutil.copy(REAL / "unit-budget-form.xlsx", path)
    book = openpyxl.load_workbook(path)
    for name, amounts in {
        "单位收入总表": (60, 50, 4, 3, 3),
        "单位政府性基金拨款表": (9, 4, 5),
        "单位国有资本经营预算拨款表 ": (7, 0, 7),
        "单位一般公共预算拨款表": (44, 20, 24),
    }.items():
        _fill(book[name], ["合计"], 5, amounts)
    _fill(book["单位一般公共预算拨款基本支出明细表"], ["合计"], 4, (20, 14, 6))
    _fill(book["单位一般公共预算拨款基本支出明细表"], ["工资福利支出", "基本工资"], 4, (11, 11, 0))
    book.save(path)
    filing = READER.read(path, path.name)
    figures = {key: value for key, value in _figures(filing).items() if value}
    assert figures == {
        "本年收入.年初预算": 60,
        "财政拨款收入.年初预算": 50,
        "政府性基金支出.年初预算": 9,
        "国有资本经营支出.年初预算": 7,
        "一般公共预算支出.年初预算": 44,
        "基本支出.年初预算": 20,
        "项目支出.年初预算": 24,
        "人员经费.年初预算": 14,
        "日常公用经费.年初预算": 6,
        "工资福利支出.年初预算": 11,
    }
    said = [finding.code for reading in filing.forms for finding in reading.extraction.findings]
    assert said == ["空表未注明"] * 2
    assert filing.findings == ()


def _fill(sheet: Any, labels: list[str], column: int, amounts: tuple[int, ...]) -> None:
    """Write the amounts into the rows with these labels."""
    rows = [
        row[0].row
        for row in sheet.iter_rows()
        if any("".join(str(cell.value).split()) in labels for cell in row[:4])
    ]
    for row in rows[-len(labels) :]:
        for place, amount in enumerate(amounts, start=column):
            sheet.cell(row, place, amount)


@pytest.mark.skipif(not REAL.is_dir(), reason="needs the two real forms in ../shared/real-forms")
def test_the_real_xls_written_by_wps_is_recognised() -> None:
    filing = READER.read(REAL / "unit-budget-form-wps.xls", "form.xls")
    assert len(filing.forms) == 9
    assert filing.year == 2026


def test_base_data_table_with_years_in_its_labels(tmp_path: Path) -> None:
    figures = _figures(
        read_rows(
            tmp_path / "a.xlsx",
            [
                ["2018年部门整体支出绩效评价基础数据表"],
                ["填报单位：某某局", None, None, "单位：万元"],
                ["财政供养人员情况", "编制数", "2018年实际在职人数", "控制率"],
                [None, 143, 136, 0.951],
                ["经费控制情况", "2017年决算数", "2018年预算数", "2018年决算数"],
                ["三公经费", 29.08, 63.46, 44.29],
                ["1、公务用车购置和维护经费", 11.86, 41.46, 39.30],
                ["政府采购金额", 16.14, 30.66, 30.66],
            ],
        )
    )
    assert (figures["人员.编制"], figures["人员.在职"]) == (143, 136)
    assert figures["三公经费.上年决算"] == Decimal("290800")
    assert figures["三公经费.预算"] == Decimal("634600")
    assert figures["公务用车购置及运行维护费.决算"] == Decimal("393000")
    assert figures["政府采购.决算"] == Decimal("306600")


def test_public_costs_listed_by_rows_with_years_as_digits(tmp_path: Path) -> None:
    figures = _figures(
        read_rows(
            tmp_path / "b.xlsx",
            [
                ["2020年度“三公”经费支出决算表"],
                ["单位：某某局", None, None, "金额单位：万元"],
                ["项目", "2019年决算数", "2020年决算数", "增减额"],
                ["合计", 10, 8, -2],
                ["1、因公出国（境）费", 4, "—", -4],
                ["2、公务接待费", 6, 8, 2],
            ],
        )
    )
    assert (figures["三公经费.上年决算"], figures["三公经费.决算"]) == (100_000, 80_000)
    assert (figures["因公出国境费.上年决算"], figures["因公出国境费.决算"]) == (40_000, 0)


def test_a_sheet_without_a_unit_gives_no_amounts_and_says_so(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["2020年度支出决算表"],
        ["项目", None, "本年支出合计", "基本支出", "项目支出"],
        ["功能分类科目编码", "科目名称"],
        ["合计", None, 3, 2, 1],
    ]
    filing = read_rows(tmp_path / "c.xlsx", rows)
    [reading] = filing.forms
    assert reading.extraction.figures == ()
    assert [finding.code for finding in reading.extraction.findings] == ["单位不明"]


def test_two_columns_that_fit_alike_are_not_guessed_at(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["2020年一般公共预算“三公”经费支出预算表"],
        ["单位：万元"],
        ["甲方案", None, "乙方案", None],
        ["合计", "公务接待费", "合计", "公务接待费"],
        [8, 8, 9, 9],
    ]
    figures = _figures(read_rows(tmp_path / "d.xlsx", rows))
    assert "三公经费.年初预算" not in figures


def test_a_contents_sheet_is_no_form(tmp_path: Path) -> None:
    filing = read_rows(tmp_path / "f.xlsx", [["目  录"], ["1. 收入支出决算总表"], ["2. 支出决算表"]])
    assert filing.forms == ()


@pytest.mark.parametrize(
    "codes",
    [
        pytest.param([["201", "", ""], ["201", "03", ""], ["201", "03", "01"]], id="every part in every row"),
        pytest.param(
            [["201", "", ""], ["", "03", ""], ["", "", "01"]], id="parts of the rows above left out"
        ),
        pytest.param([[201, "", ""], [201, 3, ""], [201, 3, 1]], id="numbers, zeros lost"),
        pytest.param([["201", "", ""], ["", "20103", ""], ["", "", "2010301"]], id="whole codes"),
        pytest.param(
            [["201", "", ""], ["201", "20103", ""], ["201", "20103", "2010301"]], id="whole and all"
        ),
    ],
)
def test_codes_in_three_columns(tmp_path: Path, codes: list[list[object]]) -> None:
    rows: list[list[Any]] = [
        ["2020年度支出决算表"],
        ["单位：元"],
        ["功能分类科目编码", None, None, "科目名称", "本年支出合计", "基本支出", "项目支出"],
        ["类", "款", "项"],
        *([*code, "某项", 7, 4, 3] for code in codes),
        ["合计", None, None, None, 7, 4, 3],
    ]
    [reading] = read_rows(tmp_path / "l.xlsx", rows).forms
    assert [line.key for line in reading.extraction.detail_rows] == ["201", "20103", "2010301"]
