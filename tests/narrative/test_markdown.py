"""Rendered text as blocks: numbered headings, paragraphs, annexes; and nothing a person typed is markup."""

from decimal import Decimal

import pytest

from converter.chinese import numeral
from converter.narrative.blocks import Annex, Attachments, Heading, Missing, Paragraph, TextRun, unmarked
from converter.narrative.markdown import MarkdownReader
from converter.narrative.placeholders import Placeholders
from converter.pack.loading import load_pack

READER = MarkdownReader(load_pack().words)


def _text(block: Heading | Paragraph) -> str:
    return "".join(run.text for run in block.runs)


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (99, "九十九")],
)
def test_numbers_become_chinese_numerals(number: int, text: str) -> None:
    assert numeral(number) == text


def test_headings_are_numbered_by_level() -> None:
    blocks = READER.blocks("# 甲\n\n## 乙\n\n## 丙\n\n# 丁\n\n## 戊\n\n### 己\n", Placeholders())
    assert [_text(block) for block in blocks] == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "二、丁",
        "（一）戊",
        "1.己",
    ]
    assert [block.level for block in blocks] == [1, 2, 2, 1, 2, 3]


def test_a_paragraph_runs_over_the_lines_of_a_template() -> None:
    assert READER.blocks("甲，\n乙。\n\n丙。\n", Placeholders()) == (
        Paragraph((TextRun("甲，乙。"),)),
        Paragraph((TextRun("丙。"),)),
    )


def test_placeholders_become_runs_and_blocks() -> None:
    placeholders = Placeholders()
    figure = TextRun("1.00万元", "甲.决算", Decimal(10000))
    name, amount = placeholders.put(TextRun("# *某*局")), placeholders.put(figure)
    missing = placeholders.put((Missing("待补"),))
    blocks = READER.blocks(f"{name}支出{amount}。\n\n{missing}\n", placeholders)
    assert blocks == (Paragraph((TextRun("# *某*局支出"), figure, TextRun("。"))), Missing("待补"))


def test_nothing_a_person_typed_is_taken_for_a_placeholder() -> None:
    placeholders = Placeholders()
    mark = placeholders.put(TextRun("甲"))
    assert placeholders.words(unmarked(f"乙{mark}")) == "乙0"


@pytest.mark.parametrize(
    ("own", "listed", "mark"),
    [((), ("甲表",), "附件"), (("佐证材料",), ("1.甲表", "2.佐证材料"), "附件1")],
)
def test_a_single_annex_bears_no_number(own: tuple[str, ...], listed: tuple[str, ...], mark: str) -> None:
    placeholders = Placeholders()
    of_all, annex = placeholders.put((Attachments("", own),)), placeholders.put((Annex("", "甲表"),))
    blocks = READER.blocks(f"{of_all}\n\n{annex}\n", placeholders)
    assert blocks == (Attachments("附件：", listed), Annex(mark, "甲表"))


def test_annexes_are_numbered_and_listed_where_the_template_says() -> None:
    placeholders = Placeholders()
    listed = placeholders.put((Attachments("", ("佐证材料",)),))
    first, second = (placeholders.put((Annex("", title),)) for title in ("甲表", "乙表"))
    blocks = READER.blocks(f"{listed}\n\n{first}\n\n{second}\n", placeholders)
    assert blocks == (
        Attachments("附件：", ("1.甲表", "2.乙表", "3.佐证材料")),
        Annex("附件1", "甲表"),
        Annex("附件2", "乙表"),
    )


@pytest.mark.parametrize(
    ("before", "written", "printed"),
    [
        ("总额5万元，主要用于", "主要用于会议", "会议"),
        ("主要用于", "主要用于：会议", "会议"),
        ("减少5万元，主要原因：", "主要原因：压减", "压减"),
        ("主要用于", "会议", "会议"),
        ("主要用于", "主要用于", "主要用于"),  # nothing else would be left
        ("全年，", "全年会议", "全年会议"),
        ("自评包括", "包括局本级", "包括局本级"),
    ],
)
def test_the_clause_that_leads_up_to_a_persons_words_is_said_once(
    before: str, written: str, printed: str
) -> None:
    placeholders = Placeholders()
    text = before + placeholders.put(TextRun(written, written=True))
    assert placeholders.words(text) == before + printed
