"""Tell what of a sheet was understood: labels nobody asked for, labels asked for and not found."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from msgspec import Struct

from converter.figures import address
from converter.pack import DetailRowKey
from converter.read.files.cells import amount
from converter.read.forms.filing import Coverage, NearMiss, Unread
from converter.read.labels.compiled_blocks import CompiledBlock
from converter.read.tables.locate import BlockTable
from converter.read.tables.rows import DataRow
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable

CLOSE = 0.5  # how similar two labels must be for the one to be offered for the other


class TableCoverage(Struct, frozen=True):
    """The blocks sought in one table, and its rows and columns with amounts that none of them takes."""

    blocks: list[BlockTable]
    rows: tuple[Unread, ...]
    columns: tuple[Unread, ...]


def coverage_by_table(sheet: FormSheet, blocks: Sequence[BlockTable]) -> list[TableCoverage]:
    """Return for every table in which blocks are sought what of it was not understood."""
    found = []
    for table in {id(located.table): located.table for located in blocks}.values():
        sought = [located for located in blocks if located.table is table]
        rows, columns = _unread_rows(sheet, table, sought), _unread_columns(sheet, table, sought)
        found.append(TableCoverage(sought, tuple(rows), tuple(columns)))
    return found


def coverage_of(blocks: Sequence[BlockTable], tables: Sequence[TableCoverage]) -> Coverage:
    """Return what of a form was not understood, of its blocks and of the tables they are sought in."""
    rows = tuple(dict.fromkeys(unread for table in tables for unread in table.rows))
    columns = tuple(dict.fromkeys(unread for table in tables for unread in table.columns))
    labels = [unread.label for unread in (*rows, *columns)]
    return Coverage(rows, columns, tuple(_near_misses(blocks, labels)))


def _unread_rows(sheet: FormSheet, table: SheetTable, sought: Sequence[BlockTable]) -> Iterator[Unread]:
    """Yield the rows with an amount that are neither named nor detail rows of any block."""
    for panel in table.panels:
        seeking = [located.block for located in sought if located.columns[panel].matched]
        for row in table.rows(panel):
            read = not row.label or any(_takes(block, row) for block in seeking)
            if not read and any(amount(sheet.grid.cell(row.at, column)) for column in panel.values):
                yield Unread(address(row.at, (*panel.labels, *panel.codes)[0]), row.label)


def _unread_columns(sheet: FormSheet, table: SheetTable, sought: Sequence[BlockTable]) -> Iterator[Unread]:
    """Yield the columns with an amount that no block takes."""
    for panel in table.panels:
        read = {column for located in sought for column in located.columns[panel].understood}
        for column in sorted(set(panel.values) - read):
            if any(amount(sheet.grid.cell(row, column)) for row in table.body):
                yield Unread(address(table.first - 1, column), " / ".join(table.paths[column]))


def _near_misses(blocks: Sequence[BlockTable], labels: list[str]) -> Iterator[NearMiss]:
    """Yield the labels a block seeks in vain, of blocks that found some of their rows."""
    for located in blocks:
        keys = located.block.rows.values()
        panels = [panel for panel, columns in located.columns.items() if columns.matched]
        rows = [row for panel in panels for row in located.table.rows(panel)]
        present = {row.label for row in rows} | {row.code for row in rows}
        missing = [key for key in keys if key.labels.isdisjoint(present)]
        if len(missing) < len(keys):
            for key in missing:
                expected = min(key.labels)
                yield NearMiss(expected, next(iter(get_close_matches(expected, labels, 1, CLOSE)), ""))


def _takes(block: CompiledBlock, row: DataRow) -> bool:
    """Tell whether the block takes the row, as a named one or as a detail row."""
    if row.label in block.row_labels or row.code in block.row_labels:
        return True
    detail_rows = block.detail_rows
    return detail_rows is not None and bool(row.code if detail_rows.by is DetailRowKey.CODE else row.counted)
