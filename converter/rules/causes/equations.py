"""The equations that checks judged, by the cells they use: what a repair of some cells would mend."""

from collections.abc import Iterable, Iterator, Mapping, Set
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from converter.figures import ZERO, CellOrigin, Figure, Severity
from converter.rules.causes.positions import RowCells, is_of_detail, row_groups
from converter.rules.checks.result import CheckResult

Repair = Mapping[CellOrigin, Decimal]
"""Cells supposed to be wrong, with the amounts they should hold."""


class WrongCell(Struct, frozen=True):
    """A figure as filed, and the amount its cell should hold."""

    figure: Figure
    expected: Decimal


class Equations:
    """What was judged, by cell.

    `figures` has what any check used, by cell; `detail` those of detail rows, which may share a cell with
    an item. `broken` are the cells of equations that must hold and do not.
    """

    def __init__(self, results: Iterable[CheckResult]) -> None:
        self._by_cell: dict[CellOrigin, list[tuple[CheckResult, int]]] = {}
        self.figures: dict[CellOrigin, Figure] = {}
        self.detail: dict[CellOrigin, Figure] = {}
        for result in results:
            for figure, sign in result.terms:
                if cell := figure.cell:
                    self.figures.setdefault(cell, figure)
                    if is_of_detail(figure):
                        self.detail.setdefault(cell, figure)
                    if sign and result.has_both_sides:
                        self._by_cell.setdefault(cell, []).append((result, sign))
        self.broken = frozenset(
            cell for cell, using in self._by_cell.items() if any(is_broken(result) for result, _ in using)
        )

    @cached_property
    def row_groups(self) -> tuple[list[RowCells], ...]:
        """The groups of detail rows of every sheet."""
        return tuple(row_groups(self.detail.values()))

    def filed(self, cell: CellOrigin) -> Decimal:
        """Return the amount in a cell, zero for a blank one."""
        return self.figures[cell].value or ZERO

    def mended(self, repair: Repair) -> tuple[CheckResult, ...]:
        """Return the broken equations a repair mends; none unless all that use what it changes then hold."""
        gaps = self._gaps_after(repair)
        if any(abs(gap) > result.allowed for result, gap in gaps.items()):
            return ()
        return tuple(filter(is_broken, gaps))

    def refuted(self, repair: Repair, unknown: Set[CellOrigin]) -> bool:
        """Whether an equation would not hold after a repair, whatever is in the `unknown` cells."""
        return any(
            abs(gap) > result.allowed and unknown.isdisjoint(_cells(result))
            for result, gap in self._gaps_after(repair).items()
        )

    def solved(self, cell: CellOrigin, repair: Repair, unknown: frozenset[CellOrigin]) -> Decimal | None:
        """Return the amount a cell must hold beside a repair, by an equation with no other `unknown` cell."""
        for result, sign in self._by_cell.get(cell, ()):
            if [used for used in _cells(result) if used in unknown] == [cell]:
                gap = self._gaps_after(repair).get(result, result.gap)
                return self.filed(cell) - sign * gap
        return None

    def demanded(self, cell: CellOrigin) -> Iterator[Decimal]:
        """Yield the amounts with which the broken equations that use a cell would hold."""
        for result, sign in self._by_cell.get(cell, ()):
            if is_broken(result):
                yield self.filed(cell) - sign * result.gap

    def _gaps_after(self, repair: Repair) -> dict[CheckResult, Decimal]:
        """Return left minus right once a repair is made, of the equations that use what it changes."""
        gaps: dict[CheckResult, Decimal] = {}
        for cell, amount in repair.items():
            if change := amount - self.filed(cell):
                for result, sign in self._by_cell.get(cell, ()):
                    gaps[result] = gaps.get(result, result.gap) + sign * change
        return gaps


def is_broken(result: CheckResult) -> bool:
    """Whether an equation that must hold does not."""
    return result.differs and result.check.severity is Severity.ERROR and result.is_equality


def mending(figure: Figure, result: CheckResult) -> Decimal:
    """Return the amount of the figure with which the equation would hold."""
    return (figure.value or ZERO) - result.sign_of(figure.cell) * result.gap


def _cells(result: CheckResult) -> list[CellOrigin | None]:
    return [figure.cell for figure in result.used]
