"""Ledgers written as data: `id[@form]: amount`, `group[code].column: amount`.

`id@form: → other` is a cell that leaves it to the other figure, `unit/id: amount` a figure of one of the
department's budget units. An amount is exact yuan, or text with a
unit (`3915.36万元`, right to its last digit; `94分`, `216人`); null is a blank cell, other
text one that holds words.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from converter.figures.figure import Figure
from converter.figures.ledger import DetailRow, Ledger
from converter.figures.origin import CellOrigin
from converter.pack.known_names import forms_by_id
from converter.pack.loading import load_pack

PACK = load_pack()
ELSEWHERE = "→ "
GIVERS = forms_by_id(PACK)
_DETAIL = re.compile(r"(?P<group>[^\[]+)\[(?P<key>[^\]]+)\]\.(?P<column>.+)")
_NUMBER = re.compile(r"-?[\d.]+(?:[Ee][+-]?\d+)?")
_PRINTED = re.compile(r"(-?[\d.]+)(元|万元|分|人)")


def ledger(amounts: Mapping[str, object]) -> Ledger:
    """Return a ledger; every form that can give one of its figures counts as filed."""
    own = {name: amount for name, amount in amounts.items() if "/" not in name}
    found = _ledger("决算", own)
    of_units: dict[str, dict[str, object]] = {}
    for name, amount in amounts.items():
        unit, _, figure_id = name.rpartition("/")
        if unit:
            of_units.setdefault(unit, {})[figure_id] = amount
    found.budget_units = [_ledger(unit, amounts) for unit, amounts in of_units.items()]
    return found


def _ledger(department: str, amounts: Mapping[str, object]) -> Ledger:
    found = Ledger(department, 2020)
    rows: dict[tuple[str, str], dict[str, Figure]] = {}
    for number, (name, printed) in enumerate(amounts.items(), 1):
        figure_id, _, form = name.partition("@")
        if str(printed).startswith(ELSEWHERE):
            found.elsewhere.setdefault(form, {})[figure_id] = str(printed).removeprefix(ELSEWHERE)
            _file(found, figure_id, form)
            continue
        amount, unit, error = read(printed)
        raw = "" if printed is None else str(printed)
        origin = CellOrigin(f"{department}.xlsx", form or "表", f"C{number}", raw, unit, form)
        figure = Figure(figure_id, amount, PACK.units[unit].base, origin, error)
        _file(found, _DETAIL.sub(r"\g<group>.\g<column>", figure_id), form)
        if detail := _DETAIL.fullmatch(figure_id):
            rows.setdefault((detail["group"], detail["key"]), {})[detail["column"]] = figure
        else:
            found.enter(figure)
    found.enter_detail_rows(DetailRow(group, key, key, figures) for (group, key), figures in rows.items())
    return found


def read(printed: object) -> tuple[Decimal | None, str, Decimal]:
    """Return an amount in yuan, its unit, and how far the printed digits may be from the true amount."""
    if stated := _PRINTED.fullmatch(str(printed)):
        number, unit = Decimal(stated[1]), PACK.units[stated[2]]
        half = Decimal("0.5").scaleb(int(number.as_tuple().exponent)) if unit.base == "元" else Decimal(0)
        return number * unit.scale, stated[2], half * unit.scale
    is_number = _NUMBER.fullmatch(str(printed))
    return Decimal(str(printed)) if is_number else None, "元", Decimal(0)


def _file(found: Ledger, figure_id: str, form: str) -> None:
    prior = PACK.meta.prior
    for name in GIVERS.get(figure_id, frozenset()):
        if form in ("", name.removeprefix(prior)):
            (found.prior_forms if name.startswith(prior) else found.forms).add(name.removeprefix(prior))
