"""Tables of invented departments agree with themselves and one another, whatever their layout and file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from samples.filing import write
from samples.filing.budget import budget
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import FEN, invent
from samples.filing.layout import FACTORS, NATIONAL, SHANGHAI, Layout, random_layout
from tests.samples.grids import Grid, grids, money

KINDS = (".xlsx", ".xls", ".ods", ".et")
CASES = [(seed, replace(random_layout(seed), variant=0, title="bare", order="old")) for seed in range(12)]


def final_grids(seed: int, layout: Layout, folder: Path) -> dict[str, Grid]:
    accounts = invent(seed, 2021).accounts
    path = write.book(final_accounts(accounts, layout), folder / f"决算{KINDS[seed % len(KINDS)]}")
    return grids(path if path.suffix != ".et" else path.rename(path.with_suffix(".xls")))


@pytest.mark.parametrize(("seed", "layout"), CASES)
def test_functional_rows_add_up(seed: int, layout: Layout, tmp_path: Path) -> None:
    for title in ("支出决算表", "收入决算表"):
        grid = final_grids(seed, layout, tmp_path)[title]
        header = "本年支出合计" if title[0] == "支" else "本年收入合计"
        at = grid.column(header)
        for size in (3, 5, 7):
            assert sum(money(row[at]) for row in grid.lines(size)) == grid.under(header)


@pytest.mark.parametrize(("seed", "layout"), CASES)
def test_totals_of_different_tables_agree(seed: int, layout: Layout, tmp_path: Path) -> None:
    found = final_grids(seed, layout, tmp_path)
    step = 2 if layout.national else 1
    overall, fiscal = found["收入支出决算总表"], found["财政拨款收入支出决算总表"]
    spending, income = found["支出决算表"], found["收入决算表"]
    assert overall.beside("本年支出合计", step) == spending.under("本年支出合计")
    assert overall.beside("本年收入合计", step) == income.under("本年收入合计")
    assert fiscal.beside("本年收入合计", step) == income.under("财政拨款收入")
    general = found["一般公共预算财政拨款支出决算表"]
    assert fiscal.beside("本年支出合计", step + 1) == general.under("小计" if layout.national else "合计")
    row = overall.row("总计")
    left, right = (at for at, cell in enumerate(row) if cell == "总计")
    assert money(row[left + step]) == money(row[right + step])


@pytest.mark.parametrize("seed", range(8))
def test_economic_table_agrees_with_basic_spending(seed: int, tmp_path: Path) -> None:
    layout = replace(NATIONAL, blocks=2 + seed % 2)
    found = final_grids(seed, layout, tmp_path)
    economic = found["一般公共预算财政拨款基本支出决算表"]
    personnel = economic.beside("人员经费合计", 2)
    office = economic.beside("公用经费合计", 2 if layout.blocks == 2 else 5)
    assert personnel + office == found["一般公共预算财政拨款支出决算表"].under("基本支出")


def test_unit_of_the_public_sheet_is_its_own(tmp_path: Path) -> None:
    accounts = invent(3, 2021).accounts
    layout = replace(SHANGHAI, unit="元")
    found = grids(write.book(final_accounts(accounts, layout), tmp_path / "a.xlsx"))
    public = found["2021年度财政拨款“三公”经费支出决算表"]
    assert "单位:万元" in public.row("单位:万元")
    assert money(public.rows[5][1]) * FACTORS["万元"] == accounts.public_spent.total
    assert "单位:元" in found["2021年度支出决算表"].row("单位:元")


def test_the_total_of_a_budget_set_is_that_of_its_lines(tmp_path: Path) -> None:
    filing = invent(5, 2022)
    for layout, title, header in (
        (NATIONAL, "部门支出总表", "合计"),
        (SHANGHAI, "2022年预算单位支出预算总表", "合计"),
    ):
        found = grids(write.book(budget(filing.accounts, filing.prior, layout), tmp_path / "预算.xlsx"))
        whole = sum((line.budgeted.total for line in filing.accounts.lines), Decimal(0))
        assert found[title].under(header) == whole / FACTORS["万元"]


@pytest.mark.parametrize("kind", KINDS)
def test_same_bytes_every_time(kind: str, tmp_path: Path) -> None:
    sheets = final_accounts(invent(9, 2021, FEN).accounts, random_layout(9))
    one, two = (write.book(sheets, tmp_path / name / f"表{kind}").read_bytes() for name in "ab")
    assert one == two


def test_every_layout_can_be_written(tmp_path: Path) -> None:
    for seed in range(40):
        filing = invent(seed, 2018 + seed % 7, FEN)
        layout = random_layout(seed)
        assert len(final_accounts(filing.accounts, layout)) == (10 if layout.national else 11)
        assert len(budget(filing.accounts, filing.prior, layout)) == 11
