"""Find a figure's cell by the words of its column and of its row together, however the table is turned.

What stands in the header of the national layout may as well stand beside the rows: items or bases in the
first columns, a budget unit in each row. A cell is taken only where everything said of it is understood:
the form knows every word over it and before it, and of either the last is one that is asked for, or says
no more than “all of it”.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

from converter.read.files.cells import amount, label_of
from converter.read.labels.compiled_blocks import CompiledBlock, HeadWords, fits
from converter.read.tables.header_layout import heading_of, year_of
from converter.read.tables.table import SheetTable

Path = tuple[str, ...]


class _Said(Struct, frozen=True, gc=False):
    """The words over a column or before a row; the last that says more than “all of it”, '' if none does."""

    path: Path
    last: str


class CrossedCell(Struct, frozen=True, gc=False):
    """The cell of a figure."""

    figure: str
    row: int
    column: int


def crossed_cells(block: CompiledBlock, table: SheetTable, known: Collection[str]) -> Iterator[CrossedCell]:
    """Yield the cells of a block's figures but those `known`; several of one where they fit equally well."""
    sought = {figure: patterns for figure, patterns in block.crossing.items() if figure not in known}
    values = _value_columns(table) if sought else []
    if not values:
        return
    words = table.sheet.vocabulary.words(table.sheet.form)
    rows = _said(dict(_row_paths(table, values[0])), words, block.whole)
    columns = _said({column: table.paths.get(column, ()) for column in values}, words, block.whole)
    for figure, patterns in sought.items():
        for row, column in _best(patterns, rows, columns):
            yield CrossedCell(figure, row, column)


def _said(paths: Mapping[int, Path], known: frozenset[str], whole: frozenset[str]) -> dict[int, _Said]:
    """Return what the paths say that hold known words only."""
    return {
        place: _Said(path, next((word for word in reversed(path) if word not in whole), ""))
        for place, path in paths.items()
        if known.issuperset(path)
    }


def _best(
    patterns: Sequence[HeadWords], rows: Mapping[int, _Said], columns: Mapping[int, _Said]
) -> list[tuple[int, int]]:
    """Return the cells that fit the first of the patterns that any fits, with the fewest words besides."""
    for pattern in patterns:
        ranked: dict[int, list[tuple[int, int]]] = {}
        asked = frozenset({""}).union(*pattern)
        over = [(column, said.path) for column, said in columns.items() if said.last in asked]
        before = [(row, said.path) for row, said in rows.items() if said.last in asked]
        for (column, head), (row, label) in product(over, before):
            if fits(pattern, words := {*head, *label}):
                ranked.setdefault(len(words), []).append((row, column))
        if ranked:
            return ranked[min(ranked)]
    return []


def _value_columns(table: SheetTable) -> list[int]:
    """Return the columns that hold amounts, except those that number, code or date the rows; and those left
    blank under a head that the form knows.

    The years of rows stand before their amounts; an amount behind others may look like a year.
    """
    vocabulary, cell = table.sheet.vocabulary, table.sheet.grid.cell
    passed_over, known = vocabulary.key_skip | vocabulary.key_code, vocabulary.words(table.sheet.form)
    width = max((len(table.sheet.grid.rows[row]) for row in table.body), default=0)
    columns: list[int] = []
    for column in range(width):
        if column in table.hidden_columns or not passed_over.isdisjoint(table.paths.get(column, ())):
            continue
        cells, path = [cell(row, column) for row in table.body], table.paths.get(column, ())
        amounts = [value for value in cells if amount(value) is not None]
        left_blank = path and known.issuperset(path) and not any(cells)
        if left_blank or any(columns or not year_of(value) for value in amounts):
            columns.append(column)
    return columns


def _row_paths(table: SheetTable, values_from: int) -> Iterator[tuple[int, Path]]:
    """Yield each row that holds an amount, with the words before its amounts.

    A cell left blank before a filled one goes on with the one above it. A column that names one and the same
    organisation in all rows tells none of them from another.
    """
    sheet = table.sheet
    passed_over = sheet.vocabulary.key_skip | sheet.vocabulary.key_code
    columns = [
        column
        for column in range(values_from)
        if passed_over.isdisjoint(table.paths.get(column, ())) and not _names_one_organisation(table, column)
    ]
    above = [""] * len(columns)
    for row in table.body:
        words = [sheet.name(heading_of(sheet.grid.cell(row, column))) for column in columns]
        first = next((nth for nth, word in enumerate(words) if word), len(words))
        words = [*above[:first], *words[first:]] if first < len(words) else words
        above = words
        if any(amount(cell) is not None for cell in sheet.grid.rows[row][values_from:]):
            yield row, tuple(dict.fromkeys(filter(None, words)))


def _names_one_organisation(table: SheetTable, column: int) -> bool:
    """Whether all rows of a table name one and the same organisation in a column."""
    names = {label for row in table.body if (label := label_of(table.sheet.grid.cell(row, column)))}
    return len(names) == 1 and table.sheet.vocabulary.department_names.is_organisation(*names)
