"""The worksheets of an XML spreadsheet of Excel 2003."""

import datetime

from converter import messages
from converter.figures import SHEET_COLUMNS, SHEET_ROWS
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.cells import Scalar
from converter.read.files.format import Worksheet
from converter.read.files.formulas.r1c1 import in_a1_style
from converter.read.files.text.placed_sheet import FreeColumns, PlacedSheet, Room, number
from converter.read.files.text.tags import Tag, UnclosedError, characters, pieces

_NO_CELLS = frozenset({"comment", "phonetictext"})  # within a cell, what is not its value


class WorkbookReader:
    """Reads one workbook, all of whose sheets stay within the limits."""

    def __init__(self, limits: Limits) -> None:
        self._room = Room(limits)
        self._sheets: list[PlacedSheet] = []
        self._free = FreeColumns(self._room)
        self._row = self._column = -1
        self._width = 1  # of the cell at hand
        self._columns = 0  # that <Column> told of
        self._passed_over = ""  # the element that is open and no value
        self._kind, self._has_value, self._is_formula = "", False, False
        self._in_cell = False
        self._words: list[str] | None = None  # of the element that is open, if they count

    def read(self, text: str) -> list[Worksheet]:
        """Return the sheets; UnsafeError if there are none."""
        depth = 0
        for piece in pieces(text):
            if isinstance(piece, str):
                if self._words is not None:
                    self._words.append(piece)
                continue
            depth += -1 if piece.is_end else 0 if piece.is_empty else 1
            if self._passed_over:
                if piece.is_end and piece.name == self._passed_over:
                    self._passed_over = ""
            elif piece.is_end:
                self._end(piece.name)
            else:
                self._start(piece)
        if depth:
            raise UnclosedError
        if not self._sheets:
            raise UnsafeError(messages.files.UNSAFE_XML)
        if len({sheet.name for sheet in self._sheets}) < len(self._sheets):
            raise UnsafeError(messages.files.UNSAFE_XML_NAMES)
        return [sheet.worksheet() for sheet in self._sheets]

    def _start(self, tag: Tag) -> None:
        attributes = {name.rpartition(":")[2]: value for name, value in tag.attributes.items()}
        if tag.name == "worksheet":
            self._room.take_sheet()
            self._sheets.append(PlacedSheet(attributes.get("name", ""), self._room))
            self._free, self._row, self._columns = FreeColumns(self._room), -1, 0
        elif not self._sheets:
            return
        elif tag.name in _NO_CELLS:
            self._passed_over = "" if tag.is_empty else tag.name
        elif tag.name == "column":
            self._see_column(attributes)
        elif tag.name == "row":
            self._open_row(attributes)
        elif tag.name == "cell":
            self._open_cell(attributes, is_empty=tag.is_empty)
        elif not tag.is_empty and (tag.name == "visible" or (tag.name == "data" and self._in_cell)):
            self._kind, self._words = attributes.get("type", ""), []

    def _end(self, name: str) -> None:
        words, sheet = self._words, self._sheets[-1] if self._sheets else None
        if sheet is None:
            return
        if name == "data" and words is not None:
            self._words, self._has_value = None, True
            self._put(sheet, characters("".join(words)))
        elif name == "visible" and words is not None:
            self._words, sheet.is_hidden = None, "".join(words).strip() != "SheetVisible"
        elif name == "cell" and self._in_cell:
            self._close_cell(sheet)

    def _put(self, sheet: PlacedSheet, text: str) -> None:
        if self._kind == "Error":
            sheet.failed.add((self._row, self._column))
        else:
            sheet.put(self._row, self._column, _value(self._kind, text))

    def _see_column(self, attributes: dict[str, str]) -> None:
        first = _whole(attributes, "index", self._columns + 1) - 1
        self._columns = first + 1 + _whole(attributes, "span", 0)
        if attributes.get("hidden") == "1":
            self._sheets[-1].hidden_columns.update(range(first, min(self._columns, SHEET_COLUMNS)))

    def _open_row(self, attributes: dict[str, str]) -> None:
        first = _whole(attributes, "index", self._row + 2) - 1
        if first <= self._row:  # it would take the place of one before
            raise UnsafeError(messages.files.UNSAFE_XML_PLACE)
        self._row, self._column, self._width = first + _whole(attributes, "span", 0), -1, 1
        if attributes.get("hidden") == "1":
            self._room.take_cells(self._row - first)
            self._sheets[-1].hidden_rows.update(range(first, min(self._row + 1, SHEET_ROWS)))

    def _open_cell(self, attributes: dict[str, str], *, is_empty: bool) -> None:
        sheet = self._sheets[-1]
        if self._row < 0:  # no row is open
            raise UnsafeError(messages.files.UNSAFE_XML_PLACE)
        following = self._free.next(self._row, self._column + self._width)
        column = _whole(attributes, "index", following + 1) - 1
        if column < self._column + self._width and self._column >= 0:
            raise UnsafeError(messages.files.UNSAFE_XML_PLACE)
        self._column = column
        self._width, height = _whole(attributes, "mergeacross", 0) + 1, _whole(attributes, "mergedown", 0) + 1
        self._has_value, self._is_formula = False, "formula" in attributes
        if self._is_formula and (formula := in_a1_style(attributes["formula"], self._row, self._column)):
            sheet.formulas[self._row, self._column] = formula
        sheet.merge(self._row, self._column, height, self._width)
        self._free.take(self._row, self._column, height, self._width)
        self._in_cell = True
        if is_empty:
            self._close_cell(sheet)

    def _close_cell(self, sheet: PlacedSheet) -> None:
        """A formula without a value gives none."""
        self._in_cell = False
        if self._is_formula and not self._has_value:
            sheet.failed.add((self._row, self._column))


def _value(kind: str, text: str) -> Scalar:
    """Return what a cell of that kind holds; its text where that is no such value."""
    found: Scalar | None = None
    match kind:
        case "Number":
            found = number(text)
        case "Boolean":
            found = text.strip() == "1"
        case "DateTime":
            found = _moment(text.strip())
    return text if found is None else found


def _moment(text: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None


def _whole(attributes: dict[str, str], name: str, otherwise: int) -> int:
    """Return a number of an attribute; UnsafeError if it is none, or beyond any sheet."""
    text = attributes.get(name)
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdecimal() and len(text) < 8) or (name == "index" and text == "0"):
        raise UnsafeError(messages.files.UNSAFE_XML_PLACE)
    return int(text)
