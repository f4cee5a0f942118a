"""`inspect` shows what was recognised and what was not; a line in 别名.yaml adds a label."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.conversion.conftest import SEED, jixiao

BOOK = "2020年度部门决算公开表.xlsx"


@pytest.fixture
def renamed(inbox: Path) -> Path:
    """A filing with a row whose label no pack knows."""
    path = inbox / SEED / BOOK
    book = openpyxl.load_workbook(path)
    sheet = next(sheet for sheet in book if sheet.title.startswith("GK01"))
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "本年支出合计":
                cell.value = "本年支出总额"
    book.save(path)
    return path


def _spending(inbox: Path) -> str:
    result = jixiao("figures", inbox, "--format", "json", "-j", "1")
    [department] = json.loads(result.stdout)["departments"]
    return department["figures"]["本年支出.决算"]["origin"]["sheet"]


def test_recognised_forms_are_listed(inbox: Path) -> None:
    result = jixiao("inspect", inbox / SEED / BOOK)
    assert result.exit_code == 0
    assert "三公经费决算表" in result.output
    assert "取数 12 个" in result.output


def test_a_folder_is_no_file(inbox: Path) -> None:
    result = jixiao("inspect", inbox / SEED)
    assert f"{SEED}：是文件夹" in result.output


def test_a_near_miss_can_be_pasted_as_it_is_shown(renamed: Path) -> None:
    folder = renamed.parent
    output = jixiao("inspect", renamed).output
    assert "没有找到“本年支出合计”，最接近的是“本年支出总额”" in output
    assert not _spending(folder).startswith("GK01")
    line = next(line.strip() for line in output.splitlines() if line.strip().startswith("本年支出合计: ["))
    (folder / "别名.yaml").write_text(line + "\n", "utf-8")
    assert _spending(folder).startswith("GK01")


def test_json_has_forms_units_and_what_was_not_read(renamed: Path) -> None:
    result = jixiao("inspect", renamed, "--format", "json")
    [file] = json.loads(result.stdout)["files"]
    first = file["forms"][0]
    assert (file["department"], file["year"], first["unit"]) == (SEED, 2020, "万元")
    assert {"cell": "D33", "label": "本年支出总额"} in first["unread_rows"]
    assert {"expected": "本年支出合计", "closest": "本年支出总额"} in first["missing"]


def _of(*departments: str) -> openpyxl.Workbook:
    """Return a workbook with a table for each department, without a year; '' leaves a department out."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, department in enumerate(departments):
        sheet = book.create_sheet(f"表{number}")
        head = [f"部门：{department}" if department else "", "单位：元"]
        for row in (["支出决算表"], head, ["项目", "本年支出合计"], ["合计", 30]):
            sheet.append(row)
    return book


def test_a_missing_department_and_year_are_named(tmp_path: Path) -> None:
    _of("").save(tmp_path / "表.xlsx")
    assert jixiao("inspect", tmp_path / "表.xlsx").output.startswith("表.xlsx：部门未写明，年度未写明\n")


def test_the_department_of_each_table_is_shown_where_a_file_has_several(tmp_path: Path) -> None:
    _of("甲局", "乙局").save(tmp_path / "表.xlsx")
    output = jixiao("inspect", tmp_path / "表.xlsx").output
    assert [name for line in output.splitlines()[2:] for name in ("甲局", "乙局") if name in line] == [
        "甲局",
        "乙局",
    ]
    [file] = json.loads(jixiao("inspect", tmp_path / "表.xlsx", "--format", "json").stdout)["files"]
    assert [form["department"] for form in file["forms"]] == ["甲局", "乙局"]


def test_a_filing_without_any_year_gives_no_report(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    _of("甲局").save(tmp_path / "in" / "表.xlsx")
    result = jixiao("convert", tmp_path / "in", "-o", tmp_path / "out")
    assert "甲局：年度不明" in result.output
    assert not list((tmp_path / "out").rglob("*.docx"))


def test_a_file_that_can_not_be_read_exits_3(tmp_path: Path) -> None:
    (tmp_path / "网页.xls").write_text("<html><table></table></html>", "utf-8")
    result = jixiao("inspect", tmp_path / "网页.xls")
    assert result.exit_code == 3
    assert "网页.xls：内容是网页（HTML），里面没有表格" in result.output
