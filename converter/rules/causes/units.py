"""Prove each sheet's unit by the others: a sheet whose every amount fits its neighbours only if multiplied.

A sheet in ten thousands of yuan under a heading that says yuan breaks every equation it shares with
other sheets, and one and the same factor mends them all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from converter.figures import Figure, Outcome, SheetOrigin
from converter.rules.checks.checks import CheckResult

NO_SHEET = SheetOrigin("", "")


@dataclass(frozen=True, slots=True)
class UnitSlip:
    """A sheet that seems to be in unit `likely`, its amounts then `factor` times as large.

    `figure` is one of them; `mended` counts the equations that would then hold.
    """

    figure: Figure
    likely: str
    factor: Decimal
    mended: int
    verdicts: tuple[CheckResult, ...]


class Fit(NamedTuple):
    """How many cells of a sheet equations with other `sheets` bear out, and how many equations are broken."""

    held: int
    broken: int
    sheets: tuple[str, ...]


def find_unit_slips(verdicts: Sequence[CheckResult], scales: Mapping[str, Decimal]) -> list[UnitSlip]:
    """Return the sheets whose unit is wrong, with the broken verdicts that follow from it.

    `scales` are the units amounts may be in. Of two sheets that only have each other, none is blamed.
    """
    differing = (verdict for verdict in verdicts if verdict.outcome is Outcome.DIFFERS)
    if not any(_tells(verdict, scales) for verdict in differing):
        return []
    judged = _shared(verdict for verdict in verdicts if _tells(verdict, scales))
    suspects = [slip for place, shared in judged.items() for slip in _slips(place, shared, verdicts, scales)]
    return [slip for slip in suspects if not any(_rivals(slip, other) for other in suspects)]


def fit(verdicts: Sequence[CheckResult], place: SheetOrigin, scales: Mapping[str, Decimal]) -> Fit:
    """Return how well the amounts of a sheet fit those of others, as far as equations tell."""
    shared = _shared(verdict for verdict in verdicts if _tells(verdict, scales)).get(place, [])
    held = [verdict for verdict in shared if verdict.outcome is not Outcome.DIFFERS]
    used = [figure for verdict in held for figure in verdict.used if figure.value]
    return Fit(
        len({figure.cell for figure in used if place_of(figure) == place}),
        len(shared) - len(held),
        tuple(dict.fromkeys(at.sheet for at in map(place_of, used) if at.sheet and at.sheet != place.sheet)),
    )


def _tells(verdict: CheckResult, scales: Mapping[str, Decimal]) -> bool:
    """Whether a verdict is on an equation of filed amounts alone: such no unit leaves as they are."""
    if not any(verdict.signs) or verdict.left.amount is None or verdict.right.amount is None:
        return False
    return all(figure.cell and figure.cell.unit in scales for figure in verdict.used if figure.value)


def _slips(
    place: SheetOrigin,
    shared: Sequence[CheckResult],
    verdicts: Sequence[CheckResult],
    scales: Mapping[str, Decimal],
) -> Iterator[UnitSlip]:
    """Yield the sheet as a slip for the unit in which all it shares with others would hold."""
    figure = next(f for f in shared[0].used if place_of(f) == place and f.value)
    assert figure.cell is not None
    stated = scales.get(figure.cell.unit)
    for unit, scale in scales.items():
        if stated and scale != stated and _mends_all(shared, place, scale / stated):
            broken = (v for v in verdicts if v.outcome is Outcome.DIFFERS and place in map(place_of, v.used))
            yield UnitSlip(figure, unit, scale / stated, len(shared), tuple(broken))


def _rivals(slip: UnitSlip, other: UnitSlip) -> bool:
    """Whether the other explains as much, or more, of what this one does."""
    own = {id(verdict) for verdict in slip.verdicts}
    return other is not slip and other.mended >= slip.mended and any(id(v) in own for v in other.verdicts)


def _shared(judged: Iterable[CheckResult]) -> dict[SheetOrigin, list[CheckResult]]:
    """Return, for every sheet, the equations it shares with other sheets and has an amount in."""
    found: dict[SheetOrigin, list[CheckResult]] = {}
    for verdict in judged:
        places = {place_of(figure) for figure in verdict.used if figure.value}
        for place in places if len(places) > 1 else ():
            found.setdefault(place, []).append(verdict)
    return found


def _mends_all(shared: Sequence[CheckResult], place: SheetOrigin, factor: Decimal) -> bool:
    return all(verdict.outcome is Outcome.DIFFERS and _mends(verdict, place, factor) for verdict in shared)


def _mends(verdict: CheckResult, place: SheetOrigin, factor: Decimal) -> bool:
    """Whether the equation holds once the sheet's amounts are multiplied."""
    rest = allowed = Decimal(0)
    for figure, sign in zip(verdict.used, verdict.signs, strict=True):
        times = factor if place_of(figure) == place else 1
        rest += sign * (figure.value or 0) * times
        allowed += abs(sign) * figure.error * times
    return abs(rest) <= allowed


def place_of(figure: Figure) -> SheetOrigin:
    """Return where a figure was filed; of a derived one, nowhere."""
    return figure.cell.on_sheet if figure.cell else NO_SHEET
