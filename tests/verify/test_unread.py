"""What verify does not read is named, and a verdict promises no more than was checked."""

import json
import struct
import zlib
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from converter.document.read import read_document
from converter.verify.report.checked import CheckedReport, NotRead
from converter.verify.report.in_words import not_read_words
from tests.conversion.conftest import FAULTY, SAMPLES, SEED, jixiao, report

TITLE = "2020年度某局部门整体支出绩效评价报告"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURE = b"\x89PNG\r\n\x1a\n" + b"".join(
    (
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\0\0")),
        _chunk(b"IEND", b""),
    )
)


def _picture(document: Document) -> None:
    document.add_picture(BytesIO(PICTURE))


def _header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "本年支出合计3.00万元"


def _embedded(document: Document) -> None:
    document.element.body.insert(0, parse_xml(f"<w:altChunk {nsdecls('w')}/>"))


def _page_number(document: Document) -> None:
    document.sections[0].footer.paragraphs[0].text = "— 1 —"


@pytest.mark.parametrize(
    ("fill", "unread"),
    [(_picture, ["picture"]), (_header, ["header"]), (_embedded, ["embedded"]), (_page_number, [])],
)
def test_what_is_no_text_is_counted(fill: object, unread: list[str]) -> None:
    document, data = docx.Document(), BytesIO()
    document.add_paragraph(TITLE)
    fill(document)  # type: ignore[operator]
    document.save(data)
    assert [part.kind for part in read_document(data.getvalue()).unread] == unread


def test_each_kind_of_what_was_not_read_is_named_once() -> None:
    pages = tuple(NotRead("扫描页", f"第 {page} 页", 1) for page in range(1, 9))
    checked = CheckedReport("报告.pdf", 2020, TITLE, unread=(NotRead("图片", "第 1 页", 2), *pages))
    named = "、".join(f"第 {page} 页" for page in range(1, 7))
    assert not_read_words(checked) == f"图片 2 处（第 1 页）、扫描页 8 处（{named}等 8 项）"


def test_a_report_of_pictures_is_not_called_right(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("某局部门整体支出绩效评价报告")
    _picture(document)
    document.save(str(tmp_path / "报告.docx"))
    result = jixiao("verify", tmp_path)
    assert result.exit_code == 3
    assert "报告.docx：没有可以核对的数字（另有没有读的：图片 1 处" in result.output


def test_few_numbers_checked_are_said(tmp_path: Path) -> None:
    document = docx.Document()
    for line in (
        TITLE,
        "本年走访企业12次、接待群众35批、办理建议41件，培训4期、检查16轮。",
        "会议费支出33.00万元，比上年增加3.00万元，增长10.00%，原因是会议增加。",
    ):
        document.add_paragraph(line)
    document.save(str(tmp_path / "报告.docx"))
    assert jixiao("verify", tmp_path).output.startswith("只核对了 3 个数，其中没有发现错误 报告.docx")


@pytest.mark.parametrize(
    ("folder", "why"),
    [("empty", "没有读出任何部门的表"), (FAULTY, f"没有这份报告所写部门的表（有：{FAULTY}）")],
)
def test_why_no_workbooks_were_used(outbox: Path, tmp_path: Path, folder: str, why: str) -> None:
    (tmp_path / "empty").mkdir()
    data = tmp_path / "empty" if folder == "empty" else SAMPLES / folder
    found = json.loads(jixiao("verify", report(outbox, SEED), "--data", data, "--format", "json").stdout)
    [checked] = found["reports"]
    assert checked["data"] is None
    assert why in checked["data_why"]


def test_the_workbooks_used_are_named(outbox: Path) -> None:
    result = jixiao("verify", report(outbox, SEED), "--data", SAMPLES)
    assert f"对照的资料：{SEED} 2020 年度" in result.output


def test_files_of_other_kinds_are_named(tmp_path: Path) -> None:
    (tmp_path / "报告.ofd").write_bytes(b"PK")
    result = jixiao("verify", tmp_path)
    assert result.exit_code == 3
    assert "报告.ofd：这种文件不能核对" in result.output
