"""Turn the cells of one table into figures."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from converter.figures import CellOrigin, Figure, address, sum_origin
from converter.read.files.cells import Scalar, amount, label_of
from converter.read.forms.granularity import granularity, without_noise
from converter.read.labels.measured import Measured
from converter.read.labels.unit_digits import UnitDigits
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable

NO_UNIT = UnitDigits(printed=0, finest=0, coarsest=0, exact=True)  # of texts


class Extractor:
    """Turns cells of one table into figures: unit, blanks and nil marks are decided once for it.

    `columns` are those whose cells become figures, `others` the extractors of columns in another unit. A
    block of texts has no unit.
    """

    def __init__(
        self,
        sheet: FormSheet,
        table: SheetTable,
        unit: str,
        columns: Collection[int],
        others: Mapping[int, "Extractor"] = MappingProxyType({}),
    ) -> None:
        self._sheet, self._cell, self._unit = sheet, sheet.grid.cell, unit
        self._others = others
        self._names = (sheet.file, sheet.grid.name)
        self._scale = sheet.vocabulary.units.get(unit, Decimal(1))
        self._base = sheet.vocabulary.base.get(unit, "")
        amounts = self._amounts(table, columns)
        self._digits = sheet.vocabulary.digits.get(unit, NO_UNIT)
        self._granularity = found = granularity(amounts, self._digits)
        as_printed = not (found.noisy or found.single)
        self._errors = {at: found.error(None, at) * self._scale for at in columns} if as_printed else {}
        filled = any(map(any, amounts.values())) or self._holds_amounts(table)
        self._empty = None if filled or not sheet.blank_is_nil else self._declared_empty()
        self._blank = Decimal(0) if sheet.blank_is_nil and (filled or self._empty) else None

    def figure(self, figure_id: str, row: int, column: int, *, blank_may_be_nil: bool = True) -> Figure:
        """Return the cell as a figure in its base unit; None where there is none."""
        if other := self._others.get(column):
            return other.figure(figure_id, row, column, blank_may_be_nil=blank_may_be_nil)
        cell, place = self._cell(row, column), address(row, column)
        origin = CellOrigin(*self._names, place, cell, self._unit, self._sheet.form)
        number, error = amount(cell), self._errors.get(column)
        if number is None:
            error = None
            number = self._in_words(cell, place, self._blank if blank_may_be_nil else None)
            if not number:  # said to be none, not rounded to it
                return Figure(figure_id, number, self._base, origin)
            if found := self._in_cell(label_of(cell), str(cell)):
                return Figure(figure_id, number, self._base, origin, self._error_of(found))
        if error is None:
            error = self._granularity.error(number, column) * self._scale
            number = without_noise(number, self._digits)
        return Figure(figure_id, number * self._scale if number else number, self._base, origin, error)

    def sum_of(self, figure_id: str, row: int, columns: Sequence[int]) -> Figure:
        """Return the sum of cells of a row as a figure; the first of them whose amount is not known."""
        parts = [self.figure(figure_id, row, column) for column in columns]
        values = [figure.value for figure in parts if figure.value is not None]
        if len(values) < len(parts):
            return next(figure for figure in parts if figure.value is None)
        origin = sum_origin([figure.cell for figure in parts if figure.cell])
        error = sum((figure.error for figure in parts), start=Decimal(0))
        return Figure(figure_id, sum(values, start=Decimal(0)), self._base, origin, error)

    def declared(self, figure_id: str) -> Iterator[Figure]:
        """Yield nil for a figure whose row was left out of a table said to have no data."""
        if self._empty:
            yield Figure(figure_id, Decimal(0), self._base, self._empty)

    def is_blank_or_nil(self, row: int, column: int) -> bool:
        """Whether a cell is blank or holds one of the marks for nil, such as a dash."""
        cell = self._cell(row, column)
        return cell == "" or label_of(cell) in self._sheet.vocabulary.nil

    def origin(self, row: int, column: int) -> CellOrigin:
        """Return where the cell is, with its text as filed."""
        raw = self._cell(row, column)
        return CellOrigin(*self._names, address(row, column), raw, self._unit, self._sheet.form)

    def _in_words(self, cell: Scalar, place: str, blank: Decimal | None) -> Decimal | None:
        """Return the amount of a cell without a number: `blank`, marked nil, or with its unit."""
        if text := label_of(cell) if cell else "":
            is_nil = (
                text in self._sheet.vocabulary.nil and self._unit not in self._sheet.vocabulary.in_numbers
            )
            return Decimal(0) if is_nil else self._with_unit(text, str(cell))
        if not isinstance(cell, str):  # a date, a truth value, a number without end
            return None
        return None if place in self._sheet.grid.uncomputed else blank

    def _with_unit(self, text: str, cell: str) -> Decimal | None:
        """Return the number of a cell that states its own unit or label, in the base unit."""
        found = self._in_cell(text, cell)
        return None if found is None else found.number * self._scale_of(found)

    def _in_cell(self, text: str, cell: str) -> Measured | None:
        """Return the amount that a cell states with its own unit or label, if that is of the sheet's kind."""
        vocabulary = self._sheet.vocabulary
        found = vocabulary.amounts.read(text)
        if found is None and (labelled := vocabulary.labelled(cell)) and labelled.is_clear:
            found = labelled.amount
        return found if found and vocabulary.base[found.unit or self._unit] == self._base else None

    def _scale_of(self, found: Measured) -> Decimal:
        return self._sheet.vocabulary.units[found.unit or self._unit]

    def _error_of(self, found: Measured) -> Decimal:
        """Return how far such an amount may be from the unrounded one: its unit has digits of its own."""
        digits = self._sheet.vocabulary.digits[found.unit or self._unit]
        return granularity({0: [found.number]}, digits).error(found.number, 0) * self._scale_of(found)

    def _amounts(self, table: SheetTable, columns: Collection[int]) -> dict[int, list[Decimal]]:
        """Return the numbers in the body of the table, by column."""
        found: dict[int, list[Decimal]] = {column: [] for column in columns}
        for row in table.body:
            cells = self._sheet.grid.rows[row]
            for column, numbers in found.items():
                if column < len(cells) and (number := amount(cells[column])) is not None:
                    numbers.append(number)
        return found

    def _holds_amounts(self, table: SheetTable) -> bool:
        columns = [column for panel in table.panels for column in panel.values]
        cells = [self._cell(row, column) for row in table.body for column in columns]
        return any(map(amount, cells)) or any(self._states_with_unit(cell) for cell in cells)

    def _states_with_unit(self, cell: Scalar) -> bool:
        read = self._sheet.vocabulary.amounts.read
        return isinstance(cell, str) and bool((found := read(label_of(cell))) and found.number)

    def _declared_empty(self) -> CellOrigin | None:
        """Return the cell that says that the table has no data on purpose."""
        for index, row in enumerate(self._sheet.grid.rows):
            for column, cell in enumerate(row):
                if (text := label_of(cell)) and self._sheet.vocabulary.title_lines.says_no_data(text):
                    return self.origin(index, column)
        return None
