"""The formulas in a sheet's cells, and whether its saved results are still true.

A workbook keeps beside each formula the result of the last time it was computed. A program that writes
cells without computing them, or a person who switched automatic calculation off, leaves results that are
no longer true.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct, field

from converter.figures import address, position
from converter.read.files.cells import Scalar, amount
from converter.read.files.formula_value import Area, Cells, Evaluated, NotEvaluableError, evaluate

NOISE = Decimal("1e-12")  # what binary arithmetic may lose, as a part of all that was added up
LEAST = Decimal("1e-6")  # in the sheet's unit; smaller differences are nobody's money

MOST_CELLS = 5_000_000  # so many cells are looked at for the formulas of one sheet; a filing needs thousands


class Formulas(Struct, frozen=True):
    """Cells of a sheet whose formula has no result or an error for one, and its formulas without `=`."""

    failed: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)


class StaleResult(Struct, frozen=True):
    """A cell whose saved result is not what its formula gives from the cells as they are."""

    cell: str
    formula: str
    saved: Decimal
    computed: Decimal


Rows = list[list[Scalar]]


def stale(formulas: Mapping[str, Formulas], sheets: Mapping[str, Rows]) -> dict[str, list[StaleResult]]:
    """Return by sheet the cells whose saved result contradicts their formula, as far as that can be computed.

    Each formula is computed from the saved values of the cells it names, so only the first of a chain of
    formulas is named.
    """
    return {
        name: found
        for name, own in formulas.items()
        if own.texts and (found := list(_stale(name, own, formulas, sheets)))
    }


def _stale(
    name: str, own: Formulas, formulas: Mapping[str, Formulas], sheets: Mapping[str, Rows]
) -> Iterator[StaleResult]:
    cells = _cells(name, formulas, sheets)
    for cell, formula in own.texts.items():
        saved = amount(_at(sheets.get(name, []), *position(cell)))
        if saved is not None and cell not in own.failed:
            found = evaluate(formula, cells)
            if found and _differs(saved, found):
                yield StaleResult(cell, formula, saved, found.amount)


def _differs(saved: Decimal, found: Evaluated) -> bool:
    return abs(saved - found.amount) > max(LEAST, NOISE * max(found.size, abs(saved)))


def _cells(own: str, formulas: Mapping[str, Formulas], sheets: Mapping[str, Rows]) -> Cells:
    """Return what gives the values of areas named on the sheet `own`."""
    names = {name.casefold(): name for name in sheets}
    left = MOST_CELLS

    def values(area: Area) -> Iterator[Scalar]:
        name = names.get(area.sheet.casefold()) if area.sheet else own
        if name is None:
            raise NotEvaluableError
        rows, failed = sheets[name], formulas.get(name, Formulas()).failed
        filled = range(area.top, min(area.bottom + 1, len(rows)))
        nonlocal left
        left -= sum(max(min(area.right + 1, len(rows[row])) - area.left, 0) for row in filled)
        if left < 0:
            raise NotEvaluableError
        for row in filled:
            for column in range(area.left, min(area.right + 1, len(rows[row]))):
                if failed and address(row, column) in failed:
                    raise NotEvaluableError
                yield rows[row][column]

    return values


def _at(rows: Sequence[Sequence[Scalar]], row: int, column: int) -> Scalar:
    line = rows[row] if row < len(rows) else ()
    return line[column] if column < len(line) else ""
