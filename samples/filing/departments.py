"""The named sample departments, read from the folder departments/."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from samples.filing.accounts import Accounts, Filing, Line, PublicCosts, Source, Split, Staff
from samples.filing.catalogue import data_of
from samples.filing.layout import FACTORS

SEED = "常德市人民政府办公室"
ARCHIVE = "武陵市档案馆"
CULTURE = "临江县文化旅游广电体育局"


def load(department: str) -> Filing:
    """What this sample department files, its latest year first."""
    data = data_of(f"departments/{department}.yaml")
    factor = FACTORS[data["unit"]]
    years = {int(year): entry for year, entry in data["years"].items()}
    recent = sorted(years, reverse=True)
    latest, earlier = (_accounts(department, year, years[year], factor) for year in recent)
    staff = Staff(**{key: int(number) for key, number in data["staff"].items()})
    return Filing(latest, earlier, staff)


def seed() -> Filing:
    """The department whose report was published: 常德市人民政府办公室, 2020."""
    return load(SEED)


def _accounts(department: str, year: int, entry: dict[str, Any], factor: Decimal) -> Accounts:
    def amounts(key: str) -> dict[str, Decimal]:
        return {code: Decimal(amount) * factor for code, amount in entry.get(key, {}).items()}

    return Accounts(
        department=department,
        year=year,
        lines=tuple(_line(line, factor) for line in entry["lines"]),
        economic=amounts("economic"),
        planned_economic=amounts("planned_economic"),
        public_spent=PublicCosts(**amounts("public_spent")),
        public_planned=PublicCosts(**amounts("public_planned")),
    )


def _line(entry: dict[str, Any], factor: Decimal) -> Line:
    splits = {
        key: Split(*(Decimal(amount) * factor for amount in pair))
        for key, pair in entry.items()
        if isinstance(pair, list)
    }
    source = Source(entry.get("source", Source.GENERAL.value))
    return Line(code=entry["code"], source=source, office=Decimal(entry.get("office", 0)) * factor, **splits)
