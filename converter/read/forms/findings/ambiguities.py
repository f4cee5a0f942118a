"""What of a form is ambiguous: it is left out, and a finding says why.

Rows whose code and name contradict each other are used all the same, as those of their code.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product

from msgspec import Struct

from converter import messages
from converter.figures import CellOrigin, DetailRow, Figure, Finding, Severity, figure_words
from converter.messages import Message
from converter.read.files.cells import amount
from converter.read.forms.extracted import AmbiguousColumn, Extracted, RowsAlike
from converter.read.forms.findings.sheet_finding import sheet_finding
from converter.read.tables.sheet import FormSheet

MOST_NAMED = 4  # so many rows are named


def agreed(figures: list[Figure]) -> tuple[list[Figure], list[list[Figure]]]:
    """Return each figure once, and those that several cells give differently.

    A cell with a number comes before a blank or a nil mark: such is a heading above the row.
    """
    if len({figure.id for figure in figures}) == len(figures):
        return figures, []
    by_id: dict[str, list[Figure]] = {}
    for figure in figures:
        by_id.setdefault(figure.id, []).append(figure)
    once_each, differing = [], []
    for readings in by_id.values():
        stated = _stated(readings) if len(readings) > 1 else readings
        if len({figure.value for figure in stated}) == 1:
            once_each.append(stated[0])
        else:
            differing.append(stated)
    return once_each, differing


def _stated(readings: list[Figure]) -> list[Figure]:
    """Return the readings of cells that hold a number, or all of them where none does."""
    return [figure for figure in readings if figure.cell and amount(figure.cell.raw) is not None] or readings


class Repeated(Struct, frozen=True):
    """Detail rows of a sheet that stand several times: those with the same amounts, and those that differ."""

    again: list[list[DetailRow]]
    differing: list[list[DetailRow]]


def once(detail_rows: list[DetailRow]) -> tuple[list[DetailRow], Repeated]:
    """Return each detail row once, those that differ left out, and the rows that stand several times."""
    if len({(row.group, row.key) for row in detail_rows}) == len(detail_rows):
        return detail_rows, Repeated([], [])
    by_key: dict[tuple[str, str], list[DetailRow]] = {}
    for row in detail_rows:
        by_key.setdefault((row.group, row.key), []).append(row)
    once_each, again, differing = [], [], []
    for rows in by_key.values():
        if len(rows) > 1 and len({_values(row) for row in rows}) > 1:
            differing.append(rows)
            continue
        once_each.append(rows[0])
        if len(rows) > 1:
            again.append(rows)
    return once_each, Repeated(again, differing)


def _values(row: DetailRow) -> tuple[Decimal | None, ...]:
    return tuple(figure.value for figure in row.figures.values())


def rows_again(
    sheet: FormSheet, repeated: Iterable[list[DetailRow]], bodies: Sequence[Sequence[int]]
) -> Iterator[Finding]:
    """Yield a finding for the detail rows that stand twice on one page with the same figures, not all nil.

    `bodies` are the data rows of the tables; a table that continues may repeat the row it broke off at.
    """
    again: dict[str, list[str]] = {}
    for rows in repeated:
        cells = [cell for row in rows if any(_values(row)) and (cell := _first_cell(row))]
        for above, below in product(cells[:1], cells[1:]):
            if _on_one_page(above, below, bodies):
                again.setdefault(_named(rows), [above.cell]).append(below.cell)
    yield from _about_rows(messages.reading.ROWS_AGAIN, sheet, again)


def _about_rows(message: Message, sheet: FormSheet, cells: dict[str, list[str]]) -> Iterator[Finding]:
    """Yield one finding about rows, by name with the cells of each; it names those of the first."""
    for name, at in list(cells.items())[:1]:
        several = messages.reading.ROWS_ALIKE.format(name=name, count=len(cells))
        what = several if len(cells) > 1 else name
        yield sheet_finding(message, sheet, Severity.WARNING, at[:MOST_NAMED], what)


def _named(rows: Sequence[DetailRow]) -> str:
    return f"{rows[0].key} {rows[0].name}"


def _first_cell(row: DetailRow) -> CellOrigin | None:
    return next(iter(row.figures.values())).cell


def _on_one_page(above: CellOrigin, below: CellOrigin, bodies: Sequence[Sequence[int]]) -> bool:
    top, bottom = (origin.at[0] for origin in (above, below))
    return top != bottom and any(set(range(top, bottom + 1)) <= set(body) for body in bodies)


def rows_differ(sheet: FormSheet, repeated: Iterable[list[DetailRow]]) -> Iterator[Finding]:
    """Yield a finding for the detail rows that stand several times with different figures."""
    cells = {_named(rows): [origin.cell for origin in map(_first_cell, rows) if origin] for rows in repeated}
    yield from _about_rows(messages.reading.ROWS_DIFFER, sheet, cells)


def rows_misnamed(sheet: FormSheet, detail_rows: Iterable[DetailRow]) -> Iterator[Finding]:
    """Yield a finding for the detail rows with the name of another code; it tells the first of them."""
    known = sheet.vocabulary.code_names
    rows = [(row, code) for row in detail_rows if (code := known.code_meant(row.key, row.name))]
    if not rows:
        return
    row, meant = rows[0]
    first = messages.reading.MISNAMED_ROW.format(
        code=row.key, name=row.name, own=known.names(row.key)[0], meant=meant
    )
    several = messages.reading.MISNAMED_ROWS.format(first=first, count=len(rows))
    cells = [cell.cell for cell in (_first_cell(row) for row, _ in rows) if cell]
    what = several if len(rows) > 1 else first
    yield sheet_finding(messages.reading.MISNAMED, sheet, Severity.ERROR, cells[:MOST_NAMED], what)


def rows_without_total(
    sheet: FormSheet, extracted: set[str], alike: Iterable[RowsAlike]
) -> Iterator[Finding]:
    """Yield a finding for rows each of which may give figures that were not `extracted` otherwise."""
    cells = [(rows.cells, rows.severity) for rows in alike if extracted.isdisjoint(rows.figures)]
    for rows, severity in dict.fromkeys(cells):
        named = rows if len(rows) <= MOST_NAMED else (*rows[: MOST_NAMED - 1], rows[-1])
        yield sheet_finding(messages.reading.NO_TOTAL, sheet, severity, named, str(len(rows)))


def other_units(sheet: FormSheet, found: Extracted, department: str) -> list[Finding]:
    """Remove what the only row of another organisation than the department gives: it may be a part of the
    whole. Return a finding for each such row.
    """
    names, findings = sheet.vocabulary.department_names, list[Finding]()
    for unit in found.lone_units:
        is_own = not department or names.may_be(unit.name, department)
        if not is_own:
            found.figures = [figure for figure in found.figures if figure.id not in unit.figures]
            message = messages.reading.OTHER_UNIT
            findings.append(sheet_finding(message, sheet, Severity.ERROR, [unit.cell], unit.name))
    return findings


def ambiguities(
    sheet: FormSheet,
    extracted: set[str],
    columns: Iterable[AmbiguousColumn],
    differing: Iterable[list[Figure]],
) -> Iterator[Finding]:
    """Yield a finding for the columns that fit equally well, and for each figure that cells give differently.

    `extracted` are the ids of the figures that another block gives.
    """
    by_cells: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for column in columns:
        ids = by_cells.setdefault((column.with_carried, column.cells), [])
        ids.extend(figure for figure in column.figures if figure not in extracted)
    for (with_carried, header_cells), ids in by_cells.items():
        if ids:
            what = messages.phrases.AND.join(map(figure_words, dict.fromkeys(ids)))
            message = messages.reading.WITH_CARRIED if with_carried else messages.reading.FIT_ALIKE
            yield sheet_finding(message, sheet, Severity.WARNING, header_cells, what)
    for readings in differing:
        cells = [figure.cell.cell for figure in readings if figure.cell]
        yield sheet_finding(
            messages.reading.FIT_ALIKE, sheet, Severity.WARNING, cells, figure_words(readings[0].id)
        )
