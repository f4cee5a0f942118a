"""The pages of a PDF: words and where they stand, and the tables that are ruled."""

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from converter import chinese, messages
from converter.document.contents import Merge
from converter.errors import ReadError

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

PDF = ".pdf"
_UNSEEN = f" \t\u00a0\u200b\ufeff{chinese.SPACE}"
BELOW = 0.14  # of the type's height: how far most Chinese fonts reach below the line
_WORDS = {"x_tolerance": 1, "y_tolerance": 2}  # points between letters of a word, and between their heights

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


class RuledTable(Struct, frozen=True):
    """A table that lines enclose: where it stands on the page, its cells' texts row by row, its merges."""

    top: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()

    def is_continued_by(self, other: "RuledTable") -> bool:
        """Whether a table that follows at once, on the next page, has this one's columns and no title."""
        return len(other.rows[0]) == len(self.rows[0]) and not (
            other.title and other.title not in map(_text_of, self.rows)
        )

    @property
    def title(self) -> str:
        """The one text of its first row that has any, above others without a number; '' if there is none."""
        filled = [row for row in self.rows if any(row)]
        if len(filled) < 3 or any(map(_is_number, (*filled[0], *filled[1], *filled[2]))):
            return ""
        return _text_of(filled[0]) if sum(map(bool, filled[0])) == 1 else ""

    def with_rows_of(self, other: "RuledTable") -> "RuledTable":
        """Return this table with the rows of its continuation, whose header is not repeated."""
        repeated = next((n for n, pair in enumerate(zip(self.rows, other.rows)) if pair[0] != pair[1]), 0)  # noqa: B905
        rows, last = self.rows, self.rows[-1]
        if _goes_on(last, other.rows[repeated]):
            rest = other.rows[repeated]
            rows = (*rows[:-1], tuple(above + below for above, below in zip(last, rest, strict=True)))
            repeated += 1
        shift = len(rows) - repeated
        merges = (
            (top + shift, left, bottom + shift, right)
            for top, left, bottom, right in other.merges
            if top >= repeated
        )
        added = other.rows[repeated:]
        added = (self._without_labels(added[0]), *added[1:]) if added else ()
        return replace(self, rows=rows + added, merges=(*self.merges, *merges))

    def _without_labels(self, row: tuple[str, ...]) -> tuple[str, ...]:
        """Return the first row of a page without the labels of groups that it repeats and goes on with."""
        last = len(self.rows) - 1
        labels = {left: self.rows[top][left] for top, left, bottom, _ in self.merges if top < bottom == last}
        return tuple("" if text and labels.get(at) == text else text for at, text in enumerate(row))


def _text_of(row: tuple[str, ...]) -> str:
    return "".join(row)


def _is_number(text: str) -> bool:
    return bool(text) and text.replace(",", "").replace(".", "").lstrip("-").isdigit()


def _goes_on(row: tuple[str, ...], below: tuple[str, ...]) -> bool:
    """Whether the first row of a page is the rest of the last one before: no row of its own, for it has
    nothing in its first cell, and nothing but ends of words and numbers in others that are filled.
    """
    filled = [(above, rest) for above, rest in zip(row, below, strict=True) if rest]
    is_rest = bool(row[0]) and not below[0] and bool(filled) and all(above for above, _ in filled)
    return (
        is_rest and not any("." in rest for _, rest in filled) and any(rest.isdigit() for _, rest in filled)
    )


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

    broken = (MalformedPDFException, PdfminerException, PDFException, PSException, *_BROKEN)
    try:
        with pdfplumber.open(BytesIO(data), password=password) as document:
            pages = [_page(page) for page in document.pages]
    except broken:
        raise ReadError(messages.verify.PDF_UNREADABLE.format(file=file)) from None
    if not any(page.words or page.tables for page in pages):
        raise ReadError(messages.verify.PDF_WITHOUT_TEXT.format(file=file))
    return pages


def _page(page: "Page") -> PrintedPage:
    """Return a page, and let go of what the library keeps of it."""
    _set_on_one_line(page)
    found = [table for table in page.find_tables() if len(table.rows) > 1]
    tables = tuple(_ruled(table) for table in found)
    words = [
        Word(word["x0"], word["top"], word["x1"], word["bottom"], word["text"])
        for word in page.extract_words(**_WORDS)
        if word["text"].strip(_UNSEEN) and not any(_is_in(word, table.bbox) for table in found)
    ]
    width = float(page.width)
    page.close()
    return PrintedPage(width, words, tables)


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
    lefts = sorted({cell[0] for row in table.rows for cell in row.cells if cell})
    tops = [row.bbox[1] for row in table.rows]
    merges = []
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            if cell:
                right = max(column, sum(left < cell[2] - 1 for left in lefts) - 1)
                below = max(row, sum(first < cell[3] - 1 for first in tops) - 1)
                if (right, below) != (column, row):
                    merges.append((row, column, below, right))
    return RuledTable(top, bottom, tuple(map(tuple, texts)), tuple(merges))


def _is_in(word: "dict[str, float]", box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    middle = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return left <= middle[0] <= right and top <= middle[1] <= bottom
