"""Extract a whole form from its sheet: every block from its table."""

from collections.abc import Iterator, Sequence

from converter import messages
from converter.figures import Figure, Finding, Severity, address, column_name, figure_words, some_of
from converter.pack import FormKind
from converter.read.forms.block import crossed_figures, extract_block
from converter.read.forms.extracted import Extracted
from converter.read.forms.extractor import Extractor
from converter.read.forms.filing import Extraction
from converter.read.forms.findings.ambiguities import (
    agreed,
    ambiguities,
    once,
    other_units,
    rows_again,
    rows_differ,
    rows_misnamed,
    rows_without_total,
)
from converter.read.forms.findings.bare_sheets import about_blank, about_nothing
from converter.read.forms.findings.formula_findings import about_results
from converter.read.forms.findings.not_numbers import amounts_with_labels, in_other_units, not_numbers
from converter.read.forms.findings.sheet_finding import sheet_finding
from converter.read.forms.findings.unread_details import details_without_total, unread_details
from converter.read.forms.findings.unrecognised import (
    MOST_NAMED,
    NamedTwice,
    about_named_twice,
    foreign_rows,
    named_twice,
    unrecognised,
)
from converter.read.forms.list_rows import read_list_rows
from converter.read.forms.table_coverage import TableCoverage
from converter.read.tables.blocks.locate import BlockTable
from converter.read.tables.sheet import FormSheet
from converter.read.tables.titles.title_block import TitleBlock


def lacks_unit(blocks: Sequence[BlockTable], title_block: TitleBlock) -> bool:
    """Whether amounts of these blocks can not be used: no unit is stated, or cells contradict it."""
    needing = [located for located in blocks if located.needs_unit]
    without = title_block.contradicting or not all(located.has_column_units for located in needing)
    return not title_block.unit and bool(needing) and bool(without)


def extract_form(
    sheet: FormSheet,
    title_block: TitleBlock,
    blocks: Sequence[BlockTable],
    tables: Sequence[TableCoverage],
    kind: FormKind,
) -> Extraction:
    """Return what the blocks of a form of some `kind` give.

    For want of a unit amounts are left out, and a finding says so. `tables` tell what of the blocks' tables
    was not understood.
    """
    clear = [located for located in blocks if not (title_block.contradicting and located.needs_unit)]
    found = _extract_blocks(sheet, title_block.unit, clear)
    others = other_units(sheet, found, title_block.department)
    unitless = lacks_unit(blocks, title_block)
    figures, differing, twice = _once_each(found.figures, tables)
    detail_rows, repeated = once(found.detail_rows)
    elsewhere = _elsewhere(sheet, figures) if kind is FormKind.SUPPLEMENT else frozenset()
    stated = [figure for figure in figures if figure not in elsewhere]
    known = {figure.id for figure in figures}
    sought = known.union(
        *(each.figures for each in found.ambiguous), *(each.figures for each in found.rows_alike)
    )
    findings = (
        *(_about_unit(sheet, title_block) if unitless else ()),
        *about_results(sheet),
        *(about_nothing(sheet, title_block) if found.nothing and not unitless else ()),
        *(about_blank(sheet) if found.no_amount and kind is not FormKind.SUPPLEMENT else ()),
        *rows_without_total(sheet, known, found.rows_alike),
        *others,
        *_contradictions(sheet, found, title_block.unit),
        *not_numbers(sheet, stated, detail_rows),
        *amounts_with_labels(sheet, figures, detail_rows),
        *(in_other_units(sheet, figures, detail_rows) if kind is not FormKind.SUPPLEMENT else ()),
        *about_named_twice(sheet, twice),
        *_outside(sheet, blocks),
        *unread_details(sheet, blocks),
        *(() if unitless else details_without_total(sheet, blocks, sought)),
        *rows_misnamed(sheet, found.detail_rows),
        *rows_differ(sheet, repeated.differing),
        *rows_again(sheet, repeated.again, [located.table.body for located in blocks]),
        *ambiguities(sheet, known, found.ambiguous, differing),
        *(said for listed in found.lists for said in listed.findings),
        *(foreign_rows(sheet, tables) if kind is FormKind.SUPPLEMENT else ()),
        *(unrecognised(sheet, tables, sought) if figures else ()),
    )
    rows = tuple(row for listed in found.lists for row in listed.rows)
    left = tuple(figure for figure in figures if figure in elsewhere)
    return Extraction(tuple(stated), tuple(detail_rows), found.texts, findings, rows, left)


def extract_figures(
    sheet: FormSheet, unit: str, blocks: Sequence[BlockTable], tables: Sequence[TableCoverage]
) -> list[Figure]:
    """Return the figures that `extract_form` finds with amounts in a unit, and nothing to say of them."""
    figures, _, _ = _once_each(_extract_blocks(sheet, unit, blocks).figures, tables)
    return figures


def _once_each(
    figures: list[Figure], tables: Sequence[TableCoverage]
) -> tuple[list[Figure], list[list[Figure]], list[NamedTwice]]:
    """Return each figure once, those that cells give differently, and those whose name stands twice."""
    once_each, differing = agreed(figures)
    twice = list(named_twice(tables, figures))
    unclear = {each.figure for each in twice}
    return [figure for figure in once_each if figure.id not in unclear], differing, twice


def _elsewhere(sheet: FormSheet, figures: Sequence[Figure]) -> frozenset[Figure]:
    """Return the figures whose cell only says that they stand elsewhere, by what we wrote into it or in words
    of a person.
    """
    prefilled, words = sheet.grid.prefilled, sheet.vocabulary.elsewhere
    return frozenset(
        figure
        for figure in figures
        if (cell := figure.cell)
        and (cell.cell in prefilled or (figure.value is None and words.search(str(cell.raw))))
    )


