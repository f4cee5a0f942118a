"""Find the table in which each block of a form is to be sought."""

from functools import cached_property

from msgspec import Struct

from converter.read.files.cells import label_of
from converter.read.labels.compiled_blocks import CompiledBlock
from converter.read.tables.columns import Columns, match_columns
from converter.read.tables.header_layout import Panel
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable, find_table
from converter.read.tables.title_block import TitleBlock


class BlockTable(Struct, frozen=True, dict=True, eq=False):
    """A block of the form, and the table it is to be found in."""

    block: CompiledBlock
    table: SheetTable

    @cached_property
    def columns(self) -> dict[Panel, Columns]:
        """The block's columns by panel."""
        return {panel: match_columns(self.block, panel, self.table) for panel in self.table.panels}


def locate_blocks(sheet: FormSheet, title_block: TitleBlock) -> list[BlockTable]:
    """Return the blocks of the form whose table is on the sheet, each with that table."""
    blocks = sheet.vocabulary.blocks[sheet.form]
    anchors = {block.anchor: _row_with(sheet, block.anchor) for block in blocks if block.anchor}
    rows = sorted(row for row in anchors.values() if row is not None)
    tables: dict[int, SheetTable | None] = {}
    found = []
    for block in blocks:
        start = anchors[block.anchor] if block.anchor else title_block.row + 1
        if start is None:
            continue
        if start not in tables:
            stop = next((row for row in rows if row > start), len(sheet.grid.rows))
            tables[start] = find_table(sheet, start, stop)
        if table := tables[start]:
            found.append(BlockTable(block, table))
    return found


def _row_with(sheet: FormSheet, anchor: str) -> int | None:
    """Return the first row that names the anchor."""
    for index, row in enumerate(sheet.grid.rows):
        if any(sheet.vocabulary.canonical(label_of(cell)) == anchor for cell in row if isinstance(cell, str)):
            return index
    return None
