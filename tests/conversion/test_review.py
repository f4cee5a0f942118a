"""The review copy, and the workbooks handed back: findings on the figures and cells they are about."""

import os
import re
from pathlib import Path
from zipfile import ZipFile

import docx
from lxml import etree
from openpyxl import load_workbook

from tests.conversion.conftest import FAULTY, report
from tests.document.validator import faults

GOLDEN = Path(__file__).parent / "golden" / "review"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMMENT = re.compile(r'<w:commentRange(Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>')


def _review(copies: Path) -> Path:
    return report(copies.parent, FAULTY).with_name(report(copies.parent, FAULTY).stem + "（审核版）.docx")


def _document(path: Path) -> str:
    with ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def _commented(path: Path) -> dict[str, str]:
    """Return the text each comment is on, by the comment's id."""
    texts: dict[str, str] = {}
    open_comments: set[str] = set()
    for node in etree.fromstring(_document(path).encode()).iter():
        if node.tag == f"{WORD}commentRangeStart":
            open_comments.add(node.get(f"{WORD}id"))
        elif node.tag == f"{WORD}commentRangeEnd":
            open_comments.remove(node.get(f"{WORD}id"))
        elif node.tag == f"{WORD}t":
            for key in open_comments:
                texts[key] = texts.get(key, "") + (node.text or "")
    return texts


def test_comments_of_the_review_copy_are_as_recorded(copies: Path) -> None:
    commented = _commented(_review(copies))
    text = "".join(
        f"〔{commented[str(comment.comment_id)]}〕{comment.text.replace(chr(10), '　')}\n"
        for comment in docx.Document(str(_review(copies))).comments
    )
    golden = GOLDEN / f"{FAULTY}.txt"
    if os.environ.get("JIXIAO_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_every_finding_is_a_comment(copies: Path) -> None:
    comments = "\n".join(comment.text for comment in docx.Document(str(_review(copies))).comments)
    findings = re.findall(r"(?m)^\d+\. (［.*)$", (copies / "核对清单.txt").read_text("utf-8-sig"))
    assert findings
    assert all(finding in comments for finding in findings)


def test_the_submission_copy_differs_only_by_the_comments(copies: Path) -> None:
    pending = report(copies.parent, FAULTY, pending=True)
    with ZipFile(pending) as package:
        assert not [name for name in package.namelist() if "comments" in name]
        assert b"comment" not in package.read("word/_rels/document.xml.rels")
    assert COMMENT.sub("", _document(_review(copies))) == _document(pending)
    assert "comment" not in _document(pending)


def test_both_copies_are_valid(copies: Path) -> None:
    assert [faults(copy) for copy in sorted(copies.glob("*.docx"))] == [[], []]


def test_without_the_options_there_are_no_copies(outbox: Path) -> None:
    assert not [*outbox.rglob("*审核版*"), *outbox.rglob("*标注版*"), *outbox.rglob("对照页.html")]


def test_workbooks_are_handed_back_with_the_findings_on_their_cells(copies: Path) -> None:
    marked = {path.stem: path for path in sorted((copies / "标注版").iterdir())}
    assert [*marked] == [
        f"{name}（标注版）" for name in ("2019年度部门决算公开表", "2020年度部门决算公开表", "补充资料")
    ]
    book = load_workbook(marked["2020年度部门决算公开表（标注版）"])
    wrong = book["GK04 财政拨款收入支出决算总表(公开04表)"]["C34"]
    assert "应为 46.70万元，实为 47.60万元" in wrong.comment.text
    assert wrong.fill.fgColor.rgb == "00F8CBAD"
    link = book.worksheets[0]["D5"]
    assert (link.value, link.hyperlink.location) == ("C34", "'GK04 财政拨款收入支出决算总表(公开04表)'!C34")
    assert "没有问题、不另写标注版的文件：2020年部门预算公开表.xlsx" in book.worksheets[0]["A2"].value
