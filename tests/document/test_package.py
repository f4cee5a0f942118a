"""The file as a file: the same bytes every time, and nothing of the template or its author left."""

from io import BytesIO
from zipfile import ZipFile

import docx

from converter.document.write.skeleton import Skeleton
from converter.narrative.blocks import Paragraph
from converter.pack.shapes.style import Style
from tests.document.examples import REPORT, runs


def test_same_blocks_same_bytes(style: Style, report: bytes) -> None:
    assert Skeleton(style).render(iter(REPORT)) == report


def test_one_report_leaves_no_trace_in_the_next(skeleton: Skeleton, report: bytes) -> None:
    skeleton.render([Paragraph(runs("别的报告"))])
    assert skeleton.render(REPORT) == report


def test_no_clock_no_name(report: bytes) -> None:
    with ZipFile(BytesIO(report)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.testzip() is None
    properties = docx.Document(BytesIO(report)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created is not None
    assert properties.created.year == 1980


def test_only_the_parts_we_need(parts: dict[str, bytes]) -> None:
    assert set(parts) - {"word/comments.xml"} == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "word/styles.xml",
        "word/settings.xml",
        "word/footer1.xml",
        "word/footer2.xml",
    }


def test_an_empty_report_is_a_document(skeleton: Skeleton) -> None:
    assert docx.Document(BytesIO(skeleton.render([]))).tables == []
