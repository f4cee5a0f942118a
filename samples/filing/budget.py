"""The public budget tables (部门预算公开表): the national set, or the nine of a Shanghai district."""

from __future__ import annotations

from typing import Any

from samples.filing import details, tables
from samples.filing.accounts import Accounts
from samples.filing.catalogue import data_of
from samples.filing.final_accounts import shuffled
from samples.filing.forms import Form
from samples.filing.layout import NATIONAL, Layout
from samples.filing.measures import Slice
from samples.filing.sheet import Pen, SheetTable, combined

FRAMES = {"national": (1, 2, 3), "plain": (1, 3, 5), "narrow": (1, 2, 3)}
"""Rows of the title, of the line below it (department, unit), of the header."""


def budget(accounts: Accounts, prior: Accounts, layout: Layout = NATIONAL) -> list[SheetTable]:
    """Cover, contents and the nine tables; `prior` gives the columns of the year before."""
    entries: dict[str, dict[str, Any]] = data_of("budget_forms.yaml")[layout.style]
    forms = [Form(name, entry, layout, accounts.department, accounts.year) for name, entry in entries.items()]
    drawn = combined(
        [_sheet(form, place, accounts, prior) for place, form in enumerate(forms, start=1)], layout.per_sheet
    )
    return shuffled([_cover(accounts, layout), _contents(forms), *drawn], layout)


def _sheet(form: Form, place: int, accounts: Accounts, prior: Accounts) -> SheetTable:
    pen = Pen(form.layout, form.unit, accounts.year)
    title, line, head = FRAMES[form.get("frame", form.layout.style)]
    width, _ = _draw(pen, form, accounts, prior, head)
    pen.label(title, 0, form.headline, columns=width)
    pen.title = (title, 0)
    if form.layout.national:
        pen.label(0, width - 1, f"部门公开表{place}")
    label = "部门：" if form.layout.national else "编制单位："
    pen.put(line, 0, pen.layout.label(label) + accounts.department)
    if not form.layout.unit_in_title:
        colon = ":" if form.get("frame") == "narrow" else "："
        pen.label(line, width - 1, f"单位{colon}{form.unit}")
    return pen.done(form.name)


def _draw(pen: Pen, form: Form, accounts: Accounts, prior: Accounts, top: int) -> tables.Extent:
    kind = form.get("kind")
    part = Slice(accounts.lines, prior.lines if "上年" in str(form.get("columns")) else ())
    if kind == "coded":
        return tables.coded(pen, form, part, top)
    if kind == "sided":
        return tables.sided(pen, form, part, top)
    if kind == "planned":
        return details.planned(pen, form, accounts.planned_economic, top)
    if kind == "public":
        return details.public(pen, form, (prior.public_planned, accounts.public_planned), top)
    return details.agency(pen, form, accounts, top)


def _cover(accounts: Accounts, layout: Layout) -> SheetTable:
    department = "部门" if layout.national else "单位"
    cells = {
        (3, 1): f"{accounts.year}年{department}预算公开表",
        (9, 1): f"预算{department}：{accounts.department}",
    }
    return SheetTable("封面", dict(cells), ((3, 1, 3, 8), (9, 1, 9, 8)), title=(3, 1))


def _contents(forms: list[Form]) -> SheetTable:
    lines = ["目  录", "", *(f"{place}. {form.title}" for place, form in enumerate(forms, start=1))]
    return SheetTable("目录", {(row, 1): line for row, line in enumerate(lines, start=1) if line})
