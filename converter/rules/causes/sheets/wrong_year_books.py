"""A whole workbook of another year: its amounts are those of last year's, and other files contradict it.

Where last year's accounts were not filed, what other files state of last year is compared instead.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from converter.figures import CellOrigin, Figure, Ledger, SheetOrigin, basis_of, item_of
from converter.rules.causes.positions import sheet_of
from converter.rules.causes.sheets.last_year_sheets import FEWEST_AMOUNTS_EQUAL, LEAST_SHARE_EQUAL
from converter.rules.checks.result import CheckResult

FEWEST_SHEETS_EQUAL = 2
"""Of two workbooks: of fewer, one sheet is last year's."""

FEWEST_CONTRADICTIONS = 2
"""With the very file whose amounts of last year are equal: a single one may have another reason."""

YearPair = tuple[Figure, Figure]
"""A figure of this year, and the one that stood there last year."""


class Misplaced(StrEnum):
    """Which of two files that hold the same amounts is of another year than it says."""

    THIS_YEARS = "this year's"
    LAST_YEARS = "last year's"
    EITHER = "either"


class WrongYearBook(Struct, frozen=True):
    """A file that seems to be of another year: `equal` of the amounts `compared` are those in `other`.

    `sheets` of the file hold them; `results` are those explained.
    """

    file: str
    other: str
    misplaced: Misplaced
    equal: int
    compared: int
    sheets: tuple[SheetOrigin, ...]
    results: tuple[CheckResult, ...]

    def makes_wrong(self, cell: CellOrigin) -> bool:
        """Whether a cell is in the file."""
        return cell.file == self.file


def find_wrong_year_books(results: Sequence[CheckResult], ledger: Ledger, prior: str) -> list[WrongYearBook]:
    """Return the files of another year, each once; `prior` marks the bases of last year."""
    differing = [result for result in results if result.differs]
    if not differing:
        return []
    pairs: dict[tuple[str, str], list[YearPair]] = {}
    for this, last in _pairs(results, ledger, prior):
        pairs.setdefault((sheet_of(this).file, sheet_of(last).file), []).append((this, last))
    filed_last_year = {
        sheet_of(figure).file for figures_of in ledger.last_years.values() for figure in figures_of()
    }
    found: dict[str, WrongYearBook] = {}
    for (file, other), several in sorted(pairs.items(), key=lambda entry: -len(entry[1])):
        judge = _of_two_books if other in filed_last_year else _of_what_another_states
        if file != other and (book := judge(file, other, several, differing)):
            found.setdefault(book.file, book)
    return list(found.values())


def _pairs(results: Sequence[CheckResult], ledger: Ledger, prior: str) -> Iterator[YearPair]:
    """Yield the amounts that checks use beside last year's, zeros and blanks left out."""
    figures = (figure for result in results for figure in result.used if figure.value and figure.cell)
    used = {(figure.cell.form, figure.id): figure for figure in figures if figure.cell}
    last_years = {
        (form, figure.id): figure
        for form, figures_of in ledger.last_years.items()
        for figure in figures_of()
        if figure.value
    }
    for key, this in used.items():
        if key in last_years:
            yield this, last_years[key]
        stated = f"{item_of(this.id)}.{prior}{basis_of(this.id)}"
        for last in ledger.readings.get(stated, {}).values():
            if last.value and last.cell not in {known.cell for known in (last_years.get(key),) if known}:
                yield this, last


def _of_two_books(
    file: str, other: str, pairs: Sequence[YearPair], differing: Sequence[CheckResult]
) -> WrongYearBook | None:
    """Return the one of two files with the same amounts that a third contradicts more."""
    against = [_contradictions(each, {file, other}, differing) for each in (file, other)]
    if against[1] > against[0]:
        pairs = [(last, this) for this, last in pairs]
        return _found(other, file, Misplaced.LAST_YEARS, pairs, differing)
    misplaced = Misplaced.THIS_YEARS if against[0] > against[1] else Misplaced.EITHER
    return _found(file, other, misplaced, pairs, differing)


def _of_what_another_states(
    file: str, other: str, pairs: Sequence[YearPair], differing: Sequence[CheckResult]
) -> WrongYearBook | None:
    """Return the file if it holds what another states of last year, and not what that states of this."""
    contradicting = sum(_files(result) == {file, other} for result in differing)
    book = _found(file, other, Misplaced.THIS_YEARS, pairs, differing)
    return book if contradicting >= FEWEST_CONTRADICTIONS else None


def _found(
    file: str, other: str, misplaced: Misplaced, pairs: Sequence[YearPair], differing: Sequence[CheckResult]
) -> WrongYearBook | None:
    """Return the file if enough of its amounts, on enough sheets, are those of the other."""
    equal = [this for this, that in pairs if this.value == that.value]
    sheets = tuple(dict.fromkeys(map(sheet_of, equal)))
    if len(sheets) < FEWEST_SHEETS_EQUAL or len(equal) < FEWEST_AMOUNTS_EQUAL:
        return None
    if len(equal) < LEAST_SHARE_EQUAL * len(pairs):
        return None
    using = tuple(result for result in differing if file in _files(result))
    return WrongYearBook(file, other, misplaced, len(equal), len(pairs), sheets, using)


def _contradictions(file: str, pair: set[str], differing: Sequence[CheckResult]) -> int:
    """Return how many results that differ compare a file with others than the two."""
    return sum(file in files and not files <= pair for files in map(_files, differing))


def _files(result: CheckResult) -> set[str]:
    return {figure.cell.file for figure in result.used if figure.cell}
