"""Decide which year each table is for: its own words, then its workbook's, then what lies about it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.pack import FormKind
from converter.read.identity.evidence import YearEvidence, years_in
from converter.read.identity.hints import Strength, YearHint


class Around(Struct, frozen=True):
    """What outside the workbooks may tell a year: the supplement, documents by the kind of tables they speak
    of, `--year`.
    """

    supplement: YearHint | None
    documents: Mapping[FormKind, YearHint]
    option: YearHint | None


def decide_years(
    evidence: Sequence[YearEvidence],
    departments: Sequence[str],
    asked: int,
    documents: Mapping[FormKind, YearHint],
) -> list[list[YearHint | None]]:
    """Return for each workbook what decides the year of each of its tables, None where nothing does.

    `departments` are those the workbooks are for, '' where that is not known; `asked` is the year a report is
    asked for, 0 if none is: that of tables that nothing else dates. A table of a supplement that nothing
    dates is for the latest year of its department's accounts.
    """
    option = YearHint(asked, Strength.OPTION) if asked else None
    around = Around(_supplement_year(evidence), documents, option)
    years = [[_decided(each, nth, around) for nth in range(len(each.own))] for each in evidence]
    accounts = _of_accounts(evidence, years, departments)
    return [
        [
            hint or (accounts.get(department) if kind is FormKind.SUPPLEMENT else None)
            for hint, kind in zip(hints, each.kinds, strict=True)
        ]
        for each, hints, department in zip(evidence, years, departments, strict=True)
    ]


def _decided(evidence: YearEvidence, nth: int, around: Around) -> YearHint | None:
    """Return what decides the year of a table: of several that its head names, one of those."""
    if own := evidence.own[nth]:
        return own
    choice = evidence.workbook.tables[nth].title_block.head_years
    hints = filter(None, (*_within(evidence, nth), *_about(evidence, nth, around)))
    return next((hint for hint in hints if not choice or hint.year in choice), None)


def _within(evidence: YearEvidence, nth: int) -> Iterator[YearHint | None]:
    """Yield what else in its workbook may tell the year of a table: the cover, then the other tables."""
    if evidence.kinds[nth] is FormKind.SUPPLEMENT:
        yield _own_of_supplement(evidence)
    yield evidence.cover
    yield evidence.agreed


def _about(evidence: YearEvidence, nth: int, around: Around) -> Iterator[YearHint | None]:
    """Yield what outside its workbook may tell the year of a table.

    The supplement is for one year; beside it lie accounts of the year before and the budget of the next. So
    it outweighs the file's name only where that names a later year for accounts: such a file is named by the
    year of its publication.
    """
    kind = evidence.kinds[nth]
    if kind is None or kind is FormKind.SUPPLEMENT:
        yield evidence.file
        if kind:
            yield from (around.supplement, around.option)
        return
    named, supplement = evidence.file.year if evidence.file else 0, around.supplement
    if supplement and (not named or (named > supplement.year and kind is FormKind.FINAL)):
        yield supplement
    yield from (evidence.file, supplement, around.documents.get(kind), evidence.folder, around.option)


def are_open(evidence: Sequence[YearEvidence], years: Sequence[Sequence[YearHint | None]]) -> bool:
    """Whether nothing in or about the workbooks dates some tables of accounts or of a budget."""
    return any(
        kind in (FormKind.FINAL, FormKind.BUDGET) and is_undated(hint)
        for each, hints in zip(evidence, years, strict=True)
        for kind, hint in zip(each.kinds, hints, strict=True)
    )


def is_undated(hint: YearHint | None) -> bool:
    """Whether a year does not rest on a workbook."""
    return hint is None or hint.strength >= Strength.DOCUMENT


def _of_accounts(
    evidence: Sequence[YearEvidence], years: Sequence[Sequence[YearHint | None]], departments: Sequence[str]
) -> dict[str, YearHint]:
    """Return the latest year of each department's accounts; under '' too where there is but one."""
    accounts = [
        (department, replace(hint, strength=Strength.ACCOUNTS))
        for each, hints, department in zip(evidence, years, departments, strict=True)
        for hint, kind in zip(hints, each.kinds, strict=True)
        if hint and kind is FormKind.FINAL
    ]
    latest = dict(sorted(accounts, key=lambda of: of[1].year))
    return latest | ({"": next(iter(latest.values()))} if len(latest) == 1 else {})


def _supplement_year(evidence: Sequence[YearEvidence]) -> YearHint | None:
    """Return the year that supplements state, None if none does or they differ."""
    stated = list(filter(None, map(_own_of_supplement, evidence)))
    return stated[0] if len(years_in(stated)) == 1 else None


def _own_of_supplement(evidence: YearEvidence) -> YearHint | None:
    """Return the year that a supplement states of itself."""
    workbook = evidence.workbook
    if not workbook.year:
        return None
    return YearHint(workbook.year, Strength.SUPPLEMENT, str(workbook.year), workbook.source.name)
