"""Rows whose amounts all moved among themselves, as when cells are put in above and as many lost below.

Their sum stays the same, and where the rows begin and end no equation may tell. So only what every run that
mends the equations agrees on counts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from converter.figures import CellOrigin, SheetOrigin
from converter.rules.causes.equations import Equations, Repair
from converter.rules.causes.positions import FAR, NEAR, RowCells
from converter.rules.checks.result import CheckResult

FEWEST_EQUATIONS_MENDED = 2
"""One may hold by chance."""

MOST_ROWS = 60
"""Of a panel, from the first that an equation that fails uses: in more, runs are not sought further down."""


class RotatedRows(Struct, frozen=True):
    """What the cells should hold that certainly moved, and the broken equations this explains."""

    repair: Repair
    results: tuple[CheckResult, ...]


def find_rotated_rows(equations: Equations) -> Iterator[RotatedRows]:
    """Yield the runs of rows that mend all they touch, those of the panels of one table together.

    All columns of a run moved, or one of them, by one row or else by more.
    """
    found = _rotated_by(NEAR, equations) or _rotated_by(FAR, equations)
    for several in found.values():
        repair = {cell: amount for each in several for cell, amount in each.repair.items()}
        results = dict.fromkeys(result for each in several for result in each.results)
        yield RotatedRows(repair, tuple(results))


def _rotated_by(
    steps: Sequence[int], equations: Equations
) -> dict[tuple[SheetOrigin, int], list[RotatedRows]]:
    """Return the runs that moved by so many rows, by sheet and step."""
    found: dict[tuple[SheetOrigin, int], list[RotatedRows]] = {}
    for rows in equations.row_groups:
        broken = [at for at, row in enumerate(rows) if not equations.broken.isdisjoint(row.values())]
        if not broken:
            continue
        near = rows[max(0, broken[0] - MOST_ROWS // 2) :][:MOST_ROWS]
        columns = dict.fromkeys(name for row in near for name in row)
        for step in steps:
            tried = (
                _rotated(near, names, step, equations)
                for names in (tuple(columns), *zip(columns, strict=False))
            )
            if rotated := next(filter(None, tried), None):
                sheet = next(iter(rows[0].values())).on_sheet
                found.setdefault((sheet, step), []).append(rotated)
    return found


def _rotated(
    rows: Sequence[RowCells], names: Sequence[str], step: int, equations: Equations
) -> RotatedRows | None:
    """Return what the runs agree on that mend as much as any does, None if none mends enough.

    Most runs are not tried: a row in them can't have the amounts that it would get.
    """
    broken = [at for at, row in enumerate(rows) if any(row.get(name) in equations.broken for name in names)]
    misfits = _misfits(rows, names, step, equations)
    mending = [
        (repair, mended)
        for top, bottom in combinations(range(len(rows)), 2)
        if any(top <= at <= bottom for at in broken)
        and not any(top <= min(at, at + step) and max(at, at + step) <= bottom for at in misfits)
        and (repair := _put_back(rows[top : bottom + 1], names, step, equations))
        and len(mended := equations.mended(repair)) >= FEWEST_EQUATIONS_MENDED
    ]
    most = max((len(mended) for _, mended in mending), default=0)
    best = [each for each in mending if len(each[1]) == most]
    common = set(best[0][0].items()).intersection(*(repair.items() for repair, _ in best)) if best else set()
    return RotatedRows(dict(sorted(common, key=_place)), best[0][1]) if len(common) > 1 else None


def _misfits(rows: Sequence[RowCells], names: Sequence[str], step: int, equations: Equations) -> list[int]:
    """Return the rows that can't have the amounts of the one so many rows away, whatever others get."""
    uses = Counter(row[name] for row in rows for name in names if name in row)
    found = []
    for at in range(max(0, -step), len(rows) - max(0, step)):
        own = {cell for cell in rows[at].values() if uses[cell] == 1}
        repair = _given(rows[at], rows[at + step], names, equations)
        if repair and equations.refuted(repair, uses.keys() - own):
            found.append(at)
    return found


def _put_back(
    run: Sequence[RowCells], names: Sequence[str], step: int, equations: Equations
) -> dict[CellOrigin, Decimal]:
    """Return what the cells of a run should hold if each has the amount of one so many rows away."""
    repair: dict[CellOrigin, Decimal] = {}
    for nth, row in enumerate(run):
        repair |= _given(row, run[(nth + step) % len(run)], names, equations)
    return repair


def _given(
    row: RowCells, other: RowCells, names: Sequence[str], equations: Equations
) -> dict[CellOrigin, Decimal]:
    """Return what changes in the cells of a row that get the amounts of another."""
    return {
        row[name]: amount
        for name in names
        if name in row
        and name in other
        and (amount := equations.filed(other[name])) != equations.filed(row[name])
    }


def _place(item: tuple[CellOrigin, Decimal]) -> tuple[str, int, int]:
    cell = item[0]
    return (cell.sheet, *cell.at)
