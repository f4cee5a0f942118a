"""A sheet of a list: its columns, the rows that are known, and as many empty rows as it may take."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from converter import messages
from converter.pack import ListColumn, Pack, SupplementSheet, Unit
from converter.supplement.sheet import HEAD_ROW, LaidOut, above
from converter.workbooks.write import EntryCell, EntryKind, EntryRow, EntrySheet, InputCheck

EMPTY_ROWS = 60  # further ones may be added, up to the list's limit
FIGURE_WIDTH, WORDS_WIDTH = 12, 24

KnownRow = Mapping[str, str | Decimal]
"""What is known of a row by column, amounts in their base unit."""


def lay_out_list(name: str, sheet: SupplementSheet, pack: Pack, known: Sequence[KnownRow] = ()) -> LaidOut:
    """Return the sheet of a list with the rows `known` of it."""
    listed = pack.lists[sheet.list]
    columns = listed.columns
    rows = above(sheet, len(columns))
    rows.append(EntryRow(tuple(EntryCell(head, EntryKind.HEAD) for head in columns)))
    units = {column: _unit(each, sheet, pack) for column, each in columns.items()}
    for row in (*known, *[dict[str, str]()] * min(listed.limit - len(known), EMPTY_ROWS)):
        cells = (_cell(each, row.get(column), units[column]) for column, each in columns.items())
        rows.append(EntryRow(tuple(cells)))
    widths = [FIGURE_WIDTH if column.unit else WORDS_WIDTH for column in columns.values()]
    return LaidOut(EntrySheet(name, widths, rows, HEAD_ROW + 1), ())


def _unit(column: ListColumn, sheet: SupplementSheet, pack: Pack) -> Unit | None:
    """Return the unit a column is filled in by: the sheet's, if both are of one kind; None for words."""
    if not column.unit:
        return None
    own, stated = pack.units[column.unit], pack.units.get(sheet.unit)
    return stated if stated and stated.base == own.base else own


def _cell(column: ListColumn, value: str | Decimal | None, unit: Unit | None) -> EntryCell:
    """Return a cell to fill in, with what is known: a choice, an amount, or anything."""
    most = messages.workbooks.GREATEST_AMOUNT if column.unit else ""
    check = InputCheck(choices=column.choices, least=most and f"-{most}", most=most)
    if unit and isinstance(value, Decimal):
        value = value / unit.scale
    return EntryCell(value, EntryKind.NUMBER if column.unit else EntryKind.TEXT, check=check)
