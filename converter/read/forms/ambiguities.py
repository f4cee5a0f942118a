"""What of a form can't be told for certain: nothing is lifted then, and a finding says why."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from converter import messages
from converter.figures import CellOrigin, DetailRow, Figure, Finding, Outcome, Severity, position
from converter.read.files.cells import amount
from converter.read.forms.extract import AmbiguousColumn
from converter.read.tables.sheet import FormSheet


def finding(
    message: tuple[str, str, str],
    sheet: FormSheet,
    severity: Severity,
    cells: Sequence[str] = (),
    what: str = "",
) -> Finding:
    """Return a finding about a sheet, or some cells of it; `what` is what the message speaks of."""
    code, text, hint = message
    places = messages.phrases.AND.join(cells)
    said = text.format(file=sheet.file, sheet=sheet.grid.name, cell=places, what=what)
    origins = tuple(CellOrigin(sheet.file, sheet.grid.name, cell) for cell in cells or [""])
    return Finding(code, severity, Outcome.NOT_EVALUABLE, said, origins, hint=hint)


def agreed(figures: Iterable[Figure]) -> tuple[list[Figure], list[list[Figure]]]:
    """Return each figure once, and those that several cells give differently.

    A cell with a number comes before a blank or a nil mark: such is a heading above the row.
    """
    by_id: dict[str, list[Figure]] = {}
    for figure in figures:
        by_id.setdefault(figure.id, []).append(figure)
    kept, several = [], []
    for readings in by_id.values():
        stated = _stated(readings) if len(readings) > 1 else readings
        if len({figure.value for figure in stated}) == 1:
            kept.append(stated[0])
        else:
            several.append(stated)
    return kept, several


def _stated(readings: list[Figure]) -> list[Figure]:
    """Return the readings of cells that hold a number, or all of them where none does."""
    return [each for each in readings if each.cell and amount(each.cell.raw) is not None] or readings


class Repeated(NamedTuple):
    """Detail rows of a sheet that stand several times: those that say the same, and those that differ."""

    again: list[list[DetailRow]]
    differing: list[list[DetailRow]]


def once(lines: Iterable[DetailRow]) -> tuple[list[DetailRow], Repeated]:
    """Return each detail row once, those that differ left out, and the rows that stand several times."""
    by_key: dict[tuple[str, str], list[DetailRow]] = {}
    for line in lines:
        by_key.setdefault((line.group, line.key), []).append(line)
    kept, repeated = [], Repeated([], [])
    for rows in by_key.values():
        if len(rows) > 1 and len({_values(line) for line in rows}) > 1:
            repeated.differing.append(rows)
            continue
        kept.append(rows[0])
        if len(rows) > 1:
            repeated.again.append(rows)
    return kept, repeated


def _values(line: DetailRow) -> tuple[Decimal | None, ...]:
    return tuple(figure.value for figure in line.figures.values())


def rows_again(
    sheet: FormSheet, several: Iterable[list[DetailRow]], bodies: Sequence[Sequence[int]]
) -> Iterator[Finding]:
    """Yield a finding for each detail row that stands twice on one page with the same figures, not all nil.

    `bodies` are the data rows of the tables; a table that goes on may begin with the row it ended with.
    """
    for rows in several:
        cells = [cell for line in rows if any(_values(line)) and (cell := _first_cell(line))]
        for above, cell in product(cells[:1], cells[1:]):
            if above.cell != cell.cell and _on_one_page(above, cell, bodies):
                what = f"{rows[0].key} {rows[0].name}"
                yield finding(
                    messages.reading.ROWS_AGAIN, sheet, Severity.WARNING, [above.cell, cell.cell], what
                )


def _first_cell(line: DetailRow) -> CellOrigin | None:
    return next(iter(line.figures.values())).cell


def _on_one_page(above: CellOrigin, below: CellOrigin, bodies: Sequence[Sequence[int]]) -> bool:
    top, bottom = (position(each.cell)[0] for each in (above, below))
    return any(set(range(top, bottom + 1)) <= set(body) for body in bodies)


def rows_differ(sheet: FormSheet, several: Iterable[list[DetailRow]]) -> Iterator[Finding]:
    """Yield a finding for each detail row that stands several times with different figures."""
    for rows in several:
        cells = [cell.cell for cell in map(_first_cell, rows) if cell]
        yield finding(
            messages.reading.ROWS_DIFFER, sheet, Severity.WARNING, cells, f"{rows[0].key} {rows[0].name}"
        )


def ambiguities(
    sheet: FormSheet, lifted: set[str], alike: Iterable[AmbiguousColumn], several: Iterable[list[Figure]]
) -> Iterator[Finding]:
    """Yield a finding for the columns that fit alike, and for each figure that cells give differently."""
    ids: dict[tuple[str, ...], list[str]] = {}
    for each in alike:
        ids.setdefault(each.cells, []).extend(figure for figure in each.figures if figure not in lifted)
    for cells, figures in ids.items():
        if figures:
            what = messages.phrases.AND.join(dict.fromkeys(figures))
            yield finding(messages.reading.FIT_ALIKE, sheet, Severity.WARNING, cells, what)
    for readings in several:
        places = [figure.cell.cell for figure in readings if figure.cell]
        yield finding(messages.reading.FIT_ALIKE, sheet, Severity.WARNING, places, readings[0].id)
