"""Find what is wrong behind several findings: the amounts that would make the equations hold.

A cell is blamed when one other amount in its place would satisfy the equations it breaks, and no
equation that holds now speaks against it; several cells, when their amounts only stand in each other's
places. What explains most is blamed first; where two explain alike, neither is, and the findings stay as
they are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from converter.diagnosis import TELLING, Slip
from converter.figures import CellOrigin, Figure, Outcome
from converter.rules.causes.equations import ZERO, Equations, Wrong, is_broken, mending
from converter.rules.causes.miscounts import miscount
from converter.rules.causes.mixups import Mixup, find_mixups
from converter.rules.checks.checks import CheckResult

Slipped = Callable[[Figure, Decimal], Slip | None]


@dataclass(frozen=True, slots=True)
class Cause:
    """Cells taken for wrong together, the verdicts this explains, and how it may have come about.

    `part` is the figure that a total counts twice or leaves out.
    """

    wrong: tuple[Wrong, ...]
    verdicts: tuple[CheckResult, ...]
    slip: Slip | None
    part: Figure | None = None


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A possible cause; `against` counts the equations that hold now and then would not."""

    cause: Cause
    against: int

    @property
    def weight(self) -> tuple[int, int, bool, int]:
        """What it explains less what speaks against it; among equals a telling slip, then fewer cells."""
        cause = self.cause
        explained = len(cause.verdicts) - self.against
        return explained, -self.against, cause.slip in TELLING, -len(cause.wrong)

    def shares(self, other: "_Suspect") -> bool:
        """Whether both claim to explain some same verdict."""
        own = {id(verdict) for verdict in self.cause.verdicts}
        return any(id(verdict) in own for verdict in other.cause.verdicts)


class _Search:
    """Looks for causes among what was judged; `slipped` tells a cell's likely slip."""

    def __init__(self, verdicts: Sequence[CheckResult], slipped: Slipped) -> None:
        self._slipped, self._equations = slipped, Equations(verdicts)
        self._holding = {
            cell: len(several)
            for cell, several in _by_cell(
                v for v in verdicts if v.outcome in (Outcome.HOLDS, Outcome.ROUNDING)
            ).items()
        }
        self._mixups = [self._mixed(mixup) for mixup in find_mixups(self._equations)]

    def weightiest(self, broken: Sequence[CheckResult]) -> Cause | None:
        """Return the cause that explains most; None where each has a rival for as much of the same."""
        suspects = sorted(self._suspects(broken), key=lambda suspect: suspect.weight, reverse=True)
        for index, suspect in enumerate(suspects):
            if suspect.weight[0] <= 0:
                return None
            rivals = [
                other for at, other in enumerate(suspects) if at != index and other.weight >= suspect.weight
            ]
            if not any(other.shares(suspect) for other in rivals):
                return suspect.cause
        return None

    def _suspects(self, broken: Sequence[CheckResult]) -> Iterable[_Suspect]:
        open_ = {id(verdict) for verdict in broken}
        for mixed in self._mixups:
            if all(id(verdict) in open_ for verdict in mixed.cause.verdicts):
                yield mixed
        yield from (self._single(cell, verdicts) for cell, verdicts in _by_cell(broken).items())

    def _mixed(self, mixup: Mixup) -> _Suspect:
        wrong = (Wrong(self._equations.figures[cell], to) for cell, to in mixup.repair.items())
        return _Suspect(Cause(tuple(wrong), mixup.verdicts, mixup.slip), 0)

    def _single(self, cell: CellOrigin, verdicts: Sequence[CheckResult]) -> _Suspect:
        """Return a cell of broken equations with the amount that mends most of them."""
        figure = next(f for f in verdicts[0].used if f.cell == cell)
        mended = [(mending(figure, verdict), verdict) for verdict in verdicts]
        best = max(mended, key=lambda each: sum(_alike(each, other) for other in mended))
        explained = tuple(verdict for each in mended if _alike(best, each) for verdict in [each[1]])
        against = self._holding.get(cell, 0) + len(verdicts) - len(explained)
        return _Suspect(self._explained(Wrong(figure, best[0]), explained), against)

    def _explained(self, wrong: Wrong, verdicts: tuple[CheckResult, ...]) -> Cause:
        """Return the cause with the slip that it shows, or the part that a total has miscounted."""
        slip = self._slipped(*wrong)
        if slip in TELLING:
            return Cause((wrong,), verdicts, slip)
        beside = () if slip else self._equations.figures.values()
        found = miscount(*wrong, verdicts, beside)
        return Cause((wrong,), verdicts, *(found or (slip,)))


def find_causes(verdicts: Sequence[CheckResult], slipped: Slipped) -> list[Cause]:
    """Return the causes found, the weightiest first; `slipped` tells a cell's likely slip.

    Verdicts on measures are left out: how these rest on a cell no equation tells.
    """
    filed = [verdict for verdict in verdicts if all(figure.cell for figure in verdict.used)]
    broken = [verdict for verdict in filed if is_broken(verdict)]
    if not broken:
        return []
    search, causes = _Search(filed, slipped), []
    while (cause := search.weightiest(broken)) is not None:
        causes.append(cause)
        explained = {id(verdict) for verdict in cause.verdicts}
        broken = [verdict for verdict in broken if id(verdict) not in explained]
    return causes


def _by_cell(verdicts: Iterable[CheckResult]) -> dict[CellOrigin, list[CheckResult]]:
    found: dict[CellOrigin, list[CheckResult]] = {}
    for verdict in verdicts:
        for figure, sign in zip(verdict.used, verdict.signs, strict=True):
            if sign and figure.cell and figure.value is not None:
                found.setdefault(figure.cell, []).append(verdict)
    return found


def _alike(one: tuple[Decimal, CheckResult], other: tuple[Decimal, CheckResult]) -> bool:
    """Whether two equations ask for the same amount, as far as their printed digits tell."""
    allowed = sum((side.error for _, v in (one, other) for side in (v.left, v.right)), ZERO)
    return abs(one[0] - other[0]) <= allowed
