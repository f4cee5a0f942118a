"""Each amount of a department is the sum of its budget units' (`budget_units`).

It does not apply without budget units, and says nothing of an amount that none of them has. Where some of
them have it and others lack it, it can't be evaluated.
"""

from collections.abc import Iterator

from converter import messages
from converter.figures import NO_VALUE, Ledger, sum_values
from converter.rules.checks.comparison import outcome_of
from converter.rules.checks.compiled import CompiledCheck
from converter.rules.checks.result import CheckResult
from converter.rules.language.expression import Expression
from converter.rules.language.lookups import ledger_lookup
from converter.rules.language.terms import Usage


def budget_unit_sums(compiled: CompiledCheck, ledger: Ledger) -> Iterator[CheckResult]:
    """Yield the result for every amount that any of the budget units has."""
    for amount in compiled.sums if ledger.budget_units else ():
        whole, parts = Usage(), Usage()
        stated = amount.value(ledger_lookup(ledger), whole)
        values = [amount.value(ledger_lookup(unit), parts) for unit in ledger.budget_units]
        lacking = [
            unit.department
            for unit, value in zip(ledger.budget_units, values, strict=True)
            if value.amount is None
        ]
        if len(lacking) < len(values):
            summed = NO_VALUE if lacking else sum_values(values)
            yield CheckResult(
                compiled.code,
                compiled.check,
                outcome_of(stated, "=", summed),
                stated,
                summed,
                (*whole.used, *parts.used),
                (*whole.signs, *(-sign for sign in parts.signs)),
                (*whole.missing, *parts.missing),
                _where(amount, lacking or [unit.department for unit in ledger.budget_units]),
            )


def _where(amount: Expression, budget_units: list[str]) -> str:
    name, named = amount.names[0], messages.phrases.AND.join(budget_units)
    return messages.checks.OVER_UNITS.format(item=name.item, basis=name.basis, units=named)
