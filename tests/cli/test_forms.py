"""`jixiao forms` on an inbox: what it knows of a department, and what it leaves alone."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from converter.pack import load_pack
from converter.supplement import write_supplement
from tests.conversion.conftest import CLEAN, SAMPLES, SEED, jixiao

LAST_YEAR = {
    "基本信息": {"B5": SEED, "B6": "市政府办", "B7": "2019", "B10": "2020年3月1日"},
    "人员情况": {"B5": 130, "B6": 126},
    "基础数据表": {"F20": 118.5},
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return an inbox with a department's tables and its supplement of last year, and an empty folder."""
    inbox, output = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("out")
    (inbox / SEED).mkdir()
    for book in (SAMPLES / SEED).glob("20*.xlsx"):
        (inbox / SEED / book.name).symlink_to(book)
    last = inbox / SEED / "2019年补充资料.xlsx"
    write_supplement(load_pack(), last)
    fill(last, LAST_YEAR)
    return inbox, output


def fill(path: Path, values: Mapping[str, Mapping[str, str | float]]) -> None:
    book = load_workbook(path)
    for sheet, cells in values.items():
        for cell, value in cells.items():
            book[sheet][cell] = value
    book.save(path)


def test_what_is_known_is_written_and_nothing_is_overwritten(folders: tuple[Path, Path]) -> None:
    inbox, output = folders
    result = jixiao("forms", inbox, "-o", output)
    assert (result.exit_code, len(result.output.splitlines())) == (0, 1), result.output
    assert f"2020年度 {SEED}" in result.output
    path = output / SEED / "补充资料.xlsx"
    written = path.read_bytes()
    book = load_workbook(path)
    tables, people, about = book["基础数据表"], book["人员情况"], book["基本信息"]
    assert [tables[cell].value for cell in ("B7", "D7", "F7", "D16")] == [140.74, 143, 115.27, 818]
    assert [tables["B20"].value, tables["F20"].value] == [118.5, None]  # what was this year's is last year's
    assert [people["B5"].value, people["B6"].value] == [130, None]  # the one lasts, the other does not
    assert [about[cell].value for cell in ("B5", "B6", "B7", "B10")] == [SEED, "市政府办", "2020", None]
    assert "2019年补充资料.xlsx" in about["D6"].value
    again = jixiao("forms", inbox, "-o", output)
    assert (again.exit_code, path.read_bytes()) == (0, written)
    assert "已存在，没有覆盖" in again.output


def test_what_was_filled_in_wrongly_is_marked_apart_from_what_was_filled_in(tmp_path: Path) -> None:
    inbox, output = tmp_path / "in", tmp_path / "out"
    shutil.copytree(SAMPLES / CLEAN, inbox / CLEAN)
    fill(inbox / CLEAN / "补充资料.xlsx", {"自评打分": {"C5": "良好"}, "绩效目标": {"B5": "待定"}})
    jixiao("forms", inbox, "-o", output)
    book = load_workbook(output / CLEAN / "补充资料.xlsx")
    cells = [
        book[sheet][cell] for sheet, cell in (("自评打分", "C5"), ("绩效目标", "B5"), ("自评打分", "C6"))
    ]
    tones = load_pack().style.workbooks.supplement.tones
    assert [cell.fill.fgColor.rgb[2:] for cell in cells] == [tones["bad"], tones["bad"], tones["good"]]


def test_an_inbox_without_anything_is_a_line(tmp_path: Path) -> None:
    result = jixiao("forms", tmp_path, "-o", tmp_path / "out")
    assert (result.exit_code, len(result.output.splitlines())) == (2, 1)
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_read_is_named_once_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "in" / "甲局").mkdir(parents=True)
    (tmp_path / "in" / "甲局" / "决算.xlsx").write_bytes(b"PK\x03\x04 broken")
    output = jixiao("forms", tmp_path / "in", "-o", tmp_path / "out").output
    assert output.count("决算.xlsx") == 1
    assert output.startswith("没有写补充资料：甲局/决算.xlsx：文件损坏")
