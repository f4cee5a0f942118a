"""Extract a whole form from its sheet: every block from its table."""

from collections.abc import Sequence

from converter.figures import Figure
from converter.pack import FormKind
from converter.read.forms.block import crossed_figures, extract_block
from converter.read.forms.extracted import Extracted
from converter.read.forms.extractor import Extractor
from converter.read.forms.filing import Extraction
from converter.read.forms.findings.ambiguities import agreed, once, other_units
from converter.read.forms.findings.form_findings import FormContents, FormFindings
from converter.read.forms.findings.unrecognised import NamedTwice, named_twice
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
    of_others = other_units(sheet, found, title_block.department)
    figures, differing, twice = _once_each(found.figures, tables)
    detail_rows, repeated = once(found.detail_rows)
    is_supplement, is_unitless = kind is FormKind.SUPPLEMENT, lacks_unit(blocks, title_block)
    elsewhere = _elsewhere(sheet, figures) if is_supplement else frozenset()
    stated = [figure for figure in figures if figure not in elsewhere]
    contents = FormContents(
        found, figures, stated, differing, twice, detail_rows, repeated, of_others, is_unitless
    )
    findings = FormFindings(sheet, title_block, blocks, tables, contents, is_supplement=is_supplement)
    rows = tuple(row for listed in found.lists for row in listed.rows)
    left = tuple(figure for figure in figures if figure in elsewhere)
    return Extraction(tuple(stated), tuple(detail_rows), found.texts, findings.all(), rows, left)


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
