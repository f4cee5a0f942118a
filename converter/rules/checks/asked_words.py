"""In every row of a list for which a condition holds, a column of words is filled in (`asks`).

It is silent on rows for which the condition does not hold or can't be judged.
"""

from collections.abc import Iterator

from converter.figures import Ledger, Outcome
from converter.rules.checks.compiled import CompiledCheck
from converter.rules.checks.equation import applies, row_in_words
from converter.rules.checks.result import CheckResult
from converter.rules.language.expression import Expression
from converter.rules.language.lookups import list_lookup
from converter.rules.language.terms import Usage


def asked_words(compiled: CompiledCheck, condition: Expression, ledger: Ledger) -> Iterator[CheckResult]:
    """Yield the result for every row for which the condition holds."""
    check = compiled.check
    for row in ledger.lists.get(check.rows, {}).values():
        usage, lookup = Usage(), list_lookup(ledger, row)
        if applies(compiled, lookup) and condition.holds(lookup, usage):
            is_there = check.asks in row.texts
            outcome = Outcome.HOLDS if is_there else Outcome.DIFFERS
            used = tuple(usage.used)
            signs = (0,) * len(used)
            yield CheckResult(compiled.code, check, outcome, used=used, signs=signs, where=row_in_words(row))
