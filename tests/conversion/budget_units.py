"""A department of several units: its accounts are those of its units put together."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from samples.filing.accounts import Accounts, PublicCosts
from samples.filing.invented import invent

YEAR = 2021
BUREAU, LIBRARY, THEATRE = "临江县文化局", "临江县图书馆", "临江县剧院"


def unit(name: str, seed: int) -> Accounts:
    """Return the accounts of a unit."""
    return replace(invent(seed, YEAR).accounts, department=name)


def whole(name: str, *units: Accounts) -> Accounts:
    """Return the accounts of the department that consists of these units."""
    return replace(
        units[0],
        department=name,
        lines=tuple(line for each in units for line in each.lines),
        economic=_added(*(each.economic for each in units)),
        planned_economic=_added(*(each.planned_economic for each in units)),
        public_spent=_costs(*(each.public_spent for each in units)),
        public_planned=_costs(*(each.public_planned for each in units)),
    )


def _added(*several: dict[str, Decimal]) -> dict[str, Decimal]:
    total: Counter[str] = Counter()
    for each in several:
        for code, amount in each.items():
            total[code] += amount  # type: ignore[assignment]
    return dict(total)  # type: ignore[arg-type]


def _costs(*several: PublicCosts) -> PublicCosts:
    names = PublicCosts.__dataclass_fields__
    return PublicCosts(**{name: sum((getattr(each, name) for each in several), Decimal(0)) for name in names})
