"""What a department enters in its 补充资料: figures out of its accounts, texts out of its words.

The amounts are those of 一般公共预算, in 万元.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from samples.filing.accounts import Accounts, Filing, Fund, Line, PublicCosts, is_personnel, sum_of
from samples.filing.catalogue import data_of
from samples.filing.layout import CENT, FACTORS
from samples.filing.supplement import Cell, Entries

COLUMNS = ("上年决算数", "本年预算数", "本年决算数")

Words = dict[str, dict[str, Any]]
"""Texts and marks by sheet title and row label, as the files of samples/prose/ have them."""

_PUBLIC = {
    "三公经费": "total",
    "公务用车购置和维护经费": "vehicles",
    "公车购置": "purchase",
    "公车运行维护": "running",
    "出国经费": "abroad",
    "公务接待": "reception",
}
_OFFICE = {
    "公用经费": ("302", "310"),
    "办公经费": ("30201", "30202"),
    "水费、电费、差旅费": ("30205", "30206", "30211"),
    "会议费、培训费": ("30215", "30216"),
}
_HEADERS = {
    "自评打分": ("自评得分", "扣分原因"),
    "三公经费增减原因": ("增减原因",),
    "重点支出": ("预算",),
    "其他预算资金": ("年初预算数", "全年预算数", "全年执行数"),
}


def entries_of(filing: Filing, words: Words | None = None) -> Entries:
    """A department's entries; without words of its own it uses the common ones."""
    words = words or data_of("words.yaml")
    staff = filing.staff
    found: Entries = {
        sheet: {label: _values(sheet, text) for label, text in rows.items() if text}
        for sheet, rows in words.items()
        if sheet != "基础数据表"
    }
    basics: dict[str, Cell] = {"部门名称": filing.accounts.department, "年度": filing.accounts.year}
    found["基本信息"] = {label: {"内容": value} for label, value in basics.items()} | found["基本信息"]
    heads = {"编制人数": staff.quota, "在编在职人数": staff.serving, "离退休人数": staff.retired}
    found["人员情况"] = {label: {"人数": number} for label, number in heads.items()}
    found["预算收支"] = _movements(filing.accounts)
    if "基础数据表" in words:
        found["基础数据表"] = _base_data(filing, words["基础数据表"])
    return found


def _values(sheet: str, words: str | list[str]) -> dict[str, Cell]:
    texts = [words] if isinstance(words, str) else words
    return dict(zip(_HEADERS.get(sheet, ("内容",)), map(_cell, texts), strict=False))


def _cell(text: str) -> Cell:
    return Decimal(text) if text.replace(".", "", 1).isdigit() else text.strip()


def _movements(accounts: Accounts) -> dict[str, dict[str, Cell]]:
    lines = accounts.of(Fund.GENERAL)
    return {
        label: {
            "年初预算": _ten_thousands(sum_of(getattr(line.budgeted, part) for line in lines)),
            "上年结转": _ten_thousands(sum_of(getattr(line.opening, part) for line in lines)),
            "本年追加": _ten_thousands(sum_of(getattr(line.added, part) for line in lines)),
        }
        for label, part in {"基本支出": "basic", "项目支出": "project"}.items()
    }


def _base_data(filing: Filing, words: dict[str, Any]) -> dict[str, dict[str, Cell]]:
    staff = filing.staff
    found: dict[str, dict[str, Cell]] = {"（人）": {"编制数": staff.quota, "本年实际在职人数": staff.serving}}
    for label, item in _PUBLIC.items():
        found[label] = _row(*(getattr(costs, item) for costs in _public(filing)))
    found |= _projects(filing, words["运行维护专项"])
    for label, heads in _OFFICE.items():
        found[label] = _row(*(_coded(amounts, heads) for amounts in _economics(filing)))
    found["政府采购金额"] = dict(zip(COLUMNS, map(Decimal, words["政府采购金额"]), strict=True))
    lines = filing.accounts.of(Fund.GENERAL)
    budgeted = sum_of(line.budgeted.total for line in lines)
    whole = sum_of(line.income.total for line in lines)
    adjusted: dict[str, Cell] = {COLUMNS[1]: _ten_thousands(budgeted), COLUMNS[2]: _ten_thousands(whole)}
    none_built: dict[str, Cell] = {"批复规模（㎡）": "无"}
    thrift: dict[str, Cell] = {"": words["厉行节约保障措施"]}
    return found | {
        "部门整体支出预算调整": adjusted,
        "（本年完工项目）": none_built,
        "厉行节约保障措施": thrift,
    }


def _public(filing: Filing) -> tuple[PublicCosts, PublicCosts, PublicCosts]:
    return filing.prior.public_spent, filing.accounts.public_planned, filing.accounts.public_spent


def _economics(filing: Filing) -> tuple[dict[str, Decimal], dict[str, Decimal], dict[str, Decimal]]:
    return filing.prior.economic, filing.accounts.planned_economic, filing.accounts.economic


def _coded(amounts: dict[str, Decimal], heads: tuple[str, ...]) -> Decimal:
    return sum_of(
        amount for code, amount in amounts.items() if code.startswith(heads) and not is_personnel(code)
    )


def _projects(filing: Filing, upkeep: list[str]) -> dict[str, dict[str, Cell]]:
    """项目支出 in all, and divided into business and upkeep (the lines of these 项)."""
    before, now = filing.prior.of(Fund.GENERAL), filing.accounts.of(Fund.GENERAL)

    def row(chosen: set[bool]) -> dict[str, Cell]:
        def these(lines: tuple[Line, ...]) -> list[Line]:
            return [line for line in lines if (line.code in upkeep) in chosen]

        return _row(
            sum_of(line.spent.project for line in these(before)),
            sum_of(line.budgeted.project for line in these(now)),
            sum_of(line.spent.project for line in these(now)),
        )

    return {"项目支出": row({True, False}), "业务工作专项": row({False}), "运行维护专项": row({True})}


def _row(*amounts: Decimal) -> dict[str, Cell]:
    return {header: _ten_thousands(amount) for header, amount in zip(COLUMNS, amounts, strict=True)}


def _ten_thousands(amount: Decimal) -> Decimal:
    return (amount / FACTORS["万元"]).quantize(CENT, ROUND_HALF_UP)
