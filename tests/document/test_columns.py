"""Tables by what stands in them: how text is measured, which columns are wide, where pages break."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from converter.document.write.column_widths import column_edges
from converter.document.write.decimals import decimal_places, right_indent
from converter.document.write.measure import broken, lines_in_width, narrowest, text_width
from converter.document.write.row_breaks import page_ends
from converter.document.write.spans import cell_spans
from converter.narrative.blocks import Align, Cell, Run
from tests.data import data_of
from tests.document.examples import SCORES, cell

CASES = data_of(Path(__file__).parent / "measures.yaml")


@pytest.mark.parametrize(("text", "width"), CASES["widths"].items())
def test_the_width_of_a_text(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(("text", "width", "count", "is_lonely"), CASES["lines"])
def test_how_many_lines_a_text_takes_and_whether_the_last_is_lonely(
    text: str, width: int, count: int, is_lonely: bool
) -> None:
    found = lines_in_width(text, width)
    assert (found.count, found.is_lonely) == (count, is_lonely)


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
    assert page_ends(heights, first, others, opening) == ends


def _edges(rows: tuple[tuple[Cell, ...], ...], widths: tuple[int, ...], total: int) -> list[int]:
    return column_edges(widths, list(cell_spans(rows, len(widths))), total, 0, 1)


def test_widths_in_proportion() -> None:
    assert _edges((), (1, 2, 1), 101) == [0, 25, 76, 101]


def test_widths_by_content_fill_the_table_and_leave_no_sign_alone() -> None:
    rows = (*SCORES.header, *SCORES.body)
    edges = column_edges((0,) * 8, list(cell_spans(rows, 8)), 400, 8, 1)
    widths = [right - left - 8 for left, right in pairwise(edges)]
    assert edges[-1] == 400
    assert widths[4] == max(widths)  # 评分标准
    spans = [span for row in cell_spans(rows, 8) for span in row if span.cell.columns == 1]
    texts = [(span.column, "".join(run.text for run in span.cell.runs)) for span in spans]
    assert not [text for column, text in texts if lines_in_width(text, widths[column]).is_lonely]


def test_a_column_of_labels_is_no_wider_than_its_labels() -> None:
    rows = ((cell("分值"), cell("标准")), (cell("5"), cell("每超过一个百分点扣一分，扣完为止")))
    assert _edges(rows, (0, 0), 80) == [0, 8, 80]


def test_a_column_of_noughts_is_set_like_those_beside_it() -> None:
    rows = ((_number("0.49"), _number("0"), _number("3")), (_number("0"), _number("0"), _number("0")))
    assert decimal_places(cell_spans(rows, 3)) == {0: 2, 1: 2, 2: 0}


def _number(text: str) -> Cell:
    return Cell((Run(text, "甲", Decimal(0)),), align=Align.RIGHT)


def test_decimals_stand_below_one_another() -> None:
    texts = ("0.49", "0", "12.5", "97.69%", "")
    rows = tuple((_number(text),) for text in texts)
    spans = list(cell_spans(rows, 1))
    places = decimal_places(spans)
    assert [right_indent(row[0], places, 200) for row in spans] == [0, 250, 100, 0, 0]
