"""An equation or inequality over figures (`equation`), or over the columns of every row of a group (`rows`).

It is silent where the two sides agree as far as the printed digits tell, where `when` does not hold, and
where no form that could give a missing figure was filed. It can't be evaluated where a figure is blank or a
divisor zero. Over a group without rows it does not apply.
"""

from collections.abc import Iterator

from converter import messages
from converter.figures import Ledger, ListRow
from converter.rules.checks.comparison import outcome_of
from converter.rules.checks.compiled import CompiledCheck
from converter.rules.checks.result import CheckResult
from converter.rules.language.expression import Expression
from converter.rules.language.lookups import list_lookup, row_lookup
from converter.rules.language.terms import Lookup, Usage


def applies(compiled: CompiledCheck, lookup: Lookup) -> bool:
    """Whether a check applies to a ledger, or to a row; not where that can't be told."""
    return compiled.when is None or bool(compiled.when.holds(lookup, Usage()))


def over_figures(compiled: CompiledCheck, equation: Expression, lookup: Lookup) -> CheckResult:
    """Return the result of the equation over the figures of a lookup."""
    return _evaluated(compiled, equation, lookup, "")


def row_in_words(row: ListRow) -> str:
    """Return which row of a list it is, in words."""
    return messages.checks.IN_GROUP.format(group=row.group, name=row.name) if row.group else row.name


def over_rows(compiled: CompiledCheck, equation: Expression, ledger: Ledger) -> Iterator[CheckResult]:
    """Yield the result of the equation for every row of the check's group or list that it applies to."""
    listed = ledger.lists.get(compiled.check.rows, {}).values()
    lookups = [(list_lookup(ledger, row), row_in_words(row)) for row in listed]
    details = ledger.detail_rows.get(compiled.check.rows, [])
    lookups += [(row_lookup(row), f"{row.key} {row.name}") for row in details]
    for lookup, where in lookups:
        if applies(compiled, lookup):
            yield _evaluated(compiled, equation, lookup, where)


def _evaluated(compiled: CompiledCheck, equation: Expression, lookup: Lookup, where: str) -> CheckResult:
    usage = Usage()
    left, right, operator = equation.sides(lookup, usage)
    return CheckResult(
        compiled.code,
        compiled.check,
        outcome_of(left, operator, right),
        left,
        right,
        tuple(usage.used),
        tuple(usage.signs) if operator == "=" else (0,) * len(usage.signs),
        tuple(usage.missing),
        where,
    )
