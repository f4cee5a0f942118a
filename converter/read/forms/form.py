"""Lift a whole form from its sheet: every block from the table it stands in."""

from collections.abc import Iterator

from converter import messages
from converter.figures import DetailRow, Figure, Finding, Severity, Text, address, column_name, plain
from converter.read.files.cells import amount, words
from converter.read.forms.ambiguities import agreed, ambiguities, finding, once, rows_again, rows_differ
from converter.read.forms.extract import AmbiguousColumn, Extractor, extract_block
from converter.read.forms.filing import Extraction
from converter.read.forms.unrecognised import unrecognised
from converter.read.tables.locate import BlockTable, locate_blocks
from converter.read.tables.sheet import FormSheet
from converter.read.tables.title_block import TitleBlock

SOME_AMOUNTS = 3  # a sheet with at least so many numbers is a table of some kind


def extract_form(sheet: FormSheet, head: TitleBlock) -> Extraction:
    """Return what the form's blocks give; amounts are left out, and a finding says so, for want of a unit."""
    figures: list[Figure] = []
    lines: list[DetailRow] = []
    texts: dict[str, Text] = {}
    alike: list[AmbiguousColumn] = []
    unitless = False
    overruled: set[str] = set()
    lifters: dict[tuple[int, str], Extractor] = {}
    there = list(locate_blocks(sheet, head))
    for place in there:
        asked = place.part.block.unit
        unit = asked or head.unit
        if _contradicted(sheet, asked, head.unit):
            overruled.add(asked)
            continue
        if not unit and not place.part.block.texts:
            unitless = True
            continue
        key = (place.table.first, unit)
        lifters[key] = lifter = lifters.get(key) or Extractor(sheet, place.table, unit)
        for found in extract_block(place, sheet, lifter):
            if isinstance(found, Figure):
                figures.append(found)
            elif isinstance(found, DetailRow):
                lines.append(found)
            elif isinstance(found, AmbiguousColumn):
                alike.append(found)
            else:
                texts[found[0]] = found[1]
    nothing = not (figures or lines or texts or alike or overruled)
    kept, several = agreed(figures)
    rows, repeated = once(lines)
    known = {figure.id for figure in kept}
    findings = (
        *_findings(sheet, head, unitless=unitless, nothing=nothing),
        *(
            finding(messages.reading.UNIT_OVERRULED, sheet, Severity.ERROR, [head.unit], each)
            for each in overruled
        ),
        *_not_numbers(sheet, kept, rows),
        *_outside(sheet, there),
        *rows_differ(sheet, repeated.differing),
        *rows_again(sheet, repeated.again, [place.table.body for place in there]),
        *ambiguities(sheet, known, alike, several),
        *(
            unrecognised(sheet, there, known | {each for one in alike for each in one.figures})
            if kept
            else ()
        ),
    )
    return Extraction(tuple(kept), tuple(rows), texts, findings, unitless)


def _contradicted(sheet: FormSheet, asked: str, stated: str) -> bool:
    """Whether a sheet states another unit of the same kind than the one a form is always in."""
    base = sheet.vocabulary.base
    return bool(asked and stated) and asked != stated and base[asked] == base[stated]


def looks_like_table(sheet: FormSheet) -> bool:
    """Whether a sheet holds enough numbers to be a table of some kind."""
    found = 0
    for row in sheet.grid.rows:
        found += sum(1 for cell in row if not isinstance(cell, str) and amount(cell) is not None)
        if found >= SOME_AMOUNTS:
            return True
    return False


def _findings(sheet: FormSheet, head: TitleBlock, *, unitless: bool, nothing: bool) -> Iterator[Finding]:
    if unitless and head.units:
        yield finding(
            messages.reading.UNITS_DIFFER, sheet, Severity.ERROR, what=messages.phrases.AND.join(head.units)
        )
    elif unitless:
        yield finding(messages.reading.UNIT_UNKNOWN, sheet, Severity.ERROR)
    for each in sheet.grid.stale:
        what = messages.reading.STALE_RESULT.format(
            formula=each.formula, saved=plain(each.saved), reckoned=plain(each.reckoned)
        )
        yield finding(messages.reading.STALE, sheet, Severity.ERROR, [each.cell], what)
    for cell in sorted(sheet.grid.uncomputed - {each.cell for each in sheet.grid.stale}):
        yield finding(messages.reading.UNCOMPUTED, sheet, Severity.ERROR, [cell])
    if nothing and not unitless and looks_like_table(sheet):
        yield finding(messages.reading.HEADER_UNKNOWN, sheet, Severity.WARNING, [head.title])


def _outside(sheet: FormSheet, there: list[BlockTable]) -> Iterator[Finding]:
    """Yield a finding for each header below a table that is not its own, and for what is hidden in one."""
    tables = {place.table.first: place.table for place in there}.values()
    for row in sorted({table.foreign for table in tables} - {-1}):
        yield finding(messages.reading.TABLE_BELOW, sheet, Severity.WARNING, [address(row, 0)])
    for table in tables:
        if hidden := [
            *(messages.reading.HIDDEN_ROW.format(name=row + 1) for row in table.hidden_rows),
            *(messages.reading.HIDDEN_COLUMN.format(name=column_name(each)) for each in table.hidden_columns),
        ]:
            yield finding(
                messages.reading.HIDDEN_CELLS, sheet, Severity.WARNING, what=messages.phrases.AND.join(hidden)
            )


def _not_numbers(sheet: FormSheet, figures: list[Figure], lines: list[DetailRow]) -> Iterator[Finding]:
    """Yield a finding for each cell that holds words where an amount belongs."""
    detail = (figure for line in lines for figure in line.figures.values())
    cells = (figure.cell for figure in (*figures, *detail) if figure.value is None)
    for cell in dict.fromkeys(cell for cell in cells if cell and _is_no_amount(cell.raw)):
        yield finding(messages.reading.NOT_A_NUMBER, sheet, Severity.ERROR, [cell.cell])


def _is_no_amount(raw: object) -> bool:
    return bool(words(raw)) if isinstance(raw, str) else amount(raw) is None
