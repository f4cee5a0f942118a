"""Judge a ledger by one check of the pack: whether it holds, does not, can't be judged or does not apply."""

from collections.abc import Iterator

from msgspec.structs import replace

from converter.figures import Ledger, Outcome
from converter.rules.checks.agreement import agreement
from converter.rules.checks.asked_words import asked_words
from converter.rules.checks.availability import Availability
from converter.rules.checks.budget_unit_sums import budget_unit_sums
from converter.rules.checks.compiled import CompiledCheck
from converter.rules.checks.equation import applies, over_figures, over_rows
from converter.rules.checks.hierarchy import hierarchy
from converter.rules.checks.result import CheckResult
from converter.rules.checks.same_rows import same_rows
from converter.rules.checks.within import within
from converter.rules.language.terms import Scope


def results_of(
    compiled: CompiledCheck, ledger: Ledger, scope: Scope, availability: Availability
) -> list[CheckResult]:
    """Return the check's results, at least one; `scope` is over the ledger."""
    not_applicable = [CheckResult(compiled.code, compiled.check, Outcome.NOT_APPLICABLE)]
    if not compiled.check.rows and not applies(compiled, scope):
        return not_applicable
    found = [_traced(result, ledger, availability) for result in _by_kind(compiled, ledger, scope)]
    return found or not_applicable


def _by_kind(compiled: CompiledCheck, ledger: Ledger, scope: Scope) -> Iterator[CheckResult]:
    check = compiled.check
    if check.agree:
        yield from agreement(compiled, ledger)
    elif check.hierarchy:
        yield from hierarchy(compiled, ledger, scope)
    elif check.within:
        yield from within(compiled, ledger)
    elif compiled.columns:
        yield from same_rows(compiled, scope)
    elif compiled.sums:
        yield from budget_unit_sums(compiled, ledger)
    elif compiled.equation and check.asks:
        yield from asked_words(compiled, compiled.equation, ledger)
    elif compiled.equation and check.rows:
        yield from over_rows(compiled, compiled.equation, ledger)
    elif compiled.equation:
        yield over_figures(compiled, compiled.equation, scope)


def _traced(result: CheckResult, ledger: Ledger, availability: Availability) -> CheckResult:
    """Return the result with what is missing traced to the blank cells and forms behind it.

    The check does not apply where a form it needs was never filed, or a cell says why there is no amount.
    """
    if result.outcome is not Outcome.NOT_EVALUABLE:
        return result
    trace = availability.traced(result.missing, ledger)
    blank = tuple(figure for figure in (*result.used, *trace.used) if figure.value is None)
    filed = all(availability.could_give(lack, ledger) for lack in trace.missing)
    filed = filed and not any(map(availability.is_denied, blank))
    return replace(
        result,
        outcome=Outcome.NOT_EVALUABLE if filed else Outcome.NOT_APPLICABLE,
        used=blank,
        signs=(0,) * len(blank),
        missing=tuple(trace.missing),
    )
