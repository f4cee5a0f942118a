"""One sheet as cells, merges and number formats, and the pen that writes it under a layout."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from samples.filing.catalogue import function_name
from samples.filing.layout import Layout

Value = str | int | Decimal
At = tuple[int, int]
Area = tuple[int, int, int, int]
Head = str | dict[str, list["Head"]]
"""A header: a leaf (`科目编码|3` is three columns wide), or a label over the headers below it."""

LEVELS = ("类", "款", "项")


@dataclass(frozen=True)
class SheetTable:
    """A sheet: its name, its cells by (row, column) counted from 1, merged areas, number formats."""

    name: str
    cells: dict[At, Value]
    merges: tuple[Area, ...] = ()
    formats: dict[At, str] = field(default_factory=dict)
    title: At = (1, 1)

    def where(self, wanted: Value) -> list[At]:
        """The cells that hold exactly this value, in reading order."""
        return sorted(at for at, value in self.cells.items() if value == wanted)

    def replaced(self, at: At, value: Value) -> SheetTable:
        """The sheet with another value in one cell."""
        return replace(self, cells={**self.cells, at: value})


def combined(sheets: list[SheetTable], per_sheet: int) -> list[SheetTable]:
    """The tables `per_sheet` to a sheet, one below the other; a sheet has the name of its first table."""
    return [_combine(sheets[first : first + per_sheet]) for first in range(0, len(sheets), per_sheet)]


def _combine(sheets: list[SheetTable]) -> SheetTable:
    whole = sheets[0]
    for sheet in sheets[1:]:
        down = max(row for row, _ in whole.cells)
        cells = {(row + down, column): value for (row, column), value in sheet.cells.items()}
        formats = {(row + down, column): form for (row, column), form in sheet.formats.items()}
        merges = tuple((top + down, left, bottom + down, right) for top, left, bottom, right in sheet.merges)
        whole = replace(
            whole,
            cells=whole.cells | cells,
            merges=whole.merges + merges,
            formats=whole.formats | formats,
        )
    return whole


class Pen:
    """Writes a sheet; rows and columns are counted from 0 within the layout's origin."""

    def __init__(self, layout: Layout, unit: str, year: int) -> None:
        self.layout = layout
        self.unit = unit
        self.year = year
        self._cells: dict[At, Value] = {}
        self._merges: list[Area] = []
        self._formats: dict[At, str] = {}
        self.title = (0, 0)

    def done(self, name: str) -> SheetTable:
        """The sheet as written."""
        return SheetTable(name[:31], self._cells, tuple(self._merges), self._formats, self._at(*self.title))

    def _at(self, row: int, column: int) -> At:
        top, left = self.layout.origin
        return top + row, left + column

    def put(self, row: int, column: int, value: Value | None) -> None:
        """Write a value; a blank is not written."""
        if value is not None and value != "":
            self._cells[self._at(row, column)] = value

    def label(self, row: int, column: int, text: str, rows: int = 1, columns: int = 1) -> None:
        """Write a label, merged over that many rows and columns."""
        self.put(row, column, self.layout.label(text))
        if rows > 1 or columns > 1:
            at = self._at(row, column)
            self._merges.append((*at, at[0] + rows - 1, at[1] + columns - 1))

    def amount(self, row: int, column: int, amount: Decimal) -> None:
        """Write an amount of 元 in the unit of the sheet."""
        value = self.layout.value(amount, self.unit)
        self.put(row, column, value)
        if isinstance(value, Decimal):
            self._formats[self._at(row, column)] = "#,##0.00"

    def header(self, row: int, heads: list[Head], *, low: bool = False) -> list[int]:
        """Write a header tree; return the column of every leaf.

        Where branches differ in depth the leaves fill the rows, or, with `low`, the groups do.
        """
        return self._heads(row, 0, heads, max(map(depth_of, heads)), low=low)

    def _heads(self, row: int, column: int, heads: list[Head], depth: int, *, low: bool) -> list[int]:
        leaves: list[int] = []
        for head in heads:
            width = width_of(head)
            if isinstance(head, str):
                self.label(row, column, head.split("|")[0], rows=depth, columns=width)
                leaves += range(column, column + width)
            else:
                ((text, below),) = head.items()
                inner = max(map(depth_of, below)) if low else depth - 1
                self.label(row, column, text, rows=depth - inner, columns=width)
                leaves += self._heads(row + depth - inner, column, below, inner, low=low)
            column += width
        return leaves

    def code(self, row: int, columns: list[int], code: str) -> None:
        """Write a code in one column, or divided over two or three; the 类 of a divided code is a number."""
        if len(columns) == 1:
            self.put(row, columns[0], code)
            return
        parts = [code[:3], code[3:5], code[5:7]]
        for column, part in zip(columns, parts, strict=False):
            self.put(row, column, int(part) if column == columns[0] else part)

    def function(self, row: int, columns: list[int], code: str) -> None:
        """Write a functional code and, in the last of these columns, its name; or both in the only one."""
        name = self.layout.label(function_name(code, self.year))
        if len(columns) == 1:
            self.put(row, columns[0], f"{code} {name}")
            return
        self.code(row, columns[:-1], code)
        level = (len(code) - 3) // 2
        indent = "  " * level if self.layout.indent else ""
        self.put(row, columns[-1], indent + name)


def depth_of(head: Head) -> int:
    """How many rows a header takes."""
    if isinstance(head, str):
        return 1
    return 1 + max(depth_of(child) for below in head.values() for child in below)


def width_of(head: Head) -> int:
    """How many columns a header takes."""
    if isinstance(head, str):
        return int(head.partition("|")[2] or 1)
    return sum(width_of(child) for below in head.values() for child in below)
