"""Lift a whole form from its sheet: every block from the table it stands in."""

from collections.abc import Iterator

from converter import messages
from converter.figures import CellOrigin, Figure, Finding, Line, Outcome, Severity, Text
from converter.read.cells import amount, words
from converter.read.filing import Lifted
from converter.read.head import Head
from converter.read.headers import Table, find_table
from converter.read.lift import Lifter, lift
from converter.read.sheet import Sheet
from converter.read.vocabulary import Part

SOME_AMOUNTS = 3  # a sheet with at least so many numbers is a table of some kind


def lift_form(sheet: Sheet, head: Head) -> Lifted:
    """Return what the form's blocks give; amounts are left out, and a finding says so, for want of a unit."""
    figures: list[Figure] = []
    lines: list[Line] = []
    texts: dict[str, Text] = {}
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
            else:
                texts[found[0]] = found[1]
    nothing = not (figures or lines or texts)
    findings = (
        *_findings(sheet, head, unitless=unitless, nothing=nothing),
        *_not_numbers(sheet, figures, lines),
    )
    return Lifted(tuple(figures), tuple(lines), texts, findings)


def looks_like_table(sheet: Sheet) -> bool:
    """Whether a sheet holds enough numbers to be a table of some kind."""
    found = 0
    for row in sheet.grid.rows:
        found += sum(1 for cell in row if not isinstance(cell, str) and amount(cell) is not None)
        if found >= SOME_AMOUNTS:
            return True
    return False


def finding(message: tuple[str, str, str], sheet: Sheet, severity: Severity, cell: str = "") -> Finding:
    """Return a finding about a sheet, or one cell of it."""
    code, text, hint = message
    said = text.format(file=sheet.file, sheet=sheet.grid.name, cell=cell)
    origin = CellOrigin(sheet.file, sheet.grid.name, cell)
    return Finding(code, severity, Outcome.NOT_EVALUABLE, said, (origin,), hint=hint)


def _findings(sheet: Sheet, head: Head, *, unitless: bool, nothing: bool) -> Iterator[Finding]:
    if unitless:
        yield finding(messages.UNIT_UNKNOWN, sheet, Severity.ERROR)
    for cell in sorted(sheet.grid.uncomputed):
        yield finding(messages.UNCOMPUTED, sheet, Severity.ERROR, cell)
    if nothing and not unitless and looks_like_table(sheet):
        yield finding(messages.HEADER_UNKNOWN, sheet, Severity.WARNING, head.title)


def _not_numbers(sheet: Sheet, figures: list[Figure], lines: list[Line]) -> Iterator[Finding]:
    """Yield a finding for each cell that holds words where an amount belongs."""
    detail = (figure for line in lines for figure in line.figures.values())
    cells = (figure.cell for figure in (*figures, *detail) if figure.value is None)
    for cell in dict.fromkeys(cell for cell in cells if cell and words(cell.raw)):
        yield finding(messages.NOT_A_NUMBER, sheet, Severity.ERROR, cell.cell)


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
