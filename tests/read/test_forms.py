"""Forms of their own kind: the internal sheet, real blank forms filled in, stacked and row-wise tables."""

import os
import shutil
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from converter.pack import load_pack
from converter.read import Filing, Reader, ReadError
from samples.filing import write
from samples.filing.accounts import Fund, sum_of
from samples.filing.departments import SEED, load
from samples.filing.internal import internal

READER = Reader(load_pack())
REAL = Path(__file__).parents[3] / "shared" / "real-forms"


def _figures(filing: Filing) -> dict[str, Decimal | None]:
    return {figure.id: figure.value for reading in filing.forms for figure in reading.figures}


def _sheet(path: Path, rows: list[list[object]], name: str = "表") -> Filing:
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    book.save(path)
    return READER.read(path, path.name)


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
    lines = {line.key: line for reading in filing.forms for line in reading.lines if line.group == "支出预算"}
    assert list(lines) == ["205", "20502", "2050205"]


@pytest.mark.skipif(not REAL.is_dir(), reason="needs the two real forms in ../shared/real-forms")
def test_the_real_xls_written_by_wps_is_recognised() -> None:
    filing = READER.read(REAL / "unit-budget-form-wps.xls", "form.xls")
    assert len(filing.forms) == 9
    assert filing.year == 2026


def test_base_data_table_with_years_in_its_labels(tmp_path: Path) -> None:
    figures = _figures(
        _sheet(
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
        _sheet(
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
    filing = _sheet(tmp_path / "c.xlsx", rows)
    [reading] = filing.forms
    assert reading.figures == ()
    assert [finding.code for finding in reading.lifted.findings] == ["单位不明"]


def test_two_columns_that_fit_alike_are_not_guessed_at(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["2020年一般公共预算“三公”经费支出表"],
        ["单位：万元"],
        ["甲方案", None, "乙方案", None],
        ["合计", "公务接待费", "合计", "公务接待费"],
        [8, 8, 9, 9],
    ]
    figures = _figures(_sheet(tmp_path / "d.xlsx", rows))
    assert "三公经费.年初预算" not in figures


FORMULA: list[list[object]] = [
    ["2020年度支出决算表"],
    ["部门：某某局", None, None, None, "单位：元"],
    ["项目", None, "本年支出合计", "基本支出", "项目支出"],
    ["功能分类科目编码", "科目名称"],
    ["合计", None, "=D5+E5", 2, 1],
]


def test_a_formula_never_computed_is_not_nil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # where no LibreOffice is installed
    filing = _sheet(tmp_path / "e.xlsx", FORMULA)
    [reading] = filing.forms
    assert {figure.id: figure.value for figure in reading.figures}["本年支出.决算"] is None
    assert [(each.code, each.cells[0].cell) for each in reading.lifted.findings] == [("公式未计算", "C5")]


def test_a_contents_sheet_is_no_form(tmp_path: Path) -> None:
    filing = _sheet(tmp_path / "f.xlsx", [["目  录"], ["1. 收入支出决算总表"], ["2. 支出决算表"]])
    assert filing.forms == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("部门：某某局（本级）", "某某局（本级）"),
        ("编制单位: 某 某 局(机关)", "某某局（机关）"),
        ("（单位：某某局）", "某某局"),
        ("部门：某某局    金额单位：万元", "某某局"),
        ("填报单位：XX单位", ""),
    ],
)
def test_the_department_is_taken_as_it_is_written(tmp_path: Path, line: str, name: str) -> None:
    filing = _sheet(
        tmp_path / "g.xlsx", [["2020年度支出决算表"], [line], ["项目", "本年支出合计"], ["合计", 1]]
    )
    assert filing.department == name


def test_two_departments_in_one_workbook_are_kept_apart(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for sheet, name in ((book.active, "甲局"), (book.create_sheet("乙"), "乙局")):
        for row in (
            ["2020年度支出决算表"],
            [f"部门：{name}", "单位：元"],
            ["项目", "本年支出合计"],
            ["合计", 5],
        ):
            sheet.append(row)
    book.save(tmp_path / "h.xlsx")
    filing = READER.read(tmp_path / "h.xlsx", "h.xlsx")
    assert [part.department for part in filing.by_department()] == ["甲局", "乙局"]
    assert all(len(part.forms) == 1 for part in filing.by_department())


@pytest.mark.parametrize(
    ("cell", "amount", "code"),
    [
        ("44万元", 440_000, ""),
        ("(1,234.00)", -1234, ""),
        ("无", 0, ""),
        ("——", 0, ""),
        ("见附表", None, "不是数字"),
    ],
)
def test_what_a_cell_may_say(tmp_path: Path, cell: str, amount: int | None, code: str) -> None:
    rows: list[list[object]] = [
        ["2020年度支出决算表"],
        ["部门：某某局", "单位：元"],
        ["项目", "本年支出合计", "基本支出"],
        ["合计", cell, 7],
    ]
    [reading] = _sheet(tmp_path / "i.xlsx", rows).forms
    assert {figure.id: figure.value for figure in reading.figures}["本年支出.决算"] == amount
    assert [finding.code for finding in reading.lifted.findings] == ([code] if code else [])


def test_a_hidden_sheet_is_named_and_not_taken(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["说明"])
    hidden = book.create_sheet("旧数")
    for row in (
        ["2020年度支出决算表"],
        ["单位：元"],
        ["项目", "本年支出合计", "基本支出", "项目支出"],
        ["合计", 3, 2, 1],
    ):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "j.xlsx")
    filing = READER.read(tmp_path / "j.xlsx", "j.xlsx")
    assert filing.forms == []
    assert [finding.code for finding in filing.findings] == ["隐藏工作表"]


def test_a_file_with_a_password_opens_with_it_and_says_so_without(tmp_path: Path) -> None:
    path = tmp_path / "k.xlsx"
    rows: list[list[object]] = [
        ["2020年度支出决算表"],
        ["部门：某某局", "单位：元"],
        ["项目", "本年支出合计"],
        ["合计", 5],
    ]
    _sheet(path, rows)
    with path.open("rb") as plain, (tmp_path / "l.xlsx").open("wb") as locked:
        OOXMLFile(plain).encrypt("机密", locked)
    with pytest.raises(ReadError, match="设有打开密码"):
        READER.read(tmp_path / "l.xlsx", "l.xlsx")
    with pytest.raises(ReadError, match="密码不对"):
        Reader(load_pack(), "错").read(tmp_path / "l.xlsx", "l.xlsx")
    assert Reader(load_pack(), "机密").read(tmp_path / "l.xlsx", "l.xlsx").department == "某某局"


@pytest.mark.render
@pytest.mark.skipif(
    not shutil.which("soffice") and not os.environ.get("JIXIAO_RENDER"), reason="needs LibreOffice"
)
def test_a_formula_never_computed_is_computed_where_libreoffice_is(tmp_path: Path) -> None:
    filing = _sheet(tmp_path / "m.xlsx", FORMULA)
    [reading] = filing.forms
    assert {figure.id: figure.value for figure in reading.figures}["本年支出.决算"] == 3
    assert [finding.code for finding in filing.findings] == ["公式重新计算"]
