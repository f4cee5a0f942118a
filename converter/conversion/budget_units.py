"""The ledgers of a department's budget units: beside its own, only for its totals to be checked against."""

from msgspec import Struct

from converter import messages
from converter.figures import Finding, Ledger, Outcome, Severity
from converter.inbox import Department
from converter.pack import Pack
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
    if department.budget_units:
        findings.append(_note(department))
    return BudgetUnits(tuple(ledgers), tuple(findings))


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


def _note(department: Department) -> Finding:
    return Finding.worded(
        messages.identity.BUDGET_UNITS,
        Severity.NOTE,
        Outcome.HOLDS,
        department=department.name,
        units=messages.phrases.AND.join(unit.name for unit in department.budget_units),
    )
