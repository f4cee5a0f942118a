"""What a department's tables must read as: worked out from its accounts, never from another reading."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from samples.filing.accounts import Accounts, Fund, Line, PublicCosts, sum_of

FISCAL = (Fund.GENERAL, Fund.FUND, Fund.CAPITAL)
CLASSES = {"工资福利支出": "301", "商品和服务支出": "302", "对个人和家庭的补助": "303", "资本性支出": "310"}
Lines = dict[tuple[str, str], dict[str, Decimal]]


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
    everything, fiscal = accounts.of(*Fund), accounts.of(*FISCAL)
    general, fund, capital = (accounts.of(each) for each in FISCAL)
    office = sum_of(line.office for line in general)
    basic = sum_of(line.budgeted.basic for line in general)
    return {
        **{
            f"{item}.年初预算": _budgeted(everything)
            for item in ("收入总计", "支出总计", "本年收入", "本年支出")
        },
        **{
            f"{item}.年初预算": _budgeted(fiscal)
            for item in ("财政拨款收入", "财政拨款总计", "财政拨款支出总计")
        },
        "本年基本支出.年初预算": sum_of(line.budgeted.basic for line in everything),
        "本年项目支出.年初预算": sum_of(line.budgeted.project for line in everything),
        "一般公共预算支出.年初预算": _budgeted(general),
        "政府性基金支出.年初预算": _budgeted(fund),
        "国有资本经营支出.年初预算": _budgeted(capital),
        **{
            f"{item}.年初预算": _under(accounts.planned_economic, code)
            for item, code in CLASSES.items()
            if _under(accounts.planned_economic, code)  # only classes that are used have a row
        },
        "基本支出.年初预算": basic,
        "项目支出.年初预算": sum_of(line.budgeted.project for line in general),
        "人员经费.年初预算": basic - office,
        "日常公用经费.年初预算": office,
        **_public(accounts.public_planned, "年初预算"),
    }


def detail_lines(accounts: Accounts) -> Lines:
    """Return the detail lines of the final accounts that are not nil: by group and column, by code."""
    everything, general, fund = accounts.of(*Fund), accounts.of(Fund.GENERAL), accounts.of(Fund.FUND)
    return {
        ("支出决算", "本年支出"): _by_code(everything, lambda line: line.spent.total),
        ("支出决算", "本年基本支出"): _by_code(everything, lambda line: line.spent.basic),
        ("收入决算", "本年收入"): _by_code(everything, lambda line: line.income.total),
        ("一般公共预算支出决算", "一般公共预算支出"): _by_code(general, lambda line: line.spent.total),
        ("一般公共预算支出决算", "项目支出"): _by_code(general, lambda line: line.spent.project),
        ("政府性基金决算", "政府性基金支出"): _by_code(fund, lambda line: line.spent.total),
        ("政府性基金决算", "政府性基金收入"): _by_code(fund, lambda line: line.income.total),
        ("经济分类决算", "决算"): _economic_lines(accounts.economic),
    }


def budget_lines(accounts: Accounts) -> Lines:
    """Return the detail lines of the budget that are not nil: by group and column, by code."""
    everything, general = accounts.of(*Fund), accounts.of(Fund.GENERAL)
    return {
        ("收入预算", "本年收入"): _by_code(everything, lambda line: line.budgeted.total),
        ("支出预算", "本年支出"): _by_code(everything, lambda line: line.budgeted.total),
        ("支出预算", "本年项目支出"): _by_code(everything, lambda line: line.budgeted.project),
        ("一般公共预算支出预算", "一般公共预算支出"): _by_code(general, lambda line: line.budgeted.total),
        ("一般公共预算支出预算", "基本支出"): _by_code(general, lambda line: line.budgeted.basic),
        ("经济分类预算", "基本支出"): _economic_lines(accounts.planned_economic),
    }


def _by_code(lines: Iterable[Line], amount: Callable[[Line], Decimal]) -> dict[str, Decimal]:
    """Return the amounts of every 类, 款 and 项 that are not nil."""
    found: dict[str, Decimal] = {}
    for line in lines:
        for size in (3, 5, 7):
            code = line.code[:size]
            found[code] = found.get(code, Decimal(0)) + amount(line)
    return {code: total for code, total in found.items() if total}


def _economic_lines(economic: dict[str, Decimal]) -> dict[str, Decimal]:
    codes = {code[:size] for code in economic for size in (3, 5)}
    return {code: total for code in codes if (total := _under(economic, code))}


def _under(economic: dict[str, Decimal], *codes: str) -> Decimal:
    return sum_of(amount for code, amount in economic.items() if code.startswith(codes))


def _economic(economic: dict[str, Decimal]) -> dict[str, Decimal]:
    return {
        **{f"{item}.决算": _under(economic, code) for item, code in CLASSES.items()},
        "人员经费.决算": _under(economic, "301", "303"),
        "日常公用经费.决算": sum_of(economic.values()) - _under(economic, "301", "303"),
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


def _budgeted(lines: Iterable[Line]) -> Decimal:
    return sum_of(line.budgeted.total for line in lines)


def _spent(lines: Iterable[Line]) -> Decimal:
    return sum_of(line.spent.total for line in lines)


def _opening(lines: Iterable[Line]) -> Decimal:
    return sum_of(line.opening.total for line in lines)
