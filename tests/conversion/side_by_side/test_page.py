"""What is on a page with a report and its sources, and that nothing in it can harm."""

import json
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.document.read import read_trail
from converter.figures import CellOrigin, basis_of, item_of, position
from converter.read import Grid, OpenedWorkbook, Scalar
from converter.side_by_side import sheet_side
from converter.side_by_side.page import page
from converter.side_by_side.records import ShownSheet, ShownText, SideBySide
from converter.side_by_side.sheet_side import MOST_BYTES, SheetSide
from converter.side_by_side.shown_text import shown_text
from tests.conversion.conftest import FAULTY, copies, report

__all__ = ["copies"]  # a fixture
DATA = re.compile('<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def shown(copies: Path) -> dict[str, Any]:
    return _data((copies / "对照页.html").read_text("utf-8"))


def _data(text: str) -> dict[str, Any]:
    [found] = DATA.findall(text)
    return json.loads(found)  # type: ignore[no-any-return]


def _marked_texts(shown: dict[str, Any]) -> dict[int, str]:
    rows = (row for content in shown["contents"] for row in content.get("table", [[content]]))
    texts = [text for row in rows for text in row]
    return {number: text["text"][start:end] for text in texts for number, start, end in text.get("marks", ())}


def test_every_printed_figure_is_marked_as_the_trail_has_it(shown: dict[str, Any], copies: Path) -> None:
    trail = read_trail(report(copies.parent, FAULTY, pending=True).read_bytes())
    assert trail
    texts = _marked_texts(shown)
    marked = [
        (texts[number], shown["figures"][mark["figure"]]["name"])
        for number, mark in enumerate(shown["marks"])
        if "figure" in mark
    ]
    printed = (
        (each.text, f"{item_of(each.figure)}（{basis_of(each.figure)}）")
        for each in trail.occurrences
        if each.text
    )
    assert sorted(marked) == sorted(printed)


def test_every_cell_holds_what_its_figure_was_read_from(shown: dict[str, Any]) -> None:
    read = [figure for figure in shown["figures"] if "place" in figure]
    assert len(read) > 70
    for figure in read:
        row, column = position(figure["cell"])
        cells = dict(shown["sheets"][figure["sheet"]]["rows"]).get(row, [])
        held = cells[column] if column < len(cells) else ""
        assert figure["place"].endswith(held or "空白"), figure
    assert any(figure["place"].endswith(" 60.00") for figure in read)  # as Excel prints it, not 60


def test_numbers_that_people_typed_are_told_apart(shown: dict[str, Any]) -> None:
    texts = _marked_texts(shown)
    untraced = [texts[at] for at, mark in enumerate(shown["marks"]) if mark["status"] == "untraced"]
    assert untraced == ["2家", "1个", "2021", "4", "8", "1个"]


def test_a_wrong_cell_is_shown_with_what_rests_on_it(shown: dict[str, Any]) -> None:
    finding = next(each for each in shown["findings"] if "G8" in each["text"])
    blamed = [cell["cell"] for cell in finding["cells"] if cell["is_blamed"]]
    assert (finding["tone"], blamed) == ("error", ["G8"])
    assert {shown["marks"][number]["status"] for number in finding["marks"]} == {"doubtful"}
    assert "10.55" in {_marked_texts(shown)[number] for number in finding["marks"]}


def test_what_anybody_wrote_is_data_only() -> None:
    trap = "</script><script>alert(1)</script><!-- <script>"
    sheet = ShownSheet(trap, trap, [(0, [trap])], [], False)
    made = SideBySide(trap, trap, [trap], [], [ShownText(trap)], [], sheets=[sheet])
    text = page(made).decode()
    assert len(re.findall("<script", text)) == 2
    assert _data(text)["title"] == trap
    assert "Content-Security-Policy\" content=\"default-src 'none'" in text
    assert page(made) == text.encode()


def _workbook(*grids: Grid) -> OpenedWorkbook:
    return OpenedWorkbook(list(grids), {}, {}, {})


LONG = Grid("大表", [["行", float(number)] for number in range(2_000)], [(0, 0, 0, 1)])


def test_a_sheet_too_large_shows_its_head_and_the_rows_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_side, "MOST_BYTES", 20_000)
    cells = [CellOrigin("一.xlsx", "大表", "B1501"), CellOrigin("一.xlsx", "没有", "A1")]
    side = SheetSide({"一.xlsx": _workbook(LONG, Grid("别的", [["x"]]))}, cells)
    [sheet] = side.shown
    assert [row for row, _ in sheet.rows] == [*range(8), 1_500]
    assert (sheet.is_cut, side.is_whole) == (True, False)
    assert (side.number_of(cells[0]), side.number_of(cells[1])) == (0, -1)


