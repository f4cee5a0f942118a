"""A report that a person edits, run after run: its words are carried into the next, its figures renewed."""

import copy
import shutil
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.text.paragraph import Paragraph

from tests.conversion.conftest import SAMPLES, SEED, jixiao, report

SUPPLEMENT = "补充资料.xlsx"


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


def _again(folder: Path) -> tuple[Path, str]:
    """Convert again; return the report that lies there then, and the list."""
    jixiao("convert", folder / "inbox", "-o", folder / "outbox", "-j", "1")
    [current] = (folder / "outbox" / SEED).glob("*.docx")
    return current, (folder / "outbox" / SEED / "核对清单.txt").read_text("utf-8-sig")


def _changed(folder: Path) -> None:
    """Change a number of the supplement that the report prints."""
    _change(folder / "inbox" / SEED / SUPPLEMENT, {89: 90})


def test_edits_are_carried_over_and_figures_renewed(filed: Path) -> None:
    """Prose, a box, a figure, a signature, a sentence of the program; then one number of the supplement."""
    edited = report(filed / "outbox", SEED)
    _edit(
        edited,
        ("综合协调、督促检查", "综合协调、督查督办"),
        ("829.17", "829.71"),
        ("主要用于保障机构正常运转", "全部用于机关运转"),
        ("截至2020年末，市政府办公室实有人员", "2020年底，市政府办公室共有"),
    )
    document = docx.Document(str(edited))
    last = next(each for each in document.paragraphs if each.text.startswith("三是完善内部控制"))
    for line in ("2021年6月30日", SEED):
        signed = copy.deepcopy(last._p)
        last._p.addnext(signed)
        Paragraph(signed, None).runs[0].text = line  # type: ignore[arg-type]
    document.save(str(edited))
    whole = edited.read_bytes()
    _changed(filed)
    current, listed = _again(filed)
    text = _text(current)
    assert current.name == report(filed / "outbox", SEED, pending=True).name
    assert whole in [path.read_bytes() for path in (filed / "outbox" / "历史" / SEED).glob("*.docx")]
    for kept in ("综合协调、督查督办", "全部用于机关运转", f"{SEED}\n2021年6月30日"):
        assert kept in text
    assert "2020年底，市政府办公室共有217人，其中：在编在职127人，离退休90人。" in text
    assert ("829.71" in text, "829.17万元" in text) == (False, True)
    first = next(line for line in listed.splitlines() if line.startswith("1. "))
    assert "日常公用经费（决算） 由人改成了 829.71万元，按报送的表应为 829.17万元" in first
    jixiao("convert", filed / "inbox", "-o", filed / "outbox", "-j", "1", "--force")
    current, listed = _again(filed)
    assert _text(current) == text  # what was carried stays
    assert "829.71" in listed  # and what was left out is still said
    shutil.copy(current, filed / "inbox" / SEED / "新报告.docx")
    assert "829.71" not in _again(filed)[1]  # until somebody files the report as it is now


def _write_below_signature(path: Path, line: str) -> None:
    document = docx.Document(str(path))
    signed = next(each for each in document.paragraphs if each.style and each.style.name == "署名")
    below = copy.deepcopy(signed._p)
    signed._p.addnext(below)
    Paragraph(below, None).runs[0].text = line  # type: ignore[arg-type]
    document.save(str(path))


def test_a_date_written_below_the_report_is_its_date(filed: Path) -> None:
    assert "［没有日期］" in (filed / "outbox" / SEED / "核对清单.txt").read_text("utf-8-sig")
    _write_below_signature(report(filed / "outbox", SEED), "2021年8月31日")
    current, listed = _again(filed)
    assert "［没有日期］" not in listed
    assert "“落款”" in next(line for line in listed.splitlines() if "［手改已带入］" in line)
    assert docx.Document(str(current)).core_properties.created.date() == date(2021, 8, 31)  # type: ignore[union-attr]


def test_a_date_written_below_that_cannot_be_is_asked_for(filed: Path) -> None:
    _write_below_signature(report(filed / "outbox", SEED), "2020年8月31日")
    current, listed = _again(filed)
    assert current.name.endswith("（待补充）.docx")
    assert "落款的日期：写的是“2020年8月31日”，早于2020年度结束" in listed


def test_a_box_in_a_cell_is_filled_as_one_in_a_paragraph_is(tmp_path: Path) -> None:
    """In the table of 岳阳市's form, of two boxes one; then the other."""
    inbox = Path(shutil.copytree(SAMPLES.with_name("inbox-yueyang"), tmp_path / "inbox"))
    [book] = inbox.glob(f"*/{SUPPLEMENT}")
    _change(book, {"刘洋": None, "部门（单位）评价组": None})
    opened = openpyxl.load_workbook(book)
    [cell] = (row[1] for row in opened["文字材料"].iter_rows() if row[0].value == "单位主要职责")
    cell.value = None
    opened.save(book)

    def again() -> Path:
        jixiao("convert", inbox, "-o", tmp_path / "outbox", "-j", "1")
        [current] = (tmp_path / "outbox" / book.parent.name).glob("*.docx")
        return current

    for box, words in (("联系人", "王芳"), ("单位主要职责", "管理档案。"), ("评价机构", "评价组")):
        path = again()
        assert path.name.endswith("（待补充）.docx")
        document = docx.Document(str(path))
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        lines = [*document.paragraphs, *(each for cell in cells for each in cell.paragraphs)]
        run = next(each for line in lines for each in line.runs if each.text == f"【请补充：{box}】")
        run.text = words
        document.save(str(path))
    assert "（" not in again().name


def test_an_edited_report_beside_the_workbooks_counts_the_same(filed: Path) -> None:
    edited = report(filed / "outbox", SEED)
    _edit(edited, ("综合协调、督促检查", "综合协调、督查督办"))
    shutil.move(edited, filed / "inbox" / SEED / "改过的报告.docx")
    current, _ = _again(filed)
    assert "综合协调、督查督办" in _text(current)
    _edit(current, ("综合协调、督查督办", "综合协调、狠抓落实"))
    current, listed = _again(filed)
    assert "综合协调、狠抓落实" in _text(current)
    assert "手改未带入" not in listed
