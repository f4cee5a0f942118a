"""Find the one wrong cell behind several findings: the figure that would make the equations hold.

A cell is blamed when one other amount in its place would satisfy the equations it breaks, and no
equation that holds now speaks against it. The cell that explains most is blamed first; where two
explain alike, none is, and the findings stay as they are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from converter.figures import CellOrigin, Figure, Outcome, Severity
from converter.rules.checks import Verdict
from converter.rules.slips import TELLING, Slip

ZERO = Decimal(0)
Slipped = Callable[[Figure, Decimal], Slip | None]


@dataclass(frozen=True, slots=True)
class Cause:
    """A cell taken for wrong: its figure, the amount it should hold, the verdicts it explains, and how
    it may have come about.
    """

    figure: Figure
    expected: Decimal
    verdicts: tuple[Verdict, ...]
    slip: Slip | None


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A possible cause; `against` counts the equations that hold now and then would not."""

    cause: Cause
    against: int

    @property
    def weight(self) -> tuple[int, int, bool]:
        """What it explains less what speaks against it; among equals a telling slip decides."""
        return len(self.cause.verdicts) - self.against, -self.against, self.cause.slip in TELLING

    def shares(self, other: "_Suspect") -> bool:
        """Whether both claim to explain some same verdict."""
        own = {id(verdict) for verdict in self.cause.verdicts}
        return any(id(verdict) in own for verdict in other.cause.verdicts)


def find_causes(verdicts: Sequence[Verdict], slipped: Slipped) -> list[Cause]:
    """Return the causes found, the weightiest first; `slipped` tells a cell's likely slip."""
    broken = [verdict for verdict in verdicts if _is_broken(verdict)]
    if not broken:
        return []
    holding = _by_cell(v for v in verdicts if v.outcome in (Outcome.HOLDS, Outcome.ROUNDING))
    causes = []
    while (cause := _weightiest(broken, holding, slipped)) is not None:
        causes.append(cause)
        broken = [verdict for verdict in broken if verdict not in cause.verdicts]
    return causes


def _is_broken(verdict: Verdict) -> bool:
    return (
        verdict.outcome is Outcome.DIFFERS and verdict.check.severity is Severity.ERROR and any(verdict.signs)
    )


def _weightiest(broken: Sequence[Verdict], holding: dict[CellOrigin, int], slipped: Slipped) -> Cause | None:
    """Return the cause that explains most, None where each has a rival that explains as much of the same."""
    suspects = sorted(_suspects(broken, holding, slipped), key=lambda suspect: suspect.weight, reverse=True)
    for index, suspect in enumerate(suspects):
        if suspect.weight[0] <= 0:
            return None
        rivals = [
            other for at, other in enumerate(suspects) if at != index and other.weight >= suspect.weight
        ]
        if not any(other.shares(suspect) for other in rivals):
            return suspect.cause
    return None


def _suspects(
    broken: Sequence[Verdict], holding: dict[CellOrigin, int], slipped: Slipped
) -> Iterable[_Suspect]:
    """Yield, for every cell of a broken equation, the amount that mends most of the equations it is in."""
    for cell, verdicts in _verdicts_by_cell(broken).items():
        figure = next(f for f in verdicts[0].used if f.cell == cell)
        mended = [(_mended(figure, verdict), verdict) for verdict in verdicts]
        best = max(mended, key=lambda each: sum(_alike(each, other) for other in mended))
        explained = tuple(verdict for each in mended if _alike(best, each) for verdict in [each[1]])
        against = holding.get(cell, 0) + len(verdicts) - len(explained)
        yield _Suspect(Cause(figure, best[0], explained, slipped(figure, best[0])), against)


def _verdicts_by_cell(verdicts: Iterable[Verdict]) -> dict[CellOrigin, list[Verdict]]:
    found: dict[CellOrigin, list[Verdict]] = {}
    for verdict in verdicts:
        for figure, sign in zip(verdict.used, verdict.signs, strict=True):
            if sign and figure.cell and figure.value is not None:
                found.setdefault(figure.cell, []).append(verdict)
    return found


def _by_cell(verdicts: Iterable[Verdict]) -> dict[CellOrigin, int]:
    return {cell: len(several) for cell, several in _verdicts_by_cell(verdicts).items()}


def _mended(figure: Figure, verdict: Verdict) -> Decimal:
    """Return the amount of the figure with which the equation would hold."""
    sign = next(s for f, s in zip(verdict.used, verdict.signs, strict=True) if f.cell == figure.cell)
    return (figure.value or ZERO) - sign * ((verdict.left.amount or ZERO) - (verdict.right.amount or ZERO))


def _alike(one: tuple[Decimal, Verdict], other: tuple[Decimal, Verdict]) -> bool:
    """Whether two equations ask for the same amount, as far as their printed digits tell."""
    allowed = sum((side.error for _, v in (one, other) for side in (v.left, v.right)), ZERO)
    return abs(one[0] - other[0]) <= allowed
