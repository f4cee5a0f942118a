"""The years that the cells of a sheet state: above the header of its table, and in its column heads."""

from collections.abc import Iterator

from msgspec import Struct

from converter.chinese import NOUGHTS
from converter.figures import address
from converter.read.files.cells import Scalar, amount, label_of
from converter.read.files.grid import Grid
from converter.read.labels.vocabulary import Vocabulary
from converter.read.labels.years import is_only_year
from converter.read.tables.header_layout import year_of

_NOUGHTS = frozenset(NOUGHTS)
MOST_HEAD_ROWS = 12
MOST_HEADER_ROWS = 8


class StatedYear(Struct, frozen=True, gc=False):
    """A year that a cell states: its address, '' for the sheet's name, and its text."""

    year: int
    cell: str
    text: str


class StatedYears(Struct, frozen=True):
    """The years stated above the header of a table, and those in the heads of its columns, cell by cell."""

    above: tuple[StatedYear, ...]
    columns: tuple[StatedYear, ...]


NO_YEARS = StatedYears((), ())


def stated_years(grid: Grid, title: tuple[int, int], form: str, vocabulary: Vocabulary) -> StatedYears:
    """Return what years the cells of a sheet with a table of this form state.

    The cell `title` is left out, for a title may name a year to compare with; (-1, -1) if there is none.
    """
    known, first = vocabulary.header_words[form], title[0] + 1
    rows = range(first, min(len(grid.rows), first + MOST_HEAD_ROWS))
    top = next((row for row in rows if _is_header(grid.rows[row], known, vocabulary)), rows.stop)
    above = (found for row in range(top) for found in _above(grid, row, title, vocabulary))
    return StatedYears(tuple(above), tuple(_in_columns(grid, top, vocabulary)))


def _is_header(cells: list[Scalar], known: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a row has words of the header, or two years side by side."""
    years = set[int]()
    for cell in cells:
        if cell == "":
            continue
        text = label_of(cell)
        if text and vocabulary.canonical(text) in known and not is_only_year(text):
            return True
        if year := _one_year(cell, vocabulary):
            years.add(year)
            if not is_only_year(text) and any(
                vocabulary.canonical(text, base) in known for base in (year, year + 1)
            ):
                return True
    return len(years) > 1


def _above(grid: Grid, row: int, title: tuple[int, int], vocabulary: Vocabulary) -> Iterator[StatedYear]:
    if row not in grid.hidden.rows:
        for column, cell in enumerate(grid.rows[row]):
            if cell == "" or (row, column) == title:
                continue
            if year := _one_year(cell, vocabulary):
                yield StatedYear(year, address(row, column), str(cell))


def _in_columns(grid: Grid, top: int, vocabulary: Vocabulary) -> Iterator[StatedYear]:
    """Yield the years in the rows from the header's first to the first with an amount."""
    for row, cells in enumerate(grid.rows[top : top + MOST_HEADER_ROWS], top):
        if any(amount(cell) is not None and not year_of(cell) for cell in cells):
            return
        for column, cell in enumerate(cells):
            if year := _one_year(cell, vocabulary):
                yield StatedYear(year, address(row, column), str(cell))


def _one_year(cell: Scalar, vocabulary: Vocabulary) -> int:
    """Return the one year of account that a cell states, 0 if it states none or several."""
    if not isinstance(cell, str):
        return year_of(cell)
    return 0 if _NOUGHTS.isdisjoint(cell) else vocabulary.title_lines.year(cell)
