"""A department and its budget units: the report is the department's, its figures are the sum of theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from converter.batch.run import run
from converter.batch.run.job import Job
from converter.batch.run.worker import Worker
from converter.errors.errors import Failure
from converter.figures.finding import Finding, Severity
from converter.inbox.submissions import submissions
from converter.outbox.record import Record
from converter.pack.files.layers import BUILT_IN
from samples.filing import write
from samples.filing.accounts import Accounts
from samples.filing.final_accounts import final_accounts
from samples.filing.layout import NATIONAL, Layout
from samples.filing.sheet import SheetTable
from tests.conversion.budget_units import BUREAU, LIBRARY, THEATRE, YEAR, budget_unit, department

IN_YUAN = replace(NATIONAL, unit="元", public_unit="元")
OWN, BOOKS, PLAYS = budget_unit(BUREAU, 1), budget_unit(LIBRARY, 2), budget_unit(THEATRE, 3)
ALL = department(BUREAU, OWN, BOOKS)
PACK = BUILT_IN / "hunan-2020"


def _file(inbox: Path, name: str, *accounts: Accounts, layout: Layout = NATIONAL, mark: str = "") -> None:
    """Write one workbook in the folder 文化局, with the sheets of each accounts under its own number."""
    sheets: list[SheetTable] = []
    for number, unmarked in enumerate(accounts):
        tables = final_accounts(replace(unmarked, department=unmarked.department + mark), layout)
        sheets += (
            [replace(table, name=f"{number}{table.name[:30]}") for table in tables] if number else tables
        )
    write.book(sheets, inbox / "文化局" / name)


def _results(inbox: Path) -> list[Record | Failure]:
    worker = Worker(Job((PACK,), inbox))
    return [result for submission in submissions(inbox) for result in worker.judge(submission)]


def _record(inbox: Path) -> Record:
    [record] = _results(inbox)
    assert isinstance(record, Record), record
    return record


def _errors(record: Record) -> list[Finding]:
    return [finding for finding in record.findings if finding.severity is not Severity.NOTE and
            finding.code != "缺表"]  # fmt: skip


MARKS: Mapping[str, Sequence[tuple[str, Accounts, str]]] = {
    "in the department's name": [
        ("a.xlsx", ALL, "（汇总）"),
        ("b.xlsx", OWN, "（本级）"),
        ("c.xlsx", BOOKS, ""),
    ],
    "half-width": [("a.xlsx", ALL, "(部门汇总)"), ("b.xlsx", OWN, "本级"), ("c.xlsx", BOOKS, "")],
    "in the file's name": [
        ("决算（汇总）.xlsx", ALL, ""),
        ("决算（本级）.xlsx", OWN, ""),
        ("c.xlsx", BOOKS, ""),
    ],
    "in folders": [("汇总/a.xlsx", ALL, ""), ("本级/a.xlsx", OWN, ""), ("图书馆/a.xlsx", BOOKS, "")],
    "by the sum alone": [("决算汇总.xlsx", ALL, ""), ("b.xlsx", OWN, "机关"), ("c.xlsx", BOOKS, "")],
}


@pytest.mark.parametrize("marks", MARKS)
def test_a_department_is_the_sum_of_its_units(tmp_path: Path, marks: str) -> None:
    for name, accounts, mark in MARKS[marks]:
        _file(tmp_path, name, accounts, mark=mark)
    record = _record(tmp_path)
    assert record.department == BUREAU
    assert _errors(record) == []
    assert [finding.code for finding in record.findings].count("所属单位") == 1
    spent = next(figure for figure in record.lists.read_figures() if figure.id == "本年支出.决算")
    assert spent.value == sum(line.spent.total for line in ALL.lines)


def test_the_folder_is_named_for_the_department(tmp_path: Path) -> None:
    write.book(final_accounts(department("文化局", OWN, BOOKS)), tmp_path / "文化局" / "a.xlsx")
    _file(tmp_path, "b.xlsx", OWN, mark="机关")
    _file(tmp_path, "c.xlsx", BOOKS)
    assert (_record(tmp_path).department, _errors(_record(tmp_path))) == ("文化局", [])


def test_two_departments_made_into_one_are_asked_about_once(tmp_path: Path) -> None:
    last = {"a.xlsx": replace(BOOKS, year=YEAR - 1), "b.xlsx": replace(PLAYS, year=YEAR - 1)}
    write.book(final_accounts(department("文化局", OWN)), tmp_path / "文化局" / "c.xlsx")
    for name, accounts in last.items():
        _file(tmp_path, name, accounts)
    record = _record(tmp_path)
    asked = [each.message for each in record.findings if "上年" in each.message or LIBRARY in each.message]
    assert [LIBRARY in each and THEATRE in each and "合并" in each for each in asked] == [True]


def test_units_in_one_workbook(tmp_path: Path) -> None:
    marked = replace(ALL, department=f"{BUREAU}（汇总）"), replace(OWN, department=f"{BUREAU}（本级）"), BOOKS
    _file(tmp_path, "a.xlsx", *marked)
    assert (_record(tmp_path).department, _errors(_record(tmp_path))) == (BUREAU, [])


def test_units_in_yuan_and_the_department_in_ten_thousands(tmp_path: Path) -> None:
    _file(tmp_path, "a（汇总）.xlsx", ALL)
    _file(tmp_path, "b（本级）.xlsx", OWN, layout=IN_YUAN)
    _file(tmp_path, "c.xlsx", BOOKS, layout=IN_YUAN)
    assert _errors(_record(tmp_path)) == []


def test_one_figure_that_is_not_the_sum_names_every_cell(tmp_path: Path) -> None:
    spent = replace(ALL.public_spent, reception=ALL.public_spent.reception + Decimal(50000))
    _file(tmp_path, "a（汇总）.xlsx", replace(ALL, public_spent=spent))
    _file(tmp_path, "b（本级）.xlsx", OWN)
    _file(tmp_path, "c.xlsx", BOOKS)
    found = [error for error in _errors(_record(tmp_path)) if error.code == "部门与单位财政拨款"]
    assert ["公务接待费" in error.message or "三公经费" in error.message for error in found] == [True, True]
    assert {cell.file for cell in found[0].cells} == {"a（汇总）.xlsx", "b（本级）.xlsx", "c.xlsx"}
    assert "相差 5.00万元" in found[0].message


def test_a_unit_that_the_department_does_not_include_is_named(tmp_path: Path) -> None:
    for name, accounts in {"a（汇总）": ALL, "b（本级）": OWN, "c": BOOKS, "d": PLAYS}.items():
        _file(tmp_path, f"{name}.xlsx", accounts)
    [finding] = _errors(_record(tmp_path))
    assert f"没有包括“{THEATRE}”" in finding.message


def test_a_unit_that_was_not_filed_is_suspected(tmp_path: Path) -> None:
    for name, accounts in {"a（汇总）": ALL, "c": BOOKS}.items():
        _file(tmp_path, f"{name}.xlsx", accounts)
    [finding] = _errors(_record(tmp_path))
    assert "少放了所属单位的材料" in finding.message


def test_departments_without_a_sum_stay_departments(tmp_path: Path) -> None:
    _file(tmp_path, "b.xlsx", BOOKS)
    _file(tmp_path, "c.xlsx", PLAYS)
    assert [result.department for result in _results(tmp_path) if isinstance(result, Record)] == [
        LIBRARY,
        THEATRE,
    ]


def test_loose_files_belong_to_no_department(tmp_path: Path) -> None:
    for name, accounts in {"a（汇总）": ALL, "b（本级）": OWN, "c": BOOKS}.items():
        write.book(final_accounts(accounts), tmp_path / f"{name}.xlsx")
    results = [result for _, several in run(Job((PACK,), tmp_path), 1) for result in several]
    assert [result.department for result in results if isinstance(result, Record)] == [
        BUREAU, f"{BUREAU}（本级）", LIBRARY,
    ]  # fmt: skip


def test_two_files_that_contradict_each_other_stop_the_department_and_are_named(tmp_path: Path) -> None:
    other = replace(OWN, public_spent=replace(OWN.public_spent, reception=Decimal(123400)))
    _file(tmp_path, "一稿.xlsx", OWN)
    _file(tmp_path, "二稿.xlsx", other)
    write.book(final_accounts(BOOKS), tmp_path / "图书馆" / "a.xlsx")
    converted, stopped = _results(tmp_path)
    assert isinstance(converted, Record)
    assert isinstance(stopped, Failure)
    assert stopped.file == BUREAU
    assert all(
        word in stopped.message for word in ("一稿.xlsx", "二稿.xlsx", f"{YEAR}", "三公经费", "2 个数字")
    )
    assert "\n" not in stopped.message


def test_a_copy_is_only_noted(tmp_path: Path) -> None:
    _file(tmp_path, "一稿.xlsx", OWN)
    _file(tmp_path, "副本.xlsx", OWN, layout=IN_YUAN)
    record = _record(tmp_path)
    assert _errors(record) == []
    [note] = [finding for finding in record.findings if finding.code == "重复报送"]
    assert "一稿.xlsx、副本.xlsx" in note.message


def test_one_form_twice_in_a_workbook_with_another_number(tmp_path: Path) -> None:
    tables = final_accounts(OWN)
    costs = next(table for table in tables if "三公" in table.name)
    place = next(at for at, value in sorted(costs.cells.items()) if isinstance(value, Decimal))
    again = replace(costs.replaced(place, Decimal("999.99")), name="三公旧表")
    write.book([*tables, again], tmp_path / "文化局" / "a.xlsx")
    [stopped] = _results(tmp_path)
    assert isinstance(stopped, Failure)
    assert "三公旧表" in stopped.message
