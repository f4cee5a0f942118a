"""Find the header of a table: where it begins, and where its data begin."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from converter.read.files.cells import amount, digits, words
from converter.read.files.grids import Grid
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.header_layout import HeaderLayout, layout_of, year_of
from converter.read.tables.sheet import FormSheet

MOST_HEADER_ROWS = 8
_INDEX = re.compile(r"(\d{1,2})(=[\d+\-()]+)?")
Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its first row, the first row of data below it, and what it says of the columns."""

    top: int
    first: int
    layout: HeaderLayout


def find_header(sheet: FormSheet, start: int, stop: int) -> Header | None:
    """Return the header that begins at or below row `start`, or None if none is recognised."""
    known = sheet.vocabulary.head_words[sheet.form]
    top = next((row for row in range(start, stop) if names_any(sheet, row, known)), None)
    return None if top is None else header_at(sheet, top, stop)


def header_at(sheet: FormSheet, top: int, stop: int) -> Header:
    """Return the header that begins in row `top`."""
    grid, vocabulary = sheet.grid, sheet.vocabulary
    known = vocabulary.head_words[sheet.form] - vocabulary.row_words[sheet.form]
    first = _first_data_row(grid, top, stop, known, vocabulary.keys, vocabulary, sheet.name)
    layout = _layout(sheet, top, first)
    while first < stop and _is_index(grid.rows[first], vocabulary):
        first += 1
    return Header(top, first, layout)


def _layout(sheet: FormSheet, top: int, first: int) -> HeaderLayout:
    grid = sheet.grid
    rows = tuple(map(tuple, grid.rows[top:first]))
    merges = tuple(
        (merge[0] - top, merge[1], merge[2] - top, merge[3])
        for merge in grid.merges or ()
        if top <= merge[0] < first
    )
    return layout_of(sheet.vocabulary, sheet.year, rows, merges, frozenset(grid.unseen.columns))


def names_any(sheet: FormSheet, row: int, known: frozenset[str]) -> bool:
    """Tell whether a cell of the row is one of these words."""
    return any(isinstance(cell, str) and sheet.name(cell) in known for cell in sheet.grid.rows[row])


def is_header_again(sheet: FormSheet, row: int, key_row: int) -> bool:
    """Tell whether a row reads like `key_row` of the header, or holds several of its words and no amount."""
    cells, known = sheet.grid.rows[row], sheet.vocabulary.head_words[sheet.form]
    texts = list(filter(None, map(words, cells)))
    if texts == list(filter(None, map(words, sheet.grid.rows[key_row]))):
        return True
    named = sum(1 for text in texts if sheet.name(text) in known)
    return named > 1 and all(amount(cell) is None or year_of(cell) for cell in cells)


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
            column for column, cell in enumerate(cells) if isinstance(cell, str) and name(cell) in keys
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
            if not year_of(cell):
                return True
        elif text and column in key_columns:
            unknown |= name(text) not in known
        elif text:
            heading |= name(text) in known
    return unknown and not heading
