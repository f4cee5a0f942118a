"""Web pages and XML spreadsheets of Excel 2003 are read like any workbook, or refused by name."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from converter.errors import ReadError
from converter.pack import load_pack
from converter.read.files.filed_file import FiledFile
from converter.read.files.text import decoding, page_styles, page_table, placed_sheet, tags, web_page
from converter.read.files.workbook import OpenedWorkbook, number_formats, open_workbook
from tests.read.files.xlsx.steps import Steps

CASES = yaml.safe_load(Path(__file__).with_name("texts_of_tags.yaml").read_text("utf-8"))
READ = CASES["web_pages"] | CASES["xml_2003"]
HOSTILE = {
    "SHEETS": f"<Workbook>{'<Worksheet/>' * 101}</Workbook>",
    "DIGITS": "9" * 5000,
    "TABLES": "<table><tr><td>" * 60,
    "FAR": "<table>" + "<tr>" * 3000 + "<tr><td>1" + "<td colspan=1000>" * 12 + "<td>2</table>",
    "WALL": f"<table><tr><td rowspan=65534 colspan=1000>{'<td rowspan=65534 colspan=1000>' * 15}"
    + "<tr><td>1" * 3000
    + "</table>",
}
PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": pattern
    for module in (decoding, page_styles, page_table, placed_sheet, tags, web_page)
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern) and name != "_TAG"  # a tag without an end ends the reading
}
PIECES = [
    "charset", "charset = ", "display", "display : ", " hidden", 'a="', "a='", "a = ", "=", '"', "'", " ",
    "1", "1,111", ".1", "E", "<x:ExcelWorksheet>", "<x:Name>", "a", "/",
]  # fmt: skip


def _opened(data: bytes) -> OpenedWorkbook:
    limits = replace(load_pack().limits, members=100, sheet_cells=20_000, sheet_merges=50)
    return open_workbook(FiledFile(Path("表.xls"), "表.xls", data), limits)


@pytest.mark.parametrize("name", READ)
def test_a_page_is_read_as_its_tables(name: str) -> None:
    case: dict[str, Any] = READ[name]
    workbook = _opened(case["page"].encode())
    first = workbook.grids[0]
    sheets = case.get("sheets") or {first.name: case["rows"]}
    assert {grid.name: grid.rows for grid in workbook.grids} == sheets
    assert [list(merge) for merge in first.merges or ()] == case.get("merges", [])
    assert sorted(first.hidden.rows) == case.get("hidden", {}).get("rows", [])
    assert sorted(first.hidden.columns) == case.get("hidden", {}).get("columns", [])
    assert sorted(first.uncomputed) == case.get("uncomputed", [])
    assert number_formats(workbook).get(first.name, {}) == case.get("formats", {})
    assert [grid.name for grid in workbook.grids if grid.is_hidden] == case.get("hidden_sheets", [])


@pytest.mark.parametrize("name", CASES["refused"])
def test_a_hostile_page_is_refused_in_a_line(name: str) -> None:
    case = CASES["refused"][name]
    page = case["page"]
    for word, hostile in HOSTILE.items():
        page = page.replace(word, hostile)
    with pytest.raises(ReadError, match=case["says"]):
        _opened(page.encode())


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""), ("utf-8", "gb2312"), ("gb18030", ""), ("gb18030", "gb2312"), ("gb18030", "utf-8"),
        ("utf-16", ""), ("utf-16-le", ""), ("utf-16-be", "utf-8"), ("utf-8-sig", "gbk"), ("cp950", "BIG5"),
    ],
)  # fmt: skip
def test_an_encoding_is_found_declared_or_not(encoding: str, declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    page = f"<html>{meta}<table><tr><td>部門決算</table>"
    assert _opened(page.encode(encoding)).grids[0].rows == [["部門決算"]]


def test_an_encoding_that_is_none() -> None:
    with pytest.raises(ReadError, match="文字编码无法辨认"):
        _opened("<table><tr><td>部门".encode("gbk") + b"\xff\xff</table>")


@pytest.mark.parametrize("name", PATTERNS)
def test_steps_grow_with_the_text(name: str) -> None:
    written = PATTERNS[name].pattern
    text = written if isinstance(written, str) else written.decode("latin-1")
    compiled = re.compile(text, PATTERNS[name].flags & re.IGNORECASE)
    for piece, before in product(PIECES, ("", 'a="', "a='")):
        once, twice = (Steps(compiled, before + piece * size).taken for size in (20, 40))
        assert twice <= 2.3 * once + 20, (before, piece)
