"""Filed workbooks copied with remarks: what stands on the cells, what is left out, what must not be read."""

import io
import re
import time
from datetime import datetime
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from converter.pack import DEFAULT, load_pack
from converter.workbooks.mark import MarkedCell, MarkedCopy, PlainSheet, Remark, marked_copy
from converter.workbooks.write import Tone

ROWS = [["部门：某局", ""], ["合计", 12.0], ["=cmd|' /c calc'!A0", 7.0], ["\x07响", True]]
CELLS = MarkedCell("表一", "B2"), MarkedCell("表一", "B3", False)
REMARK = Remark("错误", Tone.BAD, "合计不对", CELLS, "11", "12", "改")
STYLE = load_pack(DEFAULT).style.workbooks.overview


def _parts(*edits: tuple[str, str]) -> dict[str, bytes]:
    """Return the parts of a workbook as filed, its sheet's XML edited."""
    book = Workbook()
    page = book.active
    page.title = "表一"
    page["A1"], page["A2"], page["B2"], page["B3"] = "部门：某局", "合计", "=SUM(B3:B4)", "=[1]表!A1"
    page["B2"].comment = Comment("会计：已核", "会计")
    page.merge_cells("A1:B1")
    page["A4"].hyperlink = "https://example.org/"
    saved = io.BytesIO()
    book.save(saved)
    with ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for old, new in edits:
        assert old in sheet
        sheet = sheet.replace(old, new)
    return parts | {"xl/worksheets/sheet1.xml": sheet.encode()}


def _copied(parts: dict[str, bytes], *remarks: Remark) -> tuple[Any, bytes]:
    sheets = [PlainSheet("表一", ROWS, [(0, 0, 0, 1)])]
    data = marked_copy(MarkedCopy(sheets, parts, "标注版", "一条", remarks or (REMARK,)), STYLE)
    return load_workbook(io.BytesIO(data)), data


@pytest.mark.parametrize("parts", [_parts(), {}], ids=["as filed", "laid out"])
def test_cells_are_coloured_commented_and_listed(parts: dict[str, bytes]) -> None:
    also = Remark("提示", Tone.WARN, "看", (MarkedCell("表一", "A2"),))
    book, _ = _copied(parts, REMARK, also)
    page = book["表一"]
    assert [page[cell].fill.fill_type for cell in ("A1", "A2")] == [None, "solid"]
    assert "【错误】合计不对\n应为 11，实为 12\n改" in page["B2"].comment.text
    assert "与本格有关" in page["B3"].comment.text
    assert [page[cell].fill.fgColor.rgb for cell in ("B2", "B3")] == ["00F8CBAD", "00E7E6E6"]
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:B1"]
    front = book.worksheets[0]
    assert (front["D5"].value, front["D5"].hyperlink.location) == ("B2", "'表一'!B2")
    assert book.active is front


def test_what_others_wrote_stays_before_ours() -> None:
    assert _copied(_parts())[0]["表一"]["B2"].comment.text.startswith("会计：已核\n\n【错误】")


def test_formulas_stay_with_the_results_that_were_read_but_for_those_that_lead_out() -> None:
    book, data = _copied(_parts())
    assert (book["表一"]["B2"].value, book["表一"]["B3"].value) == ("=SUM(B3:B4)", 7)
    assert load_workbook(io.BytesIO(data), data_only=True)["表一"]["B2"].value == 12


def test_a_text_stays_a_text() -> None:
    page = _copied({})[0]["表一"]
    assert (page["A3"].data_type, page["A4"].value) == ("s", "响")


def test_a_covered_cell_is_marked_where_it_shows() -> None:
    book, _ = _copied(
        _parts(), Remark("警告", Tone.WARN, "看", (MarkedCell("表一", "B1"), MarkedCell("无此表", "A1")))
    )
    assert "看" in book["表一"]["A1"].comment.text


def test_the_same_workbook_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "datetime":
            return datetime(2031, 1, 1, tzinfo=tz)

    parts = _parts()
    first = _copied(parts)[1]
    monkeypatch.setattr("openpyxl.writer.excel.datetime.datetime", Later)
    monkeypatch.setattr("zipfile.time.localtime", lambda _: time.gmtime(5))  # which no archive can hold
    assert _copied(parts)[1] == first
    with ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_the_copy_lacks_is_said() -> None:
    parts = {"xl/charts/chart1.xml": b"", "xl/vbaProject.bin": b"", "xl/drawings/drawing1.xml": b"<xdr:sp>"}
    parts["xl/drawings/_rels/drawing1.xml.rels"] = b'<Relationship Target="../media/image1.png"/>'
    front = _copied(_parts() | parts)[0].worksheets[0]
    assert front["A3"].value.endswith("：图片、图表、宏、文本框和图形、超链接")


MERGE = '<mergeCell ref="A1:B1"/>'
WHOLE = "A1:XFD1048576"
TABLE = '<tableParts><tablePart id="rId9"/></tableParts>'
TRAPS = {
    "a merged area over the whole sheet": ((MERGE, f'<mergeCell ref="{WHOLE}"/>'),),
    "a merged area that cannot be told": ((MERGE, '<mergeCell ref="A1&#58;XFD1048576"/>'),),
    "a link on the whole sheet": ((' ref="A4"', f' ref="{WHOLE}"'),),
    "links behind a prefix": (("<hyperlink ", "<x:hyperlink "), (' ref="A4"', f' ref="{WHOLE}"')),
    "a table over the whole sheet": (("</worksheet>", f"{TABLE}</worksheet>"),),
}


@pytest.mark.parametrize("edits", TRAPS.values(), ids=TRAPS)
def test_what_the_library_would_choke_on_does_not_reach_it(edits: tuple[tuple[str, str], ...]) -> None:
    book, _ = _copied(_parts(*edits))
    assert book["表一"].max_row < 10
    assert book["表一"]["B2"].comment


def test_a_comment_on_a_whole_sheet_does_not_reach_the_library() -> None:
    parts = _parts()
    [name] = [name for name in parts if re.search("comments?/comment|comments1", name)]
    parts[name] = parts[name].replace(b'ref="B2"', f'ref="{WHOLE}"'.encode())
    assert _copied(parts)[0]["表一"]["B2"].comment.text.startswith("【错误】")


def test_names_that_only_differ_where_they_are_cut_get_their_own_copies() -> None:
    names = [sheet.title for sheet in _plain_pages("一" * 40 + "甲", "一" * 40 + "乙", "a/b")]
    assert len({*names}) == 3
    assert all(len(name) <= 31 for name in names)
    assert not any(first == second for first, second in pairwise(names))


def _plain_pages(*names: str) -> list[Any]:
    sheets = [PlainSheet(name, [["x"]]) for name in names]
    copy = MarkedCopy(sheets, {}, "", "", [Remark("提示", Tone.DIM, "看", (MarkedCell(names[0], "A1"),))])
    return list(load_workbook(io.BytesIO(marked_copy(copy, STYLE))).worksheets)[1:]
