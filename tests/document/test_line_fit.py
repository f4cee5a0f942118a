"""Text in its lines: how much closer or wider a paragraph is set, and what of that reaches Word."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

from converter.document.write.line_fit import LineRoom, change_of_spacing
from converter.document.write.skeleton import Skeleton
from converter.narrative.blocks import Paragraph, TextRun
from tests.data import data_of

CASES = data_of(Path(__file__).parent / "line_fit.yaml")
ROOM = LineRoom(width=8844, indent=640, size=320, spacing=-5)


@pytest.mark.parametrize(("text", "change"), CASES["spacing"])
def test_a_sign_alone_on_the_last_line_is_drawn_in_or_joined(text: str, change: int) -> None:
    assert change_of_spacing(text, (), ROOM) == change


@pytest.mark.parametrize(("text", "mark", "change"), CASES["marks"])
def test_a_short_mark_stays_on_one_line(text: str, mark: str, change: int) -> None:
    marks = [range(found.start() + 1, found.end()) for found in re.finditer(mark, text)]
    assert change_of_spacing(text, marks, ROOM) == change


def _spacings(skeleton: Skeleton, *given: TextRun) -> list[str]:
    paragraph = docx.Document(BytesIO(skeleton.render([Paragraph(given)]))).paragraphs[0]
    return paragraph._p.xpath(".//w:r/w:rPr/w:spacing/@w:val")


def test_all_runs_of_a_paragraph_are_set_alike(skeleton: Skeleton) -> None:
    assert _spacings(skeleton, TextRun("甲" * 20), TextRun("3", figure="乙"), TextRun("丙。")) == []
    assert len(set(_spacings(skeleton, TextRun("甲" * 20), TextRun("乙" * 7), TextRun("。")))) == 1


def test_a_mark_is_told_from_what_is_written(skeleton: Skeleton) -> None:
    text, mark = "甲" * 24, "〔待补〕"
    assert _spacings(skeleton, TextRun(text), TextRun(mark), TextRun("乙乙")) == []
    assert len(_spacings(skeleton, TextRun(text), TextRun(mark, missing="丙"), TextRun("乙乙"))) == 3
