"""The ledgers of a department's budget units: beside its own, only for its totals to be checked against."""

from collections.abc import Sequence

from msgspec import Struct

from converter import messages
from converter.figures import Finding, Ledger, Outcome, Severity
from converter.inbox import Department
from converter.pack import FormKind, Pack
from converter.read import assemble


class BudgetUnits(Struct, frozen=True):
    """The ledgers of the budget units that filed for the year, and what was found in all their filings."""

    ledgers: tuple[Ledger, ...]
    findings: tuple[Finding, ...]


def budget_units_of(department: Department, own: Ledger, pack: Pack) -> BudgetUnits:
    """Return the ledgers of a department's budget units, for the year of its `own` ledger.

    A note says that they are not reported on. One with tables that the department lacks and none that it has
    may be no unit at all.
    """
    ledgers: list[Ledger] = []
    findings: list[Finding] = []
    for unit in department.budget_units:
        ledger, in_assembly = assemble(unit.filings, unit.name, own.year, pack)
        if ledger.forms:
            ledgers.append(ledger)
            findings += (finding for filing in unit.filings for finding in filing.findings)
            findings += in_assembly
            if not ledger.forms & own.forms:
                findings.append(_alone(unit.name, ledger, department.name, pack))
    before = predecessors(department, own.year)
    if units := [unit for unit in department.budget_units if unit not in before]:
        findings.append(_note(department, units))
    return BudgetUnits(tuple(ledgers), tuple(findings))


def predecessors(department: Department, year: int) -> tuple[Department, ...]:
    """Return those that filed the accounts of the year before and nothing else, where the department has none
    of that year: it may have been made of them. One alone would be the department under its former name.
    """
    last_year = {(FormKind.FINAL, year - 1)}
    if last_year & _filed(department):
        return ()
    found = tuple(unit for unit in department.budget_units if _filed(unit) == last_year)
    return found if len(found) > 1 else ()


def _filed(department: Department) -> set[tuple[FormKind, int]]:
    forms = (form for filing in department.filings for form in filing.forms)
    return {(form.kind, form.title_block.year) for form in forms}


def _alone(unit: str, ledger: Ledger, department: str, pack: Pack) -> Finding:
    return Finding.worded(
        messages.identity.UNIT_ALONE,
        Severity.ERROR,
        Outcome.NOT_EVALUABLE,
        other=unit,
        department=department,
        forms=messages.phrases.AND.join(sorted(ledger.forms)),
        names_file=pack.meta.names_file,
    )


def _note(department: Department, units: Sequence[Department]) -> Finding:
    return Finding.worded(
        messages.identity.BUDGET_UNITS,
        Severity.NOTE,
        Outcome.HOLDS,
        department=department.name,
        units=messages.phrases.AND.join(unit.name for unit in units),
    )
