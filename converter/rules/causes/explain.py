"""What is wrong at the root, sheet by sheet and then cell by cell, and all that follows from each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from converter.figures import CellOrigin, Derived, Figure, Ledger, Outcome
from converter.rules.causes.cells import Cause, Slipped, find_causes
from converter.rules.causes.last_year import LastYearSheet, find_last_year_sheets
from converter.rules.causes.units import UnitSlip, find_unit_slips
from converter.rules.checks.checks import CheckResult

Root = TypeVar("Root", bound=UnitSlip | LastYearSheet | Cause)
IsWrong = Callable[[CellOrigin], bool]


@dataclass(frozen=True, slots=True)
class Roots:
    """The sheets in a wrong unit, those of last year, the wrong cells, and the verdicts left unexplained."""

    units: list[UnitSlip]
    stale: list[LastYearSheet]
    causes: list[Cause]
    left: list[CheckResult]


def find_roots(
    verdicts: Sequence[CheckResult], ledger: Ledger, scales: Mapping[str, Decimal], slipped: Slipped
) -> Roots:
    """Return what explains the verdicts that do not hold; `slipped` tells a cell's likely slip."""
    if all(verdict.outcome is not Outcome.DIFFERS for verdict in verdicts):
        return Roots([], [], [], list(verdicts))
    left = _Left(verdicts, ledger)
    units = left.explained(find_unit_slips(left.verdicts, scales), lambda slip: _on_sheet(slip.figure))
    stale = left.explained(
        find_last_year_sheets(left.verdicts, ledger), lambda each: _on_sheet(each.wrong[0].figure)
    )
    causes = left.explained(find_causes(left.verdicts, slipped), _in_cells)
    return Roots(units, stale, causes, left.verdicts)


class _Left:
    """The verdicts no root explains yet."""

    def __init__(self, verdicts: Sequence[CheckResult], ledger: Ledger) -> None:
        self.verdicts, self._ledger = list(verdicts), ledger

    def explained(self, roots: Sequence[Root], of: Callable[[Root], IsWrong]) -> list[Root]:
        """Take away what the roots explain, and return them with what follows through measures as well.

        A verdict on measures has no part in finding a root, for it is not known which amount it asks for.
        """
        self._remove(verdict for root in roots for verdict in root.verdicts)
        return [replace(root, verdicts=(*root.verdicts, *self._following(of(root)))) for root in roots]

    def _following(self, is_wrong: IsWrong) -> list[CheckResult]:
        """Take away and return what follows, through measures, from cells that are wrong."""
        more = [v for v in self.verdicts if _follows(v) and any(map(is_wrong, self._behind(v.used)))]
        self._remove(more)
        return more

    def _remove(self, verdicts: Iterator[CheckResult] | Sequence[CheckResult]) -> None:
        gone = {id(verdict) for verdict in verdicts}
        self.verdicts = [verdict for verdict in self.verdicts if id(verdict) not in gone]

    def _behind(self, figures: Sequence[Figure]) -> Iterator[CellOrigin]:
        """Yield the cells that figures come from, through formulas."""
        for figure in figures:
            if isinstance(figure.origin, Derived):
                inputs = map(self._ledger.find_any, figure.origin.inputs)
                yield from self._behind([each for each in inputs if each])
            else:
                yield figure.origin


def _follows(verdict: CheckResult) -> bool:
    """Whether a verdict that does not hold is on measures, or no equation: no root can be found by it."""
    through = not any(verdict.signs) or any(figure.cell is None for figure in verdict.used)
    return through and verdict.outcome is Outcome.DIFFERS


def _on_sheet(figure: Figure) -> IsWrong:
    assert figure.cell
    sheet = figure.cell.on_sheet
    return lambda cell: cell.on_sheet == sheet


def _in_cells(cause: Cause) -> IsWrong:
    wrong = {each.figure.cell for each in cause.wrong}
    return lambda cell: cell in wrong
