"""Rows whose amounts all moved by one among themselves, as when a cell is put in above and one is lost below.

Their sum stays the same, and where the rows begin and end no equation may tell. So only what every run that
mends the equations agrees on counts.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.figures import CellOrigin, position
from converter.rules.causes.equations import Equations, Repair
from converter.rules.causes.positions import Row, row_groups
from converter.rules.checks.result import CheckResult

FEWEST_EQUATIONS_MENDED = 2
"""One may hold by chance."""

FARTHEST = 40
"""Rows beyond the outermost equation that does not hold: so far runs are sought."""


class RotatedRows(Struct, frozen=True):
    """What the cells should hold that certainly moved, and the broken equations this explains."""

    repair: Repair
    results: tuple[CheckResult, ...]


def find_rotated_rows(equations: Equations) -> Iterator[RotatedRows]:
    """Yield the runs of rows that mend all they touch, those of the panels of one table together."""
    found: dict[tuple[object, int], list[RotatedRows]] = {}
    for rows in row_groups(equations.detail.values()):
        broken = [at for at, row in enumerate(rows) if not equations.broken.isdisjoint(row.values())]
        for step in (1, -1) if broken else ():
            if rotated := _rotated(rows, broken[0], broken[-1], step, equations):
                sheet = next(iter(rows[0].values())).on_sheet
                found.setdefault((sheet, step), []).append(rotated)
    for several in found.values():
        repair = {cell: amount for each in several for cell, amount in each.repair.items()}
        results = dict.fromkeys(result for each in several for result in each.results)
        yield RotatedRows(repair, tuple(results))


def _rotated(
    rows: Sequence[Row], first: int, last: int, step: int, equations: Equations
) -> RotatedRows | None:
    """Return what the runs over the rows from `first` to `last` agree on that mend as much as any does."""
    mending: list[tuple[dict[CellOrigin, Decimal], tuple[CheckResult, ...]]] = []
    for top in range(max(0, first - FARTHEST), first + 1):
        for bottom in range(last, min(len(rows), last + FARTHEST)):
            run = rows[top : bottom + 1]
            repair = _put_back(run, step, equations)
            mended = equations.mended(repair) if len(repair) > 1 else ()
            if len(mended) >= FEWEST_EQUATIONS_MENDED:
                mending.append((repair, mended))
    if not mending:
        return None
    most = max(len(mended) for _, mended in mending)
    best = [(repair.items(), mended) for repair, mended in mending if len(mended) == most]
    common = set(best[0][0]).intersection(*(items for items, _ in best))
    return RotatedRows(dict(sorted(common, key=_place)), best[0][1]) if common else None


def _put_back(run: Sequence[Row], step: int, equations: Equations) -> dict[CellOrigin, Decimal]:
    """Return what the cells of a run should hold if each has the amount of the one before, or behind it."""
    repair = {}
    for nth, row in enumerate(run):
        other = run[(nth + step) % len(run)]
        for name in row.keys() & other.keys():
            if (amount := equations.filed(other[name])) != equations.filed(row[name]):
                repair[row[name]] = amount
    return repair


def _place(item: tuple[CellOrigin, Decimal]) -> tuple[str, int, int]:
    cell = item[0]
    return (cell.sheet, *position(cell.cell))
