"""Put the filings of one department together into the ledger of one year."""

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from converter.figures import Figure, Finding, Ledger
from converter.pack import FormKind, Pack, prior_id
from converter.read.duplicates import find_duplicates
from converter.read.forms.filing import Filing, FormReading


def report_year(filings: Iterable[Filing]) -> int:
    """Return the latest year with final accounts, or failing that with anything; 0 if no year is known."""
    dated = [(reading.kind, _year(reading, filing)) for filing in filings for reading in filing.forms]
    finals = [year for kind, year in dated if kind is FormKind.FINAL]
    return max(finals or [year for _, year in dated], default=0)


def assemble(
    filings: Sequence[Filing], department: str, year: int, pack: Pack
) -> tuple[Ledger, list[Finding]]:
    """Return the department's ledger for `year`, last year's figures under their own basis.

    Readings enter in the pack's order of precedence, so the first of them counts. ReadError if two of one
    form and year differ.
    """
    ledger = Ledger(department, year)
    order = {name: rank for rank, name in enumerate(pack.forms)}
    dated = [
        (of_year, reading)
        for filing in filings
        for reading in filing.forms
        if (of_year := _year_used(reading, filing, year, pack)) is not None
    ]
    ledger.former = {
        reading.form: partial(_all, reading)
        for filing in filings
        for reading in filing.forms
        if reading.kind is FormKind.FINAL and _year(reading, filing) == year - 1
    }
    dated.sort(key=lambda each: (order[each[1].form], -each[0], each[1].file))
    findings = find_duplicates(dated, department)
    for of_year, reading in dated:
        if of_year == year:
            _enter(reading, ledger)
        else:
            _enter_prior(reading, ledger, pack.meta.prior)
        findings += reading.lifted.findings
    return ledger, findings


def _year(reading: FormReading, filing: Filing) -> int:
    return reading.head.year or filing.year


def _year_used(reading: FormReading, filing: Filing, year: int, pack: Pack) -> int | None:
    """Return the year, or the year before, if the reading counts for it; else None."""
    stated = _year(reading, filing)
    if stated == year or (reading.kind is FormKind.SUPPLEMENT and not stated):
        return year
    return stated if stated == year - 1 and reading.form in pack.meta.expected.prior else None


def _enter(reading: FormReading, ledger: Ledger) -> None:
    copy = reading.form in ledger.forms
    ledger.forms.add(reading.form)
    for figure in reading.figures:
        ledger.enter(figure)
    if not copy:
        ledger.enter_detail_rows(reading.lines)
    for key, text in reading.texts.items():
        ledger.texts.setdefault(key, text)


def _all(reading: FormReading) -> list[Figure]:
    """Return a table's figures, those of its detail lines too."""
    return [*reading.figures, *(figure for line in reading.lines for figure in line.figures.values())]


def _enter_prior(reading: FormReading, ledger: Ledger, prior: str) -> None:
    ledger.prior_forms.add(reading.form)
    for figure in reading.figures:
        ledger.enter(replace(figure, id=prior_id(figure.id, prior)))
