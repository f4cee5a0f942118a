"""Formats on empty cells far from the table: the same figures."""

from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import coordinate_to_tuple

from tests.read.rows import READER

ROWS = [
    ["2020年度支出决算表"],
    ["部门：某某局", None, "单位：元"],
    ["项目", "本年支出合计", "基本支出", "项目支出"],
    ["合计", 30, 20, 10],
]


def _xlsx(path: Path, styled: Iterable[str]) -> None:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    for cell in styled:
        book.active[cell].fill = PatternFill("solid", fgColor="FFFF00")
    book.save(path)


def _xls(path: Path, styled: Iterable[str]) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("表")
    for at_row, row in enumerate(ROWS):
        for at_column, value in enumerate(row):
            sheet.write(at_row, at_column, value)
    yellow = xlwt.easyxf("pattern: pattern solid, fore_colour yellow")
    for cell in styled:
        row, column = coordinate_to_tuple(cell)
        sheet.write(row - 1, column - 1, None, yellow)
    book.save(str(path))


@pytest.mark.parametrize(
    ("kind", "styled"),
    [
        pytest.param("xls", [f"IV{row}" for row in range(1, 41)], id="xls to column IV"),
        pytest.param("xls", ["A65536"], id="xls to row 65536"),
        pytest.param("xls", ["IV65536"], id="xls to its last corner"),
        pytest.param("xlsx", [f"XFD{row}" for row in range(1, 41)], id="xlsx to column XFD"),
        pytest.param("xlsx", ["A1048576"], id="xlsx to row 1048576"),
        pytest.param("xlsx", ["XFD1048576"], id="xlsx to its last corner"),
    ],
)
def test_a_phantom_used_range_changes_no_figure(tmp_path: Path, kind: str, styled: list[str]) -> None:
    path = tmp_path / f"a.{kind}"
    (_xls if kind == "xls" else _xlsx)(path, styled)
    [reading] = READER.read(path, path.name).forms
    assert {figure.id: figure.value for figure in reading.extraction.figures} == {
        "本年支出.决算": 30,
        "本年基本支出.决算": 20,
        "本年项目支出.决算": 10,
    }
    assert reading.extraction.findings == ()
