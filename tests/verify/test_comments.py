"""The checked copy: comments on the numbers themselves, in paragraphs and cells of any Word file."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from converter.document.comment.commented import Comment, commented
from converter.pack.loading import load_pack
from converter.verify.report.commented_copy import write_copy
from converter.verify.verifier import Verifier
from tests.conversion.conftest import FAULTY, jixiao, report
from tests.document.validator import faults
from tests.verify.seed import document

TITLE = "2020年度某单位部门整体支出绩效评价报告"
WRONG = "“三公”经费支出115.27万元，上年140.74万元，同比减少25.97万元，下降18.10%，主要是从严审批。"
TABLE = [["项目", "年初预算", "决算"], ["基本支出", "100.00", "90.00"]]


def _comments_by_text(path: Path) -> dict[str, str]:
    """Return what each comment says, by the text it is on."""
    opened = docx.Document(str(path))
    texts = {str(comment.comment_id): comment.text for comment in opened.comments}
    commented_on, open_comments = dict.fromkeys(texts, ""), set[str]()
    for node in opened.element.body.iter():
        if node.tag == qn("w:commentRangeStart"):
            open_comments.add(node.get(qn("w:id")))
        elif node.tag == qn("w:commentRangeEnd"):
            open_comments.discard(node.get(qn("w:id")))
        elif node.tag == qn("w:t"):
            for key in open_comments:
                commented_on[key] += node.text
    return {text: texts[key] for key, text in commented_on.items()}


def test_of_very_many_comments_the_last_says_how_many_more_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("converter.verify.report.commented_copy.MOST_COMMENTS", 1)
    verifier, data = Verifier(load_pack()), document([TITLE, WRONG, "接收档案XXX卷。"])
    checked = write_copy(verifier.check(verifier.open(data), "报告.docx"), data, tmp_path)
    [comment] = docx.Document(checked.copy).comments
    assert "以后的 1 处没有批注" in comment.text


def test_a_comment_is_on_the_wrong_number(tmp_path: Path) -> None:
    (tmp_path / "报告.docx").write_bytes(document([TITLE, WRONG]))
    before = (tmp_path / "报告.docx").read_bytes()
    result = jixiao("verify", tmp_path / "报告.docx", "--format", "docx", "-o", tmp_path / "批注")
    copy = tmp_path / "批注" / "报告（核对）.docx"
    assert result.exit_code == 1
    assert "批注过的副本" in result.output
    assert "应为 25.47万元" in _comments_by_text(copy)["25.97万元"]
    assert (tmp_path / "报告.docx").read_bytes() == before


def test_a_second_copy_takes_the_next_name(tmp_path: Path) -> None:
    (tmp_path / "报告.docx").write_bytes(document([TITLE, WRONG]))
    for _ in range(2):
        jixiao("verify", tmp_path / "报告.docx", "--format", "docx", "-o", tmp_path)
    found = {path.name for path in tmp_path.iterdir()}
    assert found == {"报告.docx", "报告（核对）.docx", "报告（核对2）.docx"}


def test_copies_and_replaced_versions_are_skipped_in_folders(tmp_path: Path) -> None:
    for name in ("报告.docx", "报告（审核版）.docx", "报告（核对）.docx", "历史/报告_1.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(document([TITLE, WRONG]))
    assert "共 1 份报告" in jixiao("verify", tmp_path).output
    assert "共 1 份报告" in jixiao("verify", tmp_path / "报告（审核版）.docx").output


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ((0, -1, -1, 0, 2), "20"),
        ((2, 1, 2, 1, 3), "0."),
        ((2, 1, 1, 0, 0), "100.00"),
        ((1, -1, -1, 3, 5), "”经"),
    ],
)
def test_any_part_of_a_text_can_be_commented_on(place: tuple[int, ...], text: str, tmp_path: Path) -> None:
    comments = [Comment(*place, "甲"), Comment(*place, "乙")]
    (tmp_path / "a.docx").write_bytes(commented(document([TITLE, WRONG, TABLE]), comments))
    assert list(_comments_by_text(tmp_path / "a.docx")) == [text]
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert texts[:2] == [TITLE, WRONG]


def test_the_copy_is_valid(outbox: Path, tmp_path: Path) -> None:
    checked = report(outbox, FAULTY, True)
    jixiao("verify", checked, "--format", "docx", "-o", tmp_path)
    copy = tmp_path / f"{checked.stem}（核对）.docx"
    assert "6.20" in _comments_by_text(copy)
    assert faults(copy) == []


def test_an_empty_paragraph_can_be_commented_on() -> None:
    data = commented(document([TITLE]), [Comment(0, -1, -1, 0, 0, "缺")])
    assert [comment.text for comment in docx.Document(BytesIO(data)).comments] == ["缺"]
