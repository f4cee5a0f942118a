"""Sheets with another department's name in a workbook of one department: a slip of the pen, and told so.

A workbook of several departments or units has the same tables for each. A name that stands nowhere else, over
tables that the department of the other sheets lacks, is none of these.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter import messages
from converter.figures import CellOrigin, Finding, Outcome, Severity
from converter.read import Filing, FormReading, ScopeWords

LEAST_SHEETS = 3  # that name the department of a workbook
TIMES_AS_MANY = 2  # of these, at least, for each with another name


def without_stray_names(filings: Sequence[Filing], words: ScopeWords) -> list[Filing]:
    """Return workbooks read together, sheets with a stray name as those of the others' department, which a
    finding tells.
    """
    return [
        _of_one_department(filing, _names([other for other in filings if other is not filing]), words)
        for filing in filings
    ]


def _of_one_department(filing: Filing, elsewhere: Counter[str], words: ScopeWords) -> Filing:
    names = _names([filing])
    if len(names) < 2:
        return filing
    [(department, count)] = names.most_common(1)
    stray = [
        name
        for name in names
        if words.bare(name) != words.bare(department)
        and name not in elsewhere
        and not _forms(filing, name) & _forms(filing, department)
    ]
    sheets = [form for form in filing.forms if form.title_block.department in stray]
    if not sheets or count < max(LEAST_SHEETS, TIMES_AS_MANY * len(sheets)):
        return filing
    renamed = tuple(
        replace(form, title_block=replace(form.title_block, department=department))
        if form in sheets
        else form
        for form in filing.forms
    )
    findings = (*filing.findings, *_findings(sheets, department, count))
    return replace(filing, forms=renamed, findings=findings)


def _findings(sheets: Sequence[FormReading], department: str, count: int) -> Iterator[Finding]:
    for form in sheets:
        at = form.title_block.department_at
        yield Finding.worded(
            messages.identity.STRAY_NAME,
            Severity.ERROR,
            Outcome.DIFFERS,
            (CellOrigin(form.file, form.sheet, at),),
            file=form.file,
            sheet=form.sheet,
            cell=at,
            other=form.title_block.department,
            department=department,
            count=count,
        )


def _names(filings: Sequence[Filing]) -> Counter[str]:
    """Return on how many sheets each department is named."""
    forms = (form for filing in filings for form in filing.forms)
    return Counter(form.title_block.department for form in forms if form.title_block.department)


def _forms(filing: Filing, name: str) -> set[tuple[str, int]]:
    """Return the forms, each with its year, that the sheets with a name are."""
    return {
        (form.form, form.title_block.year) for form in filing.forms if form.title_block.department == name
    }
