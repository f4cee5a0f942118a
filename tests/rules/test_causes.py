"""Several wrong cells with one cause, or one with consequences through measures, are one finding."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from converter.figures.finding import Finding
from samples.filing.departments import CULTURE
from samples.filing.sheet import SheetTable
from tests.quality import alter
from tests.quality.clean_filing import CleanFiling
from tests.quality.planted import KINDS, plant, restore

Altered = Callable[[SheetTable], SheetTable]

# kind planted, words of the finding, cells named as wrong (each with the amount the clean table holds)
CAUSES = {
    "一般公共预算表一行基本项目填反": ("像是两格填反", "D10 E10"),
    "三公表决算预算合计互换": ("像是两格填反", "A8 G8"),
    "收入表两行互换": ("像是两行互换", "C11 C17 D11 D17"),
    "总表两类支出互换": ("像是两行互换", "F14 F15"),
    "一般公共预算表从某行起错位": ("像是从某行起错了行", "C11 C12 C13 E11 E12 E13"),
    "基本支出表公用各款错一行而合计不变": ("像是从某行起错了行", ""),
    "基本支出表公用几款错一行而合计不变": ("像是从某行起错了行", ""),
    "基本支出表公用各款连类错一行": ("像是从某行起错了行", ""),
    "基本支出表公用末几款错一行而合计不变": ("像是从某行起错了行", ""),
    "支出表一栏错一行": ("像是从某行起错了行", ""),
    "支出表一类整行漏填": ("像是漏填", "C18 D18"),
    "一般公共预算表一项整行漏填": ("像是漏填", "C11 E11"),
    "基本支出表公用各款错两行而合计不变": ("像是从某行起错了行", ""),
    "基本支出表公用几款上错两行而合计不变": ("像是从某行起错了行", ""),
    "支出表合计行空白": ("像是漏填", "C7 D7 E7"),
    "预算支出表合计行空白": ("像是漏填", "C6 D6 E6"),
    "支出表合计把一个款又加了一遍": ("正好多 C14 20702（本年支出） 71.80万元，像是重复加", ""),
    "总表本年支出合计漏加一类": ("正好少 F15 卫生健康支出（决算） 16.40万元，像是漏加", ""),
    "基本支出表公用经费只含商品和服务": ("正好少 I9 资本性支出（决算） 6.00万元，像是漏加", ""),
    "上年的三公表当今年报": ("8 个数中 8 个与上年相同", ""),
    "上年的支出表当今年报": ("51 个数中 51 个与上年相同", ""),
    "上年的基本支出表当今年报": ("与上年相同", ""),
    "财拨表一般公共预算列一位写错": ("预算可用指标减决算后的差异应等于年末一般公共预算结转和结余", ""),
    "预算三公表单位写成元": ("写的单位是“元”", ""),
}


@pytest.fixture(scope="module")
def filing(tmp_path_factory: pytest.TempPathFactory) -> CleanFiling:
    return CleanFiling(CULTURE, tmp_path_factory.mktemp("filing") / "部门")


@pytest.mark.parametrize(("name", "words", "cells"), [(name, *expected) for name, expected in CAUSES.items()])
def test_one_cause_is_one_finding(filing: CleanFiling, name: str, words: str, cells: str) -> None:
    plant(filing, KINDS[name])
    findings = filing.findings()
    restore(filing, KINDS[name])
    [finding] = findings
    assert words in finding.message
    named = re.findall(r"[应、]为? ?([A-Z]\d+) \S+ (\S+?)万元（现为", finding.message)
    if cells:
        assert sorted(cell for cell, _ in named) == cells.split()
    clean = filing.table(KINDS[name].get("book", "决算"), KINDS[name]["table"])
    for cell, amount in named:
        assert str(clean.cells.get(alter.place(clean, cell), 0)) in (amount, f"{amount}.00")


def _altered(filing: CleanFiling, sheet: str, *changes: Altered) -> list[Finding]:
    table = filing.table("决算", sheet)
    changed = table
    for change in changes:
        changed = change(changed)
    filing.write("决算", changed)
    findings = filing.findings()
    filing.write("决算", table)
    return findings


def test_two_columns_exchanged_throughout_are_named(filing: CleanFiling) -> None:
    rows = range(7, max(row for row, _ in filing.table("决算", "GK05").cells) + 1)
    [finding] = _altered(
        filing, "GK05", *(partial(alter.exchange, at=f"C{row}", to=f"D{row}") for row in rows)
    )
    assert "像是两栏填反" in finding.message


def test_amounts_moved_to_the_right_are_no_exchange_with_a_blank_column(filing: CleanFiling) -> None:
    rows = range(7, max(row for row, _ in filing.table("决算", "GK03").cells) + 1)
    moves = [(f"{one}{row}", f"{other}{row}") for row in rows for one, other in ("EF", "DE", "CD")]
    [finding] = _altered(filing, "GK03", *(partial(alter.exchange, at=at, to=to) for at, to in moves))
    assert "像是各栏的数右移了一栏" in finding.message


def test_of_two_rows_left_blank_both_are_named(filing: CleanFiling) -> None:
    [finding] = _altered(
        filing,
        "GK05",
        lambda table: alter.clear_row(table, "2070104"),
        lambda table: alter.clear_row(table, "2070109"),
    )
    assert "几处都像是漏填" in finding.message
    assert all(cell in finding.message for cell in ("C11", "E11", "C12", "E12"))


def test_an_amount_written_wrong_in_two_columns_is_one_finding(filing: CleanFiling) -> None:
    wrong = [partial(alter.put, at=at, value="383.70") for at in ("C10", "D10")]
    [finding] = _altered(filing, "GK02", *wrong)
    assert "像是两位数字颠倒，应为 C10" in finding.message
    assert [cell.cell for cell in finding.suspects] == ["C10", "D10"]


def test_a_row_that_is_missing_is_named(filing: CleanFiling) -> None:
    [finding] = _altered(filing, "GK03", lambda table: alter.drop_row(table, "2070113"))
    assert "20701 文化和旅游 下面像是少了 2070113 旅游宣传 一行" in finding.message
    assert "条勾稽关系不成立" in finding.message


def test_no_exchange_is_guessed_where_another_cell_is_wrong_as_well(filing: CleanFiling) -> None:
    findings = _altered(
        filing,
        "GK05",
        lambda table: alter.exchange(table, "D10", "E10"),
        lambda table: alter.slip(table, "E11", "一位写错"),
    )
    assert not any("填反" in finding.message for finding in findings)


def test_the_budgets_amounts_among_the_accounts_are_one_finding(filing: CleanFiling) -> None:
    budget = filing.table("预算", "部门支出总表")
    rows = {str(value): row for (row, column), value in budget.cells.items() if column == 1}

    def as_budgeted(table: SheetTable) -> SheetTable:
        codes = {row: str(value) for (row, column), value in table.cells.items() if column == 1}
        amounts = {
            (row, column): budget.cells.get((rows[code], column), "")
            for row, code in codes.items()
            if code in rows
            for column in (3, 4, 5)
        }
        return replace(table, cells=table.cells | amounts)

    [finding] = [each for each in _altered(filing, "GK03", as_budgeted) if each.code == "误用预算数"]
    assert "部门支出总表" in finding.message
    assert "C8 207（本年支出）" in finding.message
