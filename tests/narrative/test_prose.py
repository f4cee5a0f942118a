"""A department's own prose: its paragraphs and sub-headings, and what fits into a sentence."""

import re

import pytest

from converter.narrative.blocks import Heading, Paragraph, TextRun
from converter.narrative.prose import LONGEST_HEADING, inline, paragraphs

SUBHEADING = re.compile("^（[一二三]）")


def test_a_line_is_a_paragraph_and_a_numbered_short_one_a_heading() -> None:
    long = "（二）" + "长" * LONGEST_HEADING
    blocks = list(paragraphs(f"\u3000\u3000甲。\n\n（一）乙\n{long}\n", SUBHEADING))
    assert blocks == [
        Paragraph((TextRun("甲。", written=True),)),
        Heading(2, (TextRun("（一）乙", written=True),)),
        Paragraph((TextRun(long, written=True),)),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [("甲。", "甲"), ("\u3000甲\n乙；\n", "甲乙"), ("甲. ;", "甲"), ("", ""), ("甲。乙。", "甲。乙")],
)
def test_prose_within_a_sentence_loses_its_full_stop(text: str, said: str) -> None:
    assert inline(text) == said
