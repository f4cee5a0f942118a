"""The totals of the published report come out of the seed department's accounts and files."""

from decimal import Decimal
from pathlib import Path

import pytest

from samples.filing import write
from samples.filing.accounts import Fund, Split, sum_of
from samples.filing.budget import budget
from samples.filing.departments import seed
from samples.filing.final_accounts import final_accounts
from samples.filing.measures import Slice
from tests.samples.grids import Grid, grids

WAN = 10000


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Grid]:
    folder = tmp_path_factory.mktemp("seed")
    filing = seed()
    final = grids(write.book(final_accounts(filing.accounts), folder / "决算.xlsx"))
    return final | grids(write.book(budget(filing.accounts, filing.prior), folder / "预算.xlsx"))


@pytest.mark.parametrize(
    ("title", "header", "amount"),
    [
        ("收入决算表", "财政拨款收入", "5168.66"),
        ("支出决算表", "本年支出合计", "5517.87"),
        ("支出决算表", "基本支出", "3915.36"),
        ("支出决算表", "项目支出", "1602.51"),
        ("部门支出总表", "合计", "3716.29"),
        ("部门支出总表", "基本支出", "2804.42"),
        ("部门支出总表", "项目支出", "911.87"),
        ("一般公共预算基本支出表", "人员经费", "1986.42"),
        ("一般公共预算基本支出表", "公用经费", "818.00"),
    ],
)
def test_totals_by_column(tables: dict[str, Grid], title: str, header: str, amount: str) -> None:
    assert tables[title].under(header) == Decimal(amount)


@pytest.mark.parametrize(
    ("title", "label", "step", "amount"),
    [
        ("财政拨款收入支出决算总表", "本年收入合计", 2, "5168.66"),
        ("财政拨款收入支出决算总表", "年初财政拨款结转和结余", 2, "397.95"),
        ("财政拨款收入支出决算总表", "年末财政拨款结转和结余", 2, "48.74"),
        ("一般公共预算财政拨款基本支出决算表", "工资福利支出", 1, "2353.42"),
        ("一般公共预算财政拨款基本支出决算表", "对个人和家庭的补助", 1, "732.77"),
        ("一般公共预算财政拨款基本支出决算表", "公用经费合计", 5, "829.17"),
    ],
)
def test_totals_by_row(tables: dict[str, Grid], title: str, label: str, step: int, amount: str) -> None:
    assert tables[title].beside(label, step) == Decimal(amount)


def test_carry_over_by_kind() -> None:
    lines = seed().accounts.lines
    opening = sum((line.opening for line in lines), Split())
    assert opening == Split(Decimal(72) * WAN, Decimal("325.95") * WAN)
    assert sum((line.added for line in lines), Split()) == Split(
        Decimal("1054.20") * WAN, Decimal("398.17") * WAN
    )


def test_public_costs_of_both_years() -> None:
    filing = seed()
    spent = [filing.accounts.public_spent, filing.prior.public_spent]
    planned = [filing.accounts.public_planned, filing.prior.public_planned]
    assert [costs.total / WAN for costs in spent] == [Decimal("115.27"), Decimal("140.74")]
    assert [costs.total / WAN for costs in planned] == [Decimal(143), Decimal(155)]


def test_last_year_closes_where_this_year_opens() -> None:
    filing = seed()
    now, before = Slice(filing.accounts.lines), Slice(filing.prior.lines)
    for code in now.codes() | before.codes():
        assert now.under(code).amount("年初结转") == before.under(code).amount("年末结转")


def test_everything_is_general_budget() -> None:
    accounts = seed().accounts
    assert accounts.of(Fund.GENERAL) == accounts.lines
    assert sum_of(line.income.total for line in accounts.lines) == Decimal("5168.66") * WAN


def test_tables_have_their_titles(tables: dict[str, Grid], tmp_path: Path) -> None:
    assert "一般公共预算财政拨款“三公”经费支出决算表" in tables
    assert "国有资本经营预算支出表" in tables
