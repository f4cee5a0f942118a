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
from converter.rules.language.terms import Lookup


def results_of(
    compiled: CompiledCheck, ledger: Ledger, lookup: Lookup, availability: Availability
) -> list[CheckResult]:
    """Return the check's results, at least one; `lookup` is over the ledger."""
    not_applicable = [CheckResult(compiled.code, compiled.check, Outcome.NOT_APPLICABLE)]
    if not compiled.check.rows and not applies(compiled, lookup):
        return not_applicable
    found = [
        _with_blanks_behind(result, ledger, availability) for result in _by_kind(compiled, ledger, lookup)
    ]
    return found or not_applicable


def _by_kind(compiled: CompiledCheck, ledger: Ledger, lookup: Lookup) -> Iterator[CheckResult]:
    check = compiled.check
    if check.agree:
        yield from agreement(compiled, ledger)
    elif check.hierarchy:
        yield from hierarchy(compiled, ledger, lookup)
    elif check.within:
        yield from within(compiled, ledger)
    elif compiled.columns:
        yield from same_rows(compiled, lookup)
    elif compiled.sums:
        yield from budget_unit_sums(compiled, ledger)
    elif compiled.equation and check.asks:
        yield from asked_words(compiled, compiled.equation, ledger)
    elif compiled.equation and check.rows:
        yield from over_rows(compiled, compiled.equation, ledger)
    elif compiled.equation:
        yield over_figures(compiled, compiled.equation, lookup)


def _with_blanks_behind(result: CheckResult, ledger: Ledger, availability: Availability) -> CheckResult:
    """Return the result with what is missing traced to the blank cells and forms behind it.

    The check does not apply where a form it needs was never filed, or a cell says why there is no amount.
    """
    if result.outcome is not Outcome.NOT_EVALUABLE:
        return result
    usage = availability.blanks_behind(result.missing, ledger)
    blank = tuple(figure for figure in (*result.used, *usage.used) if figure.value is None)
    filed = all(availability.could_give(lack, ledger) for lack in usage.missing)
    filed = filed and not any(map(availability.is_denied, blank))
    return replace(
        result,
        outcome=Outcome.NOT_EVALUABLE if filed else Outcome.NOT_APPLICABLE,
        used=blank,
        signs=(0,) * len(blank),
        missing=tuple(usage.missing),
    )
