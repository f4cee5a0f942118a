"""Columns added up over departments, and a bureau's totals beside them."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from converter.figures.figure import Figure
from converter.figures.finding import Finding, Outcome, Severity
from converter.figures.origin import CellOrigin
from converter.overview.builder import OverviewBuilder
from converter.overview.rows import department_row
from converter.overview.totals import Match, Total, totals
from converter.pack.loading import load_pack
from tests.overview.records import figure, record

PACK = load_pack()
SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"
INCOME = "本年收入.决算"


def _total(filed: list[str | None], bureau: str | None, error: str = "0") -> Total:
    rows = [
        department_row(record(f"部门{nth}", (figure(INCOME, value),)), PACK)
        for nth, value in enumerate(filed)
    ]
    origin = CellOrigin("汇总表.xlsx", "收支总表", "C33", bureau, "元")
    known = {INCOME: Figure(INCOME, Decimal(bureau), "元", origin, Decimal(error))} if bureau else {}
    return next(totals(rows, PACK, known))


@pytest.mark.parametrize(
    ("filed", "bureau", "error", "match", "difference"),
    [
        (["100", "200"], "300", "0", Match.SAME, 0),
        (["100", "200"], "310", "0", Match.DIFFERS, -10),
        (["100", "200.004"], "300", "0.005", Match.ROUNDING, Decimal("0.004")),
        (["100", None], "100", "0", Match.SAME, 0),
        (["100", "200"], None, "0", Match.UNKNOWN, None),
        ([None], "0", "0", Match.UNKNOWN, None),
    ],
)
def test_a_sum_beside_the_bureaus(
    filed: list[str | None], bureau: str | None, error: str, match: Match, difference: object
) -> None:
    total = _total(filed, bureau, error)
    assert (total.match, total.difference) == (match, difference)
    assert total.filed == sum(value is not None for value in filed)


@pytest.mark.parametrize(
    ("cell", "severity", "explained", "sum_of", "excluded"),
    [
        ("B2", Severity.ERROR, "", 200, ("甲",)),
        ("", Severity.ERROR, "", 200, ("甲",)),  # of the whole sheet
        ("C9", Severity.ERROR, "", 300, ()),  # of another cell
        ("B2", Severity.WARNING, "", 300, ()),
        ("B2", Severity.ERROR, "上年结转口径不同", 300, ()),
    ],
)
def test_what_may_be_wrong_is_not_added_up(
    cell: str, severity: Severity, explained: str, sum_of: int, excluded: tuple[str, ...]
) -> None:
    cells = (CellOrigin("决算.xlsx", "收支总表", cell, 12.5, "元"),)
    wrong = Finding("合计", severity, Outcome.DIFFERS, "合计不符", cells, explained=explained)
    rows = [
        department_row(record("甲", (figure(INCOME, "100"),), findings=(wrong,)), PACK),
        department_row(record("乙", (figure(INCOME, "200", cell="B7"),)), PACK),
    ]
    origin = CellOrigin("汇总表.xlsx", "收支总表", "C33", "300", "元")
    total = next(totals(rows, PACK, {INCOME: Figure(INCOME, Decimal(300), "元", origin)}))
    assert (total.sum.value, total.excluded) == (sum_of, excluded)
    assert total.match is (Match.UNKNOWN if excluded else Match.SAME)


def test_a_bureaus_workbook_in_the_inbox_is_read_like_a_departments(tmp_path: Path) -> None:
    [book] = SAMPLES.glob("常德*/2020年度部门决算公开表.xlsx")
    shutil.copy(book, tmp_path / "汇总表2020.xlsx")
    builder = OverviewBuilder(PACK)
    builder.add([record("档案馆", {INCOME: "51686600"}), record("教育局", {INCOME: "1000"})])
    overview = builder.overview(tmp_path)
    [cohort] = overview.cohorts
    first = cohort.totals[0]
    assert cohort.has_bureau
    assert (first.sum.value, first.bureau.value, first.match) == (51687600, 51686600, Match.DIFFERS)
    assert "汇总表2020.xlsx" in first.bureau.source


def test_totals_for_another_year_are_said_to_be_of_no_use(tmp_path: Path) -> None:
    [book] = SAMPLES.glob("常德*/2020年度部门决算公开表.xlsx")
    shutil.copy(book, tmp_path / "临江县汇总表.xlsx")
    builder = OverviewBuilder(PACK)
    builder.add([record("档案馆", year=2023)])
    [fault] = builder.overview(tmp_path).faults
    assert fault.startswith("汇总表未采用，没有核对合计：临江县汇总表.xlsx：没有取到 2023 年度的数")
