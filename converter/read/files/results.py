"""Worksheets with the results of their formulas: saved ones that stand, and those worked out again."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from converter.figures import position
from converter.read.files.cells import Scalar, amount, decimals
from converter.read.files.format import Worksheet
from converter.read.files.formulas import Solution
from converter.read.files.grid import Grid

_NOISE, _LEAST = 1e-12, 1e-9  # what binary arithmetic may lose, as a part of the largest amount, and at most
_FARTHEST_ROWS, _FARTHEST_COLUMNS = 1000, 100  # beyond a sheet's filled cells; a total is next to them

CellValues = Mapping[str, Mapping[str, Scalar]]
"""Values by sheet and cell."""


def solutions_of(sheets: Sequence[Worksheet], given: CellValues | None = None) -> dict[str, Solution]:
    """Return by sheet what its formulas give; `given` are results from elsewhere."""
    if not any(sheet.formulas.texts or sheet.formulas.failed for sheet in sheets):
        return {}
    from converter.read.files.formulas.solve import solve  # most workbooks hold none

    formulas = {sheet.grid.name: sheet.formulas for sheet in sheets}
    return solve(formulas, {sheet.grid.name: sheet.grid.rows for sheet in sheets}, given)


def with_results(grid: Grid, solution: Solution) -> Grid:
    """Return a sheet with the results its formulas give; cells whose result is not known are empty."""
    stale = [result.cell for result in solution.stale]
    unknown = [*stale, *solution.circular, *solution.faulty, *solution.lacking]
    values = solution.computed | solution.exact | dict.fromkeys(unknown, "")
    if not (values or solution.unchecked):
        return grid
    return replace(
        grid,
        rows=_filled_in(grid.rows, values) if values else grid.rows,
        uncomputed=frozenset(unknown),
        stale=tuple(solution.stale),
        circular=frozenset(solution.circular),
        unchecked=frozenset(solution.unchecked),
    )


def results_in(recalculated: Worksheet, cells: Sequence[str]) -> dict[str, Scalar]:
    """Return the results of cells in a sheet that another program computed, without binary noise."""
    grid, failed = recalculated.grid, recalculated.formulas.failed
    known = [(cell, *position(cell)) for cell in cells if cell not in failed]
    found = {cell: _as_the_column(grid, row, column) for cell, row, column in known}
    return {cell: value for cell, value in found.items() if value != ""}


def _as_the_column(grid: Grid, row: int, column: int) -> Scalar:
    """Return a cell's value; a number that only noise keeps from its column's granularity, without noise."""
    value = grid.cell(row, column)
    if not isinstance(value, float):
        return value
    others = [amount(line[column]) for nth, line in enumerate(grid.rows) if nth != row and column < len(line)]
    numbers = [number for number in others if number is not None]
    rounded = round(value, max(map(decimals, numbers), default=0))
    noise = _NOISE * max(map(abs, map(float, numbers)), default=0.0)
    return rounded if abs(value - rounded) <= max(noise, _LEAST) else value


def _filled_in(rows: Iterable[Sequence[Scalar]], values: Mapping[str, Scalar]) -> list[list[Scalar]]:
    """Return rows with those values in their cells, longer where a cell lies just beyond."""
    filled = [list(row) for row in rows]
    last_row = len(filled) + _FARTHEST_ROWS
    last_column = max(map(len, filled), default=0) + _FARTHEST_COLUMNS
    for cell, value in values.items():
        row, column = position(cell)
        if row < last_row and column < last_column:
            filled += ([] for _ in range(len(filled), row + 1))
            line = filled[row]
            line += [""] * (column + 1 - len(line))
            line[column] = value
    return filled
