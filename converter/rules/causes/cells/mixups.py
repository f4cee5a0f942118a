"""Several cells wrong by one slip: a row left blank, rows or columns exchanged, rows shifted.

The amounts of some cells are put back into others; or an amount that stands in several columns of a row is
put right in all of them. Such a repair is accepted only if every equation that uses any of these cells then
holds, two broken ones among them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from converter.diagnosis import BY_CHANCE, Slip
from converter.figures import CellOrigin, Figure
from converter.rules.causes.cells.rotated_rows import find_rotated_rows
from converter.rules.causes.equations import Equations, Repair
from converter.rules.causes.positions import FAR, NEAR, ColumnCells, RowCells, columns, rows_of_totals
from converter.rules.checks.result import CheckResult

FEWEST_EQUATIONS_MENDED = 2
"""By a repair that is accepted: one equation may hold by chance."""


LikelySlip = Callable[[Figure, Decimal], Slip | None]
"""Returns the slip by which a figure came to stand where another amount should."""


class Mixup(Struct, frozen=True):
    """How amounts came into wrong cells, what each should hold, and the broken equations this mends."""

    slip: Slip
    repair: Repair
    results: tuple[CheckResult, ...]


class _Attempt(Struct, frozen=True):
    """A repair to be tried; `solved` counts the amounts in it that equations had to give."""

    slip: Slip
    repair: Repair
    solved: int = 0


def find_mixups(equations: Equations, likely_slip: LikelySlip) -> list[Mixup]:
    """Return the slips of the module that mend all they touch, each repair once."""
    attempts = (
        *_of_blank_rows(equations),
        *_of_columns(equations),
        *_of_rows(equations),
        *_of_repeated(equations, likely_slip),
    )
    found = _accepted(attempts, equations) or _accepted(_of_rows_moved(equations, FAR), equations)
    for rotated in find_rotated_rows(equations):
        mixup = Mixup(Slip.SHIFTED, rotated.repair, rotated.results)
        if not any(_explains_all(other, mixup) for other in found.values()):
            found[frozenset(mixup.repair.items())] = mixup
    return list(found.values())


def _accepted(attempts: Iterable[_Attempt], equations: Equations) -> dict[frozenset[object], Mixup]:
    """Return the attempts that mend all they touch, by what they change."""
    found: dict[frozenset[object], Mixup] = {}
    for attempt in attempts:
        changed = {cell: to for cell, to in attempt.repair.items() if to != equations.filed(cell)}
        mended = equations.mended(changed) if len(changed) > 1 else ()
        if len(mended) >= FEWEST_EQUATIONS_MENDED + attempt.solved:
            found.setdefault(frozenset(changed.items()), Mixup(attempt.slip, changed, mended))
    return found


def _explains_all(mixup: Mixup, other: Mixup) -> bool:
    """Whether a slip explains what another does."""
    return set(mixup.results) >= set(other.results)


def _of_blank_rows(equations: Equations) -> Iterator[_Attempt]:
    """Yield for each row that is zero throughout, that of a total among them, the amounts that equations with
    other rows ask for.
    """
    rows = (row.values() for rows in equations.row_groups for row in rows)
    for row in (*rows, *rows_of_totals(equations.figures.values())):
        cells = frozenset(row)
        if not (equations.broken.isdisjoint(cells) or any(map(equations.filed, cells))):
            solved = {cell: equations.solved(cell, {}, cells) for cell in row}
            yield _Attempt(Slip.LEFT_BLANK, {cell: amount for cell, amount in solved.items() if amount})


def _of_columns(equations: Equations) -> Iterator[_Attempt]:
    """Yield exchanges of two columns, in one row and throughout the table.

    A column without any amount was not exchanged: the others have moved into each other's places.
    """
    for sheet in columns(equations.figures.values()):
        suspect = [column for column in sheet if _is_broken(column, equations)]
        for one, other in combinations(suspect, 2):
            pairs = [(one[row], other[row]) for row in one.keys() & other.keys()]
            yield from (_exchanged(Slip.CELLS, [pair], equations) for pair in pairs)
            if all(any(map(equations.filed, column.values())) for column in (one, other)):
                yield _exchanged(Slip.COLUMNS, pairs, equations)


def _of_rows(equations: Equations) -> Iterator[_Attempt]:
    """Yield exchanges of two rows, and rows from one to another moved down or up by one."""
    for rows, first, last in _suspect_rows(equations):
        one, other = rows[first], rows[last]
        pairs = [(one[name], other[name]) for name in one if name in other]
        yield _exchanged(Slip.ROWS, pairs, equations)
    yield from _of_rows_moved(equations, NEAR)


def _of_rows_moved(equations: Equations, steps: Sequence[int]) -> Iterator[_Attempt]:
    """Yield rows from one to another moved down or up by so many."""
    for rows, first, last in _suspect_rows(equations):
        between = rows[first : last + 1]
        for step in steps:
            yield from _shifted(between if step > 0 else between[::-1], abs(step), equations)


def _suspect_rows(equations: Equations) -> Iterator[tuple[list[RowCells], int, int]]:
    """Yield the rows of each table, and which two of them take part in an equation that fails."""
    for rows in equations.row_groups:
        suspect = [index for index, row in enumerate(rows) if _is_broken(row, equations)]
        for first, last in combinations(suspect, 2):
            yield rows, first, last


def _of_repeated(equations: Equations, likely_slip: LikelySlip) -> Iterator[_Attempt]:
    """Yield for each amount that several columns of a row have what equations ask for in all of them, if that
    became it by a clear slip.
    """
    for rows in equations.row_groups:
        for row in rows:
            alike: dict[Decimal, list[CellOrigin]] = {}
            for cell in row.values():
                if cell in equations.broken and equations.filed(cell):
                    alike.setdefault(equations.filed(cell), []).append(cell)
            for cells in alike.values():
                for amount in equations.demanded(cells[0]) if len(cells) > 1 else ():
                    slip = likely_slip(equations.figures[cells[0]], amount)
                    if slip and slip not in BY_CHANCE:
                        yield _Attempt(slip, dict.fromkeys(cells, amount))


def _is_broken(cells: ColumnCells | RowCells, equations: Equations) -> bool:
    return not equations.broken.isdisjoint(cells.values())


def _exchanged(slip: Slip, pairs: Iterable[tuple[CellOrigin, CellOrigin]], equations: Equations) -> _Attempt:
    filed = equations.filed
    moved = [(cell, filed(other)) for one, two in pairs for cell, other in ((one, two), (two, one))]
    return _Attempt(slip, dict(moved))


def _shifted(rows: Sequence[RowCells], step: int, equations: Equations) -> Iterator[_Attempt]:
    """Yield every row's amounts put back so many rows; those of the last, overwritten, are solved for.

    Nothing where an equation speaks against it, or fewer than two rows change by it: then none has moved.
    """
    repair = {
        row[name]: equations.filed(after[name])
        for row, after in zip(rows, rows[step:], strict=False)
        for name in row
        if name in after
    }
    last = [cell for row in rows[-step:] for cell in row.values()]
    lost = frozenset(last)
    if equations.refuted(repair, lost):
        return
    solved = {cell: amount for cell in last if (amount := equations.solved(cell, repair, lost)) is not None}
    changed = {cell for cell, amount in (repair | solved).items() if amount != equations.filed(cell)}
    if sum(not changed.isdisjoint(row.values()) for row in rows) > 1:
        yield _Attempt(Slip.SHIFTED, repair | solved, len(changed & lost))
