"""Plain lists: what a cell says is printed among lines of ours."""

from pathlib import Path

import pytest

from converter.read.lists import read_list
from tests.read.rows import READER


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  甲 局 ", "甲 局"),
        ("真实\n✓ 可报送", "真实 ✓ 可报送"),
        ("甲\x1b]0;改标题\x07局", "甲 ]0;改标题 局"),
        ("甲\u202e局", "甲 局"),
    ],
)
def test_a_text_stands_in_one_line_without_signs_that_nobody_sees(
    tmp_path: Path, cell: str, text: str
) -> None:
    file = tmp_path / "名册.csv"
    file.write_text(f'部门\n"{cell}"\n', "utf-8")
    assert read_list(file, {"name": ["部门"]}, "name", READER.limits) == [{"name": text}]
