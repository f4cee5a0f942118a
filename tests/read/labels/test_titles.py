"""What titles mean, as printed by authorities: a table of them, each with the forms it may be."""

from pathlib import Path

import pytest

from converter.pack.loading import load_pack
from converter.read.labels.titles import Titles
from tests.data import data_of

TITLES = Titles(load_pack())
BOOKS = data_of(Path(__file__).with_name("titles.yaml"))
UNUSED, UNKNOWN = "不用", "不认得"


@pytest.mark.parametrize("book", BOOKS)
def test_a_title_means_the_forms_that_its_book_says(book: str) -> None:
    assert {title: _meaning(title) for title in BOOKS[book]} == {
        title: {meant} if isinstance(meant, str) else set(meant) for title, meant in BOOKS[book].items()
    }


def _meaning(text: str) -> set[str]:
    title = TITLES.title(text)
    return {UNKNOWN} if title is None else set(title.forms) or {UNUSED}


@pytest.mark.parametrize(
    "text",
    [
        "部门决算收支总表",
        "2020年度决算收支总表",
        "政府性基金预算财政拨款支出决算表",
        "一般公共预算基本支出表（政府预算经济分类）",
    ],
)
def test_a_title_is_not_that_of_a_budget(text: str) -> None:
    title = TITLES.title(text)
    assert title is not None
    assert not {form for form in title.forms if "预算" in form}


@pytest.mark.parametrize(
    "text",
    [
        "注：本表反映部门本年度“三公”经费支出预决算情况。",
        "本年支出决算见《支出决算表》，单位：元",
        "一般公共预算财政拨款支出",
        "公开03表",
        "2020年度部门决算公开表",
    ],
)
def test_a_line_that_is_no_title(text: str) -> None:
    assert TITLES.title(text) is None
