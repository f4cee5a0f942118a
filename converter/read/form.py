"""Lift a whole form from its sheet: every block from the table it stands in."""

from collections.abc import Iterator

from converter import messages
from converter.figures import Figure, Finding, Line, Severity, Text
from converter.read.cells import amount, words
from converter.read.doubts import agreed, doubts, finding
from converter.read.filing import Lifted
from converter.read.head import Head
from converter.read.headers import Table, find_table
from converter.read.lift import Alike, Lifter, lift
from converter.read.sheet import Sheet
from converter.read.vocabulary import Part

SOME_AMOUNTS = 3  # a sheet with at least so many numbers is a table of some kind


def lift_form(sheet: Sheet, head: Head) -> Lifted:
    """Return what the form's blocks give; amounts are left out, and a finding says so, for want of a unit."""
    figures: list[Figure] = []
    lines: list[Line] = []
    texts: dict[str, Text] = {}
    alike: list[Alike] = []
    unitless = False
    lifters: dict[tuple[int, str], Lifter] = {}
    for part, table in tables(sheet, head):
        unit = part.block.unit or head.unit
        if not unit and not part.block.texts:
            unitless = True
            continue
        key = (table.first, unit)
        lifters[key] = lifter = lifters.get(key) or Lifter(sheet, table, unit)
        for found in lift(part, sheet, table, lifter):
            if isinstance(found, Figure):
                figures.append(found)
            elif isinstance(found, Line):
                lines.append(found)
            elif isinstance(found, Alike):
                alike.append(found)
            else:
                texts[found[0]] = found[1]
    kept, several = agreed(figures)
    findings = (
        *_findings(sheet, head, unitless=unitless, nothing=not (figures or lines or texts or alike)),
        *_not_numbers(sheet, kept, lines),
        *doubts(sheet, {figure.id for figure in kept}, alike, several),
    )
    return Lifted(tuple(kept), tuple(lines), texts, findings)


def looks_like_table(sheet: Sheet) -> bool:
    """Whether a sheet holds enough numbers to be a table of some kind."""
    found = 0
    for row in sheet.grid.rows:
        found += sum(1 for cell in row if not isinstance(cell, str) and amount(cell) is not None)
        if found >= SOME_AMOUNTS:
            return True
    return False


def _findings(sheet: Sheet, head: Head, *, unitless: bool, nothing: bool) -> Iterator[Finding]:
    if unitless and head.units:
        yield finding(messages.UNITS_DIFFER, sheet, Severity.ERROR, what=messages.AND.join(head.units))
    elif unitless:
        yield finding(messages.UNIT_UNKNOWN, sheet, Severity.ERROR)
    for cell in sorted(sheet.grid.uncomputed):
        yield finding(messages.UNCOMPUTED, sheet, Severity.ERROR, [cell])
    if nothing and not unitless and looks_like_table(sheet):
        yield finding(messages.HEADER_UNKNOWN, sheet, Severity.WARNING, [head.title])


def _not_numbers(sheet: Sheet, figures: list[Figure], lines: list[Line]) -> Iterator[Finding]:
    """Yield a finding for each cell that holds words where an amount belongs."""
    detail = (figure for line in lines for figure in line.figures.values())
    cells = (figure.cell for figure in (*figures, *detail) if figure.value is None)
    for cell in dict.fromkeys(cell for cell in cells if cell and _is_no_amount(cell.raw)):
        yield finding(messages.NOT_A_NUMBER, sheet, Severity.ERROR, [cell.cell])


def _is_no_amount(raw: object) -> bool:
    return bool(words(raw)) if isinstance(raw, str) else amount(raw) is None


def tables(sheet: Sheet, head: Head) -> Iterator[tuple[Part, Table]]:
    """Yield every block of the form with the table it is to be found in."""
    parts = sheet.vocabulary.parts[sheet.form]
    anchors = {part.anchor: _anchor_row(sheet, part.anchor) for part in parts if part.anchor}
    rows = sorted(row for row in anchors.values() if row is not None)
    found: dict[int, Table | None] = {}
    for part in parts:
        start = anchors[part.anchor] if part.anchor else head.row + 1
        if start is None:
            continue
        if start not in found:
            stop = next((row for row in rows if row > start), len(sheet.grid.rows))
            found[start] = find_table(sheet, start, stop)
        if table := found[start]:
            yield part, table


def _anchor_row(sheet: Sheet, anchor: str) -> int | None:
    for index, row in enumerate(sheet.grid.rows):
        if any(sheet.vocabulary.canonical(words(cell)) == anchor for cell in row if isinstance(cell, str)):
            return index
    return None
