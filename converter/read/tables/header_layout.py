"""What a header says of its columns: the header path of each, and the panels they make.

Departments fill in the same forms, so a layout is worked out once for all that have the same header.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from converter.chinese import YEAR
from converter.figures import Merge
from converter.read.files.cells import Scalar, integer, label_of
from converter.read.labels.vocabulary import Vocabulary

VALUES, BESIDE = 2, 3  # kinds of columns
YEARS = range(2000, 2100)
GridRows = tuple[tuple[Scalar, ...], ...]


class Panel(Struct, frozen=True):
    """Columns that belong together: those that identify a row, and those that hold its values.

    Those `beside` them, before the first value, number a row, say once more what it is, or have no head.
    """

    labels: tuple[int, ...]
    codes: tuple[int, ...]
    values: tuple[int, ...]
    beside: tuple[int, ...] = ()


class HeadUnit(Struct, frozen=True, gc=False):
    """A unit of money that a head states, and its cell: row counted from the header's first, column."""

    unit: str
    row: int
    column: int


class HeaderLayout(Struct, frozen=True, eq=False):
    """The header paths by column, and the panels. Compared by identity: the same header has the same layout.

    `hidden` are columns of values nobody sees: they belong to no panel. `unknown` are columns without a known
    head. They count as values, but may as well hold the labels of the columns to their right. `carried_over`
    has for each column of what was carried over from last year the words that say so, `this_year` the columns
    of this year's. `units` are the units of money that heads state.
    """

    paths: dict[int, tuple[str, ...]]
    panels: tuple[Panel, ...]
    hidden: tuple[int, ...]
    unknown: tuple[int, ...]
    carried_over: dict[int, frozenset[str]]
    this_year: frozenset[int]
    units: dict[int, HeadUnit]

    def is_this_years(self, column: int, pattern: Sequence[frozenset[str]]) -> bool:
        """Whether a column is not one of what was carried over, unless the pattern asks for that."""
        carried = self.carried_over.get(column)
        return not carried or any(not carried.isdisjoint(alternatives) for alternatives in pattern)

    def carried_over_beside(self, column: int, whole: frozenset[str]) -> tuple[int, ...]:
        """Return the columns of what was carried over that a total sums up: those under the same head.

        A total is a column headed by a word of `whole`; one that is headed as this year's sums up none.
        """
        path = self.paths[column]
        if path[-1] not in whole or column in self.this_year or column in self.carried_over:
            return ()
        above = path[:-1]
        return tuple(each for each in self.carried_over if self.paths[each][: len(above)] == above)


class HeaderCells(Struct, frozen=True):
    """What a sheet shows of a header.

    The rows of `merges` are counted from the header's first; `hidden` are the columns hidden on the sheet,
    `worded` those of the `unknown` that hold words below the header.
    """

    rows: GridRows
    merges: tuple[Merge, ...]
    hidden: frozenset[int]
    worded: frozenset[int] = frozenset()


@lru_cache(maxsize=4096)
def layout_of(vocabulary: Vocabulary, form: str, year: int, header: HeaderCells) -> HeaderLayout:
    """Return the layout of a header on a sheet with a form for `year`."""
    texts = _texts(header.rows, header.merges)
    paths = _paths(vocabulary, form, year, texts)
    worded = header.worded
    kinds = {
        column: 0 if column in worded else _kind(paths.get(column, ()), vocabulary)
        for column in range(max(paths, default=-1) + 1)
    }
    values = tuple(column for column, kind in kinds.items() if column in header.hidden and kind == VALUES)
    return HeaderLayout(
        paths,
        _panels(paths, kinds, vocabulary, values),
        values,
        tuple(_unknown(paths, kinds, vocabulary)),
        {column: said for column, path in paths.items() if (said := vocabulary.carried_over(path))},
        frozenset(column for column, path in paths.items() if any(map(vocabulary.is_this_years, path))),
        dict(_units(vocabulary, texts)),
    )


def year_of(cell: Scalar) -> int:
    """Return the year that a cell with a bare number names, or 0."""
    number = integer(cell)
    return number if number is not None and number in YEARS else 0


def _texts(rows: GridRows, merges: Sequence[Merge]) -> list[list[str]]:
    """Return the words of a header's cells, merged cells counted for all they cover."""
    width = max(map(len, rows), default=0)
    texts = [[*map(heading_of, row), *[""] * (width - len(row))] for row in rows]
    if merges:
        _spread_merges(texts, merges)
    else:
        _spread_right(texts)
    return texts


