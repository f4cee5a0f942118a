"""What people explained in a checklist: it counts as long as what it explains stands as it stood."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace

from converter import messages
from converter.conversion.explanations import Explanation, explained, explanation_key
from converter.conversion.readiness import Part, Readiness, part_of, readiness_of
from converter.figures.finding import Finding, Outcome, Severity
from converter.figures.origin import CellOrigin
from tests.conversion.conftest import FAULTY, SAMPLES, jixiao

CELL = CellOrigin("决算.xlsx", "表", "C7", "10.55")
WRONG = Finding(
    "三公经费决算构成", Severity.ERROR, Outcome.DIFFERS, "C7 应为 10.05", (CELL,), "10.05", "10.55"
)
UNSETTLED = frozenset({"待处理"})


def _said(finding: Finding, handling: str = "已说明", words: str = "口径不同", by: str = "张三") -> Finding:
    """Return WRONG after somebody wrote this beside the finding."""
    key = explanation_key(finding)
    return explained([WRONG], {key: Explanation(key, handling=handling, words=words, by=by)}, UNSETTLED)[0]


def test_an_explained_error_holds_nothing_back() -> None:
    finding = _said(WRONG)
    assert (part_of(finding), finding.explained) == (Part.EXPLAINED, "口径不同——张三")
    assert readiness_of([finding], []) is Readiness.READY


@pytest.mark.parametrize(
    "before",
    [
        replace(WRONG, code="另一条"),
        replace(WRONG, message="C7 应为 10.15"),
        replace(WRONG, expected="10.15"),
        replace(WRONG, cells=(replace(CELL, raw="10.65"),)),
        replace(WRONG, cells=(replace(CELL, cell="C8"),)),
    ],
    ids=["code", "words", "amount", "value", "cell"],
)
def test_it_is_void_when_anything_changes(before: Finding) -> None:
    assert part_of(_said(before)) is Part.ERROR


@pytest.mark.parametrize(
    ("handling", "words", "by"),
    [("待处理", "不同", "张三"), ("已说明", "", "张三"), ("已说明", "不同", "")],
)
def test_it_counts_only_when_whole(handling: str, words: str, by: str) -> None:
    assert part_of(_said(WRONG, handling, words, by)) is Part.ERROR


@pytest.mark.parametrize(
    "finding",
    [
        replace(WRONG, outcome=Outcome.NOT_EVALUABLE),
        replace(WRONG, to_supply=True),
        replace(WRONG, code=messages.verify.YEAR_WRONG.code),
        replace(WRONG, code=messages.checks.LAST_YEAR_SHEET.code),
    ],
    ids=["unread", "lacking", "year", "sheet of another year"],
)
def test_nothing_makes_up_for(finding: Finding) -> None:
    key = explanation_key(finding)
    said = Explanation(key, handling="已说明", words="口径不同", by="张三")
    marked, note = explained([finding], {key: said}, UNSETTLED)
    assert (marked.explained, note.code) == ("", messages.edits.NO_EXCUSE.code)


def _write(book: Path, words: str) -> int:
    """Explain every row that may be explained; return how many there are."""
    opened = openpyxl.load_workbook(book)
    sheet = opened.active
    [head] = [row for row in sheet.iter_rows() if "说明人" in [cell.value for cell in row]]
    columns = {cell.value: cell.column for cell in head}
    no_key = messages.edits.LIST_NO_KEY
    below = range(head[0].row + 1, sheet.max_row + 1)
    rows = [row for row in below if sheet.cell(row, columns["核对码"]).value != no_key]
    for row in rows:
        for label, text in {"处理情况": "已说明", "说明": words, "说明人": "张三"}.items():
            sheet.cell(row, columns[label]).value = text
    opened.save(book)
    return len(rows)


def test_explanations_count_in_the_outbox_and_in_the_inbox_until_a_cell_changes(tmp_path: Path) -> None:
    """Errors of a sample explained in its list; the list moved into the folder; a cell changed."""
    inbox, outbox = tmp_path / "inbox", tmp_path / "outbox"
    shutil.copytree(SAMPLES / FAULTY, inbox / FAULTY)
    book = outbox / FAULTY / "核对清单.xlsx"
    jixiao("convert", inbox, "-o", outbox, "-j", "1")
    count = _write(book, "口径不同")
    output = jixiao("convert", inbox, "-o", outbox, "-j", "1").output
    assert f"已说明 {count} 条" in output
    assert "处错误" not in output
    written = [cell.value for row in openpyxl.load_workbook(book).active.iter_rows() for cell in row]
    assert (written.count("口径不同"), written.count("错误"), written.count("待补充")) == (count, 0, 2)
    assert "未变" in jixiao("convert", inbox, "-o", outbox, "-j", "1").output
    shutil.copy(book, inbox / FAULTY / "核对清单（已说明）.xlsx")
    shutil.rmtree(outbox)
    assert f"已说明 {count} 条" in jixiao("convert", inbox, "-o", outbox, "-j", "1").output
