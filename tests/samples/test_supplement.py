"""Filling a blank 补充资料 workbook, and the entries of the samples."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from samples.filing.departments import ARCHIVE, CULTURE, SEED, load, seed
from samples.filing.entries import entries_of
from samples.filing.invented import invent
from samples.filing.supplement import fill
from samples.make import INBOX, PLANTED, make, words_of


@pytest.fixture(scope="module")
def made_inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inbox")
    make(folder)
    return folder


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    workbook = Workbook()
    page = workbook.active
    page.title = "Sheet1"
    for row in (
        ["部门整体支出绩效评价基础数据表"],
        ["财政供养人员情况", "编制数", "本年实际在职人数"],
        ["（人）"],
        ["经费控制情况", "上年决算数", "本年预算数"],
        ["“三公”经费"],
        ["1、公务用车购置和维护经费"],
        ["其中：公车购置"],
        ["厉行节约保障措施"],
    ):
        page.append(row)
    path = tmp_path / "空表.xlsx"
    workbook.save(path)
    return path


def test_labels_are_found_under_their_headers(blank: Path, tmp_path: Path) -> None:
    entries = {
        "基础数据表": {
            "（人）": {"编制数": 130, "本年实际在职人数": 127},
            "三公经费": {"上年决算数": Decimal("140.74")},
            "公务用车购置和维护经费": {"本年预算数": 95},
            "公车购置": {"本年预算数": 0},
            "厉行节约保障措施": {"": "从严控制"},
        }
    }
    page = load_workbook(fill(blank, tmp_path / "补充资料.xlsx", entries)).active
    cells = [page[at].value for at in ("B3", "C3", "B5", "C6", "C7", "B8")]
    assert cells == [130, 127, 140.74, 95, 0, "从严控制"]


@pytest.mark.parametrize(
    ("sheet", "label", "header"),
    [
        ("没有的表", "三公经费", "编制数"),
        ("基础数据表", "没有的行", "编制数"),
        ("基础数据表", "三公经费", "没有的列"),
    ],
)
def test_what_is_not_there_is_an_error(
    blank: Path, tmp_path: Path, sheet: str, label: str, header: str
) -> None:
    with pytest.raises(LookupError):
        fill(blank, tmp_path / "补充资料.xlsx", {sheet: {label: {header: 1}}})


def test_entries_of_the_seed() -> None:
    entries = entries_of(seed(), words_of(SEED))
    assert entries["预算收支"]["项目支出"] == {
        "年初预算": Decimal("911.87"),
        "上年结转": Decimal("325.95"),
        "本年追加": Decimal("398.17"),
    }
    assert entries["基础数据表"]["部门整体支出预算调整"] == {
        "本年预算数": Decimal("3716.29"),
        "本年决算数": Decimal("3716.29") + Decimal("1452.37"),
    }
    assert len(str(entries["文字材料"]["绩效情况"]["内容"])) > 1400


def test_third_department_lacks_its_texts() -> None:
    entries = entries_of(load(CULTURE), words_of(CULTURE))
    assert "绩效情况" not in entries["文字材料"]
    assert "部门绩效总目标" not in entries["绩效目标"]


def test_invented_departments_have_entries() -> None:
    entries = entries_of(invent(2, 2021))
    assert entries["人员情况"]["编制人数"]["人数"]
    assert entries["自评打分"]["行政效能"] == {"自评得分": Decimal(6)}


def test_three_errors_and_no_more(made_inbox: Path) -> None:
    changed = 0
    for path in (made_inbox / CULTURE).glob("2020年度*"):
        for page in load_workbook(path):
            right, wrong = PLANTED.get(page.title[:4], (None, None))
            if wrong is not None:
                values = [cell.value for row in page.iter_rows() for cell in row]
                assert float(right or 0) not in values or page.title.startswith("GK04")
                changed += float(wrong) in values
    assert changed == len(PLANTED) == 3
    assert {path.suffix for path in (made_inbox / ARCHIVE).glob("20*")} == {".xls"}


def test_supplement_is_filled(made_inbox: Path) -> None:
    page = load_workbook(made_inbox / SEED / "补充资料.xlsx")["预算收支"]
    rows = {row[0]: row[1:4] for row in page.iter_rows(values_only=True)}
    assert rows["基本支出"] == (2804.42, 72, 1054.2)
    assert rows["项目支出"] == (911.87, 325.95, 398.17)


def test_inbox_is_as_made(made_inbox: Path) -> None:
    for made in made_inbox.rglob("20*"):
        assert made.read_bytes() == (INBOX / made.relative_to(made_inbox)).read_bytes()
