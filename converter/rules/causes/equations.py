"""The equations that checks judged, by the cells they use: what a repair of some cells would mend."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from converter.figures import CellOrigin, Figure, Outcome, Severity
from converter.rules.causes.grid import is_line
from converter.rules.checks.checks import CheckResult

ZERO = Decimal(0)
Repair = Mapping[CellOrigin, Decimal]
"""Cells taken for wrong, with the amounts they should hold."""


class Wrong(NamedTuple):
    """A figure as filed, and the amount it should hold."""

    figure: Figure
    expected: Decimal


class Equations:
    """What was judged, by cell.

    `figures` has what any check used, by cell; `lines` those of detail lines, which may share a cell with
    an item. `broken` are the cells of equations that must hold and do not.
    """

    def __init__(self, verdicts: Iterable[CheckResult]) -> None:
        self._by_cell: dict[CellOrigin, list[CheckResult]] = {}
        self.figures: dict[CellOrigin, Figure] = {}
        self.lines: dict[CellOrigin, Figure] = {}
        for verdict in verdicts:
            for figure, sign in zip(verdict.used, verdict.signs, strict=True):
                if cell := figure.cell:
                    self.figures.setdefault(cell, figure)
                    if is_line(figure):
                        self.lines.setdefault(cell, figure)
                    if sign and verdict.left.amount is not None and verdict.right.amount is not None:
                        self._by_cell.setdefault(cell, []).append(verdict)
        self.broken = frozenset(
            cell for cell, several in self._by_cell.items() if any(map(is_broken, several))
        )

    def filed(self, cell: CellOrigin) -> Decimal:
        """Return the amount in a cell, a blank taken for nil."""
        return self.figures[cell].value or ZERO

    def mended(self, repair: Repair) -> tuple[CheckResult, ...]:
        """Return the broken equations a repair mends; none unless all that use its cells then hold."""
        touched = {id(verdict): verdict for cell in repair for verdict in self._by_cell.get(cell, ())}
        if not all(self._holds(verdict, repair) for verdict in touched.values()):
            return ()
        return tuple(verdict for verdict in touched.values() if is_broken(verdict))

    def solved(self, cell: CellOrigin, repair: Repair, open_cells: frozenset[CellOrigin]) -> Decimal | None:
        """Return the amount a cell must hold beside a repair, by an equation with no other open cell."""
        for verdict in self._by_cell.get(cell, ()):
            unknown = [figure.cell for figure in verdict.used if figure.cell in open_cells]
            if unknown == [cell]:
                rest = _gap(verdict) + _change(verdict, repair)
                sign = next(s for f, s in zip(verdict.used, verdict.signs, strict=True) if f.cell == cell)
                return self.filed(cell) - sign * rest
        return None

    def _holds(self, verdict: CheckResult, repair: Repair) -> bool:
        rest = _gap(verdict) + _change(verdict, repair)
        return abs(rest) <= verdict.left.error + verdict.right.error


def is_broken(verdict: CheckResult) -> bool:
    """Whether an equation that must hold does not."""
    return (
        verdict.outcome is Outcome.DIFFERS and verdict.check.severity is Severity.ERROR and any(verdict.signs)
    )


def mending(figure: Figure, verdict: CheckResult) -> Decimal:
    """Return the amount of the figure with which the equation would hold."""
    sign = next(s for f, s in zip(verdict.used, verdict.signs, strict=True) if f.cell == figure.cell)
    return (figure.value or ZERO) - sign * _gap(verdict)


def _gap(verdict: CheckResult) -> Decimal:
    return (verdict.left.amount or ZERO) - (verdict.right.amount or ZERO)


def _change(verdict: CheckResult, repair: Repair) -> Decimal:
    """Return by how much a repair changes left minus right."""
    changed = (
        sign * (repair[cell] - (figure.value or ZERO))
        for figure, sign in zip(verdict.used, verdict.signs, strict=True)
        if (cell := figure.cell) and cell in repair
    )
    return sum(changed, ZERO)
