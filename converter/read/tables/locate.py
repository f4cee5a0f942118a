"""Find the table in which each block of a form is to be sought."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from converter.read.files.cells import words
from converter.read.labels.vocabulary import CompiledBlock
from converter.read.tables.columns import Columns, columns_of
from converter.read.tables.header_layout import Panel
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable, find_table
from converter.read.tables.title_block import TitleBlock


@dataclass(frozen=True)
class BlockTable:
    """A block of the form, and the table it is to be found in."""

    part: CompiledBlock
    table: SheetTable

    @cached_property
    def columns(self) -> dict[Panel, Columns]:
        """The block's columns by panel."""
        return {panel: columns_of(self.part, panel, self.table) for panel in self.table.panels}


def locate_blocks(sheet: FormSheet, head: TitleBlock) -> Iterator[BlockTable]:
    """Yield every block of the form with the table it is to be found in."""
    parts = sheet.vocabulary.parts[sheet.form]
    anchors = {part.anchor: _anchor_row(sheet, part.anchor) for part in parts if part.anchor}
    rows = sorted(row for row in anchors.values() if row is not None)
    found: dict[int, SheetTable | None] = {}
    for part in parts:
        start = anchors[part.anchor] if part.anchor else head.row + 1
        if start is None:
            continue
        if start not in found:
            stop = next((row for row in rows if row > start), len(sheet.grid.rows))
            found[start] = find_table(sheet, start, stop)
        if table := found[start]:
            yield BlockTable(part, table)


def _anchor_row(sheet: FormSheet, anchor: str) -> int | None:
    for index, row in enumerate(sheet.grid.rows):
        if any(sheet.vocabulary.canonical(words(cell)) == anchor for cell in row if isinstance(cell, str)):
            return index
    return None
