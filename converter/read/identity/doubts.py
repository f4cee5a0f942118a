"""What speaks against the years decided: two places that name different years are named both."""

from collections.abc import Iterator, Sequence

from converter import messages
from converter.figures import Finding, Outcome, Severity
from converter.pack import FormKind
from converter.read.identity.documents import DocumentYears
from converter.read.identity.evidence import YearEvidence
from converter.read.identity.hints import Strength, YearHint, place_in_words
from converter.read.identity.years import is_undated


def doubts_of(evidence: YearEvidence, years: Sequence[YearHint | None]) -> Iterator[Finding]:
    """Yield a finding for each two places of a workbook that contradict each other."""
    for nth, (hint, kind) in enumerate(zip(years, evidence.kinds, strict=True)):
        if hint and kind and kind is not FormKind.SUPPLEMENT:
            against = _on_sheet(evidence, nth, hint)
            yield from (_doubt(evidence, hint, other, grave=True) for other in against)
    decided = [hint for hint, kind in zip(years, evidence.kinds, strict=True) if hint and kind]
    found = {hint.year for hint in decided}
    if evidence.cover and found and evidence.cover.year not in found:
        yield _doubt(evidence, decided[0], evidence.cover, grave=True)
    if evidence.file and found and evidence.file.year not in found:
        yield _doubt(evidence, decided[0], evidence.file, grave=False)
    yield from _odd_one_out(evidence, years)


def about_documents(
    evidence: YearEvidence, years: Sequence[YearHint | None], documents: DocumentYears
) -> Iterator[Finding]:
    """Yield which document dates the tables of a workbook, and what does not agree with it; that several
    documents do not agree, if that is why none does.
    """
    file = evidence.workbook.source.name
    for kind, hints in documents.items():
        undated = [
            hint for hint, of in zip(years, evidence.kinds, strict=True) if of is kind and is_undated(hint)
        ]
        other = next((hint for hint in hints if hint.year != hints[0].year), None)
        if undated and other:
            first, second = place_in_words(hints[0]), place_in_words(other)
            words = messages.identity.DOCUMENTS_DIFFER
            yield Finding.worded(
                words, Severity.WARNING, Outcome.DIFFERS, file=file, first=first, second=second
            )
        elif hints[0] in undated:
            words, place = messages.identity.YEAR_OF_DOCUMENT, place_in_words(hints[0])
            yield Finding.worded(
                words, Severity.NOTE, Outcome.HOLDS, file=file, place=place, year=hints[0].year
            )
            if evidence.folder and evidence.folder.year != hints[0].year:
                yield _doubt(evidence, hints[0], evidence.folder, grave=False)


def _on_sheet(evidence: YearEvidence, nth: int, hint: YearHint) -> Iterator[YearHint]:
    """Yield the year above the header that is another, and the latest in the heads of columns if it can't be
    that of a table of this year: one of the year before alone, or with this one, can.
    """
    table, file = evidence.workbook.tables[nth], evidence.workbook.source.name
    block = table.title_block
    at = (file, table.grid.name)
    if len(block.years) == 1:
        for stated in block.stated.above:
            if stated.year != hint.year:
                yield YearHint(stated.year, Strength.HEAD, stated.text, *at, stated.cell)
                return
    years = {stated.year for stated in block.stated.columns}
    if (years and hint.year not in years and years != {hint.year - 1}) or max(years, default=0) > hint.year:
        latest = max(block.stated.columns, key=lambda stated: stated.year)
        yield YearHint(latest.year, Strength.COLUMNS, latest.text, *at, latest.cell)


def _odd_one_out(evidence: YearEvidence, years: Sequence[YearHint | None]) -> Iterator[Finding]:
    """Yield the one table of another year than all others of accounts or of a budget, if there is no second
    of its form: a sheet of another year's workbook.
    """
    for wanted in (FormKind.FINAL, FormKind.BUDGET):
        own = [
            (table.title_block.form, hint)
            for table, hint, kind in zip(evidence.workbook.tables, years, evidence.kinds, strict=True)
            if hint and kind is wanted
        ]
        found = sorted({hint.year for _, hint in own}, key=lambda year: sum(h.year == year for _, h in own))
        if len(found) == 2 and len(own) > 2 and len({form for form, _ in own}) == len(own):
            odd = [hint for _, hint in own if hint.year == found[0]]
            if len(odd) == 1:
                most = next(hint for _, hint in own if hint.year == found[1])
                yield _doubt(evidence, most, odd[0], grave=True)


def _doubt(evidence: YearEvidence, hint: YearHint, against: YearHint, *, grave: bool) -> Finding:
    return Finding.worded(
        messages.identity.YEARS_DIFFER,
        Severity.ERROR if grave else Severity.WARNING,
        Outcome.DIFFERS,
        file=evidence.workbook.source.name,
        first=place_in_words(hint),
        second=place_in_words(against),
    )
