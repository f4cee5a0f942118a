"""Put the filings of one department together into the ledger of one year."""

from collections.abc import Iterable, Iterator

from converter import messages
from converter.figures import Figure, Finding, Ledger, Outcome, Severity
from converter.pack import Kind, Pack
from converter.pack.vocabulary import prior_id
from converter.read.filing import Filing, FormReading


def report_year(filings: Iterable[Filing]) -> int:
    """Return the latest year with final accounts, or failing that with anything; 0 if no year is known."""
    dated = [(reading.kind, _year(reading, filing)) for filing in filings for reading in filing.forms]
    finals = [year for kind, year in dated if kind is Kind.FINAL]
    return max(finals or [year for _, year in dated], default=0)


def assemble(filings: list[Filing], department: str, year: int, pack: Pack) -> tuple[Ledger, list[Finding]]:
    """Return the department's ledger for `year`, last year's figures under their own basis.

    Findings name forms filed twice with different figures. Readings enter in the pack's order of
    precedence, so the first of them counts.
    """
    ledger = Ledger(department, year)
    findings: list[Finding] = []
    order = {name: rank for rank, name in enumerate(pack.forms)}
    dated = [(_year(reading, filing), reading) for filing in filings for reading in filing.forms]
    for form_year, reading in sorted(dated, key=lambda each: (order[each[1].form], -each[0], each[1].file)):
        if form_year == year or (reading.kind is Kind.SUPPLEMENT and not form_year):
            findings += [*_enter(reading, ledger), *reading.lifted.findings]
        elif form_year == year - 1 and reading.form in pack.meta.expected.prior:
            _enter_prior(reading, ledger, pack.meta.prior)
            findings += reading.lifted.findings
    return ledger, findings


def _year(reading: FormReading, filing: Filing) -> int:
    return reading.head.year or filing.year


def _enter(reading: FormReading, ledger: Ledger) -> Iterator[Finding]:
    doubled = reading.form in ledger.forms
    ledger.forms.add(reading.form)
    for figure in reading.figures:
        known = ledger.readings.get(figure.id, {}).get(reading.form)
        if known and known.value is not None and figure.value is not None and known.value != figure.value:
            yield _contradiction(known, figure)
        ledger.enter(figure)
    if not doubled:
        ledger.enter_lines(reading.lines)
    for key, text in reading.texts.items():
        ledger.texts.setdefault(key, text)


def _enter_prior(reading: FormReading, ledger: Ledger, prior: str) -> None:
    ledger.prior_forms.add(reading.form)
    for figure in reading.figures:
        ledger.enter(figure._replace(id=prior_id(figure.id, prior)))


def _contradiction(known: Figure, other: Figure) -> Finding:
    cells = tuple(cell for cell in (known.cell, other.cell) if cell)
    places = [messages.CELL.format(file=c.file, sheet=c.sheet, cell=c.cell, raw=c.text) for c in cells]
    said = messages.FILED_TWICE.format(figure=known.id, places=messages.AND.join(places))
    return Finding(
        messages.FILED_TWICE_CODE,
        Severity.ERROR,
        Outcome.DIFFERS,
        said,
        cells,
        hint=messages.FILED_TWICE_HINT,
    )
