"""Several cells wrong by one slip: a row left blank, rows or columns exchanged, rows shifted by one.

The amounts of some cells are put back into others; or an amount that stands in several columns of a row is
put right in all of them. Such a repair is accepted only if every equation that uses any of these cells then
holds, two broken ones among them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from msgspec import Struct

from converter.diagnosis import BY_CHANCE, Slip
from converter.figures import CellOrigin, Figure
from converter.rules.causes.equations import Equations, Repair
from converter.rules.causes.positions import Column, Row, columns, row_groups
from converter.rules.causes.rotated_rows import find_rotated_rows
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
    found: dict[frozenset[object], Mixup] = {}
    for attempt in (
        *_of_blank_rows(equations),
        *_of_columns(equations),
        *_of_rows(equations),
        *_of_repeated(equations, likely_slip),
    ):
        changed = {cell: to for cell, to in attempt.repair.items() if to != equations.filed(cell)}
        mended = equations.mended(changed) if len(changed) > 1 else ()
        if len(mended) >= FEWEST_EQUATIONS_MENDED + attempt.solved:
            found.setdefault(frozenset(changed.items()), Mixup(attempt.slip, changed, mended))
    for rotated in find_rotated_rows(equations):
        mixup = Mixup(Slip.SHIFTED, rotated.repair, rotated.results)
        if not any(_explains_all(other, mixup) for other in found.values()):
            found[frozenset(mixup.repair.items())] = mixup
    return list(found.values())


def _explains_all(mixup: Mixup, other: Mixup) -> bool:
    """Whether a slip explains what another does."""
    return set(mixup.results) >= set(other.results)


def _of_blank_rows(equations: Equations) -> Iterator[_Attempt]:
    """Yield for each row that is zero throughout the amounts that equations with other rows ask for."""
    for rows in row_groups(equations.detail.values()):
        for row in rows:
            cells = frozenset(row.values())
            if _is_broken(row, equations) and not any(map(equations.filed, cells)):
                solved = {cell: equations.solved(cell, {}, cells) for cell in row.values()}
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
    for rows in row_groups(equations.detail.values()):
        suspect = [index for index, row in enumerate(rows) if _is_broken(row, equations)]
        for first, last in combinations(suspect, 2):
            one, other = rows[first], rows[last]
            pairs = [(one[name], other[name]) for name in one if name in other]
            yield _exchanged(Slip.ROWS, pairs, equations)
            between = rows[first : last + 1]
            yield from _shifted(between, equations)
            yield from _shifted(between[::-1], equations)


def _of_repeated(equations: Equations, likely_slip: LikelySlip) -> Iterator[_Attempt]:
    """Yield for each amount that several columns of a row have what equations ask for in all of them, if that
    became it by a clear slip.
    """
    for rows in row_groups(equations.detail.values()):
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


def _is_broken(cells: Column | Row, equations: Equations) -> bool:
    return not equations.broken.isdisjoint(cells.values())


def _exchanged(slip: Slip, pairs: Iterable[tuple[CellOrigin, CellOrigin]], equations: Equations) -> _Attempt:
    filed = equations.filed
    moved = [(cell, filed(other)) for one, two in pairs for cell, other in ((one, two), (two, one))]
    return _Attempt(slip, dict(moved))


def _shifted(rows: Sequence[Row], equations: Equations) -> Iterator[_Attempt]:
    """Yield every row's amounts put back into the row before; those of the last, overwritten, are solved for.

    Nothing where an equation speaks against it, or fewer than two rows change by it: then none has moved.
    """
    repair = {
        row[name]: equations.filed(after[name])
        for row, after in pairwise(rows)
        for name in row
        if name in after
    }
    lost = frozenset(rows[-1].values())
    if equations.refuted(repair, lost):
        return
    solved = {
        cell: amount
        for cell in rows[-1].values()
        if (amount := equations.solved(cell, repair, lost)) is not None
    }
    changed = {cell for cell, amount in (repair | solved).items() if amount != equations.filed(cell)}
    if sum(not changed.isdisjoint(row.values()) for row in rows) > 1:
        yield _Attempt(Slip.SHIFTED, repair | solved, len(changed & lost))
