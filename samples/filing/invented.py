"""Departments drawn from a seed: any number of them, consistent, the same seed always the same department."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from samples.filing.accounts import Accounts, Filing, Fund, Line, Source, Split, Staff
from samples.filing.catalogue import data_of
from samples.filing.drawing import Draw, Plan

MAIN_FUNCTIONS = ("20103", "20104", "20126", "20701")
PERSONNEL_LINES = ("2080505", "2101101", "2210201", "2080506", "2101103", "2080501")
FUND_LINES = ("2120803", "2120804", "2296002", "2296003", "2070701")
OTHER_SOURCES = (Source.SUPERIOR, Source.SERVICE, Source.SUBSIDIARY, Source.OTHER)

FEN = Decimal("0.01")
HUNDRED = Decimal(100)
"""The smallest step of amounts that are exact in 万元 with two decimals."""


def invent(seed: int, year: int, quantum: Decimal = HUNDRED) -> Filing:
    """A department's filing; `quantum` is the step of its amounts in 元.

    100 makes them exact in 万元 with two decimals, 0.01 gives amounts to the cent.
    """
    draw = Draw(random.Random(seed), quantum)
    plans = _plans(draw, year)
    lines, before = zip(*(draw.line(plan) for plan in plans), strict=True)
    name = department_name(seed)
    accounts = _accounts(draw, name, year, lines)
    prior = _accounts(
        draw, name, year - 1, [line for line in before if line.income.total or line.opening.total]
    )
    serving = draw.rng.randint(8, 300)
    staff = Staff(max(serving + draw.rng.randint(-3, 15), 1), serving, draw.rng.randint(0, serving))
    return Filing(accounts, replace(prior, planned_economic={}), staff)


def department_name(seed: int) -> str:
    """A name that no other seed has (among non-negative ones)."""
    names = data_of("names.yaml")
    rest, kind = divmod(abs(seed), len(names["kinds"]))
    branch, place = divmod(rest, len(names["places"]))
    name = names["places"][place] + names["kinds"][kind]
    return f"{name}第{branch}分局" if branch else name


def _plans(draw: Draw, year: int) -> list[Plan]:
    rng = draw.rng
    size = rng.randrange(40, 4000) * 10_000
    main = rng.choice(MAIN_FUNCTIONS)
    count = rng.randint(3, 20)
    plans = [Plan(main + "01", Source.GENERAL, basic=size)]
    plans += [Plan(code, Source.GENERAL, basic=size // rng.randint(8, 30)) for code in PERSONNEL_LINES]
    projects = rng.sample(_project_codes(main), 14)
    plans[1:1] = [Plan(projects[0], Source.GENERAL, project=size // rng.randint(1, 8))]
    plans += [Plan(code, Source.GENERAL, project=size // rng.randint(4, 40)) for code in projects[1:]]
    plans = plans[:count]
    if rng.random() < 0.3:
        plans.append(Plan(rng.choice(FUND_LINES), Source.FUND, project=size // rng.randint(3, 12)))
    if year > 2020 and rng.random() < 0.1:
        plans.append(Plan("2230105", Source.CAPITAL, project=size // rng.randint(20, 60)))
    if rng.random() < 0.35:
        source = rng.choice(OTHER_SOURCES)
        plans.append(Plan(projects[0], source, basic=size // 40, project=size // rng.randint(6, 20)))
    return plans


def _project_codes(main: str) -> list[str]:
    """The 项 from which projects are drawn: those of the department's own 款 first, then all others."""
    reserved = {*PERSONNEL_LINES, *FUND_LINES, "2230105", *(head + "01" for head in MAIN_FUNCTIONS)}
    codes = [
        code for code in data_of("catalogue.yaml")["function"] if len(code) == 7 and code not in reserved
    ]
    return sorted(codes, key=lambda code: (not code.startswith(main), code))


def _accounts(draw: Draw, name: str, year: int, lines: Sequence[Line]) -> Accounts:
    general = [line for line in lines if line.source.fund is Fund.GENERAL]
    economic = draw.economic(sum((line.spent.basic for line in general), Decimal(0)))
    planned = draw.economic(sum((line.budgeted.basic for line in general), Decimal(0)))
    spent = draw.public_costs(economic, sum((line.spent for line in general), Split()).project)
    return Accounts(
        department=name,
        year=year,
        lines=draw.with_office(lines, planned),
        economic=economic,
        planned_economic=planned,
        public_spent=spent,
        public_planned=draw.public_budget(spent, planned),
    )
