"""The two main kinds of table: functional lines with codes; income on the left and spending on the right.

Each function writes from row `top` down and returns the width of the table and the row below it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from samples.filing.catalogue import classes, function_name, with_parents
from samples.filing.forms import Form, code_heads, heads, measures, numeral
from samples.filing.measures import Slice
from samples.filing.sheet import LEVELS, Head, Pen, depth_of, width_of

Extent = tuple[int, int]


def coded(pen: Pen, form: Form, part: Slice, top: int) -> Extent:
    """Functional lines with their 类 and 款, and a total."""
    part = part.within(form.get("scope"))
    columns = form.get("columns")
    tree = [*code_heads(form), *heads(columns)]
    leaves = list(range(sum(map(width_of, tree))))
    names = measures(columns)
    keys, values = leaves[: -len(names)], leaves[-len(names) :]

    def head(at: int) -> int:
        """Write the header, and return the row below it."""
        pen.header(at, tree)
        at += max(map(depth_of, tree))
        if form.numbered:
            _column_numbers(pen, at, keys, values)
        return at + form.numbered

    row = head(top)
    codes = _codes(form, part)
    if codes or form.numbered:
        row = _coded_rows(pen, row, (keys, values), names, part, codes, head)
    if not codes and form.empty:
        pen.label(row, 0, form.empty, columns=leaves[-1] + 1)
        row += 1
    return leaves[-1] + 1, row


def _codes(form: Form, part: Slice) -> list[str]:
    unless = form.get("unless")
    return [
        code for code in with_parents(part.codes()) if not unless or any(map(part.under(code).amount, unless))
    ]


def _coded_rows(
    pen: Pen,
    row: int,
    columns: tuple[list[int], list[int]],
    names: list[str],
    part: Slice,
    codes: list[str],
    head: Callable[[int], int],
) -> int:
    keys, values = columns
    rows: list[str] = [*codes, ""] if pen.layout.total_last else ["", *codes]
    for number, code in enumerate(rows):
        if pen.layout.page and number and number % pen.layout.page == 0:
            pen.label(row, 0, "续表")
            row = head(row + 1)
        if code:
            pen.function(row, keys, code)
        else:
            pen.label(row, keys[0], "合计", columns=len(keys))
        for column, name in zip(values, names, strict=True):
            pen.amount(row, column, part.under(code).amount(name))
        row += 1
    return row


def _column_numbers(pen: Pen, row: int, keys: list[int], values: list[int]) -> None:
    if len(keys) > 2:
        for column, level in zip(keys, LEVELS, strict=False):
            pen.label(row, column, level)
        pen.label(row, keys[-1], "栏次")
    else:
        pen.label(row, keys[0], "栏次", columns=len(keys))
    for number, column in enumerate(values, start=1):
        pen.put(row, column, number)


@dataclass(frozen=True)
class _Side:
    """The columns of one side: item, 行次 if any, values."""

    item: int
    ordinal: int | None
    values: list[int]

    @staticmethod
    def of(leaves: list[int], *, numbered: bool) -> _Side:
        return _Side(leaves[0], leaves[1] if numbered else None, leaves[2 if numbered else 1 :])


def sided(pen: Pen, form: Form, part: Slice, top: int) -> Extent:
    """Income on the left, spending by functional 类 on the right, totals below."""
    ordinal: list[Head] = ["行次"] if form.numbered else []
    left_heads: list[Head] = ["项目", *ordinal, form.get("left_head")]
    right_heads = [form.get("right_item"), *ordinal, *heads(form.get("right_columns"))]
    tree: list[Head] = [{form.get("left_group"): left_heads}, {form.get("right_group"): right_heads}]
    leaves = pen.header(top, tree)
    row = top + max(map(depth_of, tree))
    split = sum(map(width_of, left_heads))
    left, right = (_Side.of(side, numbered=form.numbered) for side in (leaves[:split], leaves[split:]))
    if form.numbered:
        _sided_numbers(pen, row, left, right)
        row += 1
    height = _sided_rows(pen, form, part, row, (left, right))
    return leaves[-1] + 1, row + height


def _sided_numbers(pen: Pen, row: int, left: _Side, right: _Side) -> None:
    for side in (left, right):
        pen.label(row, side.item, "栏次")
    for number, column in enumerate([*left.values, *right.values], start=1):
        pen.put(row, column, number)


def _sided_rows(pen: Pen, form: Form, part: Slice, top: int, sides: tuple[_Side, _Side]) -> int:
    left, right = sides
    names = measures(form.get("right_columns"))
    spending = _spending(form, part)
    body = max(len(form.get("left")), len(spending))
    foot = form.get("foot")
    for row, (label, name) in enumerate(form.get("left"), start=top):
        _entry(pen, row, left, label, [name], part)
    for row, (label, code, wanted) in enumerate(spending, start=top):
        _entry(pen, row, right, label, wanted or names, part.under(code))
    for row, (label, name, *other) in enumerate(foot, start=top + body):
        if label:
            _entry(pen, row, left, label, [name], part)
        if other:
            _entry(pen, row, right, other[0], _foot_measures(names, other[1]), part)
    height = body + len(foot)
    for side, first in ((left, 1), (right, 1 + height)):
        if side.ordinal is not None:
            for step in range(height):
                pen.put(top + step, side.ordinal, first + step)
    return height


def _entry(pen: Pen, row: int, side: _Side, label: str, names: list[str], part: Slice) -> None:
    pen.label(row, side.item, label)
    for column, name in zip(side.values, names, strict=True):
        pen.amount(row, column, part.amount(name))


def _foot_measures(names: list[str], measure: str) -> list[str]:
    """The measures of a total in the columns on the right: each column's fund with the row's measure."""
    if measure in ("预算", "支出"):
        return names
    return [".".join([*name.split(".")[:-1], measure]) for name in names]


def _spending(form: Form, part: Slice) -> list[tuple[str, str, list[str]]]:
    """The rows on the right: label, functional 类, measures (empty: the columns')."""
    names: list[Any] = measures(form.get("right_columns"))
    codes = classes(form.year)
    if form.get("classes") == "used":
        codes = [code for code in codes if part.under(code).amount(names[0])]
    pattern = form.get("numbering", "{}、")
    rows: list[tuple[str, str, list[str]]] = [
        (pattern.format(numeral(place)) + function_name(code, form.year), code, [])
        for place, code in enumerate(codes, start=1)
    ]
    if form.get("right_lead"):
        rows.insert(0, (form.get("right_lead")[0], "", []))
    return rows
