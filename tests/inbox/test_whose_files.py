"""Whose the files of a folder are: a department's under several spellings, its budget units', nobody's."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from converter.inbox.departments import Department, split_by_department
from converter.inbox.submissions import Submission
from tests.data import data_of
from tests.read.rows import READER

CASES = data_of(Path(__file__).with_name("departments.yaml"))


@pytest.mark.parametrize("name", CASES)
def test_departments(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    for file, what in case["files"].items():
        _write(tmp_path / file, what)
    submission = Submission(case["folder"], tuple(tmp_path / file for file in case["files"]), tmp_path)
    split = split_by_department(submission, READER)
    assert {department.name: _shown(department) for department in split.departments} == case["departments"]
    codes = [finding.code for department in split.departments for finding in department.findings]
    assert codes == case.get("codes", [])
    assert [failure.file for failure in split.failures] == case.get("nowhere", [])
    filings = [filing for department in split.departments for filing in department.filings]
    stray = [cell for filing in filings for finding in filing.findings for cell in finding.cells]
    assert [f"{cell.sheet}!{cell.cell}" for cell in stray] == case.get("stray", [])


def _write(path: Path, what: str | list[Any] | None) -> None:
    """Write a workbook: a line of the department's, or sheet by sheet that, a title, and perhaps a year."""
    path.parent.mkdir(parents=True, exist_ok=True)
    line_and_title = what if isinstance(what, list) else [what, "支出决算表"]
    sheets = what if isinstance(what, list) and isinstance(what[0], list) else [line_and_title]
    with xlsxwriter.Workbook(path) as book:
        for line, title, *year in sheets:
            sheet = book.add_worksheet()
            rows = [
                [title],
                [line or "", f"{(year or [2020])[0]}年度", "单位：元"],
                ["项目", "本年支出合计"],
                ["合计", 8],
            ]
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)


def _shown(department: Department) -> list[Any]:
    files = sorted(filing.file for filing in department.filings)
    units = [unit.name for unit in department.budget_units]
    return [*files, units] if units else files