def _contradictions(sheet: FormSheet, found: Extracted, stated: str) -> Iterator[Finding]:
    """Yield a finding for each unit that contradicts another; `stated` is the sheet's."""
    for (prescribed, unit), lost in found.overruled.items():
        named = some_of([figure_words(each) for each in lost], MOST_NAMED)
        units = {"stated": unit, "prescribed": prescribed, "figures": named}
        yield sheet_finding(messages.reading.UNIT_OVERRULED, sheet, Severity.ERROR, **units)
    for cell, unit in found.contradicted.items():
        both = messages.phrases.AND.join((unit, stated))
        yield sheet_finding(messages.reading.UNIT_CONTRADICTED, sheet, Severity.ERROR, [cell], both)


def _extract_blocks(sheet: FormSheet, stated: str, blocks: Sequence[BlockTable]) -> Extracted:
    """Return what the blocks give; `stated` is the sheet's unit, '' if it states none."""
    found = Extracted()
    extractors: dict[tuple[int, str], Extractor] = {}
    columns: dict[tuple[int, str], set[int]] = {}
    for located in blocks:
        key = (located.table.first, _unit(located, stated))
        columns.setdefault(key, set()).update(*(each.read for each in located.columns.values()))
    for located in blocks:
        if located.block.rows_of:
            listed = read_list_rows(located, located.block.rows_of, sheet, _unit(located, stated))
            found.lists.append(listed)
            found.figures += listed.figures
            continue
        unit = _unit(located, stated)
        if not _is_refused(sheet, located, stated, found) and (unit or located.block.holds_texts):
            key = (located.table.first, unit)
            extractor = extractors.get(key) or _extractor(sheet, located, unit, columns[key])
            extractors[key] = extractor
            extract_block(located, sheet, extractor, found)
    for located in blocks:
        used = extractors.get((located.table.first, _unit(located, stated)))
        if used and located.block.may_be_turned:
            known = {figure.id for figure in found.figures}.union(*(each.figures for each in found.ambiguous))
            found.figures += crossed_figures(located, known, used)
    return found


def _is_refused(sheet: FormSheet, located: BlockTable, stated: str, found: Extracted) -> bool:
    """Whether a block's units contradict each other; which is noted in `found`.

    A block none of whose columns is in the table has no amounts they could be of.
    """
    if not any(columns.matched for columns in located.columns.values()):
        return False
    block, heading = located.block, located.stated_unit
    others = [heading or stated] if block.unit else []
    others += located.column_units.values() if block.unit or heading else []
    if overruling := [other for other in others if _contradict(sheet, block.unit or heading, other)]:
        lost = [id for ids in block.figures.values() for id in ids]
        found.overruled.setdefault((block.unit or heading, overruling[0]), []).extend(lost)
    elif _contradict(sheet, heading, stated):
        found.contradicted[located.stated_at] = heading
    else:
        return False
    return True


def _extractor(sheet: FormSheet, located: BlockTable, unit: str, columns: set[int]) -> Extractor:
    """Return what turns a table's cells into figures, each column in the unit its head states."""
    units = {column: own for column, own in located.column_units.items() if own != unit}
    others = {
        own: Extractor(sheet, located.table, own, [column for column in units if units[column] == own])
        for own in sorted(set(units.values()))
    }
    by_column = {column: others[own] for column, own in units.items()}
    return Extractor(sheet, located.table, unit, columns - units.keys(), by_column)


def _unit(located: BlockTable, stated: str) -> str:
    """Return a block's unit: the form's, or that of its heading, of the sheet, or of its first column."""
    heads = next(iter(located.column_units.values()), "") if located.has_column_units else ""
    return located.block.unit or located.stated_unit or stated or heads


def _contradict(sheet: FormSheet, unit: str, other: str) -> bool:
    """Whether these are two different units of the same kind."""
    base = sheet.vocabulary.base
    return bool(unit and other) and unit != other and base[unit] == base[other]


def _about_unit(sheet: FormSheet, title_block: TitleBlock) -> Iterator[Finding]:
    """Yield the finding that the unit is not known."""
    if title_block.contradicting:
        units = messages.phrases.AND.join(
            messages.reading.UNIT_AT.format(cell=stated.cell, unit=stated.unit)
            for stated in title_block.contradicting
        )
        cells = [stated.cell for stated in title_block.contradicting if stated.cell]
        yield sheet_finding(messages.reading.UNITS_DIFFER, sheet, Severity.ERROR, cells, units)
    elif title_block.units:
        units = messages.phrases.AND.join(title_block.units)
        yield sheet_finding(messages.reading.UNITS_DIFFER, sheet, Severity.ERROR, what=units)
    else:
        yield sheet_finding(messages.reading.UNIT_UNKNOWN, sheet, Severity.ERROR)


def _outside(sheet: FormSheet, blocks: Sequence[BlockTable]) -> Iterator[Finding]:
    """Yield a finding for each header below a table that is not its own, and for what is hidden in one."""
    tables = {located.table.first: located.table for located in blocks}.values()
    for row in sorted({table.other_header for table in tables} - {-1}):
        yield sheet_finding(messages.reading.TABLE_BELOW, sheet, Severity.WARNING, [address(row, 0)])
    for table in tables:
        if hidden := [
            *(messages.reading.HIDDEN_ROW.format(name=row + 1) for row in table.hidden_rows),
            *(
                messages.reading.HIDDEN_COLUMN.format(name=column_name(column))
                for column in table.hidden_columns
            ),
        ]:
            what = messages.phrases.AND.join(hidden)
            yield sheet_finding(messages.reading.HIDDEN_CELLS, sheet, Severity.WARNING, what=what)
