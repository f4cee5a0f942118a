"""Tables by what stands in them: how text is measured, which columns are wide, where pages break."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from converter.document.write.measure import (
    broken,
    inset,
    lines_in_width,
    lonely_signs,
    narrowest,
    text_width,
)
from converter.document.write.tables.cell_room import CellRoom, decimal_places, right_indent
from converter.document.write.tables.column_widths import column_edges
from converter.document.write.tables.row_breaks import SLACK, page_ends
from converter.document.write.tables.spans import cell_spans
from converter.narrative.blocks import Align, Cell, TextRun
from tests.data import data_of
from tests.document.examples import SCORES, cell

CASES = data_of(Path(__file__).parent / "measures.yaml")


@pytest.mark.parametrize(("text", "width"), CASES["widths"].items())
def test_a_text_is_as_wide_as_its_characters(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(("text", "width", "count", "narrower"), CASES["lines"])
def test_how_many_lines_a_text_takes_and_how_much_narrower_no_sign_stands_alone(
    text: str, width: int, count: int, narrower: int
) -> None:
    assert (lines_in_width(text, width), inset(text, width)) == (count, narrower)
    assert not narrower or not lonely_signs(text, width - narrower)


@pytest.mark.parametrize(("text", "width", "lines"), CASES["broken"])
def test_where_a_title_longer_than_a_line_is_broken(text: str, width: int, lines: str) -> None:
    assert broken(text, width) == lines


@pytest.mark.parametrize(("text", "lines", "width"), CASES["narrowest"])
def test_the_narrowest_column_for_so_many_lines(text: str, lines: int, width: int) -> None:
    assert narrowest(text, lines) == width


@pytest.mark.parametrize(("heights", "first", "others", "opening", "ends"), CASES["pages"])
def test_after_which_rows_pages_end(
    heights: list[int], first: int, others: int, opening: list[int], ends: list[int]
) -> None:
    assert page_ends(heights, first, others, opening).indexes == ends


def test_a_row_too_high_for_what_is_left_of_a_page_goes_on_over_the_next() -> None:
    ends, left = page_ends([20, 60, 10], 50, 100, high={1})
    assert (ends, round(left, 1)) == ([3], 50 * SLACK + 100 * SLACK - 90)


def _edges(rows: tuple[tuple[Cell, ...], ...], widths: tuple[int, ...], total: int) -> list[int]:
    return column_edges(widths, [], list(cell_spans(rows, len(widths))), total, 0, 1)


def test_columns_are_as_wide_as_their_share() -> None:
    assert _edges((), (1, 2, 1), 101) == [0, 25, 76, 101]


def test_widths_by_content_fill_the_table_in_few_lines() -> None:
    head, body = (list(cell_spans(rows, 8)) for rows in (SCORES.header, SCORES.body))
    edges = column_edges((0,) * 8, head, body, 400, 8, 1)
    widths = [right - left - 8 for left, right in pairwise(edges)]
    assert edges[-1] == 400
    assert widths[4] == max(widths)  # 评分标准
    room = CellRoom(edges, 8, 4)
    assert max(room.lines(span) for row in (*head, *body) for span in row) == 2


def test_what_is_left_goes_where_it_saves_a_line() -> None:
    texts = ("社会公众满意度", "由部门根据职责设定内容，按照实现的程度计分，没有实现的不计分，计分不超过满分")
    rows = (tuple(map(cell, texts)), (cell("行政效能"), cell("效果好")))
    assert _edges(rows, (0, 0), 108) == [0, 28, 108]  # 第一栏一行，第二栏两行


def test_a_column_of_labels_is_no_wider_than_its_labels() -> None:
    rows = (
        (cell("分值"), cell("标准")),
        (cell("5"), cell("每超过一个百分点扣一分，不足一个百分点的不扣，扣完为止")),
    )
    assert _edges(rows, (0, 0), 80) == [0, 8, 80]


def test_a_column_is_somewhat_wider_than_its_text() -> None:
    texts = "预算配置", "不超过的得满分，每超过一个百分点扣半分，扣完为止，没有的不扣分"
    rows = list(cell_spans((tuple(map(cell, texts)),), 2))
    assert column_edges((0, 0), [], rows, 300, 0, 2.5) == [0, 41, 300]  # 四字四十


def test_a_short_value_is_not_broken_though_a_long_text_takes_a_line_more_for_it() -> None:
    reason = cell("两次会议合并召开，下一年度按实际需要核定会议计划，不再追加")
    assert _edges(((cell("58次"), reason), (cell("115.27万元"), cell("无"))), (0, 0), 57) == [0, 21, 57]
    assert _edges(((cell("不超过年初预算的八成"), reason),), (0, 0), 57) == [0, 16, 57]


def test_labels_of_groups_are_broken_rather_than_the_lines_of_a_head() -> None:
    reason = cell("临时承办全省性会议，今后从严审批会议场次和规模")
    heads = cell("一级指标"), cell("实际\n完成值"), cell("偏差原因分析\n及改进措施")
    rows = (cell("产出指标", rows=2), cell("≤143万元"), reason), (cell("115.27万元"), cell("无"))
    head, body = list(cell_spans((heads,), 3)), list(cell_spans(rows, 3))
    assert column_edges((0, 0, 0), head, body, 57, 0, 1) == [0, 11, 33, 57]


def test_a_column_of_noughts_is_set_like_those_beside_it() -> None:
    rows = ((_number("0.49"), _number("0"), _number("3")), (_number("0"), _number("0"), _number("0")))
    assert decimal_places(cell_spans(rows, 3)) == {0: 2, 1: 2, 2: 0}


def _number(text: str) -> Cell:
    return Cell((TextRun(text, "甲", Decimal(0)),), align=Align.RIGHT)


def test_decimals_stand_below_one_another() -> None:
    texts = ("0.49", "0", "12.5", "97.69%", "")
    rows = tuple((_number(text),) for text in texts)
    spans = list(cell_spans(rows, 1))
    places = decimal_places(spans)
    assert [right_indent(row[0], places, 200) for row in spans] == [0, 250, 100, 0, 0]
