"""Ledgers written as data: `id[@form]: amount`, `group[code].column: amount`; None is a blank cell."""

import re
from collections.abc import Mapping
from decimal import Decimal

from converter.figures import CellOrigin, Figure, Ledger, Line

_LINE = re.compile(r"(?P<group>[^\[]+)\[(?P<key>[^\]]+)\]\.(?P<column>.+)")


def ledger(amounts: Mapping[str, object], forms: set[str], error: str = "0") -> Ledger:
    """Return a ledger of yuan amounts; `forms` count as filed, `error` is each cell's rounding error."""
    found = Ledger("某部门", 2020, forms=forms, prior_forms=set(forms))
    lines: dict[tuple[str, str], dict[str, Figure]] = {}
    for number, (name, amount) in enumerate(amounts.items(), 1):
        value = None if amount is None else Decimal(str(amount))
        figure_id, _, form = name.partition("@")
        origin = CellOrigin("表.xlsx", "表", f"A{number}", str(amount), "元", form)
        figure = Figure(figure_id, value, "元", origin, Decimal(error))
        if detail := _LINE.fullmatch(figure_id):
            lines.setdefault((detail["group"], detail["key"]), {})[detail["column"]] = figure
        else:
            found.enter(figure)
    found.enter_lines(Line(group, key, key, figures) for (group, key), figures in lines.items())
    return found
