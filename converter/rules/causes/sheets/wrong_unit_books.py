"""A whole workbook in another unit than its sheets say: its amounts fit those of other files once multiplied.

Equations between two files tell by how much they are apart, and so do the sizes of the same items in them.
The workbook at fault is apart from others by one factor, and agrees with none.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from msgspec import Struct

from converter.figures import CellOrigin, Figure, Ledger, SheetOrigin
from converter.rules.causes.positions import sheet_of
from converter.rules.causes.sheets.magnitude import (
    amounts_by_item,
    figures_by_sheet,
    size_factor,
)
from converter.rules.causes.sheets.wrong_units import compares_filed, mends
from converter.rules.checks.result import CheckResult

FEWEST_SHEETS_APART = 2
"""Of a workbook: of fewer, the sheet is in a wrong unit."""

Book = tuple[str, str]
"""A file, and the unit that some of its sheets state."""


class WrongUnitBook(Struct, frozen=True):
    """The sheets of a file that seem to be in unit `likely`, their amounts then `factor` times as large.

    `figure` is one of them; `results` are those explained.
    """

    figure: Figure
    sheets: tuple[SheetOrigin, ...]
    likely: str
    factor: Decimal
    results: tuple[CheckResult, ...]

    def makes_wrong(self, cell: CellOrigin) -> bool:
        """Whether a cell is on one of the sheets."""
        return cell.on_sheet in self.sheets


class _Vote(Struct, frozen=True):
    """That amounts on two sheets would agree if those of the first were `factor` times as large."""

    sheet: SheetOrigin
    other: SheetOrigin
    factor: Decimal


class _Suspect(Struct, frozen=True):
    """A book that is apart from `others` by one factor."""

    book: Book
    factor: Decimal
    others: frozenset[str]

    @property
    def weight(self) -> tuple[int, bool]:
        """What suspects are ordered by: the files it is apart from, then that its amounts are too small."""
        return len(self.others), self.factor > 1


def find_wrong_unit_books(
    results: Sequence[CheckResult], ledger: Ledger, scales: Mapping[str, Decimal], base: str
) -> list[WrongUnitBook]:
    """Return the workbook whose unit is wrong throughout; `scales` are the units of money, in unit `base`.

    Of two that are apart from as many others, the one whose amounts are too small; none if there are several.
    """
    sheets = figures_by_sheet(ledger, base)
    votes = [*_by_equations(results, scales), *_by_size(sheets)]
    books: dict[Book, list[SheetOrigin]] = {}
    for sheet, figures in sheets.items():
        books.setdefault((sheet.file, _unit(figures[0])), []).append(sheet)
    suspects = [suspect for book, own in books.items() for suspect in _suspects(book, own, votes)]
    best = max(suspects, key=lambda suspect: suspect.weight, default=None)
    if best is None or [suspect.weight for suspect in suspects].count(best.weight) > 1:
        return []
    own = books[best.book]
    differing = (result for result in results if result.differs and _uses(result, own))
    likely = (unit for unit, scale in scales.items() if scale == scales[best.book[1]] * best.factor)
    return [
        WrongUnitBook(sheets[own[0]][0], tuple(own), unit, best.factor, tuple(differing)) for unit in likely
    ]


def _suspects(book: Book, own: Collection[SheetOrigin], votes: Sequence[_Vote]) -> Iterator[_Suspect]:
    """Yield the book with the one factor by which enough of its sheets are apart from others."""
    cast = [vote for vote in votes if vote.sheet in own and vote.other not in own]
    factor = cast[0].factor if cast else Decimal(1)
    agreed = all(vote.factor == factor for vote in cast)
    if factor != 1 and agreed and len({vote.sheet for vote in cast}) >= FEWEST_SHEETS_APART:
        yield _Suspect(book, factor, frozenset(vote.other.file for vote in cast))


def _by_equations(results: Iterable[CheckResult], scales: Mapping[str, Decimal]) -> Iterator[_Vote]:
    """Yield how amounts of two files in one equation are apart, for each of the files."""
    factors = {one / other for one in scales.values() for other in scales.values() if one != other}
    for result in results:
        sheets = list(dict.fromkeys(sheet_of(figure) for figure in result.used if figure.value))
        if len({sheet.file for sheet in sheets}) == 2 and compares_filed(result, scales):
            for sheet in sheets:
                own = [each for each in sheets if each.file == sheet.file]
                other = next(each for each in sheets if each.file != sheet.file)
                mending = [Decimal(1)] if result.holds else [f for f in factors if mends(result, own, f)]
                yield from (_Vote(sheet, other, factor) for factor in mending)


def _by_size(sheets: Mapping[SheetOrigin, Sequence[Figure]]) -> Iterator[_Vote]:
    """Yield how the sizes of the same items on two sheets of different files are apart, for each of them."""
    amounts = {sheet: amounts_by_item(figures) for sheet, figures in sheets.items()}
    for sheet, other in permutations(amounts, 2):
        if sheet.file != other.file and (factor := size_factor(amounts[sheet], amounts[other])):
            yield _Vote(sheet, other, 1 / factor)


def _unit(figure: Figure) -> str:
    return figure.cell.unit if figure.cell else ""


def _uses(result: CheckResult, sheets: Collection[SheetOrigin]) -> bool:
    return any(sheet_of(figure) in sheets for figure in result.used)
