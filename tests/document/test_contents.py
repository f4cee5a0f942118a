"""Paragraphs of documents as people write them, and which of them are headings."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from converter.document.contents import Passage, Tabular
from converter.document.read.word_file import read_document
from converter.document.write.skeleton import Skeleton
from converter.errors.errors import DocumentError
from converter.narrative.blocks import Annex, Heading, Paragraph, Title
from tests.document.examples import BUDGET, SCORES, runs
from tests.zipped import with_part

Fill = Callable[[Document], None]


def _passages(data: bytes) -> list[tuple[int, str]]:
    """Return level and text of every paragraph."""
    contents = (content for content in read_document(data).contents if isinstance(content, Passage))
    return [(passage.level, passage.written.text) for passage in contents]


def _filled(fill: Fill) -> list[tuple[int, str]]:
    document, data = docx.Document(), BytesIO()
    fill(document)
    document.save(data)
    return _passages(data.getvalue())


def _lines(*lines: str) -> list[tuple[int, str]]:
    return _filled(lambda document: [document.add_paragraph(line) for line in lines] and None)


def test_a_report_of_ours_is_read_back_as_written(skeleton: Skeleton) -> None:
    blocks = [Title(("标题",)), Heading(1, runs("一、概况")), Paragraph(runs("总述。")), BUDGET]
    data = skeleton.render([*blocks, Heading(2, runs("（一）职责")), Paragraph(runs("职责", "如下。"))])
    assert _passages(data) == [
        (0, "标题"),
        (1, "一、概况"),
        (0, "总述。"),
        (0, BUDGET.caption),
        (0, BUDGET.unit),
        (0, BUDGET.note),
        (2, "（一）职责"),
        (0, "职责如下。"),
    ]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、部门概况", 1),
        ("　　八、改进措施", 1),
        ("十一、其他", 1),
        ("第二部分 决算表", 1),
        ("（一） 单位主要职责", 2),
        ("(二)机构设置", 2),
        ("（一）立足真抓实干，坚持狠抓落实。", 2),
        ("一、是加强管理。二、是压减支出。", 0),
        ("（一）" + "很长的一段话" * 10, 0),
        ("1、注重优能力", 0),
        ("一是进一步科学编制部门预算", 0),
        ("一、", 0),
        ("2020年决算", 0),
    ],
)
def test_headings_are_known_by_their_numbers(line: str, level: int) -> None:
    assert _lines(line) == [(level, line)]


def test_styles_count_where_numbers_are_missing_or_automatic() -> None:
    def fill(document: Document) -> None:
        document.add_heading("部门概况", 1)
        document.add_paragraph("总述。")
        document.add_heading("单位职责", 2)
        lone = document.add_paragraph("第三级")
        lone._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="2"/>'))

    assert _filled(fill) == [(1, "部门概况"), (0, "总述。"), (2, "单位职责"), (3, "第三级")]


def test_words_numbering_in_chinese_counts() -> None:
    def fill(document: Document) -> None:
        numbering = document.part.numbering_part.element
        shapes = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="{text}"/></w:lvl>'
            for depth, text in enumerate(("%1、", "（%2）"))
        )
        numbering.append(
            parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{shapes}</w:abstractNum>')
        )
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>')
        )
        for depth, text in enumerate(("概况", "职责")):
            properties = document.add_paragraph(text)._p.get_or_add_pPr()
            number = f'<w:ilvl w:val="{depth}"/><w:numId w:val="91"/>'
            properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{number}</w:numPr>"))

    assert _filled(fill) == [(1, "概况"), (2, "职责")]


def test_changes_are_read_as_accepted_and_controls_looked_into() -> None:
    def fill(document: Document) -> None:
        inside = (
            "<w:r><w:t>留</w:t></w:r>"
            '<w:del w:id="1" w:author="x"><w:r><w:delText>删</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="x"><w:r><w:t>增</w:t></w:r></w:ins>'
        )
        control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{inside}</w:p></w:sdtContent></w:sdt>"
        document.element.body.insert(0, parse_xml(control))

    assert _filled(fill) == [(0, "留增")]


def test_hidden_text_and_copies_for_old_programs_are_left_out() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("可见")
        paragraph.add_run("隐藏").font.hidden = True
        paragraph.add_run("。").font.hidden = False
        copies = "".join(
            f"<mc:{kind}><w:r><w:t>框</w:t></w:r></mc:{kind}>" for kind in ("Choice", "Fallback")
        )
        paragraph._p.append(
            parse_xml(
                f"<mc:AlternateContent {nsdecls('w')} "
                f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{copies}'
                "</mc:AlternateContent>"
            )
        )

    assert _filled(fill) == [(0, "可见。框")]


def _empty_zip() -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"PK\x03\x04broken", "文字".encode(), _empty_zip()],
    ids=["empty", "old-word", "broken-zip", "text", "zip"],
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read_document(data)


def test_a_cut_off_file_is_refused(report: bytes) -> None:
    for length in range(0, len(report), len(report) // 20):
        with pytest.raises(DocumentError):
            read_document(report[:length])


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_a_damaged_part_is_a_document_error(report: bytes, part: str) -> None:
    with pytest.raises(DocumentError):
        read_document(with_part(report, part, lambda content: content[:300]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared", ['<!DOCTYPE a [<!ENTITY b "c">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">']
)
def test_a_declared_document_type_is_refused(report: bytes, declared: str, encoding: str) -> None:
    def declaring(content: bytes) -> bytes:
        _, _, rest = content.decode().partition("?>")
        return f'<?xml version="1.0" encoding="{encoding}"?>{declared}{rest}'.encode(encoding)

    with pytest.raises(DocumentError):
        read_document(with_part(report, "word/document.xml", declaring))


@pytest.mark.parametrize("span", ["1001", "1000000000", "9" * 5_000])
def test_a_cell_wider_than_any_table_is_refused(span: str) -> None:
    def fill(document: Document) -> None:
        cell = document.add_table(1, 1).cell(0, 0)._tc
        cell.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="{span}"/>'))

    with pytest.raises(DocumentError):
        _filled(fill)


def test_styles_based_on_one_another_without_end_are_followed_a_little() -> None:
    def fill(document: Document) -> None:
        for step in range(60):
            document.styles.element.append(
                parse_xml(
                    f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="s{step}">'
                    f'<w:name w:val="s{step}"/><w:basedOn w:val="s{step + 1}"/></w:style>'
                )
            )
        document.add_paragraph("正文")._p.get_or_add_pPr().append(
            parse_xml(f'<w:pStyle {nsdecls("w")} w:val="s0"/>')
        )

    assert _filled(fill) == [(0, "正文")]


def test_a_group_label_repeated_on_the_next_page_is_read_once(skeleton: Skeleton) -> None:
    report = skeleton.render([Annex("附件1", "指标表", landscape=True), SCORES])
    with ZipFile(BytesIO(report)) as package:
        assert package.read("word/document.xml").decode().count(">过程<") == 2
    [table] = [content for content in read_document(report).contents if isinstance(content, Tabular)]
    labels = [row[0].text for row in table.rows if row[0].text]
    assert labels == ["一级\n指标", "投入", "过程", "产出", "合计"]
