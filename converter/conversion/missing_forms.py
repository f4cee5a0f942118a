"""Which forms of a complete filing a department has not filed."""

from collections.abc import Iterator

from converter import messages
from converter.figures import Finding, Ledger, Outcome, Severity
from converter.pack import Pack


def missing_forms(ledger: Ledger, pack: Pack) -> Iterator[Finding]:
    """Yield one finding for each workbook of a complete filing of which forms are missing."""
    expected, year = pack.meta.expected, ledger.year
    workbooks = (
        (messages.filing.FINAL_ACCOUNTS.format(year=year), expected.final, ledger.forms),
        (messages.filing.BUDGET.format(year=year), expected.budget, ledger.forms),
        (messages.filing.FINAL_ACCOUNTS.format(year=year - 1), expected.prior, _prior_forms(ledger, pack)),
        (messages.filing.SUPPLEMENT, expected.supplement, ledger.forms),
    )
    for workbook, forms, filed in workbooks:
        if lacking := [form for form in forms if form not in filed]:
            yield _finding(workbook, lacking)


def _prior_forms(ledger: Ledger, pack: Pack) -> set[str]:
    """Return the forms that gave figures of the year before."""
    return {
        form
        for figure_id, by_form in ledger.readings.items()
        if figure_id.rpartition(".")[2].startswith(pack.meta.prior)
        for form in by_form
    }


def _finding(workbook: str, forms: list[str]) -> Finding:
    return Finding.worded(
        messages.filing.FORMS_MISSING,
        Severity.WARNING,
        Outcome.NOT_EVALUABLE,
        book=workbook,
        forms=messages.phrases.AND.join(forms),
    )
