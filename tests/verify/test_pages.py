"""`verify --format html`: every number coloured by what became of it, with what it was held to."""

import json
import re
from pathlib import Path
from typing import Any

import docx
import pytest

from converter.batch.verification import Verification, verify
from converter.document.contents import BookmarkedText, Passage
from converter.errors import Failure
from converter.figures import position
from converter.side_by_side.marks import NOTE_BYTES, Marks, fitting
from converter.verify.submitted import CheckedReport
from tests.conversion.conftest import CLEAN, SAMPLES

TEXT = "“三公”经费支出10.00万元，其中：公务接待费4.00万元，公务用车运行维护费5.00万元，出国费0.00万元。"
ALONE = "全年接待<b>群众</b>1200人次。</script>"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> CheckedReport:
    folder = tmp_path_factory.mktemp("pages")
    document = docx.Document()
    for text in ("2020年度某局部门整体支出绩效评价报告", TEXT, ALONE):
        document.add_paragraph(text)
    document.save(str(folder / "某局.docx"))
    [result] = verify(Verification((), [folder / "某局.docx"], pages=folder / "out"), 1)
    assert not isinstance(result, Failure)
    return result


@pytest.fixture(scope="module")
def shown(checked: CheckedReport) -> dict[str, Any]:
    return _shown(checked)


def _shown(checked: CheckedReport) -> dict[str, Any]:
    text = Path(checked.copy).read_text("utf-8")
    assert len(re.findall("<script", text)) == 2
    found = re.search('id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def _texts(shown: dict[str, Any]) -> dict[int, str]:
    return {
        number: text["text"][start:end]
        for text in shown["contents"]
        for number, start, end in text.get("marks", ())
    }


def test_every_number_is_marked_with_what_became_of_it(checked: CheckedReport, shown: dict[str, Any]) -> None:
    texts = _texts(shown)
    marked = [(texts[at], mark["status"]) for at, mark in enumerate(shown["marks"])]
    assert marked == [(number.claim.printed, number.status) for number in checked.numbers]
    assert ("1200人次", "unchecked") in marked or ("1200人", "unchecked") in marked


def test_a_number_says_what_it_was_held_to_and_with_which_others(shown: dict[str, Any]) -> None:
    texts = _texts(shown)
    total = next(mark for at, mark in enumerate(shown["marks"]) if texts[at] == "10.00万元")
    notes = [shown["notes"][at] for at in total["notes"]]
    held = next(note for note in notes if note["text"].startswith("不符："))
    assert "三项之和" in held["text"]
    assert {texts[number] for number in held["marks"]} >= {"10.00万元", "4.00万元", "5.00万元"}


def test_a_finding_leads_to_its_numbers(shown: dict[str, Any]) -> None:
    finding = shown["findings"][0]
    assert finding["tone"] == "error"
    assert "10.00万元" in [_texts(shown)[number] for number in finding["marks"]]


def test_what_only_the_page_needs_does_not_travel(checked: CheckedReport) -> None:
    assert checked.relations == ()
    assert Path(checked.copy).name == "某局（核对）.html"


def test_a_page_of_a_long_report_stays_within_bounds() -> None:
    place = (0, -1, -1)
    marks = Marks(1)
    for number in range(1_000):
        marks.add(place, 2 * number, 2 * number + 1, "confirmed")
        marks.note("数" * 300, [number])
    assert marks.numbers_at(place, 3, 7) == [2, 3]
    assert sum(len(note.text.encode()) for note in marks.notes) < NOTE_BYTES
    assert not marks.all_noted
    contents = [Passage(BookmarkedText("字" * 1_000), 0)] * 400
    assert 300 < fitting(contents, [0] * 100) < 334


def test_a_number_leads_to_the_cell_it_was_held_to(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(f"2020年度{CLEAN}部门整体支出绩效评价报告")
    document.add_paragraph("2020年公务接待费支出0.49万元，三公经费年初预算0.80万元。")
    document.save(str(tmp_path / "报告.docx"))
    job = Verification((), [tmp_path / "报告.docx"], SAMPLES / CLEAN, pages=tmp_path / "out")
    [result] = verify(job, 1)
    assert isinstance(result, CheckedReport)
    shown = _shown(result)
    [mark] = [shown["marks"][at] for at, text in _texts(shown).items() if text == "0.49万元"]
    figure = shown["figures"][mark["figure"]]
    row, column = position(figure["cell"])
    assert dict(shown["sheets"][figure["sheet"]]["rows"])[row][column] == "4,860.00"  # as the .xls prints it
