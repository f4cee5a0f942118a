"""Put the filings of one department together into the ledger of one year."""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from converter import messages
from converter.figures import Finding, Ledger
from converter.pack import FormKind, Pack, prior_id
from converter.read.duplicates import find_duplicates
from converter.read.forms.filing import DatedReading, Filing, FormReading
from converter.read.left_elsewhere import enter_left_elsewhere, left_nowhere


def readings_used(filings: Collection[Filing], year: int, pack: Pack) -> list[DatedReading]:
    """Return the readings that enter the ledger of `year`, each for that year or for the year before.

    They come in the pack's order of precedence, of two copies that whose file's year nothing speaks against
    before the other. A supplement without a year is for every year; of last
    year's forms only those enter that the pack expects.
    """
    order = {name: rank for rank, name in enumerate(pack.forms)}
    doubted = {
        filing.file
        for filing in filings
        if any(finding.code == messages.identity.YEARS_DIFFER.code for finding in filing.findings)
    }
    used = [
        replace(dated, year=dated.year or year)
        for dated in dated_readings(filings)
        if dated.year == year
        or (dated.reading.kind is FormKind.SUPPLEMENT and not dated.year)
        or (dated.year == year - 1 and dated.reading.form in pack.meta.prior_forms)
    ]
    return sorted(
        used,
        key=lambda dated: (
            order[dated.reading.form],
            -dated.year,
            dated.reading.file in doubted,
            dated.reading.file,
        ),
    )


def assemble(
    filings: Sequence[Filing], department: str, year: int, pack: Pack
) -> tuple[Ledger, list[Finding]]:
    """Return the department's ledger for `year`, last year's figures under their own basis.

    Readings enter in the pack's order of precedence, so the first of them counts. ReadError if two of one
    form and year differ.
    """
    ledger = Ledger(department, year)
    ledger.last_years = {
        dated.reading.form: dated.reading.all_figures
        for dated in dated_readings(filings)
        if dated.reading.kind is FormKind.FINAL and dated.year == year - 1
    }
    used = readings_used(filings, year, pack)
    findings = find_duplicates(used, department)
    for dated in used:
        if dated.year == year:
            _enter(dated.reading, ledger, pack)
        else:
            _enter_prior(dated.reading, ledger, pack.meta.prior)
        findings += dated.reading.extraction.findings
    findings += left_nowhere([dated.reading for dated in used if dated.year == year], ledger, pack)
    return ledger, findings


def dated_readings(filings: Iterable[Filing]) -> list[DatedReading]:
    """Return all forms of the filings with the year each is for."""
    return [DatedReading(reading, reading.title_block.year) for filing in filings for reading in filing.forms]


def _enter(reading: FormReading, ledger: Ledger, pack: Pack) -> None:
    extraction = reading.extraction
    if extraction.list_rows or not any(block.list for block in pack.forms[reading.form].blocks):
        ledger.forms.add(reading.form)  # a list without rows says nothing
    for figure in extraction.figures:
        ledger.enter(figure)
    enter_left_elsewhere(reading, ledger, pack)
    ledger.enter_detail_rows(extraction.detail_rows)
    ledger.enter_list(extraction.list_rows)
    for key, text in extraction.texts.items():
        ledger.texts.setdefault(key, text)


def _enter_prior(reading: FormReading, ledger: Ledger, prior: str) -> None:
    ledger.prior_forms.add(reading.form)
    for figure in reading.extraction.figures:
        ledger.enter(replace(figure, id=prior_id(figure.id, prior)))
