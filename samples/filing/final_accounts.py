"""The public tables of final accounts (部门决算公开表): accounts and layout in, sheets out."""

from __future__ import annotations

import random
from typing import Any

from samples.filing import details, tables
from samples.filing.accounts import Accounts
from samples.filing.catalogue import data_of
from samples.filing.forms import Form
from samples.filing.layout import NATIONAL, Layout
from samples.filing.measures import Slice
from samples.filing.sheet import Pen, SheetTable, combined


def final_accounts(accounts: Accounts, layout: Layout = NATIONAL) -> list[SheetTable]:
    """Contents and the nine tables; the plain style has a cover too, where the national one has none."""
    entries: dict[str, dict[str, Any]] = data_of("final_forms.yaml")
    forms = [Form(name, entry, layout, accounts.department, accounts.year) for name, entry in entries.items()]
    forms.sort(key=lambda form: form.number)
    drawn = combined([_sheet(form, accounts) for form in forms], layout.per_sheet)
    cover = [] if layout.national else [_cover(accounts)]
    return shuffled([*cover, _contents(forms), *drawn], layout)


def shuffled(sheets: list[SheetTable], layout: Layout) -> list[SheetTable]:
    """The sheets in the layout's order."""
    if layout.shuffle is not None:
        random.Random(layout.shuffle).shuffle(sheets)
    return sheets


def _sheet(form: Form, accounts: Accounts) -> SheetTable:
    pen = Pen(form.layout, form.unit, accounts.year)
    head = 3 if form.layout.national else 2
    width, below = _draw(pen, form, accounts, head)
    pen.label(0, 0, form.headline, columns=width)
    if form.layout.national:
        pen.label(1, width - 1, f"公开{form.number:02}表")
        pen.put(2, 0, pen.layout.label("部门：") + accounts.department)
        pen.put(2, width // 2, f"{accounts.year}年度")
    if not form.layout.unit_in_title:
        row, word = (2, "金额单位") if form.layout.national else (1, "单位")
        pen.label(row, width - 1, f"{word}：{form.unit}")
    pen.label(below, 0, f"注：{form.get('note')}", columns=width)
    return pen.done(_sheet_name(form))


def _sheet_name(form: Form) -> str:
    """The name that exports give, which Excel cuts at 31 characters; in the plain style the short title."""
    title = form.entry["titles"][0]
    if form.layout.national:
        return f"GK{form.number:02} {title}(公开{form.number:02}表)"
    return f"{form.number:02}{title}"


def _draw(pen: Pen, form: Form, accounts: Accounts, top: int) -> tables.Extent:
    kind = form.get("kind")
    if kind == "coded":
        return tables.coded(pen, form, Slice(accounts.lines), top)
    if kind == "sided":
        return tables.sided(pen, form, Slice(accounts.lines), top)
    if kind == "economic":
        return details.economic(pen, form, accounts.economic, top)
    return details.public(pen, form, (accounts.public_planned, accounts.public_spent), top)


def _cover(accounts: Accounts) -> SheetTable:
    cells = {
        (3, 1): f"{accounts.year}年度部门决算公开表",
        (9, 1): f"部门名称：{accounts.department}",
    }
    return SheetTable("封面", dict(cells), ((3, 1, 3, 8), (9, 1, 9, 8)), title=(3, 1))


def _contents(forms: list[Form]) -> SheetTable:
    lines = ["目  录", "", *(f"{place}. {form.title}" for place, form in enumerate(forms, start=1))]
    return SheetTable("目录", {(row, 1): line for row, line in enumerate(lines, start=1) if line})
