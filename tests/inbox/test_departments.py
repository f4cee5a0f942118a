"""Files that are not read are of the department their names mention, else of every one in the folder."""

from pathlib import Path

import pytest

from converter.inbox.departments import Department, split_by_department, split_loose_files
from converter.inbox.submissions import Submission, submissions
from converter.pack.loading import load_pack
from converter.read.reader import Reader
from samples.filing import write
from tests.hostile.packages import table

READER = Reader(load_pack())


@pytest.fixture
def departments(tmp_path: Path) -> dict[str, Department]:
    """Two departments that filed into one folder, with other files."""
    for name in ("甲局", "乙局"):
        write.book([table(name)], tmp_path / "合并" / f"{name}2020年度部门决算.xlsx")
    for name in ("甲局预算.xlsx", "不知谁的.xlsx"):
        (tmp_path / "合并" / name).write_bytes(b"PK\x03\x04")
    for name in ("乙局说明.pdf", "通知.pdf", "文字材料.docx"):
        (tmp_path / "合并" / name).write_bytes(b"%PDF-1.4")
    [submission] = submissions(tmp_path)
    return {each.name: each for each in split_by_department(submission, READER).departments}


def test_a_file_that_can_not_be_read_is_of_whom_its_name_mentions(departments: dict[str, Department]) -> None:
    failed = {name: {each.file for each in found.failures} for name, found in departments.items()}
    assert failed == {"甲局": {"甲局预算.xlsx", "不知谁的.xlsx"}, "乙局": {"不知谁的.xlsx"}}


def test_so_is_a_file_that_is_not_read(departments: dict[str, Department]) -> None:
    unused = {name: {each.name for each in found.unused} for name, found in departments.items()}
    assert unused == {
        "甲局": {"通知.pdf", "文字材料.docx"},
        "乙局": {"乙局说明.pdf", "通知.pdf", "文字材料.docx"},
    }


def test_loose_files_of_nobody_stay_together(tmp_path: Path) -> None:
    names = ("甲局.xlsx", "乙.xlsx", "甲局说明.pdf", "通知.pdf", "图.jpg", "丙.xls")
    paths = {name: tmp_path / name for name in names}
    named = {paths["甲局.xlsx"]: "甲局", paths["乙.xlsx"]: "乙局"}
    found = split_loose_files(Submission("", tuple(paths.values()), tmp_path), named)
    assert {each.department: each.file_names for each in found} == {
        "甲局": ("甲局.xlsx", "甲局说明.pdf"),
        "乙局": ("乙.xlsx",),
        "": ("通知.pdf", "图.jpg"),
        "丙": ("丙.xls",),
    }
