"""Help in lines: none is wider than the terminal, what is said of terms stands in one column."""

import pytest

from converter.chinese import NOT_FIRST_MARKS
from converter.cli.help_lines import cells_of, definitions, lines_of
from tests.cli.test_chinese_help import COMMANDS
from tests.conversion.conftest import jixiao

TEXT = "写一份说明（docx 的也行），放进“资料”文件夹；用 jixiao inspect 看一看认出了什么  [默认 out box]"


@pytest.mark.parametrize("room", [24, 31, 40, 78])
def test_lines_part_no_words_and_begin_with_no_closing_mark(room: int) -> None:
    lines = lines_of(TEXT, room)
    assert max(map(cells_of, lines)) <= room
    assert "".join(lines).replace(" ", "") == TEXT.replace(" ", "")
    assert all(word in " ".join(lines) for word in ("docx", "jixiao", "inspect", "[默认 out box]"))
    assert [line for line in lines if line[0] in NOT_FIRST_MARKS] == []


def test_what_is_said_of_terms_stands_in_one_column_below_terms_that_are_too_wide() -> None:
    rows = [("报告", "一二三四"), ("-o", ""), ("--format <text|json|xlsx|docx|html>", "五六七八九十")]
    assert list(definitions(rows, 2, 46)) == [
        "  报告                            一二三四",
        "  -o",
        "  --format <text|json|xlsx|docx|html>",
        "                                  五六七八九十",
    ]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_line_of_the_help_is_wider_than_a_terminal(command: str) -> None:
    lines = jixiao(*command.split(), "-h").output.splitlines()
    assert [line for line in lines if cells_of(line) > 80] == []
