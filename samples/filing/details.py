"""The smaller kinds of table: 基本支出 by economic code, “三公”经费.

Each function writes from row `top` down and returns the width of the table and the row below it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from samples.filing.accounts import Accounts, PublicCosts, is_personnel, sum_of
from samples.filing.catalogue import economic_codes, economic_name, with_parents
from samples.filing.forms import Form, heads, measures
from samples.filing.sheet import Head, Pen, depth_of

Extent = tuple[int, int]

BLOCKS = {
    2: (("301", "303"), ("302", "310")),
    3: (("301", "303"), ("302",), ("307", "310", "399")),
}


def economic(pen: Pen, form: Form, amounts: dict[str, Decimal], top: int) -> Extent:
    """基本支出 by economic code in two or three blocks, 人员经费 left and 公用经费 right."""
    blocks = BLOCKS[pen.layout.blocks]
    tree = _block_heads(form, len(blocks))
    leaves = pen.header(top, tree)
    first = top + max(map(depth_of, tree))
    width = len(leaves) // len(blocks)
    codes = [economic_codes(*block) for block in blocks]
    last = first + max(map(len, codes))
    for place, block in enumerate(codes):
        columns = leaves[place * width : (place + 1) * width]
        for row, code in enumerate(block, start=first):
            _economic_row(pen, row, columns, code, _under(amounts, code))
    personnel = sum_of(amount for code, amount in amounts.items() if is_personnel(code))
    pen.label(last, 0, "人员经费合计", columns=width - 1)
    pen.amount(last, width - 1, personnel)
    pen.label(last, width, "公用经费合计", columns=leaves[-1] - width)
    pen.amount(last, leaves[-1], sum_of(amounts.values()) - personnel)
    return leaves[-1] + 1, last + 1


def _block_heads(form: Form, blocks: int) -> list[Head]:
    name = "科目编码" if form.layout.national else "经济分类科目编码"
    code: Head = {name: ["类", "款"]} if form.layout.code_columns == 3 else name
    block: list[Head] = [code, "科目名称", "决算数"]
    if form.layout.national:
        return [{"人员经费": block}, {"公用经费": block * (blocks - 1)}]
    return block * blocks


def _economic_row(pen: Pen, row: int, columns: list[int], code: str, amount: Decimal) -> None:
    *codes, name, value = columns
    pen.code(row, codes, code)
    indent = "  " if pen.layout.indent and len(code) > 3 else ""
    pen.put(row, name, indent + pen.layout.label(economic_name(code)))
    pen.amount(row, value, amount)


def _under(amounts: dict[str, Decimal], code: str) -> Decimal:
    return sum_of(amount for longer, amount in amounts.items() if longer.startswith(code))


def planned(pen: Pen, form: Form, amounts: dict[str, Decimal], top: int) -> Extent:
    """The budgeted 基本支出 by economic code: 合计, 人员经费, 公用经费."""
    tree = [*form.get("code_head"), *form.get("columns")]
    leaves = pen.header(top, tree)
    row = top + max(map(depth_of, tree))
    keys, values = leaves[:-3], leaves[-3:]
    used = {code: amount for code, amount in amounts.items() if amount}
    codes = with_parents(used)
    for code in [*codes, ""] if pen.layout.total_last else ["", *codes]:
        if code:
            pen.code(row, keys[:-1], code)
            pen.put(row, keys[-1], pen.layout.label(economic_name(code)))
        else:
            pen.label(row, keys[0], "合计", columns=len(keys))
        under = {longer: amount for longer, amount in used.items() if longer.startswith(code)}
        personnel = sum_of(amount for longer, amount in under.items() if is_personnel(longer))
        whole = sum_of(under.values())
        for column, amount in zip(values, (whole, personnel, whole - personnel), strict=True):
            pen.amount(row, column, amount)
        row += 1
    return leaves[-1] + 1, row


def public(pen: Pen, form: Form, sides: tuple[PublicCosts, PublicCosts], top: int) -> Extent:
    """“三公”经费 in twelve columns: two sides of six, or six pairs."""
    items = _items(form)
    labels = form.get("sides")
    if pen.layout.public == "side":
        tree: list[Head] = [{label: heads(items)} for label in labels]
        values = [getattr(side, name) for side in sides for name in measures(items)]
        return _one_row(pen, form, tree, values, top)
    values = [getattr(side, name) for name in measures(items) for side in sides]
    return _one_row(pen, form, heads(_paired(items, labels)), values, top, low=True)


def agency(pen: Pen, form: Form, accounts: Accounts, top: int) -> Extent:
    """The budgeted “三公”经费 and 机关运行经费 in one row."""
    columns = form.get("columns")
    office = sum_of(line.office for line in accounts.lines)
    names = measures(columns)
    values = [office if name == "office" else getattr(accounts.public_planned, name) for name in names]
    return _one_row(pen, form, heads(columns), values, top)


def _one_row(
    pen: Pen, form: Form, tree: list[Head], values: list[Decimal], top: int, *, low: bool = False
) -> Extent:
    leaves = pen.header(top, tree, low=low)
    row = top + max(map(depth_of, tree))
    if form.numbered:
        for number, column in enumerate(leaves, start=1):
            pen.put(row, column, number)
        row += 1
    for column, amount in zip(leaves, values, strict=True):
        pen.amount(row, column, amount)
    return leaves[-1] + 1, row + 1


def _items(form: Form) -> Any:
    items = form.get("items")
    return _renamed(items) if form.layout.variant else items


_OTHER_NAMES = {
    "因公出国（境）费": "因公出国（境）费用",
    "公务用车购置及运行费": "公务用车购置及运行维护费",
    "公务用车运行费": "公务用车运行维护费",
}


def _renamed(items: Any) -> Any:
    if isinstance(items, str):
        return items
    return [
        {_OTHER_NAMES.get(text, text): _renamed(content)} for item in items for text, content in item.items()
    ]


def _paired(items: Any, labels: list[str]) -> Any:
    """The items with the two labels below each of them."""
    return [
        {text: [{side: content} for side in labels] if isinstance(content, str) else _paired(content, labels)}
        for item in items
        for text, content in item.items()
    ]
