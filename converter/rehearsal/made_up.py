"""Departments made up to try a pack on: of one nothing is known, of one all is nil, of one all is there."""

from collections.abc import Iterator
from decimal import Decimal

from converter import messages
from converter.figures import CellOrigin, Figure, Ledger, Text, basis_of, item_of
from converter.pack import Pack, known_texts, prior_id, read_units

DEPARTMENTS = 3  # that are made up
YEAR = 2020  # of a department made up, where the pack is for no year
_AMOUNT = Decimal("1234567.89")
_COUNT = Decimal(12)


def made_up(pack: Pack) -> Iterator[tuple[str, Ledger]]:
    """Yield departments made up, each with what it is like, in Chinese."""
    department = messages.packs.MADE_UP_DEPARTMENT
    yield messages.packs.MADE_UP_EMPTY, Ledger(department, YEAR)
    yield messages.packs.MADE_UP_NIL, _ledger(pack, department, nil=True)
    yield messages.packs.MADE_UP_FULL, _ledger(pack, department, nil=False)


def _ledger(pack: Pack, department: str, *, nil: bool) -> Ledger:
    ledger = Ledger(department, YEAR)
    for figure_id, unit in read_units(pack).items():
        origin = CellOrigin(department, department, "A1", unit=pack.units[unit].prints or unit)
        is_score = basis_of(figure_id) == pack.meta.self_score
        amount = Decimal(0) if nil and not is_score else _amount(pack, figure_id, unit)
        for known in (figure_id, prior_id(figure_id, pack.meta.prior)):
            ledger.enter(Figure(known, amount, unit, origin))
    for name in known_texts(pack):
        ledger.texts[name] = Text(messages.packs.MADE_UP_TEXT, CellOrigin(department, department, "A1"))
    return ledger


def _amount(pack: Pack, figure_id: str, unit: str) -> Decimal:
    """Return an amount fit for a figure: points that an indicator can have, else as many of its unit."""
    if basis_of(figure_id) == pack.meta.self_score:
        return pack.scorecard.indicators[item_of(figure_id)].points
    return _COUNT if pack.units[unit].exact else _AMOUNT
