"""Prose from a Word document beside the tables: its sections are used, its figures are not."""

from pathlib import Path

import docx
import openpyxl
import pytest

from tests.conversion.conftest import FAULTY, SEED, jixiao, report


def _document(path: Path, *paragraphs: tuple[str, str]) -> None:
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style)
    document.add_table(1, 2).rows[0].cells[0].text = "财政拨款总收入99999万元"
    document.save(str(path))


def test_missing_sections_come_from_the_document(inbox: Path, tmp_path: Path) -> None:
    _document(
        inbox / FAULTY / "文字材料.docx",
        ("Normal", "三、部门绩效目标"),
        ("Normal", "（一） 部门绩效总目标"),
        ("Normal", "繁荣文化、做强旅游。"),
        ("Heading 1", "六、部门整体支出绩效情况 "),
        ("Normal", "（一）立足主业，服务群众。"),
        ("Normal", "1、办好节会。全年举办12场。"),
        ("Heading 1", "二、部门财务情况"),
        ("Normal", "财政拨款总收入99999万元。"),
        ("Heading 1", "一、单位主要职责"),
        ("Normal", "另写的职责。"),
    )
    jixiao("convert", inbox / FAULTY, "-o", tmp_path / "out", "-j", "1")
    made = docx.Document(str(report(tmp_path / "out", FAULTY, True)))
    text = [(paragraph.style.name, paragraph.text) for paragraph in made.paragraphs]
    assert ("Heading 2", "（一）立足主业，服务群众。") in text
    assert any("1、办好节会。全年举办12场。" in line for _, line in text)
    assert any(line == "繁荣文化、做强旅游。" for _, line in text)
    assert not any("99999" in line for _, line in text)
    listed = (tmp_path / "out" / FAULTY / "核对清单.txt").read_text("utf-8-sig")
    assert "下列文字取自 文字材料.docx：部门绩效总目标、绩效情况" in listed
    assert "文字材料.docx 中这些内容没有写进报告：“二、部门财务情况”；1 张表格" in listed
    assert "文字材料.docx 中的单位主要职责没有写进报告：补充资料或前面的文字材料里已经有了" in listed


def test_a_revised_document_does_not_lose_to_the_supplement_unasked(inbox: Path, tmp_path: Path) -> None:
    _document(inbox / SEED / "材料（修订）.docx", ("Heading 1", "机构设置"), ("Normal", "设三个科室。"))
    jixiao("convert", inbox / SEED, "-o", tmp_path / "out", "-j", "1")
    listed = (tmp_path / "out" / SEED / "核对清单.txt").read_text("utf-8-sig")
    assert "［文字不一］补充资料.xlsx 和 材料（修订）.docx 的机构设置写得不一样" in listed.replace(
        "］ ", "］"
    )


def test_a_report_of_another_year_lends_nothing_and_is_named(inbox: Path, tmp_path: Path) -> None:
    (inbox / SEED / "补充资料.xlsx").unlink()
    _document(
        inbox / SEED / "去年的报告.docx",
        ("Title", f"2019年度{SEED}部门整体支出绩效评价报告"),
        ("Heading 1", "一、部门概况"),
        ("Normal", "去年写的概况。"),
    )
    jixiao("convert", inbox / SEED, "-o", tmp_path / "out", "-j", "1")
    listed = (tmp_path / "out" / SEED / "核对清单.txt").read_text("utf-8-sig")
    assert "去年的报告.docx 是2019年度的，其中的文字没有写进2020年度的报告" in listed
    assert "下列文字取自" not in listed
    [made] = (tmp_path / "out" / SEED).glob("*报告*.docx")
    assert "去年写的概况" not in "".join(each.text for each in docx.Document(str(made)).paragraphs)


def test_a_file_that_is_no_word_document_is_named(inbox: Path, tmp_path: Path) -> None:
    (inbox / SEED / "文字材料.docx").write_bytes(b"not a document")
    result = jixiao("convert", inbox / SEED, "-o", tmp_path / "out", "-j", "1")
    assert result.exit_code == 0
    assert "文字材料.docx 不是 Word 文档" in (tmp_path / "out" / SEED / "核对清单.txt").read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("files", "used", "asked"),
    [
        (
            {"文字材料.docx": "设二十个科室。", "文字材料（修改稿）.docx": "设二十六个科室。"},
            "二十六个",
            True,
        ),
        ({"A材料.docx": "设二十个科室。", "B材料.docx": "设二十六个科室。"}, "二十个", True),
        ({"定稿.docx": "设二十个科室。", "文字 初稿.docx": "设 二十个 科室；"}, "二十个", False),
        ({"材料.docx": "设二十个科室，另有一所。", "材料2.docx": "设二十个科室"}, "二十个", False),
    ],
)
def test_documents_that_say_different_things_are_asked_about(
    files: dict[str, str], used: str, asked: bool, inbox: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(inbox / SEED / "补充资料.xlsx")
    [cell] = [row[0] for row in book["文字材料"].iter_rows() if row[0].value == "机构设置"]
    cell.offset(column=1).value = None
    book.save(inbox / SEED / "补充资料.xlsx")
    for name, text in files.items():
        _document(inbox / SEED / name, ("Heading 1", "机构设置"), ("Normal", text))
    jixiao("convert", inbox / SEED, "-o", tmp_path / "out", "-j", "1")
    listed = (tmp_path / "out" / SEED / "核对清单.txt").read_text("utf-8-sig")
    assert ("［文字不一］" in listed) == asked
    made = docx.Document(str(report(tmp_path / "out", SEED, asked)))
    assert any(used in paragraph.text for paragraph in made.paragraphs)