def _paths(
    vocabulary: Vocabulary, form: str, year: int, texts: list[list[str]]
) -> dict[int, tuple[str, ...]]:
    """Return each column's header words from the top down."""
    named = [[vocabulary.head(text, year, form) if text else "" for text in row] for row in texts]
    columns = (tuple(dict.fromkeys(filter(None, column))) for column in zip(*named, strict=True))
    return {column: path for column, path in enumerate(columns) if path}


def _units(vocabulary: Vocabulary, texts: list[list[str]]) -> Iterator[tuple[int, HeadUnit]]:
    """Yield the units of money that heads state, by column; the lowest head of a column counts."""
    for column in range(len(texts[0]) if texts else 0):
        for row in reversed(range(len(texts))):
            if unit := vocabulary.money_unit(texts[row][column]):
                yield column, HeadUnit(unit, *_first_alike(texts, row, column))
                break


def _first_alike(texts: list[list[str]], row: int, column: int) -> tuple[int, int]:
    """Return the row and the column where the words begin that rows and columns next to each other share."""
    words = texts[row][column]
    while row and texts[row - 1][column] == words:
        row -= 1
    while column and texts[row][column - 1] == words:
        column -= 1
    return row, column


def heading_of(cell: Scalar) -> str:
    """Return a header cell's word; a bare number of a year is one, too."""
    return f"{year_of(cell)}{YEAR}" if year_of(cell) else label_of(cell)


def _spread_merges(rows: list[list[str]], merges: Sequence[Merge]) -> None:
    for first, left, last, right in merges:
        if left < len(rows[0]) and rows[first][left]:
            for row in range(first, min(last + 1, len(rows))):
                for column in range(left, min(right + 1, len(rows[0]))):
                    rows[row][column] = rows[first][left]


def _spread_right(rows: list[list[str]]) -> None:
    """Where no merges are known: a blank header cell belongs to its left neighbour under the same parent."""
    for depth, row in enumerate(rows):
        for column in range(1, len(row)):
            same_parent = depth == 0 or rows[depth - 1][column] == rows[depth - 1][column - 1] != ""
            if not row[column] and row[column - 1] and same_parent:
                row[column] = row[column - 1]


def _unknown(
    paths: dict[int, tuple[str, ...]], kinds: dict[int, int], vocabulary: Vocabulary
) -> Iterator[int]:
    """Yield the columns whose own head no form knows, left of one over values."""
    for column, kind in kinds.items():
        if kind == kinds.get(column + 1) == VALUES:
            own, right = paths[column][-1], paths[column + 1][-1]
            if own not in vocabulary.value_heads and right in vocabulary.value_heads:
                yield column


def _panels(
    paths: dict[int, tuple[str, ...]], kinds: dict[int, int], vocabulary: Vocabulary, hidden: Sequence[int]
) -> tuple[Panel, ...]:
    panels: list[tuple[list[int], list[int], list[int], list[int]]] = [([], [], [], [])]
    for column, kind in kinds.items():
        has_values = bool(panels[-1][VALUES])
        if column in hidden or (kind == BESIDE and has_values):
            continue
        if kind < VALUES and has_values:
            panels.append(([], [], [], []))
        panels[-1][kind].append(column)
    aside = {column for column, path in paths.items() if not vocabulary.key_aside.isdisjoint(path)}
    return tuple(_panel(*columns, aside) for columns in panels)


def _panel(
    labels: list[int], codes: list[int], values: list[int], beside: list[int], aside: set[int]
) -> Panel:
    """Return a panel; of the columns that identify its rows those aside count only if there are no others."""
    again = [column for column in (*labels, *codes) if column in aside]
    if len(again) == len(labels) + len(codes):
        again = []
    return Panel(
        tuple(column for column in labels if column not in again),
        tuple(column for column in codes if column not in again),
        tuple(values),
        (*beside, *again),
    )


def _kind(path: tuple[str, ...], vocabulary: Vocabulary) -> int:
    """Return 0 for a label column, 1 for a code column, `VALUES`, or `BESIDE` for one to pass over."""
    if not path:
        return BESIDE
    for word in reversed(path):
        if word in vocabulary.value_heads:
            return VALUES
        if word in vocabulary.key_skip:
            return BESIDE
        if word in vocabulary.key_label:
            return 0
        if word in vocabulary.key_code:
            return 1
    return VALUES
