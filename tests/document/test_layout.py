"""The page as GB/T 9704 wants it, measured on the PDF."""

import pytest

from converter.document.write.skeleton import Skeleton
from converter.narrative.blocks import Annex, Paragraph, Title
from converter.pack.shapes.style import Style
from tests.document.examples import BUDGET, SCORES, runs
from tests.document.pages import Page, laid_out

pytestmark = pytest.mark.render

MM = 72 / 25.4
TOLERANCE = 1 * MM
FULL = 28 * 22


@pytest.fixture(scope="module")
def pages(skeleton: Skeleton, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    blocks = [
        Title(("标题",)),
        Paragraph(runs("国" * (3 * FULL))),
        Annex("附件1", "指标表", landscape=True),
        SCORES,
        Annex("附件2", "数据表"),
        BUDGET,
        Annex("附件3", "说明"),
        Paragraph(runs("完。")),
    ]
    return laid_out(skeleton.render(blocks), tmp_path_factory.mktemp("layout"))


@pytest.fixture
def full(pages: list[Page]) -> Page:
    return pages[1]


def test_a_full_page_holds_22_lines_of_28_characters(full: Page) -> None:
    assert [line.text for line in full.text] == ["国" * 28] * 22


def test_the_text_stands_within_its_margins(full: Page) -> None:
    pitch = (full.text[-1].middle - full.text[0].middle) / 21
    assert full.text[0].left == pytest.approx(28 * MM, abs=TOLERANCE)
    assert full.width - full.text[0].right == pytest.approx(26 * MM, abs=TOLERANCE)
    assert full.text[0].middle - pitch / 2 == pytest.approx(37 * MM, abs=TOLERANCE)
    assert full.height - full.text[-1].middle - pitch / 2 == pytest.approx(35 * MM, abs=TOLERANCE)


def test_page_numbers_go_on_through_landscape_pages(pages: list[Page]) -> None:
    assert [page.number.text for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]
    turned = [page.width > page.height for page in pages]
    assert turned == [*sorted(turned[:-2]), False, False]
    assert turned.count(True) >= 2


def test_page_numbers_stand_one_character_in_odd_right_even_left(pages: list[Page], style: Style) -> None:
    for index, page in enumerate(pages, start=1):
        margins = style.page.landscape if page.width > page.height else style.page.margins
        inset = (
            page.width - margins.right * MM - page.number.right
            if index % 2
            else page.number.left - margins.left * MM
        )
        assert inset == pytest.approx(14, abs=TOLERANCE)
        type_area = page.height - margins.bottom * MM
        assert page.number.middle - type_area == pytest.approx(7 * MM, abs=TOLERANCE)


def test_each_annex_begins_a_page_and_heads_repeat(pages: list[Page]) -> None:
    firsts = [page.lines[0].text for page in pages]
    assert [text for text in firsts if text.startswith("附件")] == ["附件1", "附件2", "附件3"]
    heads = [page for page in pages if any("评分标准" in line.text for line in page.lines)]
    assert len(heads) == sum(page.width > page.height for page in pages)


def test_no_page_is_blank(pages: list[Page]) -> None:
    assert all(page.text for page in pages)
