"""A table whose rows need no names: which of them state its amounts."""

from collections.abc import Collection, Iterator

from converter.read.files.cells import Scalar, amount, label_of
from converter.read.tables.header_layout import heading_of
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable


def stating_rows(
    table: SheetTable, columns: Collection[int], sheet: FormSheet, crossing: frozenset[str]
) -> Iterator[int]:
    """Yield the rows that state any amount, from the first one to before one that states none.

    Below that only those count that state as many: what follows a table states less. None does where rows
    begin with words of `crossing`: those say what their amounts are, and the others are of something else.
    """
    most, apart, before = 0, False, min(columns)
    if crossing and any(not crossing.isdisjoint(_words_before(sheet, row, before)) for row in table.body):
        return
    for row in table.body:
        cells = [sheet.grid.cell(row, column) for column in columns]
        stated = sum(1 for cell in cells if cell != "" and _states(cell, sheet))
        if stated and (not apart or stated >= most):
            most = max(most, stated)
            yield row
        apart = apart or (not stated and most > 0)


def unstated_row(table: SheetTable, columns: Collection[int], sheet: FormSheet) -> int | None:
    """Return the first row of a table without amounts if it was left blank, unless a blank there is nil, says
    in words why it has none, or has digits among words; None if it is another row.
    """
    for row in table.body[:1]:
        cells = [sheet.grid.cell(row, at) for at in columns]
        is_blank = not sheet.blank_is_nil and all(_no_figure(cell, sheet) for cell in cells)
        if is_blank or (any(map(_has_digit, cells)) and not _is_named(sheet, row, min(columns))):
            return row
    return None


def is_total_row(sheet: FormSheet, row: int, before: int) -> bool:
    """Whether the words left of column `before` say that a row is the total of the others."""
    return not sheet.vocabulary.total.isdisjoint(_words_before(sheet, row, before))


def unit_rows(table: SheetTable, before: int, sheet: FormSheet, stating: Collection[int]) -> dict[str, int]:
    """Return the organisations named left of a column, with the row of each, with amounts or without.

    Under a head that asks for organisations whatever is no word of a total names one, in the rows `stating`
    amounts.
    """
    vocabulary = sheet.vocabulary
    names, asking = vocabulary.department_names, vocabulary.key_unit
    asked = {column for column, path in table.paths.items() if not asking.isdisjoint(path)}
    found: dict[str, int] = {}
    for row in table.body:
        for column, text in enumerate(map(label_of, sheet.grid.rows[row][:before])):
            asked_for = column in asked and row in stating and not text.isdigit()
            is_name = asked_for and sheet.name(text) not in vocabulary.total
            if text and (is_name or names.is_organisation(text)):
                found.setdefault(names.official(text), row)
    return found


def _is_named(sheet: FormSheet, row: int, before: int) -> bool:
    """Whether the words left of column `before` are those of a row of its own."""
    return not sheet.vocabulary.known_rows[sheet.form].isdisjoint(_words_before(sheet, row, before))


def _states(cell: Scalar, sheet: FormSheet) -> bool:
    """Whether a cell states an amount, with its unit or without, or that there is none."""
    text, vocabulary = label_of(cell), sheet.vocabulary
    return amount(cell) is not None or text in vocabulary.nil or bool(text and vocabulary.amounts.read(text))


def _no_figure(cell: Scalar, sheet: FormSheet) -> bool:
    """Whether a cell is blank, or says why there is no figure."""
    return cell == "" or (isinstance(cell, str) and bool(sheet.vocabulary.answer.search(cell)))


def _has_digit(cell: Scalar) -> bool:
    return any(map(str.isdecimal, label_of(cell)))


def _words_before(sheet: FormSheet, row: int, column: int) -> set[str]:
    """Return the words of a row left of a column; a bare number of a year is one, too."""
    return {sheet.name(text) for text in map(heading_of, sheet.grid.rows[row][:column]) if text}
