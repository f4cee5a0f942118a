"""What a department's tables must read as: worked out from its accounts, never from another reading."""

from collections.abc import Iterable
from decimal import Decimal

from samples.filing.accounts import Accounts, Fund, Line, PublicCosts, sum_of

FISCAL = (Fund.GENERAL, Fund.FUND, Fund.CAPITAL)


def final_figures(accounts: Accounts) -> dict[str, Decimal]:
    """Return the figures of the nine final-account tables, in yuan."""
    everything, fiscal = accounts.of(*Fund), accounts.of(*FISCAL)
    general, fund, capital = (accounts.of(each) for each in FISCAL)
    surplus = sum_of(line.surplus_used.total for line in everything)
    return {
        "本年收入.决算": _income(everything),
        "本年支出.决算": _spent(everything),
        "收入总计.决算": _income(everything) + surplus + _opening(everything),
        "支出总计.决算": _income(everything) + surplus + _opening(everything),
        "结转结余.年初": _opening(everything),
        "结转结余.年末": sum_of(line.closing.total for line in everything),
        "财政拨款收入.决算": _income(fiscal),
        "财政拨款支出.决算": _spent(fiscal),
        "财政拨款总计.决算": _income(fiscal) + _opening(fiscal),
        "财政拨款结转结余.年初": _opening(fiscal),
        "财政拨款结转结余.年末": sum_of(line.closing.total for line in fiscal),
        "本年基本支出.决算": sum_of(line.spent.basic for line in everything),
        "本年项目支出.决算": sum_of(line.spent.project for line in everything),
        "一般公共预算支出.决算": _spent(general),
        "基本支出.决算": sum_of(line.spent.basic for line in general),
        "项目支出.决算": sum_of(line.spent.project for line in general),
        "政府性基金收入.决算": _income(fund),
        "政府性基金支出.决算": _spent(fund),
        "国有资本经营支出.决算": _spent(capital),
        **_economic(accounts.economic),
        **_public(accounts.public_spent, "决算"),
        **_public(accounts.public_planned, "预算"),
    }


def budget_figures(accounts: Accounts) -> dict[str, Decimal]:
    """Return the figures of the public budget tables, in yuan."""
    everything, general = accounts.of(*Fund), accounts.of(Fund.GENERAL)
    office = sum_of(line.office for line in general)
    basic = sum_of(line.budgeted.basic for line in general)
    return {
        "本年支出.年初预算": sum_of(line.budgeted.total for line in everything),
        "本年基本支出.年初预算": sum_of(line.budgeted.basic for line in everything),
        "一般公共预算支出.年初预算": sum_of(line.budgeted.total for line in general),
        "基本支出.年初预算": basic,
        "项目支出.年初预算": sum_of(line.budgeted.project for line in general),
        "人员经费.年初预算": basic - office,
        "日常公用经费.年初预算": office,
        **_public(accounts.public_planned, "年初预算"),
    }


def spending_lines(accounts: Accounts) -> dict[str, Decimal]:
    """Return 本年支出 by functional code, of every 类, 款 and 项."""
    codes = {line.code[:size] for line in accounts.lines for size in (3, 5, 7)}
    return {code: _spent(line for line in accounts.lines if line.code.startswith(code)) for code in codes}


def _economic(economic: dict[str, Decimal]) -> dict[str, Decimal]:
    def under(*codes: str) -> Decimal:
        return sum_of(amount for code, amount in economic.items() if code.startswith(codes))

    return {
        "工资福利支出.决算": under("301"),
        "商品和服务支出.决算": under("302"),
        "对个人和家庭的补助.决算": under("303"),
        "资本性支出.决算": under("310"),
        "人员经费.决算": under("301", "303"),
        "日常公用经费.决算": sum_of(economic.values()) - under("301", "303"),
    }


def _public(costs: PublicCosts, basis: str) -> dict[str, Decimal]:
    return {
        f"三公经费.{basis}": costs.total,
        f"因公出国境费.{basis}": costs.abroad,
        f"公务用车购置及运行维护费.{basis}": costs.vehicles,
        f"公务用车购置费.{basis}": costs.purchase,
        f"公务用车运行维护费.{basis}": costs.running,
        f"公务接待费.{basis}": costs.reception,
    }


def _income(lines: Iterable[Line]) -> Decimal:
    return sum_of(line.income.total for line in lines)


def _spent(lines: Iterable[Line]) -> Decimal:
    return sum_of(line.spent.total for line in lines)


def _opening(lines: Iterable[Line]) -> Decimal:
    return sum_of(line.opening.total for line in lines)
