"""The pages of a PDF: words and where they stand, and the tables that are ruled."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from converter import chinese, messages
from converter.document.read.pdf.drawing import Box, Drawing, Letter, drawings, is_in, middle_of
from converter.document.read.pdf.lost_signs import with_lost_signs
from converter.document.read.pdf.open_sides import found_tables
from converter.document.read.pdf.pictures import count_pictures
from converter.document.read.pdf.ruled import RowTexts, RuledTable, may_be_a_row_of
from converter.document.read.pdf.slivers import Borders
from converter.document.read.pdf.tall_cells import CellsOfRow, cells_by_row
from converter.document.read.pdf.unruled_rows import rows_of
from converter.errors import ReadError

if TYPE_CHECKING:
    from pdfplumber.table import Table

PDF = ".pdf"
_UNSEEN = f" \t\u00a0\u200b\ufeff{chinese.SPACE}"
MOST_PLACES = 0.99  # for each letter of a page, if none is printed over itself
_WORDS: dict[str, Any] = {"x_tolerance": 1, "y_tolerance": 2}  # points between letters, and their heights

_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+<(?:!doctype|!--|(?:html|head|body|meta|script)\b)", re.IGNORECASE
)


class Word(Struct, frozen=True):
    """A run of letters without a blank; its edges in points from the page's top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class PrintedPage(Struct, frozen=True):
    """A page: its width in points, its ruled tables, its words outside them as they come, and how many
    pictures are on it.
    """

    width: float
    words: list[Word]
    tables: tuple[RuledTable, ...] = ()
    pictures: int = 0

    def texts(self) -> Iterator[str]:
        """Yield all words and cells."""
        yield from (word.text for word in self.words)
        yield from (text for table in self.tables for row in table.rows for text in row)


def pages_of(data: bytes, file: str, password: str = "") -> list[PrintedPage]:
    """Return the pages; ReadError naming `file` if they can't be read or none has text.

    `password` opens a file that asks for one.
    """
    from pypdfium2 import PdfiumError

    if _WEB_PAGE.match(data):
        raise ReadError(messages.verify.PDF_IS_WEB_PAGE.format(file=file))
    pages: list[PrintedPage] = []
    try:
        for drawing in drawings(data, password):
            pages.append(_page(drawing, pages[-1].tables[-1:] if pages else ()))
    except PdfiumError:
        raise ReadError(messages.verify.PDF_UNREADABLE.format(file=file)) from None
    if not any(page.words or page.tables for page in pages):
        raise ReadError(messages.verify.PDF_WITHOUT_TEXT.format(file=file))
    return pages


def _page(drawing: Drawing, before: tuple[RuledTable, ...]) -> PrintedPage:
    """Return a page. One row between lines is a table only if it stands in the columns of the last one on the
    page `before`.
    """
    from pdfplumber.utils.text import extract_words

    letters = with_lost_signs(_printed_once(drawing.chars))
    found = [
        table
        for table in found_tables(drawing, letters)
        if len(table.rows) > 1 or any(may_be_a_row_of(above, _edges(table)) for above in before)
    ]
    boxes = [table.bbox for table in found]
    words = [
        Word(word["x0"], word["top"], word["x1"], word["bottom"], word["text"])
        for word in extract_words(letters, **_WORDS)
        if word["text"].strip(_UNSEEN) and not any(is_in(word, box) for box in boxes)
    ]
    tables = tuple(_ruled(table, letters) for table in found)
    return PrintedPage(drawing.bbox[2], words, tables, count_pictures(drawing.pictures, letters))


def _printed_once(letters: list[Letter]) -> list[Letter]:
    """Return each letter once of those that are printed several times over one another, for the look of bold
    type; all, where hardly any are.
    """
    places = [(letter["text"], round(letter["x0"]), round(letter["top"])) for letter in letters]
    if len(set(places)) >= MOST_PLACES * len(places):
        return letters
    once, printed = [], set()
    for (text, left, top), letter in zip(places, letters, strict=True):
        if not any((text, left + x, top + y) in printed for x in (-1, 0, 1) for y in (-1, 0, 1)):
            once.append(letter)
        printed.add((text, left, top))
    return once


def _ruled(table: "Table", letters: list[Letter]) -> RuledTable:
    """Return a table with its texts, of the letters of its page."""
    _, top, _, bottom = table.bbox
    edges = _all_edges(table)
    lefts = edges[:-1]
    letters = sorted(letters, key=middle_of)
    cells_of = cells_by_row([row.cells for row in table.rows], letters)
    tops = [row.bbox[1] for row in table.rows]
    merges = []
    for row, cells in enumerate(cells_of):
        for column, cell in enumerate(cells):
            if cell:
                right = max(column, sum(left < cell[2] - 1 for left in lefts) - 1)
                below = max(row, sum(first < cell[3] - 1 for first in tops) - 1)
                if (right, below) != (column, row):
                    merges.append((row, column, below, right))
    borders = Borders(edges)
    parted = list(_texts(cells_of, letters))
    first = [*accumulate(map(len, parted), initial=0)]
    merges = [(first[top], left, first[below + 1] - 1, right) for top, left, below, right in merges]
    rows = tuple(chain.from_iterable(parted))
    if borders.are_all:
        return RuledTable(top, bottom, rows, tuple(merges), edges)
    merges = [merge for merge in map(borders.merge, merges) if (merge[0], merge[1]) != (merge[2], merge[3])]
    return RuledTable(top, bottom, tuple(map(borders.row, rows)), tuple(merges), borders.edges)


def _texts(rows: Sequence[CellsOfRow], letters: Sequence[Letter]) -> Iterator[list[RowTexts]]:
    """Yield the texts of the rows that each ruled row holds: a cell's lines joined, a merged cell's text in
    its first place; `letters` are in order from the top.
    """
    heights = list(map(middle_of, letters))
    for row in rows:
        cells = [cell for cell in row if cell]
        top, bottom = min(cell[1] for cell in cells), max(cell[3] for cell in cells)
        lefts = [cell[0] for cell in cells]
        held: dict[Box, list[Letter]] = {cell: [] for cell in cells}
        for letter in letters[bisect_left(heights, top) : bisect_left(heights, bottom)]:
            cell = cells[bisect_right(lefts, (letter["x0"] + letter["x1"]) / 2) - 1]
            if is_in(letter, cell):
                held[cell].append(letter)
        yield [tuple(_text(each[cell]) if cell else "" for cell in row) for each in rows_of(held)]


def _text(letters: Sequence[Letter]) -> str:
    """Return what letters say: lines joined, a blank where they stand apart."""
    from pdfplumber.utils.text import extract_text_simple

    lines = extract_text_simple(list(letters), **_WORDS).split("\n")
    return "".join(" ".join(line.split()) for line in lines)


def _edges(table: "Table") -> tuple[float, ...]:
    """Return the left borders of a table's columns, and its right one."""
    return Borders(_all_edges(table)).edges


def _all_edges(table: "Table") -> tuple[float, ...]:
    return (*sorted({cell[0] for row in table.rows for cell in row.cells if cell}), table.bbox[2])
