"""Tell what of a sheet was understood: labels nobody asked for, labels asked for and not found."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from converter.figures import address
from converter.pack import DetailRowKey
from converter.read.files.cells import amount, words
from converter.read.forms.filing import Coverage, NearMiss, Unread
from converter.read.labels.vocabulary import CompiledBlock
from converter.read.tables.header_layout import Panel
from converter.read.tables.locate import BlockTable, locate_blocks
from converter.read.tables.rows import DataRow
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable
from converter.read.tables.title_block import TitleBlock

CLOSE = 0.5  # how alike two labels must be for the one to be offered for the other


def coverage_of(sheet: FormSheet, head: TitleBlock) -> Coverage:
    """Return what of the form on this sheet was not understood."""
    found = list(locate_blocks(sheet, head))
    rows = tuple(dict.fromkeys(unread_rows(sheet, found)))
    columns = tuple(dict.fromkeys(unread_columns(sheet, found)))
    labels = [each.label for each in (*rows, *columns)]
    return Coverage(rows, columns, tuple(_near_misses(found, labels)))


def by_table(found: list[BlockTable]) -> Iterator[tuple[SheetTable, list[BlockTable]]]:
    """Yield every table with the places in it."""
    for table in {id(place.table): place.table for place in found}.values():
        yield table, [place for place in found if place.table is table]


def unread_rows(sheet: FormSheet, found: list[BlockTable]) -> Iterator[Unread]:
    """Yield the rows with an amount that are neither named nor detail rows of any block."""
    for table, there in by_table(found):
        for panel in table.panels:
            wanted = [place.part for place in there if place.columns[panel].found]
            for row in table.rows(panel):
                taken = not row.label or any(_takes(part, row) for part in wanted)
                if not taken and _holds_amount(sheet, panel, row):
                    yield Unread(address(row.at, (*panel.labels, *panel.codes)[0]), row.label)


def unread_columns(sheet: FormSheet, found: list[BlockTable]) -> Iterator[Unread]:
    """Yield the columns with an amount that no block takes."""
    for table, there in by_table(found):
        for panel in table.panels:
            taken = {column for place in there for column in place.columns[panel].taken()}
            for column in sorted(set(panel.values) - taken):
                if _column_holds_amount(sheet, table, column):
                    yield Unread(address(table.first - 1, column), " / ".join(table.paths[column]))


def _near_misses(found: list[BlockTable], labels: list[str]) -> Iterator[NearMiss]:
    """Yield the labels a block seeks in vain, of blocks that found some of their rows."""
    for place in found:
        part, panels = place.part, [panel for panel, columns in place.columns.items() if columns.found]
        rows = [row for panel in panels for row in place.table.rows(panel)]
        present = {row.label for row in rows} | {row.code for row in rows}
        missing = [key for key in part.rows.values() if key.labels.isdisjoint(present)]
        if len(missing) < len(part.rows):
            for key in missing:
                expected = min(key.labels)
                yield NearMiss(expected, next(iter(get_close_matches(expected, labels, 1, CLOSE)), ""))


def _takes(part: CompiledBlock, row: DataRow) -> bool:
    if any(row.label in key.labels or row.code in key.labels for key in part.rows.values()):
        return True
    lines = part.block.lines
    return lines is not None and bool(row.code if lines.by is DetailRowKey.CODE else row.counted)


def _holds_amount(sheet: FormSheet, panel: Panel, row: DataRow) -> bool:
    return _any_amount(sheet.grid.cell(row.at, column) for column in panel.values)


def _column_holds_amount(sheet: FormSheet, table: SheetTable, column: int) -> bool:
    return _any_amount(sheet.grid.cell(row, column) for row in table.body)


def _any_amount(cells: Iterable[object]) -> bool:
    return any(amount(cell) for cell in cells if not words(cell) or amount(cell) is not None)
