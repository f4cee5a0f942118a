"""The texts a department wrote: set right for the report, each change told with its cell."""

from converter.conversion.corrected_texts import corrected_texts
from converter.figures.finding import Severity
from converter.figures.ledger import Text
from converter.figures.origin import CellOrigin
from converter.pack.loading import load_pack

PACK = load_pack()
CELL = CellOrigin("补充资料.xlsx", "文字材料", "B9")


def _told(name: str, text: str, cell: CellOrigin = CELL) -> tuple[str, list[tuple[str, str]]]:
    right, findings = corrected_texts({name: Text(text, cell)}, PACK)
    assert {finding.severity for finding in findings} <= {Severity.NOTE}
    return right[name].value, [(finding.code, finding.message) for finding in findings]


def test_a_change_is_told_with_its_cell() -> None:
    value, told = _told("绩效情况", "工作扎实,成效明显。")
    assert value == "工作扎实，成效明显。"
    assert told == [
        (
            "标点已改",
            "补充资料.xlsx，工作表“文字材料”，B9“绩效情况”：1 处标点、空格在报告里改成规范写法，原文件未动："
            "“工作扎实,成效明显”改为“工作扎实，成效明显”",
        )
    ]


def test_what_is_doubtful_is_told_and_left() -> None:
    value, [(code, message)] = _told("绩效情况", "参加的有张三 李四")
    assert value == "参加的有张三 李四"
    assert code == "标点待核"
    assert "“的有张三 李四”" in message


def test_a_document_has_no_cells_and_many_changes_are_counted() -> None:
    document = CellOrigin("文字材料.docx", "", "")
    _, [(_, message)] = _told("绩效情况", "\n".join(["完成,"] * 9), document)
    assert message.startswith("文字材料.docx“绩效情况”：9 处")
    assert message.endswith("等 9 项")


def test_the_departments_name_is_left_alone() -> None:
    assert _told("部门名称", "某局(本级)") == ("某局(本级)", [])
    assert _told("单位简称", "某局") == ("某局", [])
