"""Which forms of a complete filing a department has not filed, and what it may have filed for them."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from converter import messages
from converter.figures import Finding, Ledger, Outcome, Severity
from converter.inbox import Department
from converter.pack import Pack
from converter.read import UnusedTable

ALIKE = 0.8  # how similar an unused table's title must be to a form's to be named beside it
MORE = 2  # characters that its title may have more


def missing_forms(department: Department, ledger: Ledger, pack: Pack) -> Iterator[Finding]:
    """Yield one finding for each workbook of a complete filing of which forms are missing; it names tables
    that were filed, are not used, and may be meant for one of them.
    """
    expected, year = pack.meta.expected, ledger.year
    workbooks = (
        (messages.filing.FINAL_ACCOUNTS.format(year=year), year, expected.final, ledger.forms),
        (messages.filing.BUDGET.format(year=year), year, expected.budget, ledger.forms),
        (
            messages.filing.FINAL_ACCOUNTS.format(year=year - 1),
            year - 1,
            expected.prior,
            _prior_forms(ledger, pack),
        ),
        (messages.filing.SUPPLEMENT, year, expected.supplement, ledger.forms),
    )
    for workbook, of_year, forms, filed in workbooks:
        several = (form.split("|") for form in forms)
        if lacking := [form for form, *others in several if filed.isdisjoint((form, *others))]:
            unused = [
                table
                for filing in department.filings
                if filing.year in (of_year, 0)
                for table in filing.unused
                if _may_stand_for(table, lacking, pack)
            ]
            yield _finding(workbook, lacking, unused)


def _prior_forms(ledger: Ledger, pack: Pack) -> set[str]:
    """Return the forms that gave figures of the year before."""
    return {
        form
        for figure_id, by_form in ledger.readings.items()
        if figure_id.rpartition(".")[2].startswith(pack.meta.prior)
        for form in by_form
    }


def _may_stand_for(table: UnusedTable, forms: Sequence[str], pack: Pack) -> bool:
    """Whether a table may be meant for one of the forms: by what its title means, or how it ends."""
    if table.forms:
        return not set(table.forms).isdisjoint(forms)
    titles = (title for form in forms for title in pack.forms[form].titles)
    return any(
        SequenceMatcher(None, table.title[-len(title) - MORE :], title).ratio() >= ALIKE for title in titles
    )


def _finding(workbook: str, forms: Sequence[str], unused: Sequence[UnusedTable]) -> Finding:
    words = messages.filing
    tables = messages.phrases.AND.join(dict.fromkeys(table.title for table in unused))
    finding = Finding.worded(
        words.SUPPLEMENT_LACKING if workbook == words.SUPPLEMENT else words.FORMS_MISSING,
        Severity.WARNING,
        Outcome.NOT_EVALUABLE,
        book=workbook,
        forms=messages.phrases.AND.join(forms),
        unused=words.FILED_INSTEAD.format(tables=tables) if tables else "",
    )
    return replace(finding, to_supply=True)
