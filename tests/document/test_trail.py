"""The trail a report carries: every printed figure in a bookmark of its own, and the way back from it."""

from decimal import Decimal
from io import BytesIO

import docx
import pytest
from msgspec.structs import replace

from converter.document.read.trail import read_trail
from converter.document.read.word_file import read_document
from converter.document.write.skeleton import Skeleton
from converter.figures.figure import Figure
from converter.figures.origin import CellOrigin, Derived
from converter.narrative.blocks import Cell, Paragraph, Table, TextRun
from converter.trace.trail import Input, TracedFigure, Trail
from tests.document.bookmarks import bookmarked_texts
from tests.zipped import with_part

READ = Figure(
    "甲.决算",
    Decimal("12.50"),
    "元",
    CellOrigin("a<b>.xlsx", "表\n1", "B2", 12.5, "元", "表"),
    Decimal("0.005"),
)
COMPUTED = Figure(
    "“乙”.得分", Decimal(1) / Decimal(3), "分", Derived("甲.决算 & 1", ("甲.决算",), "大于0\t得分")
)
BLANK = Figure("丙.决算", None, "元", CellOrigin("a.xlsx", "表", "B3"))
SET = Figure("丁.满分", Decimal(0), "分", Derived(""))
FIGURES = {
    figure.id: TracedFigure(figure, text)
    for figure, text in ((READ, "12.50元"), (COMPUTED, "0.33分"), (BLANK, ""), (SET, "0分"))
}
TRAIL = Trail("某局", 2020, "规则", "1", "abc", "0.1", (Input("a.xlsx", "ff"),), FIGURES)
BLOCKS = (
    Paragraph(
        (
            TextRun("支出"),
            TextRun("12.50元", READ.id, READ.value),
            TextRun("，得"),
            TextRun("0.33分", COMPUTED.id, COMPUTED.value),
        )
    ),
    Table(
        "表", "", (1, 1), (), ((Cell((TextRun("甲"),)), Cell((TextRun("-12.50", READ.id, -READ.value),))),)
    ),
)


@pytest.fixture(scope="module")
def tagged(skeleton: Skeleton) -> bytes:
    return skeleton.render(BLOCKS, TRAIL)


def test_what_is_written_is_read_back(tagged: bytes) -> None:
    read = read_trail(tagged)
    assert read is not None
    assert replace(read, occurrences=()) == replace(TRAIL, figures=read.figures)
    for found, known in zip(read.figures.values(), FIGURES.values(), strict=True):
        assert (replace(found.figure, origin=known.figure.origin), found.text) == (known.figure, known.text)
        assert str(found.figure.origin) == str(known.figure.origin)
    assert read.figures[READ.id].figure.cell.text == "12.5"
    assert read.figures[COMPUTED.id].figure.origin == COMPUTED.origin


def test_every_place_of_printing_is_marked(tagged: bytes) -> None:
    read = read_trail(tagged)
    assert [(printed.figure, printed.text, printed.value) for printed in read.occurrences] == [
        (READ.id, "12.50元", READ.value),
        (COMPUTED.id, "0.33分", COMPUTED.value),
        (READ.id, "-12.50", -READ.value),
    ]
    assert bookmarked_texts(read_document(tagged).contents) == {
        printed.bookmark: printed.text for printed in read.occurrences
    }


def test_other_tools_see_the_text_alone(tagged: bytes) -> None:
    document = docx.Document(BytesIO(tagged))
    assert document.paragraphs[0].text == "支出12.50元，得0.33分"
    assert document.tables[0].cell(0, 1).text == "-12.50"


def test_a_report_without_a_trail_says_so(tagged: bytes) -> None:
    broken = with_part(tagged, "customXml/item1.xml", lambda _: b"<broken")
    assert read_trail(broken) is None
    assert read_trail(b"no package") is None
    assert len(bookmarked_texts(read_document(broken).contents)) == 3
