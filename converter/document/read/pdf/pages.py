"""The pages of a PDF: words and where they stand, and the tables that are ruled."""

import re
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from converter import chinese, messages
from converter.document.read.pdf.ruled import RuledTable, may_be_a_row_of
from converter.document.read.pdf.slivers import Borders
from converter.errors import ReadError

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

PDF = ".pdf"
_UNSEEN = f" \t\u00a0\u200b\ufeff{chinese.SPACE}"
MOST_PLACES = 0.9  # for each letter of a page, if none is printed over itself
BELOW = 0.14  # of the type's height: how far most Chinese fonts reach below the line
_WORDS = {"x_tolerance": 1, "y_tolerance": 2}  # points between letters of a word, and between their heights

_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+<(?:!doctype|!--|(?:html|head|body|meta|script)\b)", re.IGNORECASE
)
_BROKEN = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    struct.error,
    zlib.error,
)
"""What a broken file raises in the libraries that read it, beside their own exceptions."""


class Word(Struct, frozen=True):
    """A run of letters without a blank; its edges in points from the page's top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class PrintedPage(Struct, frozen=True):
    """A page: its width in points, its ruled tables, and its words outside them as they come."""

    width: float
    words: list[Word]
    tables: tuple[RuledTable, ...] = ()


def pages_of(data: bytes, file: str, password: str = "") -> list[PrintedPage]:
    """Return the pages; ReadError naming `file` if they can't be read or none has text.

    `password` opens a file that asks for one.
    """
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    if _WEB_PAGE.match(data):
        raise ReadError(messages.verify.PDF_IS_WEB_PAGE.format(file=file))
    broken = (MalformedPDFException, PdfminerException, PDFException, PSException, *_BROKEN)
    try:
        with pdfplumber.open(BytesIO(data), password=password) as document:
            pages: list[PrintedPage] = []
            for page in document.pages:
                pages.append(_page(page, pages[-1].tables[-1:] if pages else ()))
    except broken:
        raise ReadError(messages.verify.PDF_UNREADABLE.format(file=file)) from None
    if not any(page.words or page.tables for page in pages):
        raise ReadError(messages.verify.PDF_WITHOUT_TEXT.format(file=file))
    return pages


def _page(page: "Page", before: tuple[RuledTable, ...]) -> PrintedPage:
    """Return a page, and let go of what the library keeps of it.

    One row between lines is a table only if it stands in the columns of the last one on the page `before`.
    """
    _set_on_one_line(page)
    printed = page.dedupe_chars() if _is_overprinted(page) else page
    found = [
        table
        for table in printed.find_tables()
        if len(table.rows) > 1 or any(may_be_a_row_of(above, _edges(table)) for above in before)
    ]
    tables = tuple(_ruled(table) for table in found)
    words = [
        Word(word["x0"], word["top"], word["x1"], word["bottom"], word["text"])
        for word in printed.extract_words(**_WORDS)
        if word["text"].strip(_UNSEEN) and not any(_is_in(word, table.bbox) for table in found)
    ]
    width = float(page.width)
    page.close()
    return PrintedPage(width, words, tables)


def _is_overprinted(page: "Page") -> bool:
    """Whether letters are printed several times over one another, for the look of bold type."""
    places = {(letter["text"], round(letter["x0"]), round(letter["top"])) for letter in page.chars}
    return len(places) < MOST_PLACES * len(page.chars)


def _set_on_one_line(page: "Page") -> None:
    """Let letters that stand on one line have one height on the page.

    Fonts tell differently how far their letters reach above and below the line, so that digits of one font
    would stand half a line below the words of another.
    """
    for letter in page.chars:
        if letter["upright"]:
            moved = BELOW * letter["size"] - (letter["matrix"][5] - letter["y0"])
            for edge in ("top", "bottom", "doctop"):
                letter[edge] += moved


def _ruled(table: "Table") -> RuledTable:
    """Return a table with its texts: a cell's lines joined, a merged cell's text in its first place."""
    _, top, _, bottom = table.bbox
    texts = [["".join((text or "").split("\n")) for text in row] for row in table.extract(**_WORDS)]
    edges = _all_edges(table)
    lefts = edges[:-1]
    tops = [row.bbox[1] for row in table.rows]
    merges = []
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            if cell:
                right = max(column, sum(left < cell[2] - 1 for left in lefts) - 1)
                below = max(row, sum(first < cell[3] - 1 for first in tops) - 1)
                if (right, below) != (column, row):
                    merges.append((row, column, below, right))
    borders = Borders(edges)
    rows = tuple(map(tuple, texts))
    if borders.are_all:
        return RuledTable(top, bottom, rows, tuple(merges), edges)
    merges = [merge for merge in map(borders.merge, merges) if (merge[0], merge[1]) != (merge[2], merge[3])]
    return RuledTable(top, bottom, tuple(map(borders.row, rows)), tuple(merges), borders.edges)


def _edges(table: "Table") -> tuple[float, ...]:
    """Return the left borders of a table's columns, and its right one."""
    return Borders(_all_edges(table)).edges


def _all_edges(table: "Table") -> tuple[float, ...]:
    return (*sorted({cell[0] for row in table.rows for cell in row.cells if cell}), table.bbox[2])


def _is_in(word: "dict[str, float]", box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    middle = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return left <= middle[0] <= right and top <= middle[1] <= bottom
