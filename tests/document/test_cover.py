"""A report with a cover: a page of its own without a number; the text behind it begins with page one."""

from io import BytesIO

import docx
from docx.oxml.ns import qn

from converter.document.write.skeleton import Skeleton
from converter.narrative.blocks import Annex, Block, CoverLine, Heading, NewPage, Paragraph, Title
from converter.pack.shapes.style import Style
from tests.document.examples import runs

TITLE = Title(("岳阳市2018年度部门整体支出", "绩效评价自评报告"))
COVER: list[Block] = [
    TITLE,
    CoverLine(runs("预算编码：906017")),
    CoverLine(runs("岳阳市财政局（制）"), is_foot=True),
]
TEXT: list[Block] = [Heading(1, runs("一、概况")), Paragraph(runs("某馆。"))]


def _written(style: Style, blocks: list[Block]) -> docx.document.Document:
    return docx.Document(BytesIO(Skeleton(style, has_cover=True).render(blocks)))


def test_the_cover_is_a_page_without_a_number_and_the_text_begins_with_page_one(style: Style) -> None:
    read = _written(style, [*COVER, NewPage(), *TEXT])
    cover, text = (section._sectPr for section in read.sections)
    assert cover.findall(qn("w:footerReference")) == []
    assert len(text.findall(qn("w:footerReference"))) == 2
    assert text.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    names = [paragraph.style.name for paragraph in read.paragraphs]
    assert names[:3] == ["封面标题", "封面栏目", "封面落款"]


def test_the_foot_is_as_far_down_as_the_lines_above_it_leave_room(style: Style) -> None:
    def before(lines: int) -> int:
        title, *_, foot = COVER
        blocks = [title, *[CoverLine(runs("评价方式：自评"))] * lines, foot, NewPage(), *TEXT]
        spacing = _written(style, blocks).paragraphs[lines + 1]._p.pPr.find(qn("w:spacing"))
        return int(spacing.get(qn("w:before")))

    assert before(2) - before(5) == 3 * 20 * style.styles.cover_line.line
    assert before(40) == 0


def test_a_page_begun_elsewhere_goes_on_counting(style: Style) -> None:
    read = _written(style, [TITLE, *TEXT, NewPage(), *TEXT, Annex("附件1", "指标表", landscape=True)])
    assert [section.orientation for section in read.sections] == [0, 0, 1]
    assert all(section._sectPr.find(qn("w:pgNumType")) is None for section in read.sections)
    assert read.paragraphs[0].style.name == "Title"


def test_a_page_begun_at_the_start_or_twice_leaves_none_empty(style: Style) -> None:
    assert len(_written(style, [NewPage(), *COVER, NewPage(), NewPage(), *TEXT]).sections) == 2


def test_only_a_report_with_a_cover_has_its_styles(skeleton: Skeleton) -> None:
    known = docx.Document(BytesIO(skeleton.render(TEXT))).styles
    assert not any("封面" in style.name for style in known)
