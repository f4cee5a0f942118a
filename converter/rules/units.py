"""Prove each sheet's unit by the others: a sheet whose every amount fits its neighbours only if multiplied.

A sheet in ten thousands of yuan under a heading that says yuan breaks every equation it shares with
other sheets, and one and the same factor mends them all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from converter.figures import Figure, Outcome
from converter.rules.checks import Verdict

Place = tuple[str, str]
"""A file and a sheet in it."""


@dataclass(frozen=True, slots=True)
class UnitSlip:
    """A sheet that seems to be in unit `likely`, its amounts then `factor` times as large.

    `figure` is one of them; `mended` counts the equations that would then hold.
    """

    figure: Figure
    likely: str
    factor: Decimal
    mended: int
    verdicts: tuple[Verdict, ...]


def find_unit_slips(verdicts: Sequence[Verdict], scales: Mapping[str, Decimal]) -> list[UnitSlip]:
    """Return the sheets whose unit is wrong, with the broken verdicts that follow from it.

    `scales` are the units amounts may be in. Of two sheets that only have each other, none is blamed.
    """
    judged = [verdict for verdict in verdicts if any(verdict.signs) and verdict.left.amount is not None]
    if not any(verdict.outcome is Outcome.DIFFERS for verdict in judged):
        return []
    suspects = [
        slip for place, shared in _shared(judged).items() for slip in _slips(place, shared, verdicts, scales)
    ]
    return [slip for slip in suspects if not any(_rivals(slip, other) for other in suspects)]


def _slips(
    place: Place, shared: Sequence[Verdict], verdicts: Sequence[Verdict], scales: Mapping[str, Decimal]
) -> Iterator[UnitSlip]:
    """Yield the sheet as a slip for the unit in which all it shares with others would hold."""
    figure = next(f for f in shared[0].used if _place(f) == place and f.value)
    assert figure.cell is not None
    stated = scales.get(figure.cell.unit)
    for unit, scale in scales.items():
        if stated and scale != stated and _mends_all(shared, place, scale / stated):
            broken = (v for v in verdicts if v.outcome is Outcome.DIFFERS and place in map(_place, v.used))
            yield UnitSlip(figure, unit, scale / stated, len(shared), tuple(broken))


def _rivals(slip: UnitSlip, other: UnitSlip) -> bool:
    """Whether the other explains as much, or more, of what this one does."""
    own = {id(verdict) for verdict in slip.verdicts}
    return other is not slip and other.mended >= slip.mended and any(id(v) in own for v in other.verdicts)


def _shared(judged: Iterable[Verdict]) -> dict[Place, list[Verdict]]:
    """Return, for every sheet, the equations it shares with other sheets and has an amount in."""
    found: dict[Place, list[Verdict]] = {}
    for verdict in judged:
        places = {_place(figure) for figure in verdict.used if figure.value}
        for place in places - {("", "")} if len(places) > 1 else ():
            found.setdefault(place, []).append(verdict)
    return found


def _mends_all(shared: Sequence[Verdict], place: Place, factor: Decimal) -> bool:
    return all(verdict.outcome is Outcome.DIFFERS and _mends(verdict, place, factor) for verdict in shared)


def _mends(verdict: Verdict, place: Place, factor: Decimal) -> bool:
    """Whether the equation holds once the sheet's amounts are multiplied."""
    rest = allowed = Decimal(0)
    for figure, sign in zip(verdict.used, verdict.signs, strict=True):
        times = factor if _place(figure) == place else 1
        rest += sign * (figure.value or 0) * times
        allowed += abs(sign) * figure.error * times
    return abs(rest) <= allowed


def _place(figure: Figure) -> Place:
    return (figure.cell.file, figure.cell.sheet) if figure.cell else ("", "")
