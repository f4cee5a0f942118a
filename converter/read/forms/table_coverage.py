"""What of a table no block takes: its rows and columns with amounts."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

from msgspec import Struct

from converter.figures import address
from converter.read.files.cells import Scalar, amount
from converter.read.forms.block import detail_keys
from converter.read.forms.filing import Unread
from converter.read.tables.blocks.locate import BlockTable
from converter.read.tables.header_layout import Panel
from converter.read.tables.rows import DataRow
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable

BETWEEN_HEADS = " / "  # between the words of a column's head


class TableCoverage(Struct, frozen=True, dict=True, eq=False):
    """The blocks sought in one table, and its rows and columns with amounts that none of them takes. These
    are found when first asked for.
    """

    sheet: FormSheet
    table: SheetTable
    blocks: list[BlockTable]

    @cached_property
    def rows_by_panel(self) -> dict[Panel, tuple[Unread, ...]]:
        """The rows of each panel."""
        return {panel: tuple(_unread_rows(self.sheet, panel, self.blocks)) for panel in self.table.panels}

    @cached_property
    def columns(self) -> tuple[Unread, ...]:
        """The columns of all panels."""
        return tuple(_unread_columns(self.sheet, self.table, self.blocks))

    @cached_property
    def columns_without_rows(self) -> tuple[Unread, ...]:
        """The columns of all panels that no block takes of which the table has a row."""
        return tuple(_unread_columns(self.sheet, self.table, _with_rows(self.blocks, self.table)))

    @cached_property
    def filled_in(self) -> tuple[Unread, ...]:
        """The rows with words or amounts that no block takes."""
        filled = partial(_unread_rows, self.sheet, sought=self.blocks, has_content=_is_filled)
        return tuple(unread for panel in self.table.panels for unread in filled(panel))

    @property
    def rows(self) -> tuple[Unread, ...]:
        """The rows of all panels."""
        return tuple(unread for rows in self.rows_by_panel.values() for unread in rows)


def coverage_by_table(sheet: FormSheet, blocks: Sequence[BlockTable]) -> list[TableCoverage]:
    """Return for every table in which blocks are sought what of it was not understood, except lists."""
    blocks = [located for located in blocks if located.block.rows_of is None]
    tables = {id(located.table): located.table for located in blocks}.values()
    return [
        TableCoverage(sheet, table, [located for located in blocks if located.table is table])
        for table in tables
    ]


def _unread_rows(
    sheet: FormSheet,
    panel: Panel,
    sought: Sequence[BlockTable],
    has_content: Callable[[Scalar], object] = amount,
) -> Iterator[Unread]:
    """Yield the rows of a panel with an amount that are neither named nor detail rows of any block; or those
    with a value that otherwise `has_content`.
    """
    rows = sought[0].table.rows(panel)
    taken = {row.at for located in sought if located.columns[panel].matched for row in _taken(located, rows)}
    for row in rows:
        if not row.label or row.at in taken:
            continue
        if any(has_content(sheet.grid.cell(row.at, column)) for column in panel.values):
            yield Unread(address(row.at, (*panel.labels, *panel.codes)[0]), row.label)


def _is_filled(cell: Scalar) -> bool:
    return cell is not None and bool(str(cell).strip())


def _unread_columns(sheet: FormSheet, table: SheetTable, sought: Sequence[BlockTable]) -> Iterator[Unread]:
    """Yield the columns with an amount that no block takes."""
    for panel in table.panels:
        read = {column for located in sought for column in located.columns[panel].understood}
        for column in sorted(set(panel.values) - read):
            if any(amount(sheet.grid.cell(row, column)) for row in table.body):
                yield Unread(address(table.first - 1, column), BETWEEN_HEADS.join(table.paths[column]))


def _with_rows(sought: Sequence[BlockTable], table: SheetTable) -> list[BlockTable]:
    """Return the blocks that need no rows of their own, or have some in the table."""
    rows = [row for panel in table.panels for row in table.rows(panel)]
    return [located for located in sought if _needs_no_row(located) or any(_taken(located, rows))]


def _needs_no_row(located: BlockTable) -> bool:
    return not (located.block.rows or located.block.detail_rows)


def _taken(located: BlockTable, rows: Sequence[DataRow]) -> Iterator[DataRow]:
    """Yield the rows that a block takes, as named ones or as detail rows."""
    block = located.block
    yield from (row for row in rows if row.label in block.row_labels or row.code in block.row_labels)
    yield from (row for row, _ in detail_keys(block, rows, located.table.sheet.vocabulary.classes))
