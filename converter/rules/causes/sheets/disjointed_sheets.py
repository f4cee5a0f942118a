"""A sheet whose amounts stand in wrong rows or columns: many of its equations fail, and for no one cell.

Where all amounts moved by some rows or a column, the total's row perhaps to the other end, putting them back
makes the equations hold.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.diagnosis import Slip
from converter.figures import ZERO, CellOrigin, Figure, SheetOrigin
from converter.rules.causes.cells.mixups import LikelySlip
from converter.rules.causes.cells.wrong_cells import find_wrong_cells
from converter.rules.causes.equations import is_broken
from converter.rules.causes.positions import STEPS, sheet_of
from converter.rules.checks.result import CheckResult

FEWEST_UNEXPLAINED = 4
"""Equations within a sheet that fail for no cell in particular: fewer may be several slips of the pen."""

FEWEST_IF_MOVED = 2
"""Of them where it is seen how the amounts moved."""

LEAST_SHARE_MENDED = Decimal("0.9")
"""Of the equations that can be judged once the amounts are put back, and of those among them that fail now:
sums down a column hold in any column.
"""


AmountsByPlace = Mapping[tuple[int, int], Decimal]
"""The amounts of a sheet by row and column."""


class DisjointedSheet(Struct, frozen=True):
    """A sheet whose amounts do not stand where they should; `slip` tells how they moved, if it is seen.

    `figure` is the first amount in an equation that fails; `results` are those explained.
    """

    figure: Figure
    slip: Slip | None
    results: tuple[CheckResult, ...]

    def makes_wrong(self, cell: CellOrigin) -> bool:
        """Whether a cell is on the sheet."""
        return cell.on_sheet == sheet_of(self.figure)


def find_disjointed_sheets(results: Sequence[CheckResult], likely_slip: LikelySlip) -> list[DisjointedSheet]:
    """Return the sheets on which too much fails for single cells to be wrong."""
    broken = [result for result in results if is_broken(result)]
    if len(broken) < FEWEST_UNEXPLAINED:
        return []
    within = {result: sheets.pop() for result in broken if len(sheets := {*map(sheet_of, result.used)}) == 1}
    explained: dict[CheckResult, int] = {}
    for nth, wrong in enumerate(find_wrong_cells(results, likely_slip)):
        explained |= dict.fromkeys(wrong.results, nth)
    found = []
    for sheet in dict.fromkeys(within.values()):
        own = [result for result, on_sheet in within.items() if on_sheet == sheet]
        unexplained = sum(result not in explained for result in own)
        causes = {explained[result] for result in own if result in explained}
        if unexplained >= FEWEST_IF_MOVED or (len(causes) > 1 and len(own) >= FEWEST_UNEXPLAINED):
            cause = _disjointed(sheet, results)
            if cause.slip or unexplained >= FEWEST_UNEXPLAINED:
                found.append(cause)
    return found


def _disjointed(sheet: SheetOrigin, results: Sequence[CheckResult]) -> DisjointedSheet:
    own = [result for result in results if sheet in map(sheet_of, result.used)]
    failing = tuple(result for result in own if result.differs)
    figures = (figure for result in failing for figure in result.used if sheet_of(figure) == sheet)
    first = min(figures, key=lambda figure: figure.cell.at if figure.cell else (0, 0))
    return DisjointedSheet(first, _move(sheet, own), failing)


def _move(sheet: SheetOrigin, results: Iterable[CheckResult]) -> Slip | None:
    """Return how all amounts of the sheet have moved, None if no move mends it."""
    judged = [result for result in results if result.is_equality and result.has_both_sides]
    figures = (figure for result in judged for figure in result.used if sheet_of(figure) == sheet)
    filed = {figure.cell.at: figure.value or ZERO for figure in figures if figure.cell}
    for slip, moved in _moves(filed):
        known = {
            result: mended for result in judged if (mended := _is_mended(result, sheet, moved)) is not None
        }
        failing = [mended for result, mended in known.items() if result.differs]
        if len(known) >= FEWEST_UNEXPLAINED and _are_most(known.values()) and _are_most(failing):
            return slip
    return None


def _are_most(mended: Collection[bool]) -> bool:
    return bool(mended) and sum(mended) >= LEAST_SHARE_MENDED * len(mended)


def _moves(filed: AmountsByPlace) -> Iterator[tuple[Slip, AmountsByPlace]]:
    """Yield what would stand in each cell if all amounts were put back by some rows or a column.

    Rows that have no place beyond the last one may stand at the other end.
    """
    rows = sorted({row for row, _ in filed})
    for step in STEPS:
        slip = Slip.MOVED_DOWN if step > 0 else Slip.MOVED_UP
        yield slip, {(row - step, column): amount for (row, column), amount in filed.items()}
        source = {row: rows[(nth + step) % len(rows)] for nth, row in enumerate(rows)}
        yield slip, {(row, column): filed.get((source[row], column), ZERO) for row, column in filed}
    for slip, step in ((Slip.MOVED_RIGHT, 1), (Slip.MOVED_LEFT, -1)):
        yield slip, {(row, column - step): amount for (row, column), amount in filed.items()}


def _is_mended(result: CheckResult, sheet: SheetOrigin, moved: AmountsByPlace) -> bool | None:
    """Whether an equation holds with the amounts put back; None where one is not known, or all are zero."""
    gap, any_amount = ZERO, False
    for figure, sign in result.terms:
        amount = figure.value or ZERO
        if figure.cell and sheet_of(figure) == sheet:
            at = figure.cell.at
            if at not in moved:
                return None
            amount = moved[at]
        gap += sign * amount
        any_amount = any_amount or bool(amount)
    return abs(gap) <= result.allowed if any_amount else None
