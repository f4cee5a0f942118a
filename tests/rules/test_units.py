"""A sheet's unit is proven by the others: a wrong one is named, a lacking one found where only one fits."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from converter.conversion.conversion import Conversion
from converter.conversion.judged import Judged
from converter.figures import position
from converter.figures.finding import Finding, Severity
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.pack.loading import load_pack
from converter.rules.causes.sheets.magnitude import find_magnitude_doubts
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts
from samples.filing.sheet import SheetTable
from tests.rules.ledgers import ledger

CONVERSION = Conversion(load_pack())
FILED = load(SEED)
FINAL, BUDGET, PRIOR = "2020年度部门决算公开表", "2020年部门预算公开表", "2019年度部门决算公开表"
BOOKS = {
    FINAL: final_accounts(FILED.accounts),
    BUDGET: budget(FILED.accounts, FILED.prior),
    PRIOR: final_accounts(FILED.prior),
}
SUPPLEMENT = Path(__file__).parents[2] / "samples" / "inbox" / SEED / "补充资料.xlsx"
UNIT_CONVERSION = re.compile(r"^((?:金额)?单位：)万元$")
WRONG = [
    *((FINAL, f"GK0{number}", "元") for number in range(1, 8)),
    *((FINAL, f"GK0{number}", "千元") for number in range(1, 7)),
    *((BUDGET, sheet, "元") for sheet in ("部门收支总表", "部门收入总表", "部门支出总表")),
    *((BUDGET, sheet, "元") for sheet in ("财政拨款收支总表", "一般公共预算支出表")),
    *((BUDGET, sheet, "元") for sheet in ("一般公共预算基本支出表", "三公经费支出表")),
    *((PRIOR, sheet, "元") for sheet in ("GK01", "GK04", "GK07")),
]

Head = Callable[[str], list[str]]
"""What stands in the place of the line that states a unit, and in the cells beside it."""


def _restated(table: SheetTable, head: Head) -> SheetTable:
    [((row, column), line)] = [
        (at, value) for at, value in table.cells.items() if UNIT_CONVERSION.match(str(value))
    ]
    beside = {(row, column + nth): text for nth, text in enumerate(head(line))}
    return replace(table, cells={at: v for at, v in table.cells.items() if v is not line} | beside)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample department's books."""
    folder = tmp_path_factory.mktemp("clean")
    for name, tables in BOOKS.items():
        write.book(tables, folder / f"{name}.xlsx")
    return folder


@pytest.fixture
def judged(clean: Path, tmp_path: Path) -> Callable[[str, str, Head], Judged]:
    """File the sample department with the unit line of one sheet changed."""

    def judge(book: str, sheet: str, head: Head) -> Judged:
        folder = Path(shutil.copytree(clean, tmp_path / "filed"))
        changed = [_restated(table, head) if table.name.startswith(sheet) else table for table in BOOKS[book]]
        write.book(changed, folder / f"{book}.xlsx")
        return _judged(folder)

    return judge


def _judged(folder: Path) -> Judged:
    submission = Submission("部门", tuple(sorted(folder.iterdir())))
    [department] = split_by_department(submission, CONVERSION.reader).departments
    return CONVERSION.judge(department)


def _values(judged: Judged) -> dict[str, Decimal | None]:
    return {key: figure.value for key, figure in judged.ledger.figures.items()}


@pytest.fixture(scope="module")
def right_values(clean: Path) -> dict[str, Decimal | None]:
    return _values(_judged(clean))


def _about_units(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(found.code, found.cells[0].sheet) for found in findings if found.code.startswith("单位")]


@pytest.mark.parametrize(("book", "sheet", "stated"), WRONG)
def test_a_wrong_unit_is_named_once(judged: Callable, book: str, sheet: str, stated: str) -> None:
    findings = judged(book, sheet, lambda line: [line.replace("万元", stated)]).findings
    [(code, named)] = _about_units(findings)
    assert (code, named.startswith(sheet)) == ("单位疑误", True)
    [message] = [finding.message for finding in findings if finding.code == code]
    assert message.startswith(book)
    assert f"相差{'约 10000' if '约' in message else {'元': ' 10000', '千元': ' 10'}[stated]} 倍" in message
    assert "实际像是“万元”" in message


@pytest.mark.parametrize("stated", ["元", "亿元"])
@pytest.mark.parametrize("number", range(1, 8))
def test_a_wrong_unit_beside_a_supplement_is_the_one_error(
    judged: Callable, clean: Path, tmp_path: Path, number: int, stated: str
) -> None:
    judged(FINAL, f"GK0{number}", lambda line: [line.replace("万元", stated)])
    shutil.copyfile(SUPPLEMENT, tmp_path / "filed" / "补充资料.xlsx")
    found = _judged(tmp_path / "filed").findings
    [error] = [finding for finding in found if finding.severity is Severity.ERROR]
    assert (error.code, error.cells[0].sheet[:4]) == ("单位疑误", f"GK0{number}")
    assert not [finding for finding in found if finding.severity is Severity.WARNING]


