"""The row of a budget unit that is a table's total: it bears the unit's name instead of the word."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.read.files.cells import amount, decimals, label_of
from converter.read.tables.header_layout import HeaderLayout, Panel
from converter.read.tables.rows import DataRow, code_of
from converter.read.tables.sheet import FormSheet


class UnitTotal(Struct, frozen=True):
    """The data rows of a panel, that of the whole unit called a total; or where several units stand one below
    another and the first is not the sum of the others, those rows: `alike`.
    """

    rows: tuple[DataRow, ...]
    alike: tuple[int, ...] = ()


def with_unit_total(
    sheet: FormSheet, layout: HeaderLayout, panel: Panel, rows: tuple[DataRow, ...], body: Iterable[int]
) -> UnitTotal:
    """Return the rows of a panel with the row of the whole unit as their total, where none is called so.

    That row has no code and no words but the unit's name, and stands above all others.
    """
    total = sheet.vocabulary.total
    if any(row.label in total for row in rows):
        return UnitTotal(rows)
    units = [*_unit_rows(sheet, layout, panel, body)]
    others = [row for row in rows if row.at not in units]
    if not units or (others and others[0].at < units[0]):
        return UnitTotal(rows)
    if len(units) > 1 and not _is_sum(sheet, panel, units[0], units[1:]):
        return UnitTotal(rows, tuple(units))
    return UnitTotal((DataRow(units[0], "", min(total), counted=False), *others))


def _unit_rows(sheet: FormSheet, layout: HeaderLayout, panel: Panel, body: Iterable[int]) -> Iterator[int]:
    """Yield the rows with amounts that say nothing of them but the name of a unit."""
    naming = (*panel.codes, *panel.labels, *panel.beside)
    headed = sheet.vocabulary.key_unit
    for row in body:
        named = [(column, cell) for column in naming if (cell := sheet.grid.cell(row, column)) != ""]
        if any(column in panel.codes for column, _ in named):
            continue
        words = {column: text for column, cell in named if (text := label_of(cell)) and not code_of(cell)}
        if len(set(words.values())) != 1 or not _has_amount(sheet, panel, row):
            continue
        column, text = next(iter(words.items()))
        names = sheet.vocabulary.department_names
        if headed.intersection(layout.paths.get(column, ())) or names.is_organisation(names.official(text)):
            yield row


def _has_amount(sheet: FormSheet, panel: Panel, row: int) -> bool:
    return any(amount(sheet.grid.cell(row, column)) is not None for column in panel.values)


def _is_sum(sheet: FormSheet, panel: Panel, whole: int, parts: Sequence[int]) -> bool:
    """Whether a row holds the sum of others in every column, as far as their printed digits tell."""
    for column in panel.values:
        total, *others = (amount(sheet.grid.cell(row, column)) or Decimal(0) for row in (whole, *parts))
        allowed = Decimal(len(parts) + 1).scaleb(-max(map(decimals, (total, *others)))) / 2
        if abs(total - sum(others)) > allowed:
            return False
    return True
