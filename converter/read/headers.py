"""Find the header of a table, give every column its header path, and part the columns into panels."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from converter.read.books import Grid
from converter.read.cells import amount, digits, integer, words
from converter.read.rows import Panel
from converter.read.sheet import Sheet
from converter.read.vocabulary import Vocabulary

MOST_HEADER_ROWS = 8
VALUES = 2  # the kind of a column that holds values
YEARS = range(2000, 2100)
_INDEX = re.compile(r"(\d{1,2})(=[\d+\-()]+)?")
Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its first row, the first row of data below it, the header paths by column, the panels.

    `hidden` are columns of values nobody sees: they belong to no panel.
    """

    top: int
    first: int
    paths: dict[int, tuple[str, ...]]
    panels: tuple[Panel, ...]
    hidden: tuple[int, ...]


def find_header(sheet: Sheet, start: int, stop: int) -> Header | None:
    """Return the header that begins at or below row `start`, or None if none is recognised."""
    known = sheet.vocabulary.head_words[sheet.form]
    top = next((row for row in range(start, stop) if names_any(sheet, row, known)), None)
    return None if top is None else header_at(sheet, top, stop)


def header_at(sheet: Sheet, top: int, stop: int) -> Header:
    """Return the header that begins in row `top`."""
    grid, vocabulary = sheet.grid, sheet.vocabulary
    known = vocabulary.head_words[sheet.form] - vocabulary.row_words[sheet.form]
    first = _first_data_row(grid, top, stop, known, vocabulary.keys, vocabulary, sheet.name)
    paths = _paths(grid, top, first, sheet.name)
    while first < stop and _is_index(grid.rows[first], vocabulary):
        first += 1
    hidden = tuple(
        column
        for column in sorted(paths)
        if column in grid.unseen.columns and _kind(paths[column], vocabulary) == VALUES
    )
    return Header(top, first, paths, _panels(paths, vocabulary, hidden), hidden)


def names_any(sheet: Sheet, row: int, known: frozenset[str]) -> bool:
    """Tell whether a cell of the row is one of these words."""
    return any(sheet.name(text) in known for text in map(words, sheet.grid.rows[row]) if text)


def is_header_again(sheet: Sheet, row: int, key_row: int) -> bool:
    """Tell whether a row reads like `key_row` of the header, or holds several of its words and no amount."""
    cells, known = sheet.grid.rows[row], sheet.vocabulary.head_words[sheet.form]
    texts = list(filter(None, map(words, cells)))
    if texts == list(filter(None, map(words, sheet.grid.rows[key_row]))):
        return True
    named = sum(1 for text in texts if sheet.name(text) in known)
    return named > 1 and all(amount(cell) is None or _year(cell) for cell in cells)


def _first_data_row(
    grid: Grid,
    top: int,
    stop: int,
    known: frozenset[str],
    keys: frozenset[str],
    vocabulary: Vocabulary,
    name: Name,
) -> int:
    """Return the first row below `top` that holds a row label, a code or an amount."""
    key_columns: set[int] = set()
    for row in range(top, min(stop, top + MOST_HEADER_ROWS)):
        cells = grid.rows[row]
        if row > top and (_is_index(cells, vocabulary) or _is_data(cells, key_columns, known, name)):
            return row
        key_columns |= {
            column for column, cell in enumerate(cells) if words(cell) and name(words(cell)) in keys
        }
    return min(stop, top + MOST_HEADER_ROWS)


def _is_index(cells: Sequence[object], vocabulary: Vocabulary) -> bool:
    """Tell whether a row only numbers the columns: 1, 2, 3=1+2, ... beside at most words such as its name."""
    numbers, named = [], False
    for cell in cells:
        text = digits(cell) or words(cell)
        if found := _INDEX.fullmatch(text):
            numbers.append(int(found[1]))
        elif text in vocabulary.key_skip:
            named = True
        elif cell != "" and text not in vocabulary.key_code:
            return False
    return bool(numbers) and (named or (len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))))


def _is_data(cells: Sequence[object], key_columns: set[int], known: frozenset[str], name: Name) -> bool:
    """Tell data from header: an amount, or an unknown key with no word of the header beside it."""
    unknown = heading = False
    for column, cell in enumerate(cells):
        text = words(cell)
        if amount(cell) is not None:
            if not _year(cell):
                return True
        elif text and column in key_columns:
            unknown |= name(text) not in known
        elif text:
            heading |= name(text) in known
    return unknown and not heading


def _heading(cell: object) -> str:
    """Return a header cell's word; a bare number of a year is one, too."""
    return f"{_year(cell)}\u5e74" if _year(cell) else words(cell)


def _year(cell: object) -> int:
    number = integer(cell)
    return number if number is not None and number in YEARS else 0


def _paths(grid: Grid, top: int, first: int, name: Name) -> dict[int, tuple[str, ...]]:
    """Return each column's header words from the top down, merged cells counted for all they cover."""
    width = max((len(row) for row in grid.rows[top:first]), default=0)
    rows = [[name(_heading(cell)) for cell in _padded(grid.rows[row], width)] for row in range(top, first)]
    merges = [merge for merge in grid.merges or () if top <= merge[0] < first]
    if merges:
        _spread_merges(rows, merges, top)
    else:
        _spread_right(rows)
    columns = (tuple(dict.fromkeys(row[column] for row in rows if row[column])) for column in range(width))
    return {column: path for column, path in enumerate(columns) if path}


def _padded(cells: list[object], width: int) -> list[object]:
    return cells + [""] * (width - len(cells))


def _spread_merges(rows: list[list[str]], merges: list[tuple[int, int, int, int]], top: int) -> None:
    for first, left, last, right in merges:
        if left < len(rows[0]) and rows[first - top][left]:
            for row in range(first - top, min(last - top + 1, len(rows))):
                for column in range(left, min(right + 1, len(rows[0]))):
                    rows[row][column] = rows[first - top][left]


def _spread_right(rows: list[list[str]]) -> None:
    """Where no merges are known: a blank header cell belongs to its left neighbour under the same parent."""
    for depth, row in enumerate(rows):
        for column in range(1, len(row)):
            same_parent = depth == 0 or rows[depth - 1][column] == rows[depth - 1][column - 1] != ""
            if not row[column] and row[column - 1] and same_parent:
                row[column] = row[column - 1]


def _panels(
    paths: dict[int, tuple[str, ...]], vocabulary: Vocabulary, hidden: Sequence[int]
) -> tuple[Panel, ...]:
    panels: list[tuple[list[int], list[int], list[int]]] = [([], [], [])]
    for column, path in sorted(paths.items()):
        kind = _kind(path, vocabulary)
        if kind < 0 or column in hidden:
            continue
        if kind < VALUES and panels[-1][2]:
            panels.append(([], [], []))
        panels[-1][kind].append(column)
    return tuple(Panel(*map(tuple, panel)) for panel in panels)


def _kind(path: tuple[str, ...], vocabulary: Vocabulary) -> int:
    """Return 0 for a label column, 1 for a code column, 2 for values, -1 for one to pass over."""
    for word in reversed(path):
        if word in vocabulary.key_skip:
            return -1
        if word in vocabulary.key_label:
            return 0
        if word in vocabulary.key_code:
            return 1
    return VALUES
