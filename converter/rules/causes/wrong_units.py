"""Prove each sheet's unit by the others: a sheet whose every amount fits its neighbours only if multiplied.

A sheet in ten thousands of yuan under a heading that says yuan breaks every equation it shares with
other sheets, and one and the same factor mends them all.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.figures import ZERO, CellOrigin, Figure, SheetOrigin
from converter.rules.causes.positions import sheet_of
from converter.rules.checks.result import CheckResult


class WrongUnit(Struct, frozen=True):
    """A sheet that seems to be in unit `likely`, its amounts then `factor` times as large.

    `figure` is one of them; `mended` counts the equations that would then hold, `results` are those
    explained.
    """

    figure: Figure
    likely: str
    factor: Decimal
    mended: int
    results: tuple[CheckResult, ...]

    def makes_wrong(self, cell: CellOrigin) -> bool:
        """Whether a cell is on the sheet."""
        return cell.on_sheet == sheet_of(self.figure)


class UnitFit(Struct, frozen=True):
    """How many cells of a sheet equations with other `sheets` confirm, and how many such equations fail."""

    confirmed: int
    broken: int
    sheets: tuple[str, ...]


def find_wrong_units(
    results: Sequence[CheckResult], scales: Mapping[str, Decimal], entered: frozenset[str] = frozenset()
) -> list[WrongUnit]:
    """Return the sheets whose unit is wrong, with the results that differ because of it.

    `scales` are the units amounts may be in. Of two sheets that share equations only with each other, neither
    is named; nor is one that shares them only with sheets that the department `entered`: these may be wrong
    in single cells.
    """
    if not any(result.differs and compares_filed(result, scales) for result in results):
        return []
    judged = _shared(result for result in results if compares_filed(result, scales))
    suspects = [
        suspect
        for sheet, shared in judged.items()
        if not _only_entered(sheet, shared, entered)
        for suspect in _suspects(sheet, shared, results, scales)
    ]
    return [suspect for suspect in suspects if not any(_rivals(suspect, other) for other in suspects)]


def _only_entered(sheet: SheetOrigin, shared: Iterable[CheckResult], entered: frozenset[str]) -> bool:
    """Whether a sheet that was not entered shares its equations with such sheets alone."""
    cells = {figure.cell for result in shared for figure in result.used if figure.value and figure.cell}
    is_entered = {cell.form in entered for cell in cells if cell.on_sheet != sheet}
    return is_entered == {True} and not any(cell.form in entered for cell in cells if cell.on_sheet == sheet)


def unit_fit(results: Sequence[CheckResult], sheet: SheetOrigin, scales: Mapping[str, Decimal]) -> UnitFit:
    """Return how well the amounts of a sheet fit those of others, as far as equations tell."""
    shared = _shared(result for result in results if compares_filed(result, scales)).get(sheet, [])
    holding = [result for result in shared if not result.differs]
    used = [figure for result in holding for figure in result.used if figure.value]
    others = (at.sheet for at in map(sheet_of, used) if at.sheet and at.sheet != sheet.sheet)
    return UnitFit(
        confirmed=len({figure.cell for figure in used if sheet_of(figure) == sheet}),
        broken=len(shared) - len(holding),
        sheets=tuple(dict.fromkeys(others)),
    )


def compares_filed(result: CheckResult, scales: Mapping[str, Decimal]) -> bool:
    """Whether a result is on an equation of filed amounts alone: a wrong unit breaks it."""
    if not result.is_equality or not result.has_both_sides:
        return False
    return all(figure.cell and figure.cell.unit in scales for figure in result.used if figure.value)


def _suspects(
    sheet: SheetOrigin,
    shared: Sequence[CheckResult],
    results: Sequence[CheckResult],
    scales: Mapping[str, Decimal],
) -> Iterator[WrongUnit]:
    """Yield the sheet with the unit in which all it shares with others would hold."""
    figure = next(figure for figure in shared[0].used if sheet_of(figure) == sheet and figure.value)
    assert figure.cell is not None
    stated = scales.get(figure.cell.unit)
    for unit, scale in scales.items():
        if stated and scale != stated and _mends_all(shared, sheet, scale / stated):
            differing = (
                result for result in results if result.differs and sheet in map(sheet_of, result.used)
            )
            yield WrongUnit(figure, unit, scale / stated, len(shared), tuple(differing))


def _rivals(suspect: WrongUnit, other: WrongUnit) -> bool:
    """Whether the other explains as much, or more, of what this one does."""
    if other is suspect or other.mended < suspect.mended:
        return False
    return not set(suspect.results).isdisjoint(other.results)


def _shared(judged: Iterable[CheckResult]) -> dict[SheetOrigin, list[CheckResult]]:
    """Return, for every sheet, the equations it shares with other sheets and has an amount in."""
    found: dict[SheetOrigin, list[CheckResult]] = {}
    for result in judged:
        sheets = dict.fromkeys(sheet_of(figure) for figure in result.used if figure.value)
        for sheet in sheets if len(sheets) > 1 else ():
            found.setdefault(sheet, []).append(result)
    return found


def _mends_all(shared: Sequence[CheckResult], sheet: SheetOrigin, factor: Decimal) -> bool:
    return all(result.differs and mends(result, (sheet,), factor) for result in shared)


def mends(result: CheckResult, sheets: Collection[SheetOrigin], factor: Decimal) -> bool:
    """Whether the equation holds once the amounts of some sheets are multiplied."""
    gap = allowed = ZERO
    for figure, sign in result.terms:
        times = factor if sheet_of(figure) in sheets else 1
        gap += sign * (figure.value or 0) * times
        allowed += abs(sign) * figure.error * times
    return abs(gap) <= allowed
