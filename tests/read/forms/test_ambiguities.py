"""Never a wrong figure with confidence: what is ambiguous is left out, and a finding says so."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from converter.read.forms.filing import Filing
from tests.read.rows import read_rows

Rows = list[list[object]]


def _figures(filing: Filing) -> dict[str, Decimal | None]:
    return {figure.id: figure.value for reading in filing.forms for figure in reading.extraction.figures}


def _codes(filing: Filing) -> list[str]:
    forms = (each for reading in filing.forms for each in reading.extraction.findings)
    return [finding.code for finding in (*filing.findings, *forms)]


def _spending(*rows: list[object], head: str = "单位：元") -> Rows:
    return [
        ["2020年度支出决算表"],
        ["部门：某某局", head],
        ["项目", "本年支出合计", "基本支出", "项目支出"],
        *rows,
    ]


def test_columns_that_fit_alike_are_named_with_their_cells(tmp_path: Path) -> None:
    rows: Rows = [
        ["2020年一般公共预算“三公”经费支出预算表"],
        ["单位：万元"],
        ["甲方案", None, "乙方案", None],
        ["合计", "公务接待费", "合计", "公务接待费"],
        [8, 8, 9, 9],
    ]
    filing = read_rows(tmp_path / "a.xlsx", rows)
    assert _figures(filing) == {}
    [first, second] = filing.forms[0].extraction.findings
    assert (first.code, [cell.cell for cell in first.cells]) == ("栏行不明", ["A4", "C4"])
    assert "三公经费（年初预算）" in first.message
    assert "公务接待费（年初预算）" in second.message


def test_a_part_of_a_split_column_is_not_taken_for_the_whole(tmp_path: Path) -> None:
    rows: Rows = [
        ["2020年支出预算总表"],
        ["部门：某某局", "单位：元"],
        ["项目", "支出全额", "基本支出", None, "项目支出"],
        [None, None, "合计", "人员经费", None],
        ["合计", 30, 20, 15, 10],
    ]
    figures = _figures(read_rows(tmp_path / "b.xlsx", rows))
    assert "本年支出.年初预算" not in figures
    assert figures["本年基本支出.年初预算"] == 20
    assert figures["本年项目支出.年初预算"] == 10


def test_years_as_bare_numbers_in_the_header_tell_the_columns_apart(tmp_path: Path) -> None:
    rows: Rows = [
        ["2020年度“三公”经费支出决算表"],
        ["部门：某某局", None, "单位：万元"],
        ["项目", "决算数", None],
        [None, 2019, 2020],
        ["合计", 10, 8],
        ["公务接待费", 6, 5],
    ]
    figures = _figures(read_rows(tmp_path / "c.xlsx", rows))
    assert (figures["三公经费.上年决算"], figures["三公经费.决算"]) == (100_000, 80_000)
    assert (figures["公务接待费.上年决算"], figures["公务接待费.决算"]) == (60_000, 50_000)


def test_two_total_rows_that_differ_give_no_total(tmp_path: Path) -> None:
    filing = read_rows(tmp_path / "d.xlsx", _spending(["合计", 3, 2, 1], ["总计", 5, 2, 3]))
    figures = _figures(filing)
    assert "本年支出.决算" not in figures
    assert figures["本年基本支出.决算"] == 2  # both rows say so
    [whole, projects] = filing.forms[0].extraction.findings
    assert (whole.code, [cell.cell for cell in whole.cells]) == ("栏行不明", ["B4", "B5"])
    assert "本年项目支出（决算）" in projects.message


def test_a_heading_above_the_row_of_the_same_name_is_passed_over(tmp_path: Path) -> None:
    rows: Rows = [
        ["机构运行信息表"],
        ["编制单位：某某局", None, None, None, None, None, "金额单位：元"],
        ["项目", "行次", "预算数", "统计数", "项目", "行次", "统计数"],
        ["栏次", None, 1, 2, "栏次", None, 3],
        ["一、“三公”经费支出", 1, "—", "—", "二、机关运行经费", 22, 70],
        ["（一）支出合计", 2, 60, 50, "（一）行政单位", 23, 70],
        ["1．因公出国（境）费", 3, 0, 0],
        ["2．公务用车购置及运行维护费", 4, 40, 35],
        ["（1）公务用车购置费", 5, 0, 0],
        ["（2）公务用车运行维护费", 6, 40, 35],
        ["3．公务接待费", 7, 20, 15],
        ["（1）国内接待费", 8, "—", 15],
        ["其中：外事接待费", 9, "—", 0],
        ["（二）相关统计数", 11, "—", "—"],
        ["公务用车购置数（辆）", 14, "—", 0],
    ]
    filing = read_rows(tmp_path / "2020年度决算.xlsx", rows)
    figures = _figures(filing)
    assert (figures["三公经费.预算"], figures["三公经费.决算"]) == (60, 50)
    assert (figures["公务用车运行维护费.决算"], figures["公务接待费.决算"]) == (35, 15)
    assert figures["机关运行经费.决算"] == 70
    assert _codes(filing) == []


@pytest.mark.parametrize(
    "head",
    ["单位：人大常委会办公室", "单位：元江县财政局", "单位：千元洞林场", "单位：人社局", "金额单位："],
)
def test_a_department_whose_name_begins_like_a_unit_states_none(tmp_path: Path, head: str) -> None:
    filing = read_rows(tmp_path / "e.xlsx", _spending(["合计", 3, 2, 1], head=head))
    assert (_figures(filing), _codes(filing)) == ({}, ["单位不明"])


@pytest.mark.parametrize(
    ("head", "scale"),
    [
        ("金额单位：元（以下至角分）", 1),
        ("单位: 万 元", 10_000),
        ("（单位：千元）", 1000),
        ("单位（万元）", 10_000),
        ("金额单位：万元  部门：元江县财政局", 10_000),
        ("单位：人民币元", 1),
        ("单位：元江县财政局   单位：万元", 10_000),
    ],
)
def test_a_unit_as_it_may_be_written(tmp_path: Path, head: str, scale: int) -> None:
    assert _figures(read_rows(tmp_path / "f.xlsx", _spending(["合计", 3, 2, 1], head=head))) == {
        "本年支出.决算": 3 * scale,
        "本年基本支出.决算": 2 * scale,
        "本年项目支出.决算": scale,
    }


def test_two_units_on_one_sheet_give_no_amounts(tmp_path: Path) -> None:
    rows = _spending(["合计", 3, 2, 1])
    rows[1] = ["单位：元", "金额单位：万元"]
    filing = read_rows(tmp_path / "g.xlsx", rows)
    assert (_figures(filing), _codes(filing)) == ({}, ["单位不明"])
    assert "元、万元" in filing.forms[0].extraction.findings[0].message


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(datetime.date(2020, 1, 1), id="a date"),
        pytest.param(True, id="a truth value"),
        pytest.param("1,23", id="a comma that parts no thousands"),
        pytest.param("12,3456.00", id="commas by ten thousands"),
        pytest.param("1.2.3", id="two points"),
    ],
)
def test_what_is_no_amount_is_not_taken_for_nil_or_for_another(tmp_path: Path, cell: object) -> None:
    filing = read_rows(tmp_path / "h.xlsx", _spending(["合计", cell, 2, 1]))
    assert _figures(filing)["本年支出.决算"] is None
    assert _codes(filing) == ["不是数字"]


def test_a_code_without_end_is_no_code(tmp_path: Path) -> None:
    path = tmp_path / "i.xlsx"
    rows: Rows = [["2020年度支出决算表"], ["单位：元"], ["科目编码", "科目名称", "本年支出合计"]]
    filing = read_rows(path, [*rows, ["1e999", "合计", 3], [float("nan"), "某项", 2]])
    assert _figures(filing)["本年支出.决算"] == 3


@pytest.mark.parametrize(
    "index",
    [
        pytest.param([None, "1=2+3", "2", "3"], id="with sums"),
        pytest.param(["栏次", 1, 2, 3], id="named"),
        pytest.param(["栏次", 4, 5, 6], id="carried on"),
        pytest.param(["甲", 1, 2, 3], id="lettered"),
    ],
)
def test_a_row_that_numbers_the_columns_is_no_data(tmp_path: Path, index: list[object]) -> None:
    rows: Rows = [
        ["2020年财政拨款“三公”经费支出决算表"],
        ["单位：万元"],
        ["栏目", "决算数", None, None],
        [None, "合计", "因公出国（境）费", "公务接待费"],
        index,
        [None, 9, 4, 5],
    ]
    figures = _figures(read_rows(tmp_path / "j.xlsx", rows))
    assert figures == {"三公经费.决算": 90_000, "因公出国境费.决算": 40_000, "公务接待费.决算": 50_000}


def test_two_rows_of_a_table_without_labels_give_nothing(tmp_path: Path) -> None:
    rows: Rows = [
        ["2020年财政拨款“三公”经费支出决算表"],
        ["单位：万元"],
        ["批次", "决算数", None],
        [None, "合计", "公务接待费"],
        ["其一", 9, 5],
        ["其二", 8, 5],
    ]
    filing = read_rows(tmp_path / "k.xlsx", rows)
    assert _figures(filing) == {}
    [finding] = filing.forms[0].extraction.findings
    assert (finding.code, [cell.cell for cell in finding.cells]) == ("没有合计行", ["A5", "A6"])


def _carried_over(*names: str) -> Rows:
    return [
        ["2020年度财政拨款收入支出决算总表"],
        ["部门：某某局", None, None, None, None, "单位：元"],
        ["收入", None, "支出", None, None, None],
        ["项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"],
        ["本年收入合计", 80, "本年支出合计", 100, 100, 0],
        ["年初财政拨款结转和结余", 30, "年末财政拨款结转和结余", 10, 10, 0],
        *([name, amount, None, None, None, None] for name, amount in zip(names, (30, None, 0), strict=True)),
        ["总计", 110, "总计", 110, 110, 0],
    ]


def test_a_name_that_two_rows_have_where_another_is_lacking_is_asked_about(tmp_path: Path) -> None:
    general, fund, capital = (f"{name}预算财政拨款" for name in ("一般公共", "政府性基金", "国有资本经营"))
    filing = read_rows(tmp_path / "a.xlsx", _carried_over(fund, fund, capital))
    assert "行名重复" in _codes(filing)
    assert "政府性基金结转结余.年初" not in _figures(filing)
    filing = read_rows(tmp_path / "b.xlsx", _carried_over(general, fund, capital))
    assert "行名重复" not in _codes(filing)
    assert _figures(filing)["一般公共预算结转结余.年初"] == 30
