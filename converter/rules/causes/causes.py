"""All causes of checks that do not hold: of workbooks, of sheets, of cells, and what follows from each."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from converter.figures import Ledger
from converter.rules.causes.cells.displaced_rows import DisplacedRows
from converter.rules.causes.cells.missing_rows import MissingRow, find_missing_rows
from converter.rules.causes.cells.mixups import LikelySlip
from converter.rules.causes.cells.wrong_cells import WrongCells, find_wrong_cells
from converter.rules.causes.entered_units import find_entries_in_smaller_units
from converter.rules.causes.sheets.disjointed_sheets import DisjointedSheet, find_disjointed_sheets
from converter.rules.causes.sheets.last_year_sheets import LastYearSheet, find_last_year_sheets
from converter.rules.causes.sheets.wrong_unit_books import WrongUnitBook, find_wrong_unit_books
from converter.rules.causes.sheets.wrong_units import FiledAmounts, WrongUnit, find_wrong_units
from converter.rules.causes.sheets.wrong_year_books import WrongYearBook, find_wrong_year_books
from converter.rules.checks.result import CheckResult

OfRows = DisplacedRows | MissingRow
AnyCause = WrongUnitBook | WrongUnit | WrongYearBook | LastYearSheet | DisjointedSheet | OfRows | WrongCells

Cause = TypeVar("Cause", bound=AnyCause)


class PackWords(Struct, frozen=True):
    """What a pack says: its base unit of money, the scales of its units of money, the mark of last year, the
    forms of the supplement.
    """

    money: str
    scales: Mapping[str, Decimal]
    prior: str
    entered: frozenset[str] = frozenset()


class Causes(Struct, frozen=True):
    """The workbooks and sheets in a wrong unit or of a wrong year, the sheets out of joint, the rows out of
    place or missing, the wrong cells, and the other results.

    Results that hold are among the unexplained.
    """

    wrong_unit_books: Sequence[WrongUnitBook]
    wrong_units: Sequence[WrongUnit]
    wrong_year_books: Sequence[WrongYearBook]
    last_year_sheets: Sequence[LastYearSheet]
    disjointed_sheets: Sequence[DisjointedSheet]
    displaced_rows: Sequence[DisplacedRows]
    missing_rows: Sequence[MissingRow]
    wrong_cells: Sequence[WrongCells]
    unexplained: Sequence[CheckResult]


def find_causes(
    results: Sequence[CheckResult],
    ledger: Ledger,
    words: PackWords,
    likely_slip: LikelySlip,
    displaced_rows: Sequence[DisplacedRows] = (),
) -> Causes:
    """Return what explains the results that differ, and the displaced rows that no cause before explains.

    What a sheet explains is no longer looked at when cells are searched. A result on measures has no part
    in finding a cause, for it is not known which amount it asks for, but may follow from one.
    """
    books = find_wrong_unit_books(results, ledger, words.scales, words.money)
    if not books and not any(result.differs for result in results):
        return Causes((), (), (), (), (), displaced_rows, (), (), results)
    books, rest = followed(books, results, ledger)
    filed = FiledAmounts(ledger, words.money, words.entered)
    units, rest = followed(find_wrong_units(rest, words.scales, filed), rest, ledger)
    years, rest = followed(find_wrong_year_books(rest, ledger, words.prior), rest, ledger)
    sheets, rest = followed(find_last_year_sheets(rest, ledger), rest, ledger)
    disjointed, rest = followed(find_disjointed_sheets(rest, likely_slip), rest, ledger)
    entries = find_entries_in_smaller_units(rest, words.entered, words.scales)
    entries, rest = followed(entries, rest, ledger)
    cells, rest = followed(find_wrong_cells(rest, likely_slip, words.entered), rest, ledger)
    known: tuple[AnyCause, ...] = (*books, *units, *years, *sheets, *disjointed, *entries, *cells)
    displaced, rest = followed(
        [rows for rows in displaced_rows if not _is_wrong_by(known, rows)], rest, ledger
    )
    missing, rest = followed(find_missing_rows(rest, ledger), rest, ledger)
    return Causes(books, units, years, sheets, disjointed, displaced, missing, (*entries, *cells), rest)


def followed(
    causes: Sequence[Cause], results: Sequence[CheckResult], ledger: Ledger
) -> tuple[list[Cause], list[CheckResult]]:
    """Return the causes, each with what follows from it through measures as well, and the other results."""
    rest = _without(results, (result for cause in causes for result in cause.results))
    followed = []
    for cause in causes:
        more = [result for result in rest if _may_follow(result) and _rests_on(cause, result, ledger)]
        rest = _without(rest, more)
        followed.append(replace(cause, results=(*cause.results, *more)))
    return followed, rest


def _is_wrong_by(causes: Iterable[AnyCause], rows: DisplacedRows) -> bool:
    """Whether one of the causes has a place where amounts stand in wrong rows."""
    places = [*(wrong.figure.cell for wrong in rows.cells if wrong.figure.cell), rows.other]
    return any(cause.makes_wrong(cell) for cause in causes for cell in places)


def _without(results: Iterable[CheckResult], gone: Iterable[CheckResult]) -> list[CheckResult]:
    explained = set(gone)
    return [result for result in results if result not in explained]


def _rests_on(cause: AnyCause, result: CheckResult, ledger: Ledger) -> bool:
    return any(map(cause.makes_wrong, ledger.cells_behind(result.used)))


def _may_follow(result: CheckResult) -> bool:
    """Whether a result that differs is on measures, or on no equality: no cause can be found by it."""
    on_measures = any(figure.cell is None for figure in result.used)
    return result.differs and (on_measures or not result.is_equality)
