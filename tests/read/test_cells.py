"""What single cells and heads may say: names, amounts, formulas, hidden sheets, passwords."""

import os
import shutil
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from converter.errors.errors import ReadError
from converter.pack.loading import load_pack
from converter.read.files.cells import normal_form
from converter.read.reader import Reader
from tests.read.rows import READER, read_rows

FORMULA: list[list[object]] = [
    ["2020年度支出决算表"],
    ["部门：某某局", None, None, None, "单位：元"],
    ["项目", None, "本年支出合计", "基本支出", "项目支出"],
    ["功能分类科目编码", "科目名称"],
    ["合计", None, "=SUBTOTAL(9,D5:E5)", 2, 1],
]


def test_a_formula_never_computed_is_not_nil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # where no LibreOffice is installed
    filing = read_rows(tmp_path / "e.xlsx", FORMULA)
    [reading] = filing.forms
    assert {figure.id: figure.value for figure in reading.extraction.figures}["本年支出.决算"] is None
    assert [(each.code, each.cells[0].cell) for each in reading.extraction.findings] == [("公式未计算", "C5")]


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
    filing = read_rows(
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
        ("44万元", 440_000, "单位不一"),
        ("(1,234.00)", -1234, ""),
        ("无", 0, ""),
        ("——", 0, ""),
        ("见附表", None, "不是数字"),
        ("774\u00b9", None, "不是数字"),
        ("12\n34", None, "不是数字"),
        ("1,234\n", 1234, ""),
    ],
)
def test_what_a_cell_may_say(tmp_path: Path, cell: str, amount: int | None, code: str) -> None:
    rows: list[list[object]] = [
        ["2020年度支出决算表"],
        ["部门：某某局", "单位：元"],
        ["项目", "本年支出合计", "基本支出"],
        ["合计", cell, 7],
    ]
    [reading] = read_rows(tmp_path / "i.xlsx", rows).forms
    assert {figure.id: figure.value for figure in reading.extraction.figures}["本年支出.决算"] == amount
    assert [finding.code for finding in reading.extraction.findings] == ([code] if code else [])


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
    assert filing.forms == ()
    assert [finding.code for finding in filing.findings] == ["隐藏工作表"]


def test_a_file_with_a_password_opens_with_it_and_says_so_without(tmp_path: Path) -> None:
    path = tmp_path / "k.xlsx"
    rows: list[list[object]] = [
        ["2020年度支出决算表"],
        ["部门：某某局", "单位：元"],
        ["项目", "本年支出合计"],
        ["合计", 5],
    ]
    read_rows(path, rows)
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
    filing = read_rows(tmp_path / "m.xlsx", FORMULA)
    [reading] = filing.forms
    assert {figure.id: figure.value for figure in reading.extraction.figures}["本年支出.决算"] == 3
    assert [finding.code for finding in filing.findings] == ["公式重新计算"]


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("⼀般公共预算⽀出", "一般公共预算支出"),  # the block of Kangxi radicals
        ("公务⽤⻋、⻔面、⻚数", "公务用车、门面、页数"),  # the supplement of radicals, which NFKC leaves
        ("ＩＴ 服务\u3000费\xa0（万\u200b元）", "IT服务费(万元)"),
        ("因\u00ad公\ufe00出\U000e0100国", "因公出国"),
        ("\uf9ba\uf9b5", "了例"),  # compatibility ideographs
        ("單位：萬元", "单位:万元"),  # traditional characters
        ("財政撥款收入支出決算總表", "财政拨款收入支出决算总表"),
        ("衞生健康支出", "卫生健康支出"),  # a variant
    ],
)
def test_a_label_reads_the_same_however_its_characters_are_coded(printed: str, plain: str) -> None:
    assert normal_form(printed) == plain
