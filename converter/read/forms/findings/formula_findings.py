"""Findings about results of formulas: saved ones not true, or not known to be, and missing ones."""

from collections.abc import Iterator, Mapping, Sequence

from converter import messages
from converter.figures import CellOrigin, Finding, Outcome, Severity, exact_text, position, some_of
from converter.messages import Message
from converter.read.files.cells import Scalar, amount
from converter.read.files.formulas import StaleResult
from converter.read.tables.sheet import FormSheet

MOST_NAMED = 8  # cells in one sentence
LONGEST = 80  # characters of a formula that are shown
CUT_OFF = "…"


def about_results(sheet: FormSheet) -> Iterator[Finding]:
    """Yield a finding each for the saved results of a sheet that are wrong, those that are missing, and those
    that are used though nothing tells whether they are true.
    """
    grid = sheet.grid
    stale = [result.cell for result in grid.stale]
    if stale:
        what = _contradiction(grid.stale[0])
        yield _finding(messages.files.STALE, sheet, stale, what)
    if grid.circular:
        yield _finding(messages.files.CIRCULAR, sheet, sorted(grid.circular))
    if uncomputed := grid.uncomputed - grid.circular - {*stale}:
        yield _finding(messages.files.UNCOMPUTED, sheet, sorted(uncomputed))
    if grid.unchecked:
        cells = sorted(grid.unchecked, key=position)
        yield _finding(messages.files.UNCHECKED, sheet, cells, severity=Severity.WARNING)


def about_computed(message: Message, file: str, cells: Mapping[str, Sequence[str]]) -> tuple[Finding, ...]:
    """Return the note that cells, by sheet, had no result, and who computed it; none if there are none."""
    if not cells:
        return ()
    on_sheets = [
        messages.files.CELLS_OF_SHEET.format(sheet=sheet, cells=some_of(found, MOST_NAMED))
        for sheet, found in cells.items()
    ]
    origins = tuple(CellOrigin(file, sheet, cell) for sheet, found in cells.items() for cell in found)
    what = messages.phrases.THEN.join(on_sheets)
    return (Finding.worded(message, Severity.NOTE, Outcome.HOLDS, origins, file=file, what=what),)


def _finding(
    message: Message,
    sheet: FormSheet,
    cells: Sequence[str],
    what: str = "",
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return what is to be said about cells of a sheet; of many, its sentence does not name all."""
    origins = tuple(CellOrigin(sheet.file, sheet.grid.name, cell) for cell in cells)
    return Finding.worded(
        message,
        severity,
        Outcome.NOT_EVALUABLE,
        origins,
        file=sheet.file,
        sheet=sheet.grid.name,
        cell=some_of(cells, MOST_NAMED),
        what=what,
    )


def _contradiction(stale: StaleResult) -> str:
    """Return how a saved result contradicts its formula."""
    formula = stale.formula if len(stale.formula) <= LONGEST else stale.formula[:LONGEST] + CUT_OFF
    saved = _shown(stale.saved)
    if stale.computed is None:
        return messages.files.STALE_BELOW.format(cell=stale.cell, formula=formula, saved=saved)
    computed = _shown(stale.computed)
    return messages.files.STALE_RESULT.format(
        cell=stale.cell, formula=formula, saved=saved, computed=computed
    )


def _shown(value: Scalar) -> str:
    number = amount(value)
    return exact_text(number) if number is not None else str(value) or messages.phrases.BLANK
