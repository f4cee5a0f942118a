"""Whatever the text, it arrives in Word unharmed."""

import re
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.document.write.skeleton import Skeleton
from converter.narrative.blocks import Block, Missing, Paragraph, Title
from tests.document.examples import runs

ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


def _read_back(skeleton: Skeleton, block: Block) -> str:
    return docx.Document(BytesIO(skeleton.render([block]))).paragraphs[0].text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<w:p> & </w:t> \"'", "<w:p> & </w:t> \"'"),
        ("&amp; &#10;", "&amp; &#10;"),
        ("一行\n两行\t格", "一行\n两行\t格"),
        ("\x00控\x0b制\x1f字\ufffe符\ud800", "控制字符"),
        ("回车\r\n换行", "回车\n换行"),
        ("　全角  半角 ", "　全角  半角 "),
        ("𠮷〇", "𠮷〇"),
    ],
)
def test_any_text_arrives_but_for_what_xml_cannot_hold(skeleton: Skeleton, written: str, read: str) -> None:
    assert _read_back(skeleton, Paragraph(runs(written))) == read
    assert _read_back(skeleton, Missing(written)) == read


def test_title_lines_are_one_paragraph(skeleton: Skeleton) -> None:
    assert _read_back(skeleton, Title(("甲&乙", "丙<丁>"))) == "甲&乙\n丙<丁>"


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_survives(skeleton: Skeleton, first: str, second: str) -> None:
    read = _read_back(skeleton, Paragraph(runs(first, second)))
    assert read == ILLEGAL.sub("", first) + ILLEGAL.sub("", second)
