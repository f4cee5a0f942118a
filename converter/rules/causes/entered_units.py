"""Sheets of the supplement filled in in another unit than they ask for, if only in some of their cells.

Whoever writes yuan into cells that ask for ten thousands does so in several. Some of these cells show by
equations with other tables. Others are parts that exceed their whole many times over, and would not in the
other unit. All of one sheet are one cause.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.diagnosis import Slip
from converter.figures import ZERO, CellOrigin, Figure, Ledger, SheetOrigin
from converter.rules.causes.cells.wrong_cells import WrongCells
from converter.rules.causes.equations import WrongCell
from converter.rules.causes.wrong_entries import CheckLedger
from converter.rules.checks.result import CheckResult

FAR_APART = 1000
"""Times the unit asked for is the other, at least, for this to be seen by the size of an amount."""

BEYOND = 10
"""Times a part exceeds its whole, at least, for it to be in another unit: a smaller one is just wrong."""

LEAST = 1
"""What a cell holds in the unit it asks for, at least: less is hardly written in a smaller unit."""


class Entered(Struct, frozen=True):
    """The forms of the supplement, the units of money by their scales, and what checks a ledger without its
    measures.
    """

    forms: frozenset[str]
    scales: Mapping[str, Decimal]
    check: CheckLedger


class _OtherUnit(Struct, frozen=True):
    """A sheet, the unit its amounts seem to be in, and by what they are to be multiplied."""

    sheet: SheetOrigin
    unit: str
    factor: Decimal


def find_entries_in_smaller_units(
    results: Sequence[CheckResult], forms: frozenset[str], scales: Mapping[str, Decimal]
) -> list[WrongCells]:
    """Return the entries in `forms` that are wrong by each equation with published amounts, if it holds
    with them in a smaller unit.
    """
    return [
        cause for result in results if result.differs for cause in _in_smaller_unit(result, forms, scales)
    ]


def _in_smaller_unit(
    result: CheckResult, forms: frozenset[str], scales: Mapping[str, Decimal]
) -> Iterator[WrongCells]:
    terms = [(figure, sign) for figure, sign in result.terms if figure.value]
    entries = [figure for figure, sign in terms if sign and figure.cell and figure.cell.form in forms]
    if not result.has_both_sides or not entries or len(entries) == len(terms):
        return
    for other in _candidates(entries[0], forms, scales):
        gap = sum(
            (
                sign * (figure.value or ZERO) * (other.factor if figure in entries else 1)
                for figure, sign in terms
            ),
            ZERO,
        )
        mended = [WrongCell(figure, (figure.value or ZERO) * other.factor) for figure in entries]
        asked = scales[entries[0].cell.unit] if entries[0].cell else ZERO
        if abs(gap) <= result.allowed and max(abs(wrong.expected) for wrong in mended) >= LEAST * asked:
            yield WrongCells(tuple(mended), (result,), Slip.OTHER_UNIT, unit=other.unit)
            return


def find_entered_units(
    causes: Sequence[WrongCells], ledger: Ledger, entered: Entered, known: Collection[SheetOrigin]
) -> tuple[list[WrongCells], list[WrongCells]]:
    """Return one cause for each sheet of the supplement and unit that was written for its own, and the other
    causes; `ledger` is without its measures, sheets `known` are in another unit throughout: they tell nothing
    of others.
    """
    found: dict[_OtherUnit, list[WrongCells]] = {}
    others: list[WrongCells] = []
    for cause in causes:
        if other := _other_unit(cause, entered):
            found.setdefault(other, []).append(cause)
            ledger = ledger.scaled(_cells(cause), other.factor)
        else:
            others.append(cause)
    for other, cause in _exceeding(ledger, entered, known):
        if other.sheet not in known:
            found.setdefault(other, []).append(cause)
    return [_together(other, several) for other, several in found.items()], others


def _together(other: _OtherUnit, causes: Sequence[WrongCells]) -> WrongCells:
    cells = (wrong for cause in causes for wrong in cause.cells)
    results = dict.fromkeys(result for cause in causes for result in cause.results)
    return WrongCells(
        tuple({wrong.figure.cell: wrong for wrong in cells}.values()),
        tuple(results),
        Slip.OTHER_UNIT,
        unit=other.unit,
    )


def _other_unit(cause: WrongCells, entered: Entered) -> _OtherUnit | None:
    """Return in which unit the cells of a cause were entered, None if they are not wrong by that."""
    if cause.instead:
        return None
    allowed = max((result.allowed for result in cause.results), default=ZERO)
    found = {
        other for wrong in cause.cells for other in _candidates(wrong.figure, entered.forms, entered.scales)
    }
    for other in found:
        if all(_is_right(wrong, other, allowed) for wrong in cause.cells):
            return other
    return None


def _is_right(wrong: WrongCell, other: _OtherUnit, allowed: Decimal) -> bool:
    """Whether a cell holds what it should in the other unit."""
    on_sheet = wrong.figure.cell and wrong.figure.cell.on_sheet == other.sheet
    return bool(on_sheet) and abs((wrong.figure.value or ZERO) * other.factor - wrong.expected) <= allowed


def _candidates(figure: Figure, forms: frozenset[str], scales: Mapping[str, Decimal]) -> Iterator[_OtherUnit]:
    """Yield the smaller units that may have been written for that of a cell of the supplement."""
    cell = figure.cell
    if cell is None or cell.form not in forms or cell.unit not in scales:
        return
    for unit, scale in scales.items():
        factor = scale / scales[cell.unit]
        if factor * FAR_APART <= 1:
            yield _OtherUnit(cell.on_sheet, unit, factor)


def _exceeding(
    ledger: Ledger, entered: Entered, known: Collection[SheetOrigin]
) -> Iterator[tuple[_OtherUnit, WrongCells]]:
    """Yield what must be in another unit because it exceeds its whole, as long as setting that right leaves
    more of the kind.
    """
    while found := _first_exceeding(ledger, entered, known):
        yield found
        ledger = ledger.scaled(_cells(found[1]), found[0].factor)


def _first_exceeding(
    ledger: Ledger, entered: Entered, known: Collection[SheetOrigin]
) -> tuple[_OtherUnit, WrongCells] | None:
    for result in entered.check(ledger).results:
        if not result.differs or result.is_equality or not result.has_both_sides:
            continue
        if any(cell.on_sheet in known for cell in ledger.cells_behind(result.used)):
            continue
        whole = min(result.left.amount or ZERO, result.right.amount or ZERO)
        parts = [figure for figure in result.used if whole > 0 and (figure.value or ZERO) >= whole * BEYOND]
        for other in dict.fromkeys(
            other for part in parts for other in _candidates(part, entered.forms, entered.scales)
        ):
            mended = [WrongCell(part, (part.value or ZERO) * other.factor) for part in parts]
            if all(_least(wrong, entered) <= wrong.expected <= whole for wrong in mended):
                return other, WrongCells(tuple(mended), (result,), Slip.OTHER_UNIT, unit=other.unit)
    return None


def _least(wrong: WrongCell, entered: Entered) -> Decimal:
    """Return what a cell holds at least where it was entered in another unit than asked for."""
    return LEAST * entered.scales[wrong.figure.cell.unit] if wrong.figure.cell else ZERO


def _cells(cause: WrongCells) -> frozenset[CellOrigin]:
    return frozenset(wrong.figure.cell for wrong in cause.cells if wrong.figure.cell)
