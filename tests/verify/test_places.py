"""Where a finding stands, in words by which a person finds it."""

import pytest

from converter.document.contents import BookmarkedText, Passage, Tabular
from converter.trace import Trail
from converter.verify.claims.claim import Span
from converter.verify.claims.submitted_report import SubmittedReport

ROWS = [["科目编码", "科目名称", "金额"], ["20101", "行政运行", "12.5"], ["合计", "", "12.5"]]


@pytest.mark.parametrize(
    ("above", "first", "place"),
    [
        (["支出决算表", "单位：万元"], [], "第 1 张表“支出决算表”第 2 行“行政运行”第 3 栏"),
        (["支出决算表（汇总）"], [], "第 1 张表第 2 行“行政运行”第 3 栏"),
        ([], ["公开03表", "", ""], "第 1 张表“公开03表”第 3 行“行政运行”第 3 栏"),
        (["本年支出12.5万元，见下表。"], [], "第 1 张表第 2 行“行政运行”第 3 栏"),
    ],
)
def test_a_cell_is_found_by_its_table_and_row(above: list[str], first: list[str], place: str) -> None:
    rows = [*([first] if first else []), *ROWS]
    table = Tabular(tuple(tuple(BookmarkedText(cell) for cell in row) for row in rows), ())
    report = SubmittedReport((*(Passage(BookmarkedText(line), 0) for line in above), table), Trail())
    row = 2 if first else 1
    assert report.where(Span(len(above), row, 2, 0, 4)) == place


def test_a_table_without_rows_has_its_place_as_well() -> None:
    report = SubmittedReport((Tabular((), ()),), Trail())
    assert report.where(Span(0, 3, 2, 0, 4)) == "第 1 张表第 4 行第 3 栏"


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (["20101 行政运行 12.5", "20103 行政运行 12.5"], "第 1 张表第 2 行“行政运行 20103”第 3 栏"),
        (["甲 行政运行 12.5", "乙 行政运行 12.5"], "第 1 张表第 2 行“行政运行 乙”第 3 栏"),
        (["30101 基本工资 8", "30101 基本工资 12.5 4.7"], "第 1 张表第 2 行“基本工资 4.7”第 3 栏"),
        (["1 2 3", "1 1.5 12.5"], "第 1 张表第 2 行“1.5”第 3 栏"),
    ],
)
def test_a_row_that_is_called_like_others_is_told_by_a_cell_of_its_own(rows: list[str], place: str) -> None:
    table = Tabular(tuple(tuple(map(BookmarkedText, row.split())) for row in rows), ())
    assert SubmittedReport((table,), Trail()).where(Span(0, 1, 2, 0, 4)) == place


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ("1.因公出国（境）费 100 3", "1.因公出国(境)费"),
        ("合计 -32 3", "合计"),
        ("差旅费 5万元 3", "差旅费"),
        ("100 2 3", ""),
    ],
)
def test_a_row_is_called_by_its_name_not_by_a_number(row: str, label: str) -> None:
    rows = tuple(tuple(map(BookmarkedText, each.split())) for each in (row, "100 2 3"))
    where = SubmittedReport((Tabular(rows, ()),), Trail()).where(Span(0, 0, 2, 0, 1))
    assert where == f"第 1 张表第 1 行{f'“{label}”' if label else ''}第 3 栏"


def test_what_stands_on_pages_is_found_by_its_page() -> None:
    cells = tuple(tuple(BookmarkedText(cell) for cell in row) for row in ROWS)
    heading, below = Passage(BookmarkedText("一、概况"), 1, 2), Passage(BookmarkedText("共12.5万元"), 0, 3)
    report = SubmittedReport((below, heading, below, Tabular(cells, (), pages=(3, 4, 4))), Trail())
    assert report.where(Span(0, -1, -1, 1, 5)) == "第 3 页"
    assert report.where(Span(2, -1, -1, 1, 5)) == "第 3 页，“一、概况”第 1 段"
    assert report.where(Span(3, 1, 2, 0, 4)) == "第 4 页，第 1 张表第 2 行“行政运行”第 3 栏"
