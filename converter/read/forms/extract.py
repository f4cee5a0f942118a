"""Turn the labelled cells of a recognised form into figures, detail rows and texts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.figures import CellOrigin, DetailRow, Figure, Text, address, item_of
from converter.pack import DetailRowKey
from converter.read.files.cells import Scalar, amount, decimals, plain, words
from converter.read.labels.vocabulary import CompiledBlock, RowKey
from converter.read.tables.header_layout import Panel
from converter.read.tables.locate import BlockTable
from converter.read.tables.rows import DataRow
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable

HALF = Decimal("0.5")
SHORTEST_CODE = 3  # a class of the classification; shorter numbers only count rows
MOST_DECIMALS = 2  # amounts are printed to the cent; further digits are a spreadsheet's own
NO_DECIMALS = -1  # where there is no number


class AmbiguousColumn(Struct, frozen=True):
    """Figures whose column can't be told, and the header cells that fit alike."""

    figures: tuple[str, ...]
    cells: tuple[str, ...]


class NamedText(Struct, frozen=True):
    """A text and the name it goes by."""

    name: str
    text: Text


class Extractor:
    """Turns cells of one table into figures: unit, blanks and nil marks are decided once for it.

    A block of texts has no unit.
    """

    def __init__(self, sheet: FormSheet, table: SheetTable, unit: str) -> None:
        self._sheet, self._cell, self._unit = sheet, sheet.grid.cell, unit
        self._names = (sheet.file, sheet.grid.name)
        self._scale = sheet.vocabulary.units.get(unit, Decimal(1))
        self._base = sheet.vocabulary.base.get(unit, "")
        self._error, filled = self._precision(table)
        self._empty = None if filled or not sheet.blank_is_nil else self._declared_empty()
        self._blank = Decimal(0) if sheet.blank_is_nil and (filled or self._empty) else None

    def figure(self, figure_id: str, row: int, column: int) -> Figure:
        """Return the cell as a figure in its base unit; None where it is blank or not computed."""
        cell = self._cell(row, column)
        place = address(row, column)
        if (number := amount(cell)) is None:
            number = self._in_words(cell, place)
        origin = CellOrigin(*self._names, place, cell, self._unit, self._sheet.form)
        return Figure(figure_id, number and number * self._scale, self._base, origin, self._error)

    def declared(self, figure_id: str) -> Iterator[Figure]:
        """Yield nil for a figure whose row was left out of a table said to have no data."""
        if self._empty:
            yield Figure(figure_id, Decimal(0), self._base, self._empty, self._error)

    def origin(self, row: int, column: int) -> CellOrigin:
        """Return where the cell is, with its text as filed."""
        raw = self._cell(row, column)
        return CellOrigin(*self._names, address(row, column), raw, self._unit, self._sheet.form)

    def _in_words(self, cell: Scalar, place: str) -> Decimal | None:
        """Return the amount of a cell without a number: blank, marked nil, or with its unit."""
        text = words(cell)
        if text:
            return Decimal(0) if text in self._sheet.vocabulary.nil else self._with_unit(text)
        if not isinstance(cell, str):  # a date, a truth value, a number without end
            return None
        return None if place in self._sheet.grid.uncomputed else self._blank

    def _with_unit(self, text: str) -> Decimal | None:
        """Return the number of a cell that states its own unit, in the unit of the sheet."""
        units = self._sheet.vocabulary.units
        for unit in sorted(units, key=len, reverse=True):
            number = amount(text.removesuffix(unit)) if text.endswith(unit) else None
            if number is not None and self._sheet.vocabulary.base[unit] == self._base:
                return number * units[unit] / self._scale
        return None

    def _precision(self, table: SheetTable) -> tuple[Decimal, bool]:
        """Return half a unit of the last decimal the sheet prints, and whether it holds any amount."""
        most, filled = NO_DECIMALS, False
        for number in self._numbers(table):
            filled = filled or bool(number)
            most = max(most, decimals(number))
            if filled and most >= MOST_DECIMALS:
                break
        shown = MOST_DECIMALS if most == NO_DECIMALS else min(most, MOST_DECIMALS)
        return HALF.scaleb(-shown) * self._scale, filled

    def _numbers(self, table: SheetTable) -> Iterator[Decimal]:
        columns = {column for panel in table.panels for column in panel.values}
        for row in table.body:
            cells = self._sheet.grid.rows[row]
            for column in columns:
                if column < len(cells) and (number := amount(cells[column])) is not None:
                    yield number

    def _declared_empty(self) -> CellOrigin | None:
        """Return the cell that says that the table has no data on purpose."""
        for index, row in enumerate(self._sheet.grid.rows):
            for column, cell in enumerate(row):
                if (text := words(cell)) and self._sheet.vocabulary.says_empty(text):
                    return self.origin(index, column)
        return None


