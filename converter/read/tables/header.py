"""Find the header of a table: where it begins, and where its data begin."""

import re
from collections.abc import Iterable

from msgspec import Struct

from converter.read.files.cells import amount, digits, label_of
from converter.read.labels.years import is_only_year
from converter.read.tables.header_layout import HeaderLayout, layout_of, year_of
from converter.read.tables.sheet import FormSheet

MOST_HEADER_ROWS = 8
_INDEX = re.compile(r"(\d{1,2})(=[\d+\-()]+)?")


class Header(Struct, frozen=True):
    """A header: its first row, the first row of data below it, and what it says of the columns."""

    top: int
    first: int
    layout: HeaderLayout


def find_header(sheet: FormSheet, start: int, stop: int) -> Header | None:
    """Return the header that begins at or below row `start`, or None if none is recognised."""
    known = sheet.vocabulary.header_words[sheet.form]
    rows = (row for row in range(start, stop) if names_any(sheet, row, known))
    top = next((row for row in rows if not _asks_for_department(sheet, row)), None)
    return None if top is None else header_at(sheet, top, stop)


def header_at(sheet: FormSheet, top: int, stop: int) -> Header:
    """Return the header that begins in row `top`; it has no rows where that row holds an amount itself."""
    first = top if _holds_amount(sheet, top) else _first_data_row(sheet, top, stop)
    layout = _layout(sheet, top, first, stop)
    while first < stop and _is_index(sheet, first):
        first += 1
    return Header(top, first, layout)


def _layout(sheet: FormSheet, top: int, first: int, stop: int) -> HeaderLayout:
    """Return what a header says of the columns; words that name rows are labels under any head."""
    grid = sheet.grid
    rows = tuple(map(tuple, grid.rows[top:first]))
    merges = tuple(
        (merge[0] - top, merge[1], merge[2] - top, merge[3])
        for merge in grid.merges or ()
        if top <= merge[0] < first
    )
    header = (sheet.vocabulary, sheet.form, sheet.year, rows, merges, frozenset(grid.hidden.columns))
    layout = layout_of(*header)
    worded = frozenset(column for column in layout.unknown if _holds_words(sheet, column, range(first, stop)))
    return layout_of(*header, worded) if worded else layout


def _holds_words(sheet: FormSheet, column: int, rows: Iterable[int]) -> bool:
    """Tell whether a column holds several words, one of which names a row, and no amount, nil or not."""
    words, nil = list[str](), sheet.vocabulary.nil
    for row in rows:
        cell = sheet.grid.cell(row, column)
        if amount(cell) is not None:
            return False
        if (text := label_of(cell)) and text not in nil:
            words.append(text)
    known = sheet.vocabulary.known_rows[sheet.form] | sheet.vocabulary.total
    return len(words) > 1 and any(sheet.name(text) in known for text in words)


def names_any(sheet: FormSheet, row: int, known: frozenset[str]) -> bool:
    """Tell whether a cell of the row is one of these words; a lone year, as above a header, is not enough."""
    texts = (cell for cell in sheet.grid.rows[row] if cell and isinstance(cell, str))
    named = [text for text in texts if sheet.name(text) in known]
    return len(named) > 1 or any(not is_only_year(label_of(text)) for text in named)


def _asks_for_department(sheet: FormSheet, row: int) -> bool:
    """Tell whether a cell of a row is the label of the department, which stands beside it, above a header."""
    department = sheet.vocabulary.title_lines.department
    return any(isinstance(cell, str) and department(cell) == "" for cell in sheet.grid.rows[row])


def is_header_again(sheet: FormSheet, row: int, key_row: int) -> bool:
    """Tell whether a row reads like `key_row` of the header, or holds several of its words and no amount."""
    cells, known = sheet.grid.rows[row], sheet.vocabulary.header_words[sheet.form]
    texts = list(filter(None, map(label_of, cells)))
    if texts == list(filter(None, map(label_of, sheet.grid.rows[key_row]))):
        return True
    named = sum(1 for text in texts if sheet.name(text) in known)
    return named > 1 and all(amount(cell) is None or year_of(cell) for cell in cells)


def _holds_amount(sheet: FormSheet, row: int) -> bool:
    return any(amount(cell) is not None and not year_of(cell) for cell in sheet.grid.rows[row])


def _first_data_row(sheet: FormSheet, top: int, stop: int) -> int:
    """Return the first row below `top` that holds a row label, a code or an amount."""
    name, keys = sheet.name, sheet.vocabulary.keys
    key_columns: set[int] = set()
    for row in range(top, min(stop, top + MOST_HEADER_ROWS)):
        if row > top and (_is_index(sheet, row) or _is_data(sheet, row, key_columns)):
            return row
        key_columns |= {
            column
            for column, cell in enumerate(sheet.grid.rows[row])
            if cell and isinstance(cell, str) and name(cell) in keys
        }
    return min(stop, top + MOST_HEADER_ROWS)


def _is_index(sheet: FormSheet, row: int) -> bool:
    """Tell whether a row only numbers the columns: 1, 2, 3=1+2, ... beside at most words such as its name."""
    vocabulary = sheet.vocabulary
    numbers, named = [], False
    for cell in sheet.grid.rows[row]:
        text = digits(cell) or label_of(cell)
        if found := _INDEX.fullmatch(text):
            numbers.append(int(found[1]))
        elif text in vocabulary.key_skip:
            named = True
        elif cell != "" and text not in vocabulary.key_code:
            return False
    return bool(numbers) and (named or (len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))))


def _is_data(sheet: FormSheet, row: int, key_columns: set[int]) -> bool:
    """Tell data from header: an amount, or an unknown key with no word of the header beside it."""
    known, nil = sheet.vocabulary.header_only_words[sheet.form], sheet.vocabulary.nil
    unknown = heading = False
    for column, cell in enumerate(sheet.grid.rows[row]):
        text = label_of(cell)
        if amount(cell) is not None:
            if not year_of(cell):
                return True
        elif text in nil:
            return True
        elif text and column in key_columns:
            unknown |= sheet.name(text) not in known
        elif text:
            heading |= sheet.name(text) in known
    return unknown and not heading
