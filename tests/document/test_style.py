"""The style file is strict, and what it says reaches Word."""

from io import BytesIO

import docx
import pytest
from msgspec.structs import replace

from converter.document.write.skeleton import Skeleton
from converter.narrative.blocks import Paragraph
from converter.pack.files.validation import UnfitError, validated
from converter.pack.shapes.style import ParagraphStyle, Style
from tests.document.examples import runs


def test_official_fonts_and_sizes(skeleton: Skeleton) -> None:
    styles = docx.Document(BytesIO(skeleton.render([]))).styles
    found = {
        name: (styles[name].element.rPr.rFonts.xpath("@w:eastAsia")[0], styles[name].font.size.pt)
        for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "报告正文")
    }
    assert found == {
        "Title": ("方正小标宋简体", 22),
        "Heading 1": ("黑体", 16),
        "Heading 2": ("楷体_GB2312", 16),
        "Heading 3": ("仿宋_GB2312", 16),
        "报告正文": ("仿宋_GB2312", 16),
    }


def test_paper_and_margins_are_those_of_the_style(skeleton: Skeleton) -> None:
    section = docx.Document(BytesIO(skeleton.render([]))).sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_a_changed_font_changes_only_the_styles(style: Style) -> None:
    body = replace(style.styles.body, latin="仿宋_GB2312")
    changed = replace(style, styles=replace(style.styles, body=body))
    blocks = [Paragraph(runs("2020年"))]
    read = docx.Document(BytesIO(Skeleton(changed).render(blocks)))
    assert read.styles["报告正文"].font.name == "仿宋_GB2312"


@pytest.mark.parametrize(
    "wrong",
    [{"size": "0"}, {"size": "big"}, {"align": "middle"}, {"shade": "200"}, {"colour": "red"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_does_not_fit_is_refused(wrong: dict[str, str]) -> None:
    entry = {"name": "甲", "chinese": "宋体", "latin": "宋体", "size": "16"}
    assert validated(entry, ParagraphStyle).size == 16
    with pytest.raises(UnfitError):
        validated(entry | wrong, ParagraphStyle)
