"""Invented departments: the same from the same seed, different from different ones, and consistent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples.filing.accounts import Accounts, Fund, Line, PublicCosts, Source, Split
from samples.filing.internal import internal
from samples.filing.invented import FEN, HUNDRED, department_name, invent
from samples.filing.measures import Slice

SEEDS = st.integers(0, 10**9)


@given(SEEDS, st.integers(2016, 2025), st.sampled_from([FEN, HUNDRED]))
def test_invented_departments_add_up(seed: int, year: int, quantum: Decimal) -> None:
    filing = invent(seed, year, quantum)
    now, before = Slice(filing.accounts.lines), Slice(filing.prior.lines)
    for fund in Fund:
        assert now.amount(f"{fund.value}.年初结转") == before.amount(f"{fund.value}.年末结转")
    assert all(line.spent.total % quantum == 0 for line in filing.accounts.lines)
    assert now.amount("总计") == now.amount("支出") + now.amount("结余分配") + now.amount("年末结转")


@given(SEEDS)
def test_public_costs_hold_what_basic_spending_holds(seed: int) -> None:
    accounts = invent(seed, 2021).accounts
    spent = accounts.public_spent
    nil = Decimal(0)
    assert accounts.economic.get("30217", nil) <= spent.reception
    assert accounts.economic.get("30231", nil) <= spent.running
    assert accounts.economic.get("30212", nil) <= spent.abroad
    assert accounts.economic.get("31013", nil) <= spent.purchase


def test_same_seed_same_department() -> None:
    assert invent(17, 2021) == invent(17, 2021)
    assert invent(17, 2021) != invent(18, 2021)


def test_names_are_distinct() -> None:
    assert len({department_name(seed) for seed in range(3000)}) == 3000


def test_internal_sheet_shows_budget_and_final() -> None:
    accounts = invent(4, 2021).accounts
    sheet = internal(accounts)
    lines = Slice(accounts.lines)
    row, column = sheet.where("本年支出合计")[0]
    assert [sheet.cells[row, column + step] for step in (2, 4)] == [
        lines.amount("预算"),
        lines.amount("支出"),
    ]


def test_accounts_that_disagree_are_refused() -> None:
    line = Line("2010301", Source.GENERAL, budgeted=Split(Decimal(100)))
    with pytest.raises(ValueError, match="基本支出按经济分类"):
        Accounts("某局", 2021, (line,), {"30101": Decimal(90)}, {}, PublicCosts(), PublicCosts())
