"""The generated report says what the published one says: every number, in its place."""

from pathlib import Path

import docx
import pytest

from tests.conversion.conftest import SEED, report
from tests.data import data_of

PUBLISHED = data_of(Path(__file__).parent / "seed.yaml")


@pytest.fixture(scope="module")
def document(outbox: Path) -> "docx.document.Document":
    return docx.Document(str(report(outbox, SEED)))


def _section(document: "docx.document.Document", title: str) -> str:
    """Return the text under the heading that ends with `title`."""
    text, inside = "", False
    for paragraph in document.paragraphs:
        if (paragraph.style.name or "").startswith("Heading"):
            inside = paragraph.text.endswith(title)
        elif inside:
            text += paragraph.text
    return text


@pytest.mark.parametrize("title", PUBLISHED["sections"])
def test_sentences_are_those_published(document: "docx.document.Document", title: str) -> None:
    text, start = _section(document, title), 0
    for sentence in PUBLISHED["sections"][title]:
        at = text.find(sentence, start)
        assert at >= 0, f"“{sentence}” is not in its place in: {text}"
        start = at + len(sentence)


@pytest.mark.parametrize("caption", PUBLISHED["tables"])
def test_tables_are_those_published(document: "docx.document.Document", caption: str) -> None:
    body = document.element.body
    captions = [paragraph for paragraph in document.paragraphs if paragraph.text == caption]
    assert len(captions) == 1
    following = body[list(body).index(captions[0]._p) :]
    table = next(table for table in document.tables if table._tbl in following)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[-len(PUBLISHED["tables"][caption]) :] == PUBLISHED["tables"][caption]


def test_eight_sections_in_order(document: "docx.document.Document") -> None:
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == [
        "一、部门概况",
        "二、部门财务情况",
        "三、部门绩效目标",
        "四、部门绩效评价工作情况",
        "五、综合评价结果",
        "六、部门整体支出绩效情况",
        "七、存在的主要问题及原因分析",
        "八、改进措施和有关建议",
    ]
