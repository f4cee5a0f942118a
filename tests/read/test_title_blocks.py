"""Which form a sheet is: titles with a name, a year, a number about them, cut short, or only in its name."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from converter.pack.loading import load_pack
from converter.read.labels.vocabulary import Vocabulary
from samples.filing import write
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts
from tests.read.expected import final_figures
from tests.read.rows import READER, read_rows

TABLE: list[list[object]] = [
    ["部门：某县项目人员收入服务中心", "单位：元"],
    ["项目", "本年支出合计", "基本支出", "项目支出"],
    ["合计", 3, 2, 1],
]


@pytest.mark.parametrize(
    "title",
    [
        "支出决算表",
        "2020年度支出决算表",
        "某县项目人员收入服务中心2020年度支出决算表",
        "2020年度某县项目人员收入服务中心支出决算表",
        "2020年度部门支出决算表（公开03表）",
        "支出决算表 公开03表",
        "公开03表  支出决算表",
        "附件3：支出决算表",
        "支 出 决 算 表",
        "（2020年度）支出决算表",
    ],
)
def test_a_title_and_what_may_stand_about_it(tmp_path: Path, title: str) -> None:
    filing = read_rows(tmp_path / "2020.xlsx", [[title], *TABLE])
    assert [reading.form for reading in filing.forms] == ["支出决算表"]
    assert filing.forms[0].extraction.figures[0].value == 3


@pytest.mark.parametrize(
    "title",
    [
        "一般公共预算财政拨款项目支出决算明细表",
        "政府性基金支出决算表",
        "上级补助收入决算表",
        "非税收入决算表",
        "其他收入决算表",
        "项目支出决算表",
        "人员支出决算表",
        "财政专户管理资金支出决算表",
        "支出决算表填报说明",
    ],
)
def test_a_title_of_another_table_is_not_taken_for_this_one(tmp_path: Path, title: str) -> None:
    assert read_rows(tmp_path / "2020.xlsx", [[title], *TABLE]).forms == ()


@pytest.mark.parametrize(
    "name",
    ["GK03 支出决算表(公开03表)", "03支出决算表 ", "Z04 支出决算表(财决04表)", "2020支出决算表(财决"],
)
def test_a_title_in_the_name_of_the_sheet_only(tmp_path: Path, name: str) -> None:
    filing = read_rows(tmp_path / "2020.xlsx", TABLE, name)
    assert [reading.form for reading in filing.forms] == ["支出决算表"]


def test_a_title_that_begins_with_the_name_on_the_cover(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["2020年度部门决算"])
    book.active.append(["部门名称：某县事业项目中心"])
    sheet = book.create_sheet("表三")
    for row in (["某县事业项目中心支出决算表"], ["单位：元"], *TABLE[1:]):
        sheet.append(row)
    book.save(tmp_path / "2020.xlsx")
    filing = READER.read(tmp_path / "2020.xlsx", "2020.xlsx")
    assert [(reading.form, reading.extraction.figures[0].value) for reading in filing.forms] == [
        ("支出决算表", 3)
    ]


def test_a_contents_sheet_without_that_word_is_no_form(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["2020年度部门决算公开表"],
        ["收入支出决算总表", 1],
        ["收入决算表", 2],
        ["支出决算表", 3],
    ]
    filing = read_rows(tmp_path / "c.xlsx", rows)
    assert (filing.forms, filing.findings) == ((), ())


@pytest.mark.parametrize("year", [2018, 2020, 2024])
def test_functional_classes_under_the_names_of_their_year(tmp_path: Path, year: int) -> None:
    old = year < 2019
    rows: list[list[object]] = [
        [f"{year}年度收入支出决算总表"],
        ["部门：某某局", None, None, "单位：元"],
        ["收入", None, "支出", None],
        ["项目", "决算数", "项目", "决算数"],
        ["一、财政拨款收入" if old else "一、一般公共预算财政拨款收入", 9,
         "七、文化体育与传媒支出" if old else "七、文化旅游体育与传媒支出", 4],
        ["二、上级补助收入", 1, "九、医疗卫生与计划生育支出" if old else "九、卫生健康支出", 6],
        ["本年收入合计", 10, "本年支出合计", 10],
        ["用事业基金弥补收支差额" if old else "使用非财政拨款结余（含专用结余）", None, "结余分配", None],
        ["年初结转和结余", 2, "年末结转和结余", 2],
        ["总计", 12, "总计", 12],
    ]  # fmt: skip
    [reading] = read_rows(tmp_path / "a.xlsx", rows).forms
    lines = {
        line.key: line.figures["决算"].value
        for line in reading.extraction.detail_rows
        if line.group == "支出功能"
    }
    assert lines == {"文化旅游体育与传媒支出": 4, "卫生健康支出": 6}
    figures = {figure.id: figure.value for figure in reading.extraction.figures}
    assert (figures["结转结余.年初"], figures["支出总计.决算"], figures["使用非财政拨款结余.决算"]) == (
        2,
        12,
        0,
    )


@pytest.mark.parametrize(
    ("kind", "name"), [(".xlsx", ".xls"), (".xls", ".xlsx"), (".ods", ".et"), (".xlsx", ".et")]
)
def test_the_content_decides_not_the_suffix(tmp_path: Path, kind: str, name: str) -> None:
    accounts = load(SEED).accounts
    written = write.book(final_accounts(accounts), tmp_path / f"2020{kind}")
    path = shutil.copy(written, tmp_path / f"misnamed{name}")
    filing = READER.read(Path(path), "misnamed")
    figures = {figure.id: figure.value for reading in filing.forms for figure in reading.extraction.figures}
    assert final_figures(accounts).items() <= figures.items()


def test_header_words_of_a_house_s_own_are_told_by_the_rows_below(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["2020年度收入支出决算总表"],
        ["部门：某某局", None, None, "单位：元"],
        ["资金来源", None, "资金运用", None],
        ["项目", "决算数", "项目", "决算数"],
        ["一、一般公共预算财政拨款收入", 10, "一、一般公共服务支出", 9],
        ["本年收入合计", 10, "本年支出合计", 9],
        ["年初结转和结余", 2, "年末结转和结余", 3],
        ["总计", 12, "总计", 12],
    ]
    [reading] = read_rows(tmp_path / "a.xlsx", rows).forms
    figures = {figure.id: figure.value for figure in reading.extraction.figures}
    assert (figures["本年收入.决算"], figures["本年支出.决算"]) == (10, 9)
    assert (figures["结转结余.年初"], figures["结转结余.年末"]) == (2, 3)
    assert [finding.code for finding in reading.extraction.findings] == []


@pytest.mark.parametrize(
    ("line", "department"),
    [
        ("单位：林业局", "林业局"),
        ("部门：县人大（公章）", "县人大"),
        ("（单位：人）", None),
        ("单位：人、万元", None),
        ("单位：㎡", None),
        ("单位: 人次/批次", None),
        ("单位：支", None),
        ("部门：", ""),
    ],
)
def test_what_is_counted_is_no_department(line: str, department: str | None) -> None:
    vocabulary = Vocabulary(load_pack())
    stated = vocabulary.title_lines.department(line)
    assert (stated and vocabulary.department_names.official(stated)) == department


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        (["项目", "本年支出总额", "基本支出", "项目支出"], "B3"),
        (["项目", "小计金额", "基本支出", "项目支出"], "B3"),
        (["项目", "本年支出合计", "基本性支出", "项目支出"], "C3"),
    ],
)
def test_a_column_not_recognised_is_named_with_what_is_missing(
    tmp_path: Path, header: list[object], cell: str
) -> None:
    rows: list[list[object]] = [["2020年度支出决算表"], ["单位：元"], header, ["合计", 3, 2, 1]]
    [reading] = read_rows(tmp_path / "a.xlsx", rows).forms
    [finding] = reading.extraction.findings
    assert (finding.code, [each.cell for each in finding.cells]) == ("栏行未识别", [cell])
    assert "没有找到本年" in finding.message


def test_a_row_not_recognised_is_named_with_what_is_missing(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["2020年度“三公”经费支出决算表"],
        ["单位：万元"],
        ["项目", "预算数", "决算数"],
        ["合计", 9, 8],
        ["1、因公出国（境）费", 4, 4],
        ["2、公务接待支出情况", 5, 4],
    ]
    [reading] = read_rows(tmp_path / "a.xlsx", rows).forms
    [finding] = reading.extraction.findings
    assert (finding.code, [each.cell for each in finding.cells]) == ("栏行未识别", ["A6"])
    assert "公务接待费" in finding.message


@pytest.mark.parametrize(
    ("line", "department"),
    [
        ("部门：常德市人民\n政府办公室", "常德市人民政府办公室"),
        ("编制单位：\n某县教育\n体育局", "某县教育体育局"),
        ("部门：某县教育局\n2020年度", "某县教育局"),
        ("部门：某县疾控\n填表日期：2021年8月", "某县疾控"),
        ("单位：某县教育局\n金额单位：万元", "某县教育局"),
        ("部门：某县文化旅\n游广电局\n金额单位：元", "某县文化旅游广电局"),
    ],
)
def test_a_department_whose_name_is_broken_by_a_line_end(tmp_path: Path, line: str, department: str) -> None:
    rows = [["2020年度支出决算表"], [line], *TABLE[1:]]
    assert read_rows(tmp_path / "2020.xlsx", rows).department == department
