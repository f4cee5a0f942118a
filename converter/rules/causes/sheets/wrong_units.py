"""Prove each sheet's unit by the others: a sheet whose every amount fits its neighbours only if multiplied.

A sheet in ten thousands of yuan under a heading that says yuan breaks every equation it shares with
other sheets, and one and the same factor mends them all, but those that a wrong cell breaks besides. What
the department entered itself does not tell which of two sheets is wrong; the sizes of amounts do.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from converter.figures import ZERO, CellOrigin, Figure, Ledger, SheetOrigin
from converter.rules.causes.positions import sheet_of
from converter.rules.causes.sheets.magnitude import (
    AmountsByItem,
    amounts_by_item,
    figures_by_sheet,
    size_factor,
)
from converter.rules.checks.result import CheckResult

MOST_BROKEN_BESIDES = Decimal("0.3")
"""Of the equations that a sheet shares: so many single cells may break in whatever unit it is."""


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


class FiledAmounts(Struct, frozen=True, dict=True):
    """The amounts in unit `base` of a ledger, and the forms of the sheets that the department `entered`."""

    ledger: Ledger
    base: str
    entered: frozenset[str] = frozenset()

    @cached_property
    def by_sheet(self) -> dict[SheetOrigin, AmountsByItem]:
        """The sizes of the amounts of each sheet by item."""
        sheets = figures_by_sheet(self.ledger, self.base)
        return {sheet: amounts_by_item(figures) for sheet, figures in sheets.items()}

    def confirm(self, sheet: SheetOrigin, others: Collection[SheetOrigin], factor: Decimal) -> bool:
        """Whether the same items on other sheets are of a size with those of a sheet once multiplied, and
        none with them as they are; the `others`, which say so by equations, do not count.
        """
        if sheet not in self.by_sheet:
            return False
        sizes = [
            size_factor(self.by_sheet[sheet], amounts)
            for other, amounts in self.by_sheet.items()
            if other != sheet and other not in others
        ]
        return 1 / factor in sizes and 1 not in sizes


class UnitFit(Struct, frozen=True):
    """How many cells of a sheet equations with other `sheets` confirm, and how many such equations fail."""

    confirmed: int
    broken: int
    sheets: tuple[SheetOrigin, ...]


def find_wrong_units(
    results: Sequence[CheckResult], scales: Mapping[str, Decimal], filed: FiledAmounts
) -> list[WrongUnit]:
    """Return the sheets whose unit is wrong, with the results that differ because of it.

    `scales` are the units amounts may be in. Of two sheets that share equations only with each other, neither
    is named; nor is one that shares them only with sheets that the department entered, which may be wrong in
    single cells, unless sizes confirm it.
    """
    if not any(result.differs and compares_filed(result, scales) for result in results):
        return []
    judged = _shared(result for result in results if compares_filed(result, scales))
    suspects = [
        suspect
        for sheet, shared in judged.items()
        for suspect in _suspects(sheet, shared, results, scales)
        if not (others := _only_entered(sheet, shared, filed.entered))
        or filed.confirm(sheet, others, suspect.factor)
    ]
    return [suspect for suspect in suspects if not any(_rivals(suspect, other) for other in suspects)]


def _only_entered(
    sheet: SheetOrigin, shared: Iterable[CheckResult], entered: frozenset[str]
) -> frozenset[SheetOrigin]:
    """Return the sheets with which one that was not entered shares its equations, if they all were."""
    cells = {figure.cell for result in shared for figure in result.used if figure.value and figure.cell}
    own = {cell for cell in cells if cell.on_sheet == sheet}
    others = cells - own
    if any(cell.form in entered for cell in own) or not all(cell.form in entered for cell in others):
        return frozenset()
    return frozenset(cell.on_sheet for cell in others)


def unit_fit(results: Sequence[CheckResult], sheet: SheetOrigin, scales: Mapping[str, Decimal]) -> UnitFit:
    """Return how well the amounts of a sheet fit those of others, as far as equations tell."""
    shared = _shared(result for result in results if compares_filed(result, scales)).get(sheet, [])
    holding = [result for result in shared if not result.differs]
    used = [figure for result in holding for figure in result.used if figure.value]
    others = (at for at in map(sheet_of, used) if at.sheet and at != sheet)
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
        if stated and scale != stated and (mended := _count_mended(shared, sheet, scale / stated)):
            differing = (
                result for result in results if result.differs and sheet in map(sheet_of, result.used)
            )
            yield WrongUnit(figure, unit, scale / stated, mended, tuple(differing))


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


def _count_mended(shared: Sequence[CheckResult], sheet: SheetOrigin, factor: Decimal) -> int:
    """Return how many equations hold with a sheet's amounts multiplied: 0 if any holds as it is, or more of
    them fail either way than single cells may break.
    """
    if not all(result.differs for result in shared):
        return 0
    mended = sum(mends(result, (sheet,), factor) for result in shared)
    return mended if len(shared) - mended <= MOST_BROKEN_BESIDES * len(shared) else 0


def mends(result: CheckResult, sheets: Collection[SheetOrigin], factor: Decimal) -> bool:
    """Whether the equation holds once the amounts of some sheets are multiplied."""
    gap = allowed = ZERO
    for figure, sign in result.terms:
        times = factor if sheet_of(figure) in sheets else 1
        gap += sign * (figure.value or 0) * times
        allowed += abs(sign) * figure.error * times
    return abs(gap) <= allowed
