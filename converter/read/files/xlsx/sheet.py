"""The one pass over a worksheet: cells, formulas, errors, merged areas, hidden rows and columns."""

import re
from collections.abc import Iterator, Mapping

from converter import messages
from converter.figures import SHEET_COLUMNS, Merge, address, position
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.cells import Scalar
from converter.read.files.format import Worksheet
from converter.read.files.formulas import Formulas
from converter.read.files.grid import Grid, Hidden
from converter.read.files.xlsx.cells import HIDDEN, TRUE, CellKinds, CellReader
from converter.read.files.xlsx.markup import ATTRIBUTES, NotPlainError, covered, elements, inside, read_part
from converter.read.files.xlsx.package import SheetPart
from converter.read.files.xlsx.styles import NumberFormat

_DATA = re.compile(rf"<sheetData{ATTRIBUTES}\s?(/?)>")
_DATA_END = "</sheetData>"
_ADDRESS = "[A-Z0-9]{2,10}+"  # what reads like one; `position` judges it
_MERGE = re.compile(rf'<mergeCell ref="({_ADDRESS})(?::({_ADDRESS}))?"\s?(?:/>|></mergeCell>)')
_ROW_END, _PORTION = "</row>", 1_000_000
_TAIL = 100


class SheetReader:
    """Reads the worksheets of one workbook, all of whose grids together stay within the limits."""

    def __init__(self, strings: Mapping[str, str], dates: Mapping[str, NumberFormat], limits: Limits) -> None:
        self._kinds, self._limits = CellKinds(strings, dates), limits
        self._left = limits.sheet_cells  # so many cells may the grids still have

    def worksheet(self, sheet: SheetPart, *, with_formulas: bool) -> Worksheet:
        """Return a sheet, its formulas only if they are wanted.

        UnsafeError if it is damaged, has too many merged areas or spreads too far.
        """
        damaged = messages.files.UNSAFE_SHEET.format(sheet=sheet.name)
        return read_part(
            sheet.part, damaged, lambda text: self._read(text, sheet, with_formulas=with_formulas)
        )

    def _read(self, text: str, sheet: SheetPart, *, with_formulas: bool) -> Worksheet:
        start, end = _data(text)
        reader = CellReader(sheet.name, self._kinds)
        for portion in _in_portions(text, start, end):
            reader.read(portion)
        formulas = Formulas(frozenset(reader.failed), reader.formulas if with_formulas else {})
        hidden = Hidden(frozenset(reader.hidden_rows), _hidden_columns(text[:start]))
        merges = self._merges(inside(text[end:], "mergeCells"))
        rows = self._rows(reader, sheet.name)  # last: the part may be read again until here
        return Worksheet(Grid(sheet.name, rows, merges, formulas.failed, sheet.is_hidden, hidden), formulas)

    def _rows(self, reader: CellReader, sheet: str) -> list[list[Scalar]]:
        """Return the rows from A1 to the farthest filled cell; empty rows are one and the same list."""
        try:
            places = list(map(position, reader.values))
            filled = places + list(map(position, reader.failed))
        except ValueError as error:
            raise NotPlainError(messages.files.UNSAFE_CELL.format(sheet=sheet, cell=error)) from None
        height = max({row for row, _ in filled}, default=-1) + 1
        width = max({column for _, column in filled}, default=-1) + 1
        self._left -= height * width
        if self._left < 0:
            cell = address(*max(filled, key=lambda place: (place[0] + 1) * (place[1] + 1)))
            raise UnsafeError(messages.files.UNSAFE_FAR.format(sheet=sheet, cell=cell))
        blank: list[Scalar] = [""] * width
        rows = [blank] * height
        for row in {row for row, _ in places}:
            rows[row] = blank.copy()
        for (row, column), value in zip(places, reader.values.values(), strict=True):
            rows[row][column] = value
        return rows

    def _merges(self, text: str) -> list[Merge]:
        if text.count("<mergeCell ") > self._limits.sheet_merges:
            raise UnsafeError(messages.files.UNSAFE_MERGES)
        corners = covered(_MERGE, text)
        return [_merge(first, last or first) for first, last in zip(corners[::2], corners[1::2], strict=True)]


def _merge(first: str, last: str) -> Merge:
    try:
        merge = (*position(first), *position(last))
    except ValueError:
        raise NotPlainError from None
    if merge[0] > merge[2] or merge[1] > merge[3]:
        raise NotPlainError
    return merge


def _data(text: str) -> tuple[int, int]:
    """Return where a sheet's rows begin and end."""
    if not text[-_TAIL:].rstrip().endswith("</worksheet>"):
        raise NotPlainError
    found = _DATA.search(text)
    if found is None:
        if "<sheetData" in text:
            raise NotPlainError
        return 0, 0
    end = found.end() if found[1] else text.find(_DATA_END, found.end())
    if end < 0 or text.find("<sheetData", end) >= 0:
        raise NotPlainError
    return found.end(), end


def _in_portions(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the rows in portions, so that a large sheet is not in pieces as a whole."""
    while start < end:
        last = text.find(_ROW_END, start + _PORTION, end)
        stop = last + len(_ROW_END) if last >= 0 else end
        yield text[start:stop]
        start = stop


def _hidden_columns(text: str) -> frozenset[int]:
    """Return the hidden columns of a sheet, from what stands before its rows."""
    hidden: set[int] = set()
    columns = inside(text, "cols")
    if not any(mark in columns for mark in HIDDEN):
        return frozenset()
    for column in elements(columns, "col"):
        if column.get("hidden") in TRUE:
            first, last = column.get("min", ""), column.get("max", "")
            if not (first.isdecimal() and last.isdecimal()):
                raise NotPlainError
            hidden.update(range(int(first) - 1, min(int(last), SHEET_COLUMNS)))
    return frozenset(hidden)
