"""Find the header of a table: where it begins, and where its data begin."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from converter.read.files.cells import amount, label_of
from converter.read.tables.head_row import HeadRow
from converter.read.tables.header_layout import HeaderCells, HeaderLayout, layout_of
from converter.read.tables.sheet import FormSheet

MOST_HEADER_ROWS = 8


class Header(Struct, frozen=True):
    """A header: its first row, the first row of data below it, and what it says of the columns."""

    top: int
    first: int
    layout: HeaderLayout


def find_header(sheet: FormSheet, start: int, stop: int) -> Header | None:
    """Return the header that begins at or below row `start`, or None if none is recognised."""
    known = sheet.vocabulary.header_words[sheet.form]
    rows = (row for row in range(start, stop) if sheet.head(row).names_any(known))
    top = next((row for row in rows if not sheet.head(row).asks_for_department), None)
    return None if top is None else header_at(sheet, top, stop)


def header_at(sheet: FormSheet, top: int, stop: int) -> Header:
    """Return the header that begins in row `top`; it has no rows where that row holds an amount itself."""
    first = top if sheet.head(top).holds_amount else _first_data_row(sheet, top, stop)
    layout = _layout(sheet, top, first, stop)
    while first < stop and sheet.head(first).is_index:
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
    cells = HeaderCells(rows, merges, frozenset(grid.hidden.columns))
    layout = layout_of(sheet.vocabulary, sheet.form, sheet.year, cells)
    worded = frozenset(column for column in layout.unknown if _holds_words(sheet, column, range(first, stop)))
    if not worded:
        return layout
    return layout_of(sheet.vocabulary, sheet.form, sheet.year, replace(cells, worded=worded))


def _holds_words(sheet: FormSheet, column: int, rows: Iterable[int]) -> bool:
    """Whether a column holds several words, one of which names a row, and no amount, nil or not."""
    words, nil = list[str](), sheet.vocabulary.nil
    for row in rows:
        cell = sheet.grid.cell(row, column)
        if amount(cell) is not None:
            return False
        if (text := label_of(cell)) and text not in nil:
            words.append(text)
    known = sheet.vocabulary.known_rows[sheet.form] | sheet.vocabulary.total
    return len(words) > 1 and any(sheet.name(text) in known for text in words)


def is_header_again(sheet: FormSheet, row: int, key_row: int) -> bool:
    """Whether a row reads like `key_row` of the header, or holds several of its words and no amount."""
    head, known = sheet.head(row), sheet.vocabulary.header_words[sheet.form]
    if list(filter(None, head.labels)) == list(filter(None, sheet.head(key_row).labels)):
        return True
    return sum(1 for name in head.names.values() if name in known) > 1 and not head.holds_amount


def _first_data_row(sheet: FormSheet, top: int, stop: int) -> int:
    """Return the first row below `top` that holds a row label, a code or an amount."""
    keys, last = sheet.vocabulary.keys, min(stop, top + MOST_HEADER_ROWS)
    key_columns: set[int] = set()
    for row in range(top, last):
        head = sheet.head(row)
        if row > top and (head.is_index or _is_data(sheet, head, key_columns)):
            return row
        key_columns |= {column for column, name in head.names.items() if name in keys}
    return last


def _is_data(sheet: FormSheet, head: HeadRow, key_columns: set[int]) -> bool:
    """Tell data from header: an amount, or an unknown key with no word of the header beside it."""
    if head.holds_amount or not sheet.vocabulary.nil.isdisjoint(head.labels):
        return True
    known = sheet.vocabulary.header_only_words[sheet.form]
    words = [(column, name) for column, name in head.names.items() if amount(head.cells[column]) is None]
    unknown = any(column in key_columns and name not in known for column, name in words)
    return unknown and not any(column not in key_columns and name in known for column, name in words)
