"""Files and folders of reports: each is checked or named, with the exit code that says so."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conversion.conftest import FAULTY, SAMPLES, jixiao, report


def test_every_report_of_a_folder_is_checked(outbox: Path, tmp_path: Path) -> None:
    result = jixiao("verify", outbox, "--data", SAMPLES, "--format", "xlsx", "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 1
    assert "共 3 份报告：2 份没有错误，1 份有错误。" in result.output
    book = load_workbook(tmp_path / "out.xlsx")
    reports, findings, failed = ([*sheet.values][1:] for sheet in book.worksheets)
    assert [row[2] > 0 for row in reports] == [True, False, False]
    assert ("6.20", "6.70") in [row[4:6] for row in findings]
    assert failed == []


def test_the_faulty_workbook_shows_in_its_report(outbox: Path) -> None:
    found = json.loads(jixiao("verify", report(outbox, FAULTY, True), "--format", "json").stdout)
    [checked] = found["reports"]
    assert ("6.20", "6.70") in [(finding["printed"], finding["expected"]) for finding in checked["findings"]]


@pytest.mark.parametrize("name", ["报告.docx", "报告.pdf"])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"not a report")
    result = jixiao("verify", tmp_path)
    assert result.exit_code == 3
    assert name in result.output


def test_several_processes_find_the_same_in_the_same_order(outbox: Path, tmp_path: Path) -> None:
    (tmp_path / "报告.docx").write_bytes(b"not a report")
    alone, together = (
        jixiao("verify", outbox, tmp_path, "--data", SAMPLES, "-j", jobs, "--format", "json").stdout
        for jobs in "12"
    )
    assert together == alone
    assert "已损坏" in alone


def test_what_cannot_be_read_is_listed_in_the_overview(tmp_path: Path) -> None:
    (tmp_path / "报告.docx").write_bytes(b"not a report")
    jixiao("verify", tmp_path, "--format", "xlsx", "-o", tmp_path / "out.xlsx")
    sheets = load_workbook(tmp_path / "out.xlsx")
    [row] = [*sheets["未能核对"].values][1:]
    assert row[0] == "报告.docx"
    assert "已损坏" in str(row[1])


def test_nothing_to_check_exits_2(tmp_path: Path) -> None:
    assert jixiao("verify", tmp_path).exit_code == 2
