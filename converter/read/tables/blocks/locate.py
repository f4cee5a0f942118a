"""Find the table in which each block of a form is to be sought."""

from functools import cached_property

from msgspec import Struct

from converter.figures import address
from converter.read.files.cells import label_of
from converter.read.labels.compiled_blocks import CompiledBlock
from converter.read.tables.blocks.columns import Columns, match_columns
from converter.read.tables.header_layout import Panel
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable, find_table
from converter.read.tables.titles.title_block import TitleBlock


class BlockTable(Struct, frozen=True, dict=True, eq=False):
    """A block of the form, and the table it is to be found in.

    `stated_unit` is the unit its own heading states, in the cell `stated_at`; '' where it states none.
    """

    block: CompiledBlock
    table: SheetTable
    stated_unit: str = ""
    stated_at: str = ""

    @property
    def needs_unit(self) -> bool:
        """Whether its amounts are in the unit of the sheet, as it has none of its own."""
        if listed := self.block.rows_of:
            base, money = self.table.sheet.vocabulary.base, self.table.sheet.vocabulary.money_units
            return any(base[unit] == base[money[0]] for unit in listed.figures.values())
        return not (self.block.unit or self.stated_unit or self.block.holds_texts)

    @cached_property
    def columns(self) -> dict[Panel, Columns]:
        """The block's columns by panel."""
        return match_columns(self.block, self.table)

    @property
    def may_give_figures(self) -> bool:
        """Whether its columns are in the table, or may stand there as rows or in any number."""
        is_open = self.block.may_be_turned or self.block.rows_of
        return bool(is_open) or any(columns.matched for columns in self.columns.values())

    @cached_property
    def column_units(self) -> dict[int, str]:
        """The units of money that heads of the block's columns state, by column."""
        units = self.table.layout.units
        found = {column for each in self.columns.values() for column in each.read}
        return {column: units[column].unit for column in sorted(found) if column in units}

    @property
    def has_column_units(self) -> bool:
        """Whether heads of the table state units, those of all the block's columns among them."""
        if not self.table.layout.units:
            return False
        found = {column for each in self.columns.values() for column in each.read}
        return found == set(self.column_units)


def locate_blocks(sheet: FormSheet, title_block: TitleBlock) -> list[BlockTable]:
    """Return the blocks of the form whose table is on the sheet, each with that table."""
    blocks = sheet.vocabulary.blocks[sheet.form]
    anchors = {block.anchor: _heading(sheet, block.anchor) for block in blocks if block.anchor}
    rows = sorted(heading.row for heading in anchors.values() if heading)
    tables: dict[int, SheetTable | None] = {}
    found = []
    for block in blocks:
        heading = anchors[block.anchor] if block.anchor else _StatedHeading(title_block.row + 1)
        if heading is None:
            continue
        start = heading.row
        if start not in tables:
            stop = next((row for row in rows if row > start), len(sheet.grid.rows))
            tables[start] = find_table(sheet, start, stop)
        if table := tables[start]:
            found.append(BlockTable(_variant(block, table), table, heading.unit, heading.unit_at))
    return found


def _variant(block: CompiledBlock, table: SheetTable) -> CompiledBlock:
    """Return a block, or its variant for tables with items of other tables if this table has any."""
    if block.without_totals is None:
        return block
    sheet = table.sheet
    heads = {word for path in table.paths.values() for word in path}
    cells = (cell for row in table.body for cell in sheet.grid.rows[row])
    words = heads.union(sheet.name(cell) for cell in cells if cell and isinstance(cell, str))
    return block if block.other_items.isdisjoint(words) else block.without_totals


class _StatedHeading(Struct, frozen=True):
    """The row of a block's heading, and the unit it states, in which cell."""

    row: int
    unit: str = ""
    unit_at: str = ""


def _heading(sheet: FormSheet, anchor: str) -> _StatedHeading | None:
    """Return the first cell that names the anchor; its unit stands there or in the cell below."""
    vocabulary = sheet.vocabulary
    spellings = {text for text in sheet.grid.texts if vocabulary.canonical(text) == anchor}
    for row, cells in enumerate(sheet.grid.rows if spellings else ()):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and cell in spellings:
                if unit := vocabulary.heading_unit(cell):
                    return _StatedHeading(row, unit, address(row, column))
                below = label_of(sheet.grid.cell(row + 1, column))
                unit = vocabulary.unit_alone(below)
                return _StatedHeading(row, unit, address(row + 1, column) if unit else "")
    return None
