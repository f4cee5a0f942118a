"""A sheet of a list: its columns, and empty rows, of which a person fills in as many as it takes."""

from converter import messages
from converter.pack import ListColumn, RowList, SupplementSheet
from converter.supplement.sheet import HEAD_ROW, LaidOut, above
from converter.workbooks.write import EntryCell, EntryRow, EntrySheet, InputCheck, Look

EMPTY_ROWS = 60  # further ones may be added, up to the list's limit
FIGURE_WIDTH, WORDS_WIDTH = 12, 24


def lay_out_list(name: str, sheet: SupplementSheet, listed: RowList) -> LaidOut:
    """Return the sheet of a list; nothing in it is known beforehand."""
    columns = listed.columns
    rows = above(sheet, len(columns))
    rows.append(EntryRow(tuple(EntryCell(head, Look.HEAD) for head in columns)))
    empty = EntryRow(tuple(map(_empty, columns.values())))
    rows += [empty] * min(listed.limit, EMPTY_ROWS)
    widths = [FIGURE_WIDTH if column.unit else WORDS_WIDTH for column in columns.values()]
    return LaidOut(EntrySheet(name, widths, rows, HEAD_ROW + 1), ())


def _empty(column: ListColumn) -> EntryCell:
    """Return a cell to fill in: with a choice, an amount, or anything."""
    most = messages.workbooks.GREATEST_AMOUNT if column.unit else ""
    check = InputCheck(choices=column.choices, least=most and f"-{most}", most=most)
    return EntryCell(None, Look.NUMBER if column.unit else Look.TEXT, check=check)
