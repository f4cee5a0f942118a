"""What is known of a department before it fills its supplement: by tables, documents, and last year."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter import messages
from converter.conversion.prose import assigned_sections, texts_of, year_of
from converter.errors import DocumentError, ReadError
from converter.figures import CellOrigin, Ledger, basis_of, item_of
from converter.inbox import Department
from converter.narrative.prose import holds_place
from converter.pack import FormKind, Pack, prior_id
from converter.read import FiledFile, Filing, assemble, vet
from converter.supplement import Prefill, Prefilled, Standing

Prefills = dict[str, Prefill]


def without_supplements(department: Department) -> Department:
    """Return a department with its tables and documents only, if it has tables."""
    filings = tuple(_of_kinds(department.filings, lambda kind: kind is not FormKind.SUPPLEMENT))
    return replace(department, filings=filings) if filings else department


def documents_of(
    department: Department, year: int, pack: Pack, year_named: Callable[[str], int]
) -> tuple[FiledFile, ...]:
    """Return its documents whose titles, or else names, tell that they are of a year."""

    def told(file: FiledFile) -> int:
        try:
            vet(file, pack.limits)
            return year_of(assigned_sections(file, department.name, pack), file, year_named)
        except (DocumentError, ReadError):
            return 0

    return tuple(file for file in department.prose_files if told(file) == year)


def prefilled(
    department: Department,
    ledger: Ledger,
    doubtful: Collection[str],
    wrong: Collection[CellOrigin],
    reports: Sequence[FiledFile],
    pack: Pack,
) -> Prefilled:
    """Return what is known of a department, of which `ledger` holds what its tables and documents tell, some
    of it `doubtful`. Of what it said, the cells `wrong` can't stay. `reports` are last year's.

    What the department said this year counts first, unless the tables say the same, and then the tables.
    Last year's answers are proposed again where they last, and last year's amounts.
    """
    name, year = department.name, ledger.year
    supplements = list(_of_kinds(department.filings, lambda kind: kind is FormKind.SUPPLEMENT))
    lasting = frozenset(target for sheet in pack.supplement.values() for target in sheet.lasting)
    filed = assemble(supplements, name, year, pack)[0]
    known = _known(ledger, doubtful)
    said = _with_wrong(_said(filed), filed, set(map(str, wrong)), pack)
    last = _said(assemble(supplements, name, year - 1, pack)[0])
    for report in reports:
        last |= {text: each for text, each in _texts_in(report, name, pack).items() if text not in last}
    said = {key: each for key, each in said.items() if not _same(each, known.get(key))}
    texts = pack.meta.texts
    files = [filing.file for filing in department.filings if filing.year in (year, 0)]
    file = next(iter(files), "")
    identity = {
        text: Prefill(value, Standing.KNOWN, _from_file(file), file)
        for text, value in ((texts.department, name), (texts.year, str(year)))
    }
    lists = {each: rows_known(filed, each) or rows_known(ledger, each) for each in pack.lists}
    return Prefilled(name, year, _proposed(last, lasting, pack.meta.prior) | known | said | identity, lists)


def _of_kinds(filings: Iterable[Filing], is_wanted: Callable[[FormKind], bool]) -> Iterator[Filing]:
    """Yield the filings with those of their forms that are of wanted kinds, if there are any."""
    for filing in filings:
        if forms := tuple(form for form in filing.forms if is_wanted(form.kind)):
            yield replace(filing, forms=forms)


def rows_known(ledger: Ledger, name: str) -> list[dict[str, str | Decimal]]:
    """Return the rows of a list by their columns, as they were filed."""
    rows = {row.id: dict[str, str | Decimal]() for row in ledger.rows_of(name)}
    for row in ledger.rows_of(name):
        rows[row.id] |= {column: text.value for column, text in row.texts.items()}
    for figure in ledger.figures.values():
        if figure.value is not None and item_of(figure.id) in rows:
            rows[item_of(figure.id)][basis_of(figure.id)] = figure.value
    return list(rows.values())


def _known(ledger: Ledger, doubtful: Collection[str]) -> Prefills:
    """Return what tables and documents tell; of a document only that it does."""
    found: Prefills = {}
    for name, text in ledger.texts.items():
        place = messages.workbooks.IN_DOCUMENT.format(file=text.origin.file)
        found[name] = Prefill(place, Standing.KNOWN, _from(text.origin), text.origin.file)
    for figure in ledger.figures.values():
        if figure.value is not None:
            source = _from(figure.cell) if figure.cell else messages.workbooks.FROM_SHEETS
            doubt = messages.workbooks.DOUBTFUL if figure.id in doubtful else ""
            file = figure.cell.file if figure.cell else ""
            found[figure.id] = Prefill(figure.value, Standing.KNOWN, source + doubt, file)
    return found


def _said(ledger: Ledger) -> Prefills:
    """Return what supplements say, words in place of a figure as they were written."""
    found: Prefills = {}
    for name, text in ledger.texts.items():
        found[name] = Prefill(text.value, Standing.FILED, _from(text.origin), text.origin.file)
    for figure in ledger.figures.values():
        if figure.cell:
            written = figure.cell.raw.strip() if isinstance(figure.cell.raw, str) else ""
            value = figure.value or written or figure.value
            if value is not None:
                found[figure.id] = Prefill(value, Standing.FILED, _from(figure.cell), figure.cell.file)
    return found


def _with_wrong(said: Prefills, filed: Ledger, wrong: Collection[str], pack: Pack) -> Prefills:
    """Return what supplements say with what can't stay marked so: what is in a `wrong` cell, words in place
    of an amount that do not say why there is none, and words that only hold the place of a text.
    """

    def is_wrong(key: str, value: str | Decimal) -> bool:
        if figure := filed.figures.get(key):
            is_answer = figure.value is not None or re.search(pack.labels.answer, str(value))
            return not is_answer or str(figure.cell) in wrong
        return holds_place(key, str(value), pack)

    return {
        key: replace(each, standing=Standing.WRONG) if is_wrong(key, each.value) else each
        for key, each in said.items()
    }


def _texts_in(report: FiledFile, department: str, pack: Pack) -> Prefills:
    """Return the texts of a Word document, none of one that can't be read."""
    try:
        vet(report, pack.limits)
        texts = texts_of(assigned_sections(report, department, pack), report)
    except (DocumentError, ReadError):
        return {}
    return {
        name: Prefill(text.value, Standing.FILED, _from(text.origin), text.origin.file)
        for name, text in texts.items()
    }


def _proposed(last: Prefills, lasting: Collection[str], prior: str) -> Prefills:
    """Return what was said last year as far as it may stand this year, to be confirmed."""
    found: Prefills = {}
    for name, said in last.items():
        if not isinstance(said.value, str):
            found[prior_id(name, prior)] = replace(said, standing=Standing.CONFIRM)
        if name in lasting:
            found[name] = replace(said, standing=Standing.CONFIRM)
    return found


def _same(said: Prefill, known: Prefill | None) -> bool:
    """Whether tables tell the amount that the department states."""
    return known is not None and not isinstance(said.value, str) and said.value == known.value


def _from(origin: CellOrigin) -> str:
    if not origin.cell:
        return _from_file(origin.file)
    return messages.workbooks.FROM_CELL.format(file=origin.file, sheet=origin.sheet, cell=origin.cell)


def _from_file(file: str) -> str:
    return messages.workbooks.FROM_FILE.format(file=file)
