"""A department of several budget units: its accounts are the sum of theirs."""

from collections import Counter
from dataclasses import fields, replace
from decimal import Decimal

from samples.filing.accounts import Accounts, PublicCosts
from samples.filing.invented import invent

YEAR = 2020
BUREAU, LIBRARY, THEATRE = "临江县文化局", "临江县图书馆", "临江县剧院"


def budget_unit(name: str, seed: int) -> Accounts:
    """Return the accounts of a budget unit."""
    return replace(invent(seed, YEAR).accounts, department=name)


def department(name: str, *units: Accounts) -> Accounts:
    """Return the accounts of the department that consists of these units."""
    return replace(
        units[0],
        department=name,
        lines=tuple(line for unit in units for line in unit.lines),
        economic=_by_code(*(unit.economic for unit in units)),
        planned_economic=_by_code(*(unit.planned_economic for unit in units)),
        public_spent=_costs(*(unit.public_spent for unit in units)),
        public_planned=_costs(*(unit.public_planned for unit in units)),
    )


def _by_code(*economics: dict[str, Decimal]) -> dict[str, Decimal]:
    total: Counter[str] = Counter()
    for amounts in economics:
        for code, amount in amounts.items():
            total[code] += amount  # type: ignore[assignment]
    return dict(total)  # type: ignore[arg-type]


def _costs(*units: PublicCosts) -> PublicCosts:
    names = [field.name for field in fields(PublicCosts)]
    return PublicCosts(**{name: sum((getattr(unit, name) for unit in units), Decimal(0)) for name in names})
