"""`inspect` says what was recognised and what was not; a line in 别名.yaml teaches a new label."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.line.conftest import SEED, jixiao

BOOK = "2020年度部门决算公开表.xlsx"


@pytest.fixture
def renamed(inbox: Path) -> Path:
    """A filing in which one row goes by a name no pack knows."""
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


def test_a_near_miss_is_offered_ready_to_paste_and_works(renamed: Path) -> None:
    folder = renamed.parent
    said = jixiao("inspect", renamed).output
    assert "没有找到“本年支出合计”，最接近的是“本年支出总额”" in said
    assert not _spending(folder).startswith("GK01")
    line = next(line.strip() for line in said.splitlines() if line.strip().startswith("本年支出合计: ["))
    (folder / "别名.yaml").write_text(line + "\n", "utf-8")
    assert _spending(folder).startswith("GK01")


def test_json_names_forms_units_and_what_was_left(renamed: Path) -> None:
    result = jixiao("inspect", renamed, "--format", "json")
    [file] = json.loads(result.stdout)["files"]
    first = file["forms"][0]
    assert (file["department"], file["year"], first["unit"]) == (SEED, 2020, "万元")
    assert {"cell": "D33", "label": "本年支出总额"} in first["unread_rows"]
    assert {"expected": "本年支出合计", "closest": "本年支出总额"} in first["missing"]


def test_a_file_that_can_not_be_read_exits_3(tmp_path: Path) -> None:
    (tmp_path / "网页.xls").write_text("<html><table></table></html>", "utf-8")
    result = jixiao("inspect", tmp_path / "网页.xls")
    assert result.exit_code == 3
    assert "内容是网页或 XML 表格" in result.output
