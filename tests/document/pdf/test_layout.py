"""Words at positions into paragraphs and tables, without any tool; a character is 10 points square."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.document.contents import Passage
from converter.document.read.pdf.contents import contents_of_pages
from converter.document.read.pdf.pages import PrintedPage, Word
from converter.document.read.pdf.slivers import Borders
from tests.conversion.conftest import jixiao

SIZE = 10.0
FULL = "甲" * 20


def _word(text: str, left: float, top: float) -> Word:
    width = sum(SIZE / 2 if char.isascii() else SIZE for char in text)
    return Word(left, top, left + width, top + SIZE, text)


def _sheet(*rows: tuple[float, str]) -> PrintedPage:
    """Return a page of lines, each with its indent; `|` separates cells 60 points apart."""
    words = [
        _word(text, left + 60 * number, 20.0 * (row + 1))
        for row, (left, line) in enumerate(rows)
        for number, text in enumerate(line.split("|"))
        if text
    ]
    return PrintedPage(300, words)


def _read(*pages: PrintedPage) -> list[str | list[list[str]]]:
    return [
        part.written.text if isinstance(part, Passage) else [[cell.text for cell in row] for row in part.rows]
        for part in contents_of_pages(list(pages))
    ]


def test_an_indent_begins_a_paragraph() -> None:
    page = _sheet((20, FULL[2:]), (0, FULL), (0, "完。"), (20, FULL[2:]), (0, FULL), (0, FULL))
    assert _read(page) == [f"{FULL[2:]}{FULL}完。", f"{FULL[2:]}{FULL}{FULL}"]


def test_a_number_of_a_list_behind_a_whole_sentence_begins_a_paragraph() -> None:
    ended, listed, open_end, amount = f"{FULL[1:]}。", f"2、{FULL[2:]}", f"{FULL[1:]}：", f"2.35{FULL[2:]}"
    page = _sheet((0, FULL), (0, ended), (0, listed), (0, open_end), (0, amount), (0, "完。"))
    assert _read(page) == [f"{FULL}{ended}", f"{listed}{open_end}{amount}完。"]


def _titled(*titles: tuple[float, float, str]) -> PrintedPage:
    """Return a page of text, with lines in larger type at these places above it."""
    larger = [
        Word(left, top, left + 2 * SIZE * len(text), top + 2 * SIZE, text) for left, top, text in titles
    ]
    text = _sheet((20, f"{FULL[2:]}"), (0, f"{FULL[1:]}。"), (20, FULL[2:]), (0, FULL), (0, FULL))
    below = [replace(word, top=word.top + 100, bottom=word.bottom + 100) for word in text.words]
    return PrintedPage(300, [*larger, *below])


def _headings(page: PrintedPage) -> list[str]:
    return [
        part.written.text for part in contents_of_pages([page]) if isinstance(part, Passage) and part.level
    ]


def test_larger_type_in_the_middle_is_a_title_and_may_take_two_lines() -> None:
    assert _headings(_titled((20, 10, "某市某局部门决算"), (60, 45, "情况说明"))) == [
        "某市某局部门决算情况说明"
    ]
    assert _headings(_titled((60, 10, "部门决算"), (60, 80, "情况说明"))) == ["部门决算", "情况说明"]
    assert _headings(_titled((0, 10, "大字的正文"), (60, 45, "完毕了。"))) == []


def test_a_paragraph_goes_on_over_a_page_and_its_number() -> None:
    first = _sheet((20, FULL[2:]), (0, FULL), (0, FULL), (90, "— 3 —"))
    assert _read(first, _sheet((0, "完。"), (0, "—4—"))) == [f"{FULL[2:]}{FULL}{FULL}完。"]


def test_a_number_that_had_no_room_goes_on_with_its_line() -> None:
    page = _sheet((0, FULL), (0, FULL), (0, FULL[:17]), (0, "1602.51万元。"))
    assert _read(page) == [f"{FULL}{FULL}{FULL[:17]}1602.51万元。"]


def test_a_line_that_ends_within_a_sentence_goes_on_whatever_the_margins() -> None:
    narrow = _sheet((30, FULL[:15]), (10, f"{FULL[:16]}。"), (30, FULL[:15]), (10, FULL[:17]))
    wide = _sheet(*[(20, f"{FULL[:18]}。"), (0, f"{FULL}。")] * 3)
    assert _read(narrow, wide)[:2] == [
        f"{FULL[:15]}{FULL[:16]}。",
        f"{FULL[:15]}{FULL[:17]}",
    ]


def test_without_indents_a_short_line_ends_a_paragraph() -> None:
    assert _read(_sheet((0, FULL), (0, FULL), (0, FULL), (0, "甲。"), (0, FULL))) == [FULL * 3 + "甲。", FULL]


def test_a_heading_begins_a_paragraph() -> None:
    assert _read(_sheet((0, FULL), (0, FULL), (0, FULL), (0, "二、财务"))) == [FULL * 3, "二、财务"]


def test_a_running_head_is_left_out() -> None:
    texts = [character * 18 for character in "乙丙丁"]
    pages = [_sheet((0, "某局绩效报告"), (20, text), (0, "完。"), (90, "— 1 —")) for text in texts]
    assert _read(*pages) == [f"{text}完。" for text in texts]


def test_a_table_is_read_by_its_columns() -> None:
    page = _sheet((0, "项目|预算|决算"), (0, "收入|100.00|90.00"), (0, "支出||80.00"))
    assert _read(page) == [[["项目", "预算", "决算"], ["收入", "100.00", "90.00"], ["支出", "", "80.00"]]]


def test_amounts_with_thousands_are_numbers_of_a_table() -> None:
    page = _sheet((0, "项目|预算|决算"), (0, "收入|1,100.00|90,000"), (0, "支出||1,180.05"))
    assert _read(page) == [
        [["项目", "预算", "决算"], ["收入", "1,100.00", "90,000"], ["支出", "", "1,180.05"]]
    ]


def _set_wide(*lines: tuple[str, float]) -> PrintedPage:
    """Return a page of lines of words with so many points between them, below lines of text."""
    words = [*_sheet((0, FULL), (0, FULL), (0, FULL)).words]
    for row, (line, blank) in enumerate(lines, 4):
        left = 0.0
        for text in line.split():
            words.append(_word(text, left, 20.0 * row))
            left = words[-1].right + blank
    return PrintedPage(300, words)


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ("甲支出 1,341.22 万元，增长 57.83 %。乙", 12),
        ("甲乙丙三项预算总计 21,940.96", 10),
        ("甲 9 万元。", 24),
    ],
)
def test_a_sentence_with_blanks_round_its_numbers_is_no_row_of_a_table(line: str, blank: float) -> None:
    assert str(_read(_set_wide((line, blank)))[-1]).endswith(line.replace(" ", ""))


def test_amounts_that_stand_close_to_one_another_are_cells() -> None:
    page = _set_wide(("甲支出 2,804.42 72.00 1,054.20", 15))
    assert _read(page)[-1] == [["", "", "", ""], ["甲支出", "2,804.42", "72.00", "1,054.20"]]


def test_a_word_with_its_letters_set_apart_is_one_cell() -> None:
    page = _set_wide(("支 出 总 计", 10))
    page = replace(page, words=[*page.words, _word("1,341.22", 200, 80)])
    assert _read(page)[-1] == [["", ""], ["支出总计", "1,341.22"]]


def test_a_table_goes_on_over_a_page() -> None:
    pages = _sheet((0, "项目|预算|决算"), (0, "收入|1.00|9.00")), _sheet((0, "支出|2.00|8.00"))
    assert _read(*pages) == [[["项目", "预算", "决算"], ["收入", "1.00", "9.00"], ["支出", "2.00", "8.00"]]]


def test_a_number_broken_over_two_lines_is_one() -> None:
    page = _sheet((0, "项目|预算|决算"), (0, "收入|1000.5|90.00"), (0, "支出|2000.52|80.00"))
    rest = _word("2", 60, 60 - 8)
    assert _read(replace(page, words=[*page.words, rest]))[0][1] == ["收入", "1000.52", "90.00"]


def test_counts_right_below_amounts_are_a_row_of_their_own() -> None:
    page = _sheet((0, "项目|预算|决算"), (0, "收入|1000.52|90.00"))
    counts = [_word(text, 60 * number, 52) for number, text in enumerate(["人数", "12", "13"])]
    assert _read(replace(page, words=[*page.words, *counts]))[0][2] == ["人数", "12", "13"]


def test_a_heading_separates_two_tables() -> None:
    page = _sheet((0, "项目|预算"), (0, "收入|1.00"), (0, "（二）支出"), (0, "项目|预算"), (0, "支出|2.00"))
    assert _read(page) == [
        [["项目", "预算"], ["收入", "1.00"]],
        "（二）支出",
        [["项目", "预算"], ["支出", "2.00"]],
    ]


def test_a_line_of_a_table_wider_than_the_text_ends_no_paragraph() -> None:
    page = _sheet((20, FULL[2:]), *[(0, FULL)] * 5, (-15, f"{FULL}甲甲甲"))
    assert str(_read(page)[0]).startswith(FULL[2:] + FULL * 5)


def test_a_head_over_several_columns_comes_before_the_table() -> None:
    head = [_word("一二三四五六七八九十", 65, 5)]
    page = _sheet((0, "项目|预算|决算"), (0, "收入|100.00|90.00"))
    assert _read(PrintedPage(300, [*head, *page.words]))[0] == "一二三四五六七八九十"


def test_columns_too_narrow_for_text_are_margins_within_cells() -> None:
    borders = Borders((0, 5, 60, 65, 70, 130, 135))
    assert borders.edges == (5, 65, 135)
    assert borders.row(("", "项目", "", "", "12.00", "")) == ("项目", "12.00")
    assert borders.row(("合计", "", "", "12.00", "", "")) == ("合计", "12.00")
    assert borders.merge((0, 1, 0, 2)) == (0, 0, 0, 0)
    assert borders.merge((0, 0, 2, 5)) == (0, 0, 2, 1)


@pytest.mark.parametrize("data", [b"not a report", b"%PDF-1.4 cut"])
def test_a_broken_file_is_named(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(data)
    result = jixiao("verify", tmp_path / "报告.pdf")
    assert result.exit_code == 3
    assert "报告.pdf" in result.output


@pytest.mark.parametrize("data", ["<!DOCTYPE html><html>", "\ufeff \n<HTML>", "<html lang='zh'>"])
def test_a_web_page_named_pdf_is_called_one(data: str, tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_text(data, "utf-8")
    assert "网页" in jixiao("verify", tmp_path / "报告.pdf").output
