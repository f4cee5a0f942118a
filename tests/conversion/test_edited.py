"""A report edited by a person: its prose is carried into the next one, its figures are renewed."""

import shutil
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.conversion.conftest import SAMPLES, SEED, jixiao, report

OLD, NEW = "统筹协调", "统筹协调、督查督办"
ACCOUNTS, SUPPLEMENT = "2020年度部门决算公开表.xlsx", "补充资料.xlsx"


@pytest.fixture
def filed(tmp_path: Path) -> Path:
    """Return an inbox with one department, already converted into the outbox beside it."""
    shutil.copytree(SAMPLES / SEED, tmp_path / "inbox" / SEED)
    jixiao("convert", tmp_path / "inbox", "-o", tmp_path / "outbox", "-j", "1")
    return tmp_path


def _edit(path: Path, *changes: tuple[str, str]) -> None:
    """Make each change in the first run that has the old text."""
    document = docx.Document(str(path))
    for old, new in changes:
        runs = [run for paragraph in document.paragraphs for run in paragraph.runs if old in run.text]
        assert runs, old
        runs[0].text = runs[0].text.replace(old, new, 1)
    document.save(str(path))


def _text(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def _change(book: Path, cells: dict[str, object]) -> None:
    opened = openpyxl.load_workbook(book)
    for sheet in opened.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in cells:
                    cell.value = cells[cell.value]
    opened.save(book)


def _again(folder: Path) -> tuple[str, str]:
    """Convert again; return the text of the new report and the list."""
    jixiao("convert", folder / "inbox", "-o", folder / "outbox", "-j", "1")
    [draft] = (folder / "outbox" / SEED).glob("*（新稿）.docx")
    return _text(draft), (folder / "outbox" / SEED / "核对清单.txt").read_text("utf-8-sig")


def test_prose_stays_figures_are_renewed_and_the_rest_is_listed(filed: Path) -> None:
    edited = report(filed / "outbox", SEED)
    before = _text(edited)
    _edit(
        edited,
        ("综合协调、督促检查", "综合协调、督查督办"),
        ("829.17", "829.71"),
        ("主要用于保障机构正常运转", "全部用于机关运转"),
    )
    _change(filed / "inbox" / SEED / ACCOUNTS, {"3915.36": 3916.36, 3915.36: 3916.36})
    text, listed = _again(filed)
    assert "综合协调、督查督办" in text
    assert "829.71" not in text
    assert "全部用于机关运转" not in text
    left = next(line for line in listed.splitlines() if "手改未带入" in line)
    assert "日常公用经费.决算 由 829.17万元 改成的 829.71万元" in left
    assert "“（一）部门整体支出情况”中的“基本支出情况：全部用于机关运转" in left
    assert "下列文字取自" in listed
    assert len(text.splitlines()) == len(before.splitlines())


def test_a_supplement_changed_since_wins(filed: Path) -> None:
    _edit(report(filed / "outbox", SEED), ("综合协调、督促检查", "综合协调、督查督办"))
    _change(filed / "inbox" / SEED / SUPPLEMENT, {"一级预算单位": "二级预算单位"})
    text, listed = _again(filed)
    assert "综合协调、督促检查" in text
    assert "部门绩效总目标（补充资料后来改过，以补充资料为准）" in listed


def test_what_was_filled_in_by_hand_stays_through_a_second_draft(filed: Path) -> None:
    (filed / "inbox" / SEED / SUPPLEMENT).unlink()
    jixiao("convert", filed / "inbox", "-o", filed / "outbox", "-j", "1")
    current = next((filed / "outbox" / SEED).glob("*.docx"))
    _edit(current, ("【请补充：机构设置】", "内设四个科。"))
    _touch(filed)
    text, _ = _again(filed)
    assert "内设四个科。" in text
    [draft] = (filed / "outbox" / SEED).glob("*（新稿）.docx")
    _edit(draft, ("【请补充：单位主要职责】", "办文办会办事。"))
    _touch(filed)
    jixiao("convert", filed / "inbox", "-o", filed / "outbox", "-j", "1")
    [second] = (filed / "outbox" / SEED).glob("*（新稿2）.docx")
    assert "内设四个科。" in _text(second)
    assert "办文办会办事。" in _text(second)


def test_an_edited_report_beside_the_workbooks_counts_the_same(filed: Path) -> None:
    edited = report(filed / "outbox", SEED)
    _edit(edited, ("综合协调、督促检查", "综合协调、督查督办"))
    shutil.move(edited, filed / "inbox" / SEED / "改过的报告.docx")
    jixiao("convert", filed / "inbox", "-o", filed / "outbox", "-j", "1")
    assert "综合协调、督查督办" in _text(edited)


def test_an_untouched_report_gives_the_same_again(filed: Path) -> None:
    first = report(filed / "outbox", SEED)
    before = _text(first)
    shutil.copy(first, filed / "inbox" / SEED / "上次的报告.docx")
    jixiao("convert", filed / "inbox", "-o", filed / "outbox", "-j", "1")
    assert _text(first) == before


def _touch(folder: Path) -> None:
    """Change a workbook but no figure, so that the department is converted again."""
    _change(folder / "inbox" / SEED / ACCOUNTS, {})