@pytest.mark.parametrize(("told", "is_bare"), [({}, True), ({"大表": {"B1": "0.00"}}, False)])
def test_a_sheet_says_that_nothing_tells_how_its_numbers_are_shown(
    told: dict[str, dict[str, str]], is_bare: bool
) -> None:
    workbook = OpenedWorkbook([LONG], {}, {}, {}, formats=told)
    assert SheetSide({"一.ods": workbook}, [CellOrigin("一.ods", "大表", "B1")]).shown[0].is_bare is is_bare


def test_sheets_never_take_more_than_a_page_may() -> None:
    grids = [Grid(str(number), [["字" * 400] * 100] * 20) for number in range(4)]
    side = SheetSide(
        {"一.xlsx": _workbook(*grids)}, [CellOrigin("一.xlsx", grid.name, "A1") for grid in grids]
    )
    assert sum(len("".join(cells).encode()) for sheet in side.shown for _, cells in sheet.rows) < MOST_BYTES
    assert not side.is_whole


SHOWN = [
    (700.2, "#,##0.00", "700.20"),
    (-1234567.5, "#,##0.00_ ;-#,##0.00\\ ", "-1,234,567.50"),
    (-5.0, "0.00_);(0.00)", "(5.00)"),
    (0.0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
    (0.0, "0.00;-0.00;;@", ""),
    (0.12345, "0.00%", "12.35%"),
    (0.5, "#.##", ".5"),
    (12345678.0, '#,##0.0,"千元"', "12,345.7千元"),
    (2.675, "0.00", "2.68"),
    (7.0, "000", "007"),
    (3.0, "@", "3"),
    (1.5, "[>1]0.0;0", "1.5"),
    (1.25, "# ?/?", "1.25"),
    (1.5, "General", "1.5"),
    (207.0, "", "207"),
    (4860, "#,##0.00", "4,860.00"),
    (True, "0.00", "TRUE"),
    ("文字", "0.00", "文字"),
    (date(2020, 3, 1), "yyyy/m/d", "2020/3/1"),
    (date(2020, 3, 1), 'yyyy"年"mm"月"dd"日";@', "2020年03月01日"),
    (datetime(2020, 3, 1, 8, 5), "yyyy-mm-dd hh:mm", "2020-03-01 08:05"),
    (time(8, 5, 9), "h:mm:ss", "8:05:09"),
    (time(8, 5), "yyyy/m/d", "08:05:00"),
    (date(2020, 3, 1), "d-mmm-yy", "2020-03-01"),
]


@pytest.mark.parametrize(("value", "code", "shown"), SHOWN)
def test_a_cell_shows_what_spreadsheet_programs_print(value: Scalar, code: str, shown: str) -> None:
    assert shown_text(value, code) == shown


@given(st.floats(allow_nan=False), st.text('0#?,.;%_*\\"[]-@ /ymdhsE+年', max_size=12))
def test_any_code_shows_any_number(value: float, code: str) -> None:
    assert len(shown_text(value, code)) < 400
