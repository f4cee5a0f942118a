"""A sheet that is last year's, or has the amounts of the budget's: most of its amounts are those of the other
sheet, and further sheets contradict it.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.figures import ZERO, CellOrigin, Figure, Ledger, SheetOrigin
from converter.rules.causes.equations import WrongCell, is_broken, mending
from converter.rules.causes.positions import sheet_of
from converter.rules.checks.result import CheckResult

FEWEST_AMOUNTS_EQUAL = 3
"""That last year's sheet must hold too: fewer may be equal by chance."""

LEAST_SHARE_EQUAL = Decimal("0.8")
"""Of the amounts that last year's sheet can be compared in."""

FEWEST_SHEETS_CONTRADICTING = 2
"""Broken equations with other sheets: a single one may break for another reason."""

FEWEST_AS_BUDGETED, FEWEST_CONTRADICTING_BUDGETED = 8, 3
"""Amounts, all of which the budget's sheet holds for the same codes, and broken equations with other sheets:
what was spent may be just what was planned.
"""


class LastYearSheet(Struct, frozen=True):
    """A sheet that seems to be last year's: how many of the amounts compared are equal, what other sheets ask
    for instead, and the results that follow. `source` is the sheet of this year's budget that it seems to be
    instead, None if it is last year's.
    """

    equal: int
    compared: int
    cells: tuple[WrongCell, ...]
    results: tuple[CheckResult, ...]
    source: SheetOrigin | None = None

    def makes_wrong(self, cell: CellOrigin) -> bool:
        """Whether a cell is on the sheet."""
        return cell.on_sheet == sheet_of(self.cells[0].figure)


def find_last_year_sheets(results: Sequence[CheckResult], ledger: Ledger) -> list[LastYearSheet]:
    """Return the sheets that are last year's or the budget's, with the broken equations that use them."""
    broken = [result for result in results if is_broken(result)]
    sheets = dict.fromkeys(sheet_of(figure) for result in broken for figure in result.used if figure.cell)
    suspects = (_last_year_sheet(sheet, broken, results, ledger) for sheet in sheets)
    return [suspect for suspect in suspects if suspect]


def _last_year_sheet(
    sheet: SheetOrigin, broken: Sequence[CheckResult], results: Iterable[CheckResult], ledger: Ledger
) -> LastYearSheet | None:
    own = [result for result in broken if sheet in map(sheet_of, result.used)]
    cells = dict.fromkeys(cell for result in own for cell in _contradicted(sheet, result))
    with_others = [result for result in own if len(set(map(sheet_of, result.used))) > 1]
    if not cells or len(with_others) < FEWEST_SHEETS_CONTRADICTING:
        return None
    if len(with_others) >= FEWEST_CONTRADICTING_BUDGETED and (budget := _as_budgeted(sheet, ledger)):
        source, count = budget
        return LastYearSheet(count, count, tuple(cells), tuple(own), source)
    pairs = list(_beside_last_years(sheet, results, ledger))
    equal = sum(this == last for this, last in pairs)
    if equal < FEWEST_AMOUNTS_EQUAL or equal < LEAST_SHARE_EQUAL * len(pairs):
        return None
    return LastYearSheet(equal, len(pairs), tuple(cells), tuple(own))


def _contradicted(sheet: SheetOrigin, result: CheckResult) -> Iterator[WrongCell]:
    """Yield the one amount of the sheet in an equation with others, and what these ask for."""
    own = [figure for figure in result.used if sheet_of(figure) == sheet]
    if len(own) == 1 and len(result.used) > 1:
        yield WrongCell(own[0], mending(own[0], result))


def _as_budgeted(sheet: SheetOrigin, ledger: Ledger) -> tuple[SheetOrigin, int] | None:
    """Return the sheet of another workbook that holds all amounts of a sheet, for the same codes and in
    columns of the same names, and how many; None if there is none. Two sheets of accounts have no column in
    common, one of accounts and the budget's have.
    """
    amounts: dict[SheetOrigin, dict[tuple[str, str], Decimal]] = {}
    for rows in ledger.detail_rows.values():
        for row in rows:
            for column, figure in row.figures.items():
                if figure.value and figure.cell:
                    amounts.setdefault(figure.cell.on_sheet, {})[row.key, column] = figure.value
    own = amounts.pop(sheet, {})
    for other, theirs in amounts.items():
        common = own.keys() & theirs.keys()
        is_same = len(common) >= FEWEST_AS_BUDGETED and own.items() <= theirs.items()
        if is_same and other.file != sheet.file:
            return other, len(common)
    return None


def _beside_last_years(
    sheet: SheetOrigin, results: Iterable[CheckResult], ledger: Ledger
) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield the sheet's amounts beside those that stood there last year, zeros and blanks left out."""
    figures = (figure for result in results for figure in result.used if figure.value)
    used: dict[str, Figure] = {figure.id: figure for figure in figures if sheet_of(figure) == sheet}
    form = next((figure.cell.form for figure in used.values() if figure.cell), "")
    figures_of_form = ledger.last_years.get(form)
    for last in figures_of_form() if figures_of_form else ():
        if last.value and last.id in used:
            yield used[last.id].value or ZERO, last.value
