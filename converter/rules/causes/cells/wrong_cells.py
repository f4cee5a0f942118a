"""Find what is wrong behind several findings: the amounts that would make the equations hold.

A cell is wrong when one other amount in its place would satisfy the equations it breaks, and no
equation that holds now speaks against it; several cells, when their amounts are only in each other's
places. What explains most comes first; where two explain equally much, neither counts, and the findings
stay as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from converter.diagnosis import BY_CHANCE, Slip
from converter.figures import CellOrigin, Figure, SheetOrigin
from converter.rules.causes.cells.miscounts import find_miscount
from converter.rules.causes.cells.mixups import LikelySlip, Mixup, find_mixups
from converter.rules.causes.equations import Equations, WrongCell, is_broken, mending
from converter.rules.causes.positions import sheet_of
from converter.rules.checks.result import CheckResult


class WrongCells(Struct, frozen=True):
    """Cells that are wrong together, the results this explains, and how it may have come about.

    `part` is the figure that a total counts twice or leaves out, `unit` that of amounts entered in another
    than asked for. `instead` are cells that may as well be
    those left blank, cause by cause.
    """

    cells: tuple[WrongCell, ...]
    results: tuple[CheckResult, ...]
    slip: Slip | None
    part: Figure | None = None
    instead: tuple[tuple[WrongCell, ...], ...] = ()
    unit: str = ""

    def makes_wrong(self, cell: CellOrigin) -> bool:
        """Whether it is one of the cells."""
        return any(cell == wrong.figure.cell for cells in (self.cells, *self.instead) for wrong in cells)


class _Suspect(Struct, frozen=True):
    """A possible cause; `against` counts the equations of its cells that would not hold with it."""

    cause: WrongCells
    against: int

    @property
    def balance(self) -> int:
        """How many more results it explains than speak against it."""
        return len(self.cause.results) - self.against

    @property
    def weight(self) -> tuple[int, int, bool, int]:
        """What suspects are ordered by: among those of equal balance a clear slip, then fewer cells."""
        return self.balance, -self.against, _is_clear(self.cause), -len(self.cause.cells)

    def shares(self, other: "_Suspect") -> bool:
        """Whether both claim to explain some same result."""
        return not set(self.cause.results).isdisjoint(other.cause.results)

    def is_blank_like(self, other: "_Suspect") -> bool:
        """Whether both say that cells of a sheet were left blank, and explain the very same by it."""
        one, two = self.cause, other.cause
        alike = one.slip is two.slip is Slip.LEFT_BLANK and set(one.results) == set(two.results)
        return alike and sheet_of(one.cells[0].figure) == sheet_of(two.cells[0].figure)


class _Demand(Struct, frozen=True):
    """The amount with which an equation that a cell breaks would hold."""

    amount: Decimal
    result: CheckResult

    def agrees(self, other: "_Demand") -> bool:
        """Whether both ask for the same amount, as far as their printed digits tell."""
        return abs(self.amount - other.amount) <= self.result.allowed + other.result.allowed


class _Search:
    """Looks for causes among what was judged."""

    def __init__(
        self, results: Sequence[CheckResult], likely_slip: LikelySlip, entered: frozenset[str]
    ) -> None:
        self._likely_slip, self._equations, self._entered = likely_slip, Equations(results), entered
        holding = _by_cell(result for result in results if result.holds)
        self._holding = {cell: len(using) for cell, using in holding.items()}
        self._mixups = [self._mixed_up(mixup) for mixup in find_mixups(self._equations, likely_slip)]

    def weightiest(self, broken: Sequence[CheckResult]) -> WrongCells | None:
        """Return the cause that explains most; None where each has a rival for as much of the same.

        Rivals that all are cells left blank, and explain the very same, are one cause.
        """
        suspects = sorted(self._suspects(broken), key=lambda suspect: suspect.weight, reverse=True)
        for suspect in suspects:
            if suspect.balance <= 0:
                return None
            rivals = [
                other
                for other in suspects
                if other is not suspect and other.weight >= suspect.weight and other.shares(suspect)
            ]
            if all(map(suspect.is_blank_like, rivals)):
                return replace(suspect.cause, instead=tuple(rival.cause.cells for rival in rivals))
        return None

    def _suspects(self, broken: Sequence[CheckResult]) -> Iterable[_Suspect]:
        unexplained = set(broken)
        yield from (mixup for mixup in self._mixups if unexplained.issuperset(mixup.cause.results))
        yield from (self._single(cell, results) for cell, results in _by_cell(broken).items())

    def _mixed_up(self, mixup: Mixup) -> _Suspect:
        figures = self._equations.figures
        cells = (WrongCell(figures[cell], expected) for cell, expected in mixup.repair.items())
        return _Suspect(WrongCells(tuple(cells), mixup.results, mixup.slip), 0)

    def _single(self, cell: CellOrigin, results: Sequence[CheckResult]) -> _Suspect:
        """Return a cell of broken equations with the amount that mends most of them."""
        figure = next(figure for figure in results[0].used if figure.cell == cell)
        demands = [_Demand(mending(figure, result), result) for result in results]
        best = max(demands, key=lambda demand: sum(map(demand.agrees, demands)))
        explained = tuple(demand.result for demand in demands if best.agrees(demand))
        against = self._holding.get(cell, 0) + len(results) - len(explained)
        wrong = WrongCell(figure, best.amount)
        return _Suspect(self._explained(wrong, explained), against)

    def _explained(self, wrong: WrongCell, results: tuple[CheckResult, ...]) -> WrongCells:
        """Return the cause with the slip that it shows, or the part that a total has miscounted."""
        slip = self._likely_slip(wrong.figure, wrong.expected)
        if slip is Slip.UNIT and self._is_in_larger_unit(wrong):
            slip = None
        if slip is None or slip in BY_CHANCE:
            beside = () if slip else self._equations.figures.values()
            if found := find_miscount(wrong, results, beside):
                return WrongCells((wrong,), results, found.slip, found.part)
        return WrongCells((wrong,), results, slip)

    def _is_in_larger_unit(self, wrong: WrongCell) -> bool:
        """Whether an entry would be in a larger unit than asked for: the cells beside it are in a smaller."""
        cell, filed = wrong.figure.cell, wrong.figure.value or Decimal(0)
        return bool(cell and cell.form in self._entered) and abs(filed) < abs(wrong.expected)


def find_wrong_cells(
    results: Sequence[CheckResult], likely_slip: LikelySlip, entered: frozenset[str] = frozenset()
) -> list[WrongCells]:
    """Return the causes found, the weightiest first; `entered` are the forms of the supplement.

    Results on measures are left out: no equation shows how these rest on a cell.
    """
    filed = [result for result in results if all(figure.cell for figure in result.used)]
    broken = [result for result in filed if is_broken(result)]
    if not broken:
        return []
    search, causes = _Search(filed, likely_slip, entered), []
    while (cause := search.weightiest(broken)) is not None:
        causes.append(cause)
        broken = [result for result in broken if result not in cause.results]
    return list(_shifts_together(causes))


def _shifts_together(causes: Iterable[WrongCells]) -> Iterator[WrongCells]:
    """Yield the causes, rows shifted in several panels of a sheet as one."""
    shifts: dict[SheetOrigin, list[WrongCells]] = {}
    for cause in causes:
        if cause.slip is Slip.SHIFTED:
            shifts.setdefault(sheet_of(cause.cells[0].figure), []).append(cause)
        else:
            yield cause
    for several in shifts.values():
        cells = tuple(wrong for cause in several for wrong in cause.cells)
        results = dict.fromkeys(result for cause in several for result in cause.results)
        yield WrongCells(cells, tuple(results), Slip.SHIFTED)


def _is_clear(cause: WrongCells) -> bool:
    """Whether a slip is seen that hardly comes about by chance; for a zero, by more than one equation."""
    if cause.slip is Slip.LEFT_BLANK:
        return len(cause.results) > 1
    return cause.slip is not None and cause.slip not in BY_CHANCE


def _by_cell(results: Iterable[CheckResult]) -> dict[CellOrigin, list[CheckResult]]:
    found: dict[CellOrigin, list[CheckResult]] = {}
    for result in results:
        for figure, sign in result.terms:
            if sign and figure.cell and figure.value is not None:
                found.setdefault(figure.cell, []).append(result)
    return found
