"""report.md in named blocks: a later pack's replace those of the same name, each line keeps its place."""

from pathlib import Path

import pytest

from converter.pack.files.report_text import ReportText, block_names, read_report
from converter.pack.files.text import PackError

BASE = "甲\n{% block 乙 %}\n乙一\n{% endblock %}\n丙\n{% block 丁 %}\n丁一\n{% endblock %}\n"


def _read(tmp_path: Path, *texts: str) -> ReportText:
    files = [tmp_path / f"{number}.md" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    return read_report(files, files[-1].parent)


def _words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("own", "gives"),
    [
        ("{% block 丁 %}\n丁二\n丁三\n{% endblock %}\n", "甲乙一丙丁二丁三"),
        ("{#- 说明 -#}\n{%- block 乙 -%}\n{%- endblock -%}\n", "甲丙丁一"),
        ("{#- 先不用：\n{% block 乙 %}\n乙二\n{% endblock %}\n-#}\n", "甲乙一丙丁一"),
        ("新\n{% block 乙 %}\n乙二\n{% endblock %}\n", "新乙二"),
    ],
)
def test_blocks_alone_replace_anything_else_is_a_report_of_its_own(
    tmp_path: Path, own: str, gives: str
) -> None:
    assert _words(_read(tmp_path, BASE, own).text) == gives


def test_a_third_pack_replaces_a_block_once_more(tmp_path: Path) -> None:
    blocks = ("{% block 乙 %}\n乙二\n{% endblock %}\n", "{% block 乙 %}\n乙三\n{% endblock %}\n")
    assert _words(_read(tmp_path, BASE, *blocks).text) == "甲乙三丙丁一"


def test_every_line_knows_its_file(tmp_path: Path) -> None:
    report = _read(tmp_path, BASE, "{% block 丁 %}\n丁二\n{% endblock %}\n")
    lines = report.text.split("\n")
    for text, file, line in (("乙一", "0.md", 3), ("丙", "0.md", 5), ("丁二", "1.md", 2)):
        assert str(report.error(lines.index(text) + 1, "错")) == f"{tmp_path / file}:{line}: 错"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("{% block 乙 %}\n{% block 丙 %}\n{% endblock %}\n", 2, "不能套着写"),
        ("{% block 乙 %}\n{% endblock %}\n{% block 乙 %}\n{% endblock %}\n", 3, "写了两次"),
        ("{% block 乙 %}\n丙\n", 1, "没有 endblock"),
        ("{% block %}\n丙\n{% endblock %}\n", 1, "block 后面要写名称"),
        ("甲\n{% endblock %}\n", 2, "前面没有 block"),
    ],
)
def test_a_wrong_block_is_named(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(PackError) as wrong:
        _read(tmp_path, text)
    assert str(wrong.value).startswith(f"{tmp_path / '0.md'}:{line}: ")
    assert says in str(wrong.value)


def test_which_blocks_a_pack_writes_anew(tmp_path: Path) -> None:
    _read(tmp_path, "{% block 乙 %}\n{% endblock %}\n", BASE, "{# 先不用 #}\n")
    assert [block_names(tmp_path / f"{number}.md") for number in range(3)] == [["乙"], [], None]
