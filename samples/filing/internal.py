"""The internal sheet Z01 收入支出决算总表(财决01表), always in 元.

It is the only table with 年初预算数 and 全年预算数 beside 决算数.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from samples.filing.accounts import Accounts, Fund, is_personnel, sum_of
from samples.filing.catalogue import classes, data_of, function_name
from samples.filing.forms import numeral
from samples.filing.layout import NATIONAL, Layout
from samples.filing.measures import Slice
from samples.filing.sheet import Head, Pen, SheetTable

NOT_APPLICABLE = "—"
_NAME = "收入支出决算总表(财决01表)"
_COLUMNS = ("年初预算数", "全年预算数", "决算数")
_WIDTH = 2 + len(_COLUMNS)
_TOP = 6

Row = tuple[str, str, list[str]]
"""Label, functional 类 (empty for all), measures."""


def internal(accounts: Accounts, layout: Layout = NATIONAL) -> SheetTable:
    """The sheet Z01 of a department-year."""
    pen = Pen(layout, "元", accounts.year)
    blocks = data_of("internal_forms.yaml")[_NAME]["blocks"]
    _frame(pen, accounts, blocks)
    items = [_items(block, accounts.year) for block in blocks]
    height = max(map(len, items))
    line = 1
    for place, (block, upper) in enumerate(zip(blocks, items, strict=True)):
        empty: list[Row] = [("", "", [])] * (height - len(upper))
        rows = [*upper, *empty, *((label, "", names) for label, *names in block["foot"])]
        for row, entry in enumerate(rows, start=_TOP):
            _entry(pen, accounts, (row, place * _WIDTH), entry)
            pen.put(row, place * _WIDTH + 1, line)
            line += 1
    return pen.done(f"Z01 {_NAME}")


def _frame(pen: Pen, accounts: Accounts, blocks: list[dict[str, Any]]) -> None:
    last = _WIDTH * len(blocks) - 1
    pen.label(0, 0, "收入支出决算总表", columns=last + 1)
    pen.label(1, last, "财决01表")
    pen.put(2, 0, pen.layout.label("编制单位：") + accounts.department)
    pen.label(2, last, "金额单位：元")
    tree: list[Head] = [{block["group"]: [block["item"], "行次", *_COLUMNS]} for block in blocks]
    leaves = pen.header(3, tree)
    numbers = iter(range(1, len(leaves) + 1))
    for place in range(len(blocks)):
        pen.label(5, place * _WIDTH, "栏次")
        for column in range(place * _WIDTH + 2, (place + 1) * _WIDTH):
            pen.put(5, column, next(numbers))


def _items(block: dict[str, Any], year: int) -> list[Row]:
    if "classes" in block:
        return [
            (f"{numeral(place)}、{function_name(code, year)}", code, block["classes"])
            for place, code in enumerate(classes(year), start=1)
        ]
    return [(label, "", names) for label, *names in block["rows"]]


def _entry(pen: Pen, accounts: Accounts, at: tuple[int, int], entry: Row) -> None:
    label, code, names = entry
    row, column = at
    pen.label(row, column, label)
    for place, name in enumerate(names, start=column + 2):
        if name == NOT_APPLICABLE:
            pen.put(row, place, NOT_APPLICABLE)
        else:
            pen.amount(row, place, _amount(accounts, code, name))


def _amount(accounts: Accounts, code: str, name: str) -> Decimal:
    personnel = sum_of(amount for key, amount in accounts.economic.items() if is_personnel(key))
    if name == "personnel":
        return personnel
    if name == "office":
        return sum_of(line.spent.basic for line in accounts.of(*Fund)) - personnel
    return Slice(accounts.lines).under(code).amount(name)
