"""A table of a web page while it is read: where its cells stand on the sheet, and what they hold."""

import re

from msgspec import Struct, field

from converter.figures import SHEET_COLUMNS
from converter.read.files.cells import Scalar
from converter.read.files.text.page_styles import PageStyles
from converter.read.files.text.placed_sheet import FreeColumns, PlacedSheet, number
from converter.read.files.text.tags import Tag, characters

MOST_ROWS, MOST_COLUMNS = 65534, 1000  # that one cell may take

_COUNT = re.compile(r"\s{0,9}+([0-9]{1,9})")
SEAM = "\0"
"""Stands in words where others begin that are no part of the number beside them, as a footnote's sign."""

_BETWEEN_DIGITS = re.compile(r"([0-9.,+-] {0,9}+)\0++(?= {0,9}+[0-9.,+-])")
_AS_TEXT = "\\@"  # the format of cells that hold text, also if it is a number
_EXACT = ("x:num", "sdval")  # the attributes by which Excel and LibreOffice write what a cell holds


class _Cell(Struct):
    """A cell that is open, and the words in it so far."""

    row: int
    column: int
    attributes: dict[str, str]
    is_shown: bool
    words: list[str] = field(default_factory=list)


class PageTable:
    """A table that is open, on a sheet; `is_shown` tells whether its rows are, unless they say otherwise."""

    def __init__(self, sheet: PlacedSheet, styles: PageStyles, *, is_shown: bool = True) -> None:
        self._sheet, self._styles = sheet, styles
        self.is_shown = self._group_is_shown = is_shown
        self._merges = len(sheet.merges)  # those from here on are its own
        self._row, self._column = -1, 0  # where the next cell may stand
        self._free = FreeColumns(sheet.room)
        self._cell: _Cell | None = None
        self._columns = 0  # that <col> told of

    @property
    def has_row(self) -> bool:
        """Whether a row is open."""
        return self._row >= 0

    @property
    def words(self) -> list[str] | None:
        """The words of the open cell so far, None if none is open."""
        return self._cell.words if self._cell else None

    def open_row(self, row: int, tag: Tag | None) -> None:
        """Begin a row; `row` is that of the sheet."""
        self.close_cell()
        self._row, self._column = row, 0
        if not (self._group_is_shown and (tag is None or self._styles.show_tag(tag))):
            self._sheet.hidden_rows.add(row)

    def see_group(self, tag: Tag) -> None:
        """Take in whether the rows that follow are shown, at the beginning or the end of a group of them."""
        self._group_is_shown = self.is_shown and (tag.is_end or self._styles.show_tag(tag))

    def open_cell(self, tag: Tag) -> None:
        """Begin a cell in the next free column; one that is not shown takes none."""
        self.close_cell()
        attributes = tag.attributes if tag.inside else {}
        is_shown = self._styles.show(attributes)
        column = self._column
        if is_shown:
            column = self._free.next(self._row, column)
            self._span(column, attributes)
        self._cell = _Cell(self._row, column, attributes, is_shown)

    def close_cell(self) -> None:
        """Place what the open cell holds, if one is open."""
        cell, self._cell = self._cell, None
        if cell and cell.is_shown:
            shown = text_of(cell.words)
            self._sheet.put(cell.row, cell.column, _value(shown, cell.attributes), shown)

    def cut(self, height: int) -> None:
        """End the cell and what is merged with the sheet's last row, of which there are `height`."""
        self.close_cell()
        merges = self._sheet.merges
        for nth in range(self._merges, len(merges)):
            top, left, bottom, right = merges[nth]
            merges[nth] = top, left, min(bottom, height - 1), right
        self._merges = len(merges)
        self._free = FreeColumns(self._sheet.room)

    def resume(self) -> None:
        """Go on after a table within it, whose merged areas are not its own."""
        self._merges = len(self._sheet.merges)

    def see_column(self, tag: Tag) -> None:
        """Take in what is said of whole columns."""
        attributes = tag.attributes
        after = min(self._columns + max(1, _count(attributes.get("span", "1"))), SHEET_COLUMNS)
        if not self._styles.show(attributes):
            self._sheet.hidden_columns.update(range(self._columns, after))
        self._columns = after

    def _span(self, column: int, attributes: dict[str, str]) -> None:
        """Keep the rows and columns free that a cell takes."""
        width = max(1, min(_count(attributes.get("colspan", "1")), MOST_COLUMNS))
        height = min(_count(attributes.get("rowspan", "1")) or MOST_ROWS, MOST_ROWS)
        self._column = column + width
        self._sheet.merge(self._row, column, height, width)
        self._free.take(self._row, column, height, width)


def text_of(words: list[str]) -> str:
    """Return words as they are shown, lines without blanks at their ends; "" if nothing is seen of them."""
    lines = (line.strip(" ") for line in "".join(words).split("\n"))
    text = characters("\n".join(lines).strip("\n"))
    if SEAM in text:
        text = _BETWEEN_DIGITS.sub(r"\1|", text).replace(SEAM, "").strip(" ")
    return text if text.strip() else ""


def _agrees(exact: float, shown: str) -> bool:
    """Whether a number can be shown so, its sign perhaps by its colour; words of other kinds may be any."""
    rounded = number(shown)
    if rounded is None or "e" in shown.lower():
        return True
    decimals = len(shown.strip().partition(".")[2])
    return abs(abs(exact) - abs(rounded)) <= 0.5001 * 10.0**-decimals


def _value(shown: str, attributes: dict[str, str]) -> Scalar:
    """Return what a cell holds: what is stated exactly, else what it shows; both in words if they differ."""
    if attributes:
        exact = number(next(filter(None, map(attributes.get, _EXACT)), ""))
        if exact is not None:
            return exact if _agrees(exact, shown) else f"{shown} (x:num={exact!r})"
        if "x:str" in attributes or _AS_TEXT in attributes.get("style", ""):
            return shown
    found = number(shown)
    return shown if found is None else found


def _count(text: str) -> int:
    """Return the number a text begins with, 1 if with none."""
    found = _COUNT.match(text)
    return int(found[1]) if found else 1
