"""What a printed report says, in reading order."""

from collections.abc import Iterable, Iterator

from converter.document.read.contents import Content, MarkedText, Passage, ReadDocument, Tabular
from converter.document.read.heading_numbers import numbered_heading
from converter.document.read.pdf.lines import PrintedLine, lines_of, without_running_heads
from converter.document.read.pdf.margins import TextMargins
from converter.document.read.pdf.page_tables import tables_and_lines
from converter.document.read.pdf.pages import PrintedPage, pages_of
from converter.document.read.pdf.table import PrintedTable
from converter.document.read.unread import UnreadKind, UnreadPart


def read_pdf(data: bytes, file: str, password: str = "") -> ReadDocument:
    """Return what a .pdf says, and its pages without text; ReadError naming `file` if it can't be read."""
    pages = pages_of(data, file, password)
    unread = (
        UnreadPart(UnreadKind.PAGE, 1, number) for number, page in enumerate(pages, 1) if not page.words
    )
    return ReadDocument(contents_of_pages(pages), tuple(unread))


def contents_of_pages(pages: list[PrintedPage]) -> tuple[Content, ...]:
    """Return the paragraphs and tables of pages in order; both may continue over lines and pages.

    Text above a table that belongs to no single column comes before it.
    """
    lines = without_running_heads([lines_of(page.words) for page in pages])
    margins = {
        width: TextMargins(
            line for page, found in zip(pages, lines, strict=True) if page.width == width for line in found
        )
        for width in {page.width for page in pages}
    }
    return tuple(_contents(_parts(lines, [margins[page.width] for page in pages])))


def _parts(
    pages: list[list[PrintedLine]], margins: list[TextMargins]
) -> Iterator[tuple[PrintedLine | PrintedTable, TextMargins]]:
    """Yield the lines of text and the tables in order, each with its margins, tables whole."""
    table: tuple[PrintedTable, TextMargins] | None = None
    for page, margin in zip(pages, margins, strict=True):
        for part in tables_and_lines(page, margin):
            if isinstance(part, PrintedTable) and table and table[0].is_continued_by(part):
                table[0].rows.extend(part.rows)
                continue
            if table:
                yield table
            table = (part, margin) if isinstance(part, PrintedTable) else None
            if isinstance(part, PrintedLine):
                yield part, margin
    if table:
        yield table


def _contents(parts: Iterable[tuple[PrintedLine | PrintedTable, TextMargins]]) -> Iterator[Content]:
    text, before = "", None
    for part, margins in parts:
        if isinstance(part, PrintedLine) and before and margins.continues(before, part):
            text += part.text
        else:
            yield from _passages([text])
            text = part.text if isinstance(part, PrintedLine) else ""
        if isinstance(part, PrintedTable):
            loose, rows = part.cells()
            yield from _passages(loose)
            yield Tabular(tuple(tuple(MarkedText(cell) for cell in row) for row in rows), ())
        before = part if isinstance(part, PrintedLine) else None
    yield from _passages([text])


def _passages(texts: Iterable[str]) -> Iterator[Passage]:
    for text in filter(None, texts):
        heading = numbered_heading(text)
        yield Passage(MarkedText(text), heading.level if heading else 0)