@pytest.mark.parametrize(
    ("wrong", "at", "named"),
    [("GK04", "C34", "GK04"), ("GK03", "E7", "GK04"), ("GK05", "C7", "GK04")],
    ids=["on the sheet", "on another", "on one it shares most with"],
)
def test_a_wrong_cell_beside_a_wrong_unit_does_not_hide_it(
    judged: Callable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wrong: str, at: str, named: str
) -> None:
    row, column = position(at)
    spoiled = [
        table.replaced((row + 1, column + 1), Decimal("7.77")) if table.name.startswith(wrong) else table
        for table in BOOKS[FINAL]
    ]
    monkeypatch.setitem(BOOKS, FINAL, spoiled)
    judged(FINAL, named, lambda line: [line.replace("万元", "元")])
    shutil.copyfile(SUPPLEMENT, tmp_path / "filed" / "补充资料.xlsx")
    errors = [one for one in _judged(tmp_path / "filed").findings if one.severity is Severity.ERROR]
    assert _about_units(tuple(errors)) == [("单位疑误", error.cells[0].sheet) for error in errors[:1]]
    assert errors[0].cells[0].sheet.startswith(named)
    assert all(cell.file != "补充资料.xlsx" for error in errors for cell in error.suspects or error.cells)


@pytest.mark.parametrize("sheet", ["GK01", "GK02", "GK03", "GK04", "GK05"])
@pytest.mark.parametrize("lines", [[], ["单位：元", "单位：万元"]], ids=["none", "two"])
def test_a_unit_only_one_fits_is_found(
    judged: Callable, right_values: dict[str, Decimal | None], sheet: str, lines: list[str]
) -> None:
    department = judged(FINAL, sheet, lambda _: lines)
    [(code, named)] = _about_units(department.findings)
    assert (code, named.startswith(sheet)) == ("单位推定", True)
    [message] = [finding.message for finding in department.findings if finding.code == code]
    assert ("没有写明金额单位" in message) is not bool(lines)
    assert "已按“万元”采用" in message
    assert _values(department) == right_values


def test_a_unit_too_little_speaks_for_stays_unknown(judged: Callable) -> None:
    [(code, named)] = _about_units(judged(BUDGET, "三公经费支出表", lambda _: []).findings)
    assert (code, named.startswith("三公经费支出表")) == ("单位不明", True)


def test_a_unit_that_a_wrong_figure_speaks_against_stays_unknown(
    judged: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = next(at for at, value in BOOKS[FINAL][1].cells.items() if isinstance(value, Decimal) and value > 100)
    wrong = [t.replaced(at, Decimal("7")) if t is BOOKS[FINAL][1] else t for t in BOOKS[FINAL]]
    monkeypatch.setitem(BOOKS, FINAL, wrong)
    codes = _about_units(judged(FINAL, "GK01", lambda _: []).findings)
    assert ("单位不明", BOOKS[FINAL][1].name) in codes


@pytest.mark.parametrize(
    ("sheet", "lost"),
    [("预算收支", "预算收支"), ("基础数据表", "楼堂馆所（预算投资）、楼堂馆所（实际投资）规定按“万元”")],
)
def test_a_unit_other_than_the_form_asks_for_is_refused(tmp_path: Path, sheet: str, lost: str) -> None:
    book = openpyxl.load_workbook(SUPPLEMENT)
    head = (cell for row in book[sheet].iter_rows(max_row=3) for cell in row)
    [cell] = [cell for cell in head if "单位：万元" in str(cell.value)]
    cell.value = cell.value.replace("万元", "元")
    book.save(tmp_path / "补充资料.xlsx")
    filing = CONVERSION.reader.read(tmp_path / "补充资料.xlsx", "补充资料.xlsx")
    [form] = [form for form in filing.forms if form.sheet == sheet]
    [said] = [finding for finding in form.extraction.findings if finding.code == "单位不明"]
    assert lost in said.message


def _sizes(amounts: dict[str, object]) -> list[str]:
    scales = {name: unit.scale for name, unit in load_pack().units.items() if unit.base == "元"}
    doubts = find_magnitude_doubts(ledger(amounts), scales, "元", set())
    return [f"{doubt.figure.cell.form}→{doubt.likely}" for doubt in doubts if doubt.figure.cell]


ITEMS = ("因公出国境费", "公务接待费", "公务用车运行维护费")


@pytest.mark.parametrize(
    ("this", "last", "doubts"),
    [
        ((10, 20, 30), (120000, 150000, 410000), ["三公经费决算表→万元"]),
        ((10, 20, 30), (12000, 15000, 41000), ["三公经费决算表→千元"]),
        ((10, 20, 30), (120000, 150000, 30), []),
        ((10, 20), (100000, 200000), []),
        ((10, 20, 30), (90, 210, 299), []),
        ((10, 20, 30), (120000, 15000, 410000), []),
    ],
    ids=["ten thousand", "thousand", "one alike", "two only", "a large change", "by different factors"],
)
def test_amounts_out_of_size_with_last_years(
    this: tuple[int, ...], last: tuple[int, ...], doubts: list[str]
) -> None:
    filed: dict[str, object] = {
        f"{item}.决算@三公经费决算表": f"{n}元" for item, n in zip(ITEMS, this, strict=False)
    }
    filed |= {f"{item}.上年决算@三公经费预算表": f"{n}元" for item, n in zip(ITEMS, last, strict=False)}
    assert _sizes(filed) == doubts
