"""Tables between rules that go on over pages, and tables that do not."""

from pathlib import Path

import pytest
from msgspec import Struct, convert

from converter.document.contents import Tabular
from converter.document.read.pdf.contents import contents_of_pages
from converter.document.read.pdf.pages import PrintedPage, Word
from converter.document.read.pdf.ruled import RuledTable
from tests.data import data_of

SIZE, ROW = 10.0, 20.0


class Piece(Struct, forbid_unknown_fields=True):
    above: list[str]
    rows: list[str]
    below: list[str] = []


class Case(Struct, forbid_unknown_fields=True):
    first: Piece
    next: Piece
    becomes: int | list[str]


CASES = convert(data_of(Path(__file__).with_name("over_pages.yaml")), dict[str, Case])


def _page(piece: Piece, *edges: float) -> PrintedPage:
    """Return a page of lines from the top, 20 points apart, the table among them."""
    rows = tuple(tuple(row.split("|")) for row in piece.rows)
    top = ROW * (len(piece.above) + 1)
    bottom = top + ROW * len(rows)
    lines = [(ROW * nth, text) for nth, text in enumerate(piece.above, 1)]
    lines += [(bottom + ROW * nth, text) for nth, text in enumerate(piece.below, 1)]
    words = [Word(0, at, SIZE * len(text), at + SIZE, text) for at, text in lines]
    return PrintedPage(300, words, (RuledTable(top, bottom, rows, edges=edges),))


def _tables(*pages: PrintedPage) -> list[Tabular]:
    return [part for part in contents_of_pages(list(pages)) if isinstance(part, Tabular)]


@pytest.mark.parametrize("name", CASES)
def test_tables_over_pages(name: str) -> None:
    case = CASES[name]
    found = _tables(_page(case.first), _page(case.next))
    if isinstance(case.becomes, int):
        assert len(found) == case.becomes
    else:
        assert [[row[0].text for row in table.rows] for table in found] == [case.becomes]


def test_each_row_is_told_the_page_it_stands_on() -> None:
    """A row that the end of a page cuts stands on the page where it begins; what is below counts no row."""
    first = Piece(above=["支出总表"], rows=["编码|名称|金额", "201|教育|30.00", "208|社会|7.0"])
    rest = Piece(above=["支出总表"], rows=["编码|名称|金额", "|保障|", "210|卫生|2.00"])
    found = _tables(_page(first, 0, 50, 100, 200), _page(rest, 0, 50, 100, 200))
    assert [table.pages for table in found] == [(1, 1, 1, 2, 2)]


def test_columns_go_on_where_they_stand() -> None:
    """A page may have fewer lines between columns, or others."""
    first = Piece(above=["支出总表"], rows=["科目||合计|备注", "编码|名称||", "201|教育|30.00|"])
    fewer = _page(Piece([], ["住房||10.00", "农林||1.00"]), 0, 50, 100, 200)
    assert [cell.text for cell in _tables(_page(first, 0, 50, 100, 150, 200), fewer)[0].rows[-1]] == [
        "农林", "", "1.00", ""
    ]  # fmt: skip
    moved = _page(Piece([], ["住房||10.00|", "农林||1.00|"]), 0, 20, 30, 140, 200)
    pieces = _tables(_page(first, 0, 50, 100, 150, 200), moved)
    assert [(piece.is_open_above, piece.is_open_below) for piece in pieces] == [(False, True), (True, False)]
