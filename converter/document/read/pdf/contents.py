"""What a printed report says, in reading order."""

from collections.abc import Iterable, Iterator

from converter.document.contents import (
    BookmarkedText,
    Content,
    Merge,
    Passage,
    ReadDocument,
    Tabular,
    UnreadKind,
    UnreadPart,
)
from converter.document.heading_numbers import numbered_heading
from converter.document.read.pdf.lines import PrintedLine, lines_of, without_running_heads
from converter.document.read.pdf.margins import TextMargins
from converter.document.read.pdf.page_tables import tables_and_lines
from converter.document.read.pdf.pages import PrintedPage, RuledTable, pages_of
from converter.document.read.pdf.table import PrintedTable

_Part = PrintedLine | PrintedTable | RuledTable


def read_pdf(data: bytes, file: str, password: str = "") -> ReadDocument:
    """Return what a .pdf says, and its pages without text; ReadError naming `file` if it can't be read."""
    pages = pages_of(data, file, password)
    unread = (
        UnreadPart(UnreadKind.PAGE, 1, number)
        for number, page in enumerate(pages, 1)
        if not page.words and not page.tables
    )
    return ReadDocument(contents_of_pages(pages), tuple(unread))


def contents_of_pages(pages: list[PrintedPage]) -> tuple[Content, ...]:
    """Return the paragraphs and tables of pages in order; both may continue over lines and pages.

    Text above a table without rules that belongs to no single column comes before it.
    """
    lines = without_running_heads([lines_of(page.words) for page in pages], [page.tables for page in pages])
    margins = {
        width: TextMargins(
            line for page, found in zip(pages, lines, strict=True) if page.width == width for line in found
        )
        for width in {page.width for page in pages}
    }
    return tuple(_contents(_joined(pages, lines, margins)))


def _joined(
    pages: list[PrintedPage], lines: list[list[PrintedLine]], margins: dict[float, TextMargins]
) -> Iterator[tuple[_Part, TextMargins]]:
    """Yield the lines of text and the tables in order, each with its margins, tables whole."""
    table: tuple[PrintedTable | RuledTable, TextMargins] | None = None
    for page, found in zip(pages, lines, strict=True):
        margin = margins[page.width]
        for part in _parts(found, page.tables, margin):
            if table and (joined := _continued(table[0], part)):
                table = joined, table[1]
                continue
            if table:
                yield table
            table = None if isinstance(part, PrintedLine) else (part, margin)
            if isinstance(part, PrintedLine):
                yield part, margin
    if table:
        yield table


def _parts(lines: list[PrintedLine], ruled: tuple[RuledTable, ...], margins: TextMargins) -> Iterator[_Part]:
    """Yield the lines and tables of a page from the top; none without rules reaches over one with rules."""
    above = 0.0
    for table in sorted(ruled, key=lambda table: table.top):
        yield from tables_and_lines([line for line in lines if above <= line.top < table.top], margins)
        yield table
        above = table.top
    yield from tables_and_lines([line for line in lines if line.top >= above], margins)


def _continued(
    table: PrintedTable | RuledTable, part: PrintedLine | PrintedTable | RuledTable
) -> PrintedTable | RuledTable | None:
    """Return a table with the part that goes on with it on the next page, None if it does not."""
    if isinstance(table, PrintedTable) and isinstance(part, PrintedTable) and table.is_continued_by(part):
        table.rows.extend(part.rows)
        return table
    if isinstance(table, RuledTable) and isinstance(part, RuledTable) and table.is_continued_by(part):
        return table.with_rows_of(part)
    return None


def _contents(parts: Iterable[tuple[_Part, TextMargins]]) -> Iterator[Content]:
    text, before, is_title = "", None, False
    for part, margins in parts:
        if isinstance(part, PrintedLine) and before and margins.continues(before, part):
            text, is_title = text + part.text, is_title and margins.is_title(part)
        else:
            yield from _passages([text], is_title=is_title)
            text = part.text if isinstance(part, PrintedLine) else ""
            is_title = isinstance(part, PrintedLine) and margins.is_title(part)
        if isinstance(part, PrintedTable):
            loose, rows = part.cells()
            yield from _passages(loose)
            yield _tabular(rows, (), is_guessed=True)
        elif isinstance(part, RuledTable):
            yield _tabular(part.rows, part.merges)
        before = part if isinstance(part, PrintedLine) else None
    yield from _passages([text], is_title=is_title)


def _tabular(
    rows: Iterable[Iterable[str]], merges: tuple[Merge, ...], *, is_guessed: bool = False
) -> Tabular:
    return Tabular(tuple(tuple(map(BookmarkedText, row)) for row in rows), merges, is_guessed)


def _passages(texts: Iterable[str], *, is_title: bool = False) -> Iterator[Passage]:
    for text in filter(None, texts):
        heading = numbered_heading(text)
        yield Passage(BookmarkedText(text), heading.level if heading else int(is_title))
