"""Tables that pages have cut in a Word file made of them are open at the cut."""

from collections.abc import Sequence

import pytest

from converter.document.contents import BookmarkedText, Content, Passage, Tabular
from converter.document.read.pieces import with_pieces

HEAD = ["科目", "支出"]
TITLE, RUNNING_HEAD = "支出总表", "某局部门预算"


def _contents(*parts: str | Sequence[Sequence[str]]) -> list[Content]:
    return [
        Passage(BookmarkedText(part), 0)
        if isinstance(part, str)
        else Tabular(tuple(tuple(map(BookmarkedText, row)) for row in part), ())
        for part in parts
    ]


CUT = {
    "below the line of each page": (RUNNING_HEAD, [HEAD, ["教育", "3.00"]], RUNNING_HEAD, [["文化", "2.00"]]),
    "at once": ([HEAD, ["教育", "3.00"]], [["2080505", "养老"]]),
    "below the same title and head": (TITLE, [HEAD, ["教育", "3.00"]], TITLE, [HEAD, ["文化", "2.00"]]),
}
WHOLE = {
    "below words of its own": ([HEAD, ["教育", "3.00"]], "收入总表", [["文化", "2.00"]]),
    "with a head of its own": (RUNNING_HEAD, [HEAD, ["教育", "3.00"]], RUNNING_HEAD, [["项目", "2020"]]),
    "with the same head below another title": (TITLE, [HEAD], "收入总表", [HEAD]),
}


@pytest.mark.parametrize("parts", CUT.values(), ids=CUT)
def test_a_cut_table_is_open(parts: Sequence[str | Sequence[Sequence[str]]]) -> None:
    upper, lower = (each for each in with_pieces(_contents(*parts)) if isinstance(each, Tabular))
    assert (upper.is_open_above, upper.is_open_below) == (False, True)
    assert (lower.is_open_above, lower.is_open_below) == (True, False)


@pytest.mark.parametrize("parts", WHOLE.values(), ids=WHOLE)
def test_a_whole_table_is_not(parts: Sequence[str | Sequence[Sequence[str]]]) -> None:
    contents = _contents(*parts)
    assert with_pieces(contents) == tuple(contents)
