"""Workbooks that nothing of their own dates, beside another with the same tables for the same year."""

from collections.abc import Iterator, Sequence

from converter import messages
from converter.pack import FormKind
from converter.read.files.grid import Grid
from converter.read.identity.evidence import YearEvidence
from converter.read.identity.hints import Strength, YearHint

FROM_OUTSIDE = frozenset((Strength.SUPPLEMENT, Strength.DOCUMENT, Strength.FOLDER, Strength.OPTION))
UndatedTables = dict[tuple[str, int], tuple[Grid, YearHint]]


def undated_twice(
    evidence: Sequence[YearEvidence], years: Sequence[Sequence[YearHint | None]], departments: Sequence[str]
) -> list[str]:
    """Return for each workbook why it can't be used, '' if it can.

    It can't if only what lies outside dates it, and another has the same tables for that year.

    Workbooks of different `departments`, or in different folders, are no rivals, and a copy is none.
    """
    tables = [_tables(each, hints) for each, hints in zip(evidence, years, strict=True)]
    return [
        next(_rivals(nth, evidence, tables, departments), "")
        if own and all(hint.strength in FROM_OUTSIDE for _, hint in own.values())
        else ""
        for nth, own in enumerate(tables)
    ]


def _tables(evidence: YearEvidence, years: Sequence[YearHint | None]) -> UndatedTables:
    """Return the tables of accounts and budgets that have a year, by form and year."""
    return {
        (table.title_block.form or "", hint.year): (table.grid, hint)
        for table, kind, hint in zip(evidence.workbook.tables, evidence.kinds, years, strict=True)
        if hint and kind and kind is not FormKind.SUPPLEMENT
    }


def _rivals(
    nth: int, evidence: Sequence[YearEvidence], tables: Sequence[UndatedTables], departments: Sequence[str]
) -> Iterator[str]:
    """Yield what there is to say of each other workbook with the same tables and other amounts."""
    file = evidence[nth].workbook.source.name
    for other, rival in enumerate(evidence):
        if other == nth or (departments[other], _folder(rival)) != (departments[nth], _folder(evidence[nth])):
            continue
        shared = sorted(tables[nth].keys() & tables[other].keys())
        if any(tables[nth][key][0].rows != tables[other][key][0].rows for key in shared):
            form, year = shared[0]
            yield messages.identity.UNDATED_TWICE.format(
                file=file, other=rival.workbook.source.name, year=year, form=form, count=len(shared)
            )


def _folder(evidence: YearEvidence) -> str:
    return evidence.workbook.source.name.rpartition("/")[0]
