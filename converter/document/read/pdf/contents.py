"""The door of the room: what a printed report says, in reading order."""

from collections.abc import Iterable, Iterator

from converter.document.read.contents import Content, Passage, Tabular, Written
from converter.document.read.numbering import numbered
from converter.document.read.pdf.lines import Line, lines, without_furniture
from converter.document.read.pdf.margins import Margins
from converter.document.read.pdf.table import Table
from converter.document.read.pdf.tables import divided
from converter.document.read.pdf.words import Sheet, sheets


def contents_of(data: bytes, file: str) -> tuple[Content, ...]:
    """Return the paragraphs and tables of a .pdf in order; ReadError naming `file` if it can't be read."""
    return laid_open(sheets(data, file))


def laid_open(found: list[Sheet]) -> tuple[Content, ...]:
    """Return the paragraphs and tables of pages in order; both go on over lines and pages.

    What stands over no one column of a table is said before it.
    """
    pages = without_furniture([lines(sheet.words) for sheet in found])
    margins = {
        width: Margins(
            line for sheet, page in zip(found, pages, strict=True) if sheet.width == width for line in page
        )
        for width in {sheet.width for sheet in found}
    }
    return tuple(_contents(_parts(pages, [margins[sheet.width] for sheet in found])))


def _parts(pages: list[list[Line]], margins: list[Margins]) -> Iterator[tuple[Line | Table, Margins]]:
    """Yield the lines of text and the tables in order, each with its margins, tables whole."""
    table: tuple[Table, Margins] | None = None
    for page, margin in zip(pages, margins, strict=True):
        for part in divided(page, margin):
            if isinstance(part, Table) and table and table[0].goes_on(part):
                continue
            if table:
                yield table
            table = (part, margin) if isinstance(part, Table) else None
            if isinstance(part, Line):
                yield part, margin
    if table:
        yield table


def _contents(parts: Iterable[tuple[Line | Table, Margins]]) -> Iterator[Content]:
    text, before = "", None
    for part, margins in parts:
        if isinstance(part, Line) and before and margins.continues(before, part):
            text += part.text
        else:
            yield from _passages([text])
            text = part.text if isinstance(part, Line) else ""
        if isinstance(part, Table):
            loose, rows = part.cells()
            yield from _passages(loose)
            yield Tabular(tuple(tuple(Written(cell) for cell in row) for row in rows), ())
        before = part if isinstance(part, Line) else None
    yield from _passages([text])


def _passages(texts: Iterable[str]) -> Iterator[Passage]:
    for text in filter(None, texts):
        heading = numbered(text)
        yield Passage(Written(text), heading.level if heading else 0)
