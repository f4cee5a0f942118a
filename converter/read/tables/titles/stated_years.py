"""The years that the cells of a sheet state: above the header of its table, and in its column heads."""

from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct

from converter.figures import address
from converter.read.files.grid import Grid
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.head_row import HeadRow, head_row

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
    known = vocabulary.header_words[form]
    heads = rows_above_header(grid, title, form, vocabulary)
    top, hidden = len(heads), grid.hidden.rows
    above = (found for row, head in enumerate(heads) if row not in hidden for found in _stated(head, row))
    below = (head_row(vocabulary, cells) for cells in grid.rows[top : top + MOST_HEADER_ROWS])
    in_columns = enumerate(takewhile(lambda row: not _is_data(row, known), below), top)
    place = address(*title) if title[0] >= 0 else ""
    return StatedYears(
        tuple(stated for stated in above if stated.cell != place),
        tuple(stated for row, head in in_columns for stated in _stated(head, row)),
    )


def rows_above_header(grid: Grid, title: tuple[int, int], form: str, vocabulary: Vocabulary) -> list[HeadRow]:
    """Return the first rows of a sheet, down to the header of its table below the cell `title`."""
    known, first = vocabulary.header_words[form], title[0] + 1
    heads: list[HeadRow] = []
    for row, cells in enumerate(grid.rows[: first + MOST_HEAD_ROWS]):
        head = head_row(vocabulary, cells)
        if row >= first and _is_header(head, known):
            break
        heads.append(head)
    return heads


def _is_header(row: HeadRow, known: frozenset[str]) -> bool:
    """Whether a row has words of the header, or two years side by side."""
    return not row.heads.isdisjoint(known) or len(set(row.years.values())) > 1


def _is_data(row: HeadRow, known: frozenset[str]) -> bool:
    """Whether a row holds an amount: a number that is no year, or one that may be, beside words that are no
    heads.
    """
    if row.holds_amount:
        return True
    bare = [year for column, year in row.years.items() if not isinstance(row.cells[column], str)]
    return bool(bare) and len(set(row.years.values())) == 1 and not row.heads <= known


def _stated(head: HeadRow, row: int) -> Iterator[StatedYear]:
    for column, year in head.years.items():
        yield StatedYear(year, address(row, column), str(head.cells[column]))
