"""What a printed report says, in reading order."""

from collections.abc import Iterable, Iterator, Set

from converter.document.contents import (
    BookmarkedText,
    Content,
    Passage,
    ReadDocument,
    Tabular,
    UnreadKind,
    UnreadPart,
)
from converter.document.heading_numbers import numbered_heading
from converter.document.read.pdf.lines import PrintedLine, lines_of, without_running_heads
from converter.document.read.pdf.lost_letters import are_lost
from converter.document.read.pdf.lost_signs import lost_signs_in
from converter.document.read.pdf.margins import TextMargins
from converter.document.read.pdf.over_pages import PagePart, tables_joined
from converter.document.read.pdf.page_tables import tables_and_lines
from converter.document.read.pdf.pages import PrintedPage, pages_of
from converter.document.read.pdf.ruled import RuledTable
from converter.document.read.pdf.table import PrintedTable
from converter.figures import Merge


def read_pdf(data: bytes, file: str, password: str = "") -> ReadDocument:
    """Return what a .pdf says, and its parts without text; ReadError naming `file` if it can't be read."""
    pages = pages_of(data, file, password)
    lost = {number for number, page in enumerate(pages, 1) if are_lost(page.texts())}
    known = [PrintedPage(page.width, []) if number in lost else page for number, page in enumerate(pages, 1)]
    return ReadDocument(contents_of_pages(known), tuple(_unread(pages, lost)))


def _unread(pages: list[PrintedPage], lost: Set[int]) -> Iterator[UnreadPart]:
    for number, page in enumerate(pages, 1):
        if not page.words and not page.tables:
            yield UnreadPart(UnreadKind.PAGE, 1, page=number)
            continue
        if number in lost:
            yield UnreadPart(UnreadKind.LETTERS, 1, page=number)
            continue
        if page.pictures:
            yield UnreadPart(UnreadKind.PICTURE, page.pictures, page=number)
        if count := lost_signs_in(page.texts()):
            yield UnreadPart(UnreadKind.SIGN, count, page=number)


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
    parts = [
        PagePart(part, margins[page.width], number)
        for number, (page, found) in enumerate(zip(pages, lines, strict=True), 1)
        for part in _parts(found, page.tables, margins[page.width])
    ]
    return tuple(_contents(tables_joined(parts)))


def _parts(
    lines: list[PrintedLine], ruled: tuple[RuledTable, ...], margins: TextMargins
) -> Iterator[PrintedLine | PrintedTable | RuledTable]:
    """Yield the lines and tables of a page from the top; none without rules reaches over one with rules."""
    above = 0.0
    for table in sorted(ruled, key=lambda table: table.top):
        yield from tables_and_lines([line for line in lines if above <= line.top < table.top], margins)
        yield table
        above = table.top
    yield from tables_and_lines([line for line in lines if line.top >= above], margins)


def _contents(parts: Iterable[PagePart]) -> Iterator[Content]:
    text, page, before, is_title = "", 0, None, False
    for each in parts:
        part, margins = each.content, each.margins
        if isinstance(part, PrintedLine) and before and margins.continues(before, part):
            text, is_title = text + part.text, is_title and margins.is_title(part)
        else:
            yield from _passages([text], page, is_title=is_title)
            text, page = part.text if isinstance(part, PrintedLine) else "", each.page
            is_title = isinstance(part, PrintedLine) and margins.is_title(part)
        if isinstance(part, PrintedTable):
            loose, rows = part.cells()
            yield from _passages(loose, each.pages_of_rows[0])
            yield _tabular(each, rows, (), is_guessed=True)
        elif isinstance(part, RuledTable):
            yield _tabular(each, part.rows, part.merges)
        before = part if isinstance(part, PrintedLine) else None
    yield from _passages([text], page, is_title=is_title)


def _tabular(
    part: PagePart, rows: Iterable[Iterable[str]], merges: tuple[Merge, ...], *, is_guessed: bool = False
) -> Tabular:
    cells, pages = tuple(tuple(map(BookmarkedText, row)) for row in rows), part.pages_of_rows
    pages = pages[:1] * (len(cells) - len(pages)) + pages  # its head is no row of one that is guessed
    return Tabular(cells, merges, is_guessed, part.is_open_above, part.is_open_below, pages)


def _passages(texts: Iterable[str], page: int, *, is_title: bool = False) -> Iterator[Passage]:
    for text in filter(None, texts):
        heading = numbered_heading(text)
        yield Passage(BookmarkedText(text), heading.level if heading else int(is_title), page)
