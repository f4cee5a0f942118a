"""The units of money that a sheet states: above a table, in its column heads, in the labels of its rows."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from converter.figures import address
from converter.read.tables.blocks.locate import BlockTable
from converter.read.tables.table import SheetTable
from converter.read.tables.titles.title_block import StatedUnit, TitleBlock


def with_units(title_block: TitleBlock, blocks: Iterable[BlockTable]) -> TitleBlock:
    """Return the title block, with the unit that heads and labels of its tables state if it states none.

    Where they state another than the lines above the table, or a label another than a head, it has no unit.
    Heads alone may differ: then each column has its own.
    """
    tables = {id(located.table): located.table for located in blocks if located.needs_unit}.values()
    heads = [stated for table in tables for stated in _in_heads(table)]
    labels = [stated for table in tables for stated in _in_labels(table)]
    if not (heads or labels) or len(title_block.units) > 1:
        return title_block
    above = [StatedUnit(unit, title_block.unit_at) for unit in title_block.units]
    found: dict[str, StatedUnit] = {}
    for stated in (*above, *heads, *labels):
        found.setdefault(stated.unit, stated)
    if len(found) == 1:
        [unit] = found
        return replace(title_block, unit=unit, units=(unit,))
    if above or labels:
        return replace(title_block, unit="", contradicting=tuple(found.values()))
    return title_block


def _in_heads(table: SheetTable) -> Iterator[StatedUnit]:
    units = table.layout.units
    for column in sorted(units):
        yield StatedUnit(units[column].unit, address(table.top + units[column].row, units[column].column))


def _in_labels(table: SheetTable) -> Iterator[StatedUnit]:
    """Yield the units that labels of rows end in."""
    grid, vocabulary = table.sheet.grid, table.sheet.vocabulary
    for panel in table.panels:
        for row in table.body:
            cells = grid.rows[row]
            for column in panel.labels:
                cell = cells[column] if column < len(cells) else ""
                if cell and isinstance(cell, str) and (unit := vocabulary.money_unit(cell)):
                    yield StatedUnit(unit, address(row, column))