def extract_block(
    located: BlockTable, sheet: FormSheet, extractor: Extractor
) -> Iterator[Figure | DetailRow | NamedText | AmbiguousColumn]:
    """Yield what one block of the form gives from its table; a figure once for each row it fits."""
    block, table = located.block, located.table
    for panel, columns in located.columns.items():
        if columns.ambiguous:
            yield from _ambiguous(block, panel, table, columns.ambiguous)
        if not columns.matched:
            continue
        if not block.rows and not block.detail_rows:
            yield from _from_first_row(table, columns.matched, sheet, extractor)
            return
        rows = table.rows(panel)
        if block.holds_texts:
            yield from _texts(block, rows, columns.matched, extractor)
        else:
            yield from _named(block, rows, _Spill(sheet, table, panel), columns.matched, extractor)
        yield from _detail_rows(block, rows, columns.matched, extractor)


def _ambiguous(
    block: CompiledBlock, panel: Panel, table: SheetTable, ambiguous: dict[str, tuple[int, ...]]
) -> Iterator[AmbiguousColumn]:
    """Yield the figures whose row was found but whose column can't be told."""
    items = [item for item, key in block.rows.items() if next(_fitting(key, table.rows(panel)), None)]
    for target, columns in ambiguous.items():
        ids = [target] if "." in target else [item if "." in item else f"{item}.{target}" for item in items]
        if ids and (items or not block.rows):
            yield AmbiguousColumn(tuple(ids), tuple(address(table.first - 1, column) for column in columns))


def _named(
    block: CompiledBlock,
    rows: Sequence[DataRow],
    spill: "_Spill",
    columns: dict[str, int],
    extractor: Extractor,
) -> Iterator[Figure]:
    """Yield the figures of the block's named rows; a row named by a whole id takes the first column only."""
    first = {target: columns[target] for target in list(block.columns)[:1] if target in columns}
    for item, key in block.rows.items():
        fitting = list(_fitting(key, rows))
        for target, column in (first if "." in item else columns).items():
            figure_id = next((name for name in (item, target) if "." in name), f"{item}.{target}")
            for row in fitting:
                yield extractor.figure(figure_id, row.at, spill.column(row.at, column))
            if not fitting:
                yield from extractor.declared(figure_id)


def _texts(
    block: CompiledBlock, rows: Sequence[DataRow], columns: dict[str, int], extractor: Extractor
) -> Iterator[NamedText]:
    """Yield the words filled in beside the block's named rows."""
    for item, key in block.rows.items():
        fitting = list(_fitting(key, rows))
        for target, column in columns.items():
            for row in fitting[:1]:
                origin = extractor.origin(row.at, column)
                if text := _text(origin):
                    yield NamedText(".".join(filter(None, (item, target))), Text(text, origin))


class _Spill(Struct, frozen=True, eq=False):
    """A total's label may cover the cells of the next panel, its amount standing there."""

    sheet: FormSheet
    table: SheetTable
    panel: Panel

    def column(self, row: int, column: int) -> int:
        """Return `column`, or where it is empty the first amount right of it before another label."""
        cell = self.sheet.grid.cell
        if cell(row, column) != "":
            return column
        for panel in self.table.panels[self.table.panels.index(self.panel) + 1 :]:
            if any(cell(row, naming) != "" for naming in (*panel.labels, *panel.codes)):
                break
            for value in panel.values:
                if amount(cell(row, value)) is not None:
                    return value
        return column


def _fitting(key: RowKey, rows: Sequence[DataRow]) -> Iterator[DataRow]:
    """Yield the rows a key fits: after its own label, and before that of a key with the same words."""
    passed = not key.after
    for row in rows:
        if row.label in key.before:
            return
        if passed and (row.label in key.labels or row.code in key.labels):
            yield row
        passed = passed or row.label == key.after


def _detail_rows(
    block: CompiledBlock, rows: Sequence[DataRow], columns: dict[str, int], extractor: Extractor
) -> Iterator[DetailRow]:
    detail_rows = block.detail_rows
    if detail_rows is None:
        return
    named = [(item_of(target) or target, column) for target, column in columns.items()]
    for row in rows:
        if block.until and row.label == block.until:
            return
        code = row.code if len(row.code) >= SHORTEST_CODE else ""
        key = code if detail_rows.by is DetailRowKey.CODE else row.label if row.counted else ""
        if key:
            item = f"{detail_rows.group}[{key}]"
            figures = {name: extractor.figure(f"{item}.{name}", row.at, column) for name, column in named}
            yield DetailRow(detail_rows.group, key, row.label, figures)


def _from_first_row(
    table: SheetTable, columns: dict[str, int], sheet: FormSheet, extractor: Extractor
) -> Iterator[Figure]:
    """Yield the figures of the rows that state any of them, down to the first that states none."""
    nil = sheet.vocabulary.nil
    stating = False
    for row in table.body:
        cells = [sheet.grid.cell(row, column) for column in columns.values()]
        if any(amount(cell) is not None or words(cell) in nil for cell in cells if cell != ""):
            stating = True
            yield from (extractor.figure(target, row, column) for target, column in columns.items())
        elif stating:
            return
    if not stating:
        yield from (figure for target in columns for figure in extractor.declared(target))


def _text(origin: CellOrigin) -> str:
    text = origin.text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return text if plain(text) else ""
