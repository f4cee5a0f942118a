"""Which forms of a complete filing a department has not filed, and what it may have filed for them."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from converter import messages
from converter.conversion.budget_units import predecessors
from converter.figures import Finding, Ledger, Outcome, Severity, basis_of
from converter.inbox import Department
from converter.messages import Message
from converter.pack import FormKind, Pack, forms_by_id
from converter.read import UnusedTable

ALIKE = 0.8  # how similar an unused table's title must be to a form's to be named beside it
MORE = 2  # characters that its title may have more


def missing_forms(department: Department, ledger: Ledger, pack: Pack) -> Iterator[Finding]:
    """Yield one finding for each workbook of a complete filing of which forms are missing; it names tables
    that were filed, are not used, and may be meant for one of them.
    """
    expected, year = pack.meta.expected, ledger.year
    final = messages.filing.FINAL_ACCOUNTS.format(year=year)
    budget = messages.filing.BUDGET.format(year=year)
    last_years, prior = messages.filing.FINAL_ACCOUNTS.format(year=year - 1), _prior_forms(ledger, pack)
    supplement, filed_forms = messages.filing.SUPPLEMENT, ledger.forms
    workbooks = (
        (messages.filing.FORMS_MISSING, final, year, expected.final, filed_forms),
        (messages.filing.FORMS_MISSING, budget, year, expected.budget, filed_forms),
        (messages.filing.LAST_YEAR_MISSING, last_years, year - 1, expected.prior, prior),
        (messages.filing.SUPPLEMENT_LACKING, supplement, year, expected.supplement, filed_forms),
    )
    for message, workbook, of_year, forms, filed in workbooks:
        several = (form.split("|") for form in forms)
        lacking = [form for form, *others in several if filed.isdisjoint((form, *others))]
        if lacking and of_year < year and (answer := _denied(ledger, pack)):
            yield Finding.worded(
                messages.filing.NO_LAST_YEAR,
                Severity.NOTE,
                Outcome.NOT_APPLICABLE,
                book=workbook,
                answer=answer,
            )
        elif lacking and of_year < year and (before := predecessors(department, year)):
            yield _of_predecessors(department, of_year, before)
        elif lacking:
            unused = [
                table
                for filing in department.filings
                if filing.year in (of_year, 0)
                for table in filing.unused
                if _may_stand_for(table, lacking, pack)
            ]
            yield _finding(message, workbook, lacking, unused)


def _of_predecessors(department: Department, year: int, before: Sequence[Department]) -> Finding:
    finding = Finding.worded(
        messages.filing.PREDECESSORS,
        Severity.WARNING,
        Outcome.NOT_EVALUABLE,
        department=department.name,
        year=year,
        others=messages.phrases.AND.join(each.name for each in before),
    )
    return replace(finding, to_supply=True)


def _prior_forms(ledger: Ledger, pack: Pack) -> set[str]:
    """Return the forms filed for the year before, or that gave figures of it."""
    prior = pack.meta.prior
    return ledger.prior_forms.union(
        *(by_form for id, by_form in ledger.readings.items() if basis_of(id).startswith(prior))
    )


def _denied(ledger: Ledger, pack: Pack) -> str:
    """Return why there are no accounts of the year before, in the department's words; '' unless it says so
    wherever it was asked for what would stand in them.
    """
    meta, by_id = pack.meta, forms_by_id(pack)
    accounts = {meta.prior + form for form in meta.prior_forms}
    asked = [
        figure
        for id, by_form in ledger.readings.items()
        if not accounts.isdisjoint(by_id.get(id, ()))
        for form, figure in by_form.items()
        if pack.forms[form].kind is FormKind.SUPPLEMENT
    ]
    said = [figure.cell.text for figure in asked if figure.value is None and figure.cell]
    denied = len(said) == len(asked) and all(re.search(pack.labels.answer, words) for words in said)
    return said[0] if said and denied else ""


def _may_stand_for(table: UnusedTable, forms: Sequence[str], pack: Pack) -> bool:
    """Whether a table may be meant for one of the forms: by what its title means, or how it ends."""
    if table.forms:
        return not set(table.forms).isdisjoint(forms)
    titles = (title for form in forms for title in pack.forms[form].titles)
    return any(
        SequenceMatcher(None, table.title[-len(title) - MORE :], title).ratio() >= ALIKE for title in titles
    )


def _finding(message: Message, workbook: str, forms: Sequence[str], unused: Sequence[UnusedTable]) -> Finding:
    tables = messages.phrases.AND.join(dict.fromkeys(table.title for table in unused))
    finding = Finding.worded(
        message,
        Severity.WARNING,
        Outcome.NOT_EVALUABLE,
        book=workbook,
        forms=messages.phrases.AND.join(forms),
        unused=messages.filing.FILED_INSTEAD.format(tables=tables) if tables else "",
    )
    return replace(finding, to_supply=True)
