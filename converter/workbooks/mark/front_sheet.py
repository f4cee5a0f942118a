"""The first sheet of a marked copy: its remarks, each with links to its cells, and what the copy lacks."""

from collections.abc import Sequence

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from converter import messages
from converter.figures import column_name
from converter.pack import CellStyle, WorkbookStyle
from converter.workbooks.mark.marking import SheetMarker
from converter.workbooks.mark.plain import put
from converter.workbooks.mark.remark import MarkedCell, Remark
from converter.workbooks.write import Tone

HEAD_ROW = 4  # below title, note and what was not copied
MOST_LINKS, MOST_LISTED = 8, 40  # cells of one remark; the others are listed, or counted
WORDS_IN = (1, 2, 5, 6, 7, 8)  # columns; the two between are of the cells
LINE_HEIGHT, PER_LINE = 14.5, 22  # points, and characters in the widest columns
CENTRED = Alignment("center", "center", wrap_text=True)


class _Entry(Struct, frozen=True):
    """A remark as it is listed: its kind and words, the cells it links to, and how it stands out."""

    kind: str
    text: str
    linked: Sequence[MarkedCell]
    tone: Tone


class FrontSheet:
    """Writes the first sheet of a workbook whose `pages` are known by the names of the filed sheets."""

    def __init__(
        self, book: Workbook, pages: dict[str, Worksheet], marker: SheetMarker, style: WorkbookStyle
    ) -> None:
        self._pages, self._marker, self._style = pages, marker, style
        self._page = book.create_sheet(messages.workbooks.FRONT_SHEET, 0)
        line = Side(style="thin", color=style.line or None)
        self._box = Border(left=line, right=line, top=line, bottom=line)
        for page in book.worksheets:
            page.sheet_view.tabSelected = page is self._page
        book.active = 0

    def write(self, title: str, notes: Sequence[str], remarks: Sequence[Remark]) -> None:
        """Write title, two notes and the list."""
        page, widths = self._page, messages.workbooks.FRONT_COLUMNS
        above = (title, *notes)
        for row, (text, style) in enumerate(
            zip(above, (self._style.title, *(self._style.note for _ in notes)), strict=True), 1
        ):
            page.merge_cells(None, row, 1, row, len(widths))
            self._put(page.cell(row, 1), text, style, boxed=False)
            page.cell(row, 1).alignment = Alignment(vertical="center", wrap_text=True)
            page.row_dimensions[row].height = style.height * (1 + len(text) // (3 * PER_LINE))
        for column, (head, width) in enumerate(widths.items(), 1):
            self._put(page.cell(HEAD_ROW, column), head, self._style.head)
            page.column_dimensions[column_name(column - 1)].width = width
        row = HEAD_ROW + 1
        for number, remark in enumerate(remarks, 1):
            row = self._write_remark(row, number, remark)
        page.freeze_panes = f"A{HEAD_ROW + 1}"
        page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
        page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage = 0, True
        page.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"

    def _write_remark(self, row: int, number: int, remark: Remark) -> int:
        """Write a remark from a row on, a row for each of its links; return the row below."""
        entry = _entry_of(remark)
        words = (str(number), entry.kind, entry.text, remark.expected, remark.actual, remark.hint)
        self._write_words(row, words, len(entry.linked))
        if fill := self._style.tones.get(entry.tone.value, ""):
            self._page.cell(row, 2).fill = PatternFill("solid", fgColor=fill)
        self._page.cell(row, 1).alignment = self._page.cell(row, 2).alignment = CENTRED
        lines = max(_lines(entry.text), _lines(remark.hint)) + 1
        height = LINE_HEIGHT * max(2, -(-lines // len(entry.linked)))
        sheet_before = None
        for at, marked in enumerate(entry.linked, row):
            sheet = "" if marked.sheet == sheet_before else marked.sheet
            self._put(self._page.cell(at, 3), sheet, self._style.text)
            self._link(self._page.cell(at, 4), marked)
            self._page.row_dimensions[at].height = height
            sheet_before = marked.sheet
        return row + len(entry.linked)

    def _write_words(self, row: int, words: Sequence[str], rows: int) -> None:
        """Write each of the words into one cell over so many rows."""
        last = row + rows - 1
        for column, text in zip(WORDS_IN, words, strict=True):
            for at in range(row, last + 1):
                self._put(self._page.cell(at, column), text if at == row else "", self._style.text)
            if last > row:
                self._page.merge_cells(None, row, column, last, column)

    def _link(self, cell: Cell, marked: MarkedCell) -> None:
        address = self._marker.anchor(marked)
        self._put(cell, address or messages.workbooks.WHOLE_SHEET, self._style.word)
        if page := self._pages.get(marked.sheet):
            quoted = page.title.replace("'", "''")
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{address or 'A1'}")
            base = self._style.base
            cell.font = Font(base.face, size=base.size, underline="single", color=self._style.link or None)

    def _put(self, cell: Cell, text: str, style: CellStyle, *, boxed: bool = True) -> None:
        base = self._style.base
        put(cell, text)
        cell.font = Font(style.face or base.face, size=style.size or base.size, bold=style.bold)
        cell.alignment = Alignment(style.align or None, "center", wrap_text=style.wrap or None)
        if style.fill:
            cell.fill = PatternFill("solid", fgColor=style.fill)
        if boxed:
            cell.border = self._box


def _entry_of(remark: Remark) -> _Entry:
    """Return a remark with links to the cells that may be wrong, or if none may, to those it is about."""
    cells = list(dict.fromkeys(remark.cells))
    blamed = [marked for marked in cells if marked.is_blamed]
    others = [marked for marked in cells if not marked.is_blamed]
    linked, beside = (blamed, others) if blamed else (others, [])
    text = "\n".join(filter(None, (remark.text, _listed((*linked[MOST_LINKS:], *beside)))))
    if blamed:
        return _Entry(remark.kind, text, linked[:MOST_LINKS], remark.tone)
    kind = messages.workbooks.KIND_ELSEWHERE.format(kind=remark.kind)
    return _Entry(kind, text, linked[:MOST_LINKS], Tone.DIM)


def _lines(text: str) -> int:
    """Return how many lines a text takes in the widest columns."""
    return sum(-(-len(line) // PER_LINE) for line in text.split("\n"))


def _listed(cells: Sequence[MarkedCell]) -> str:
    """Return cells in a line, '' for none: by their sheet, those beyond what is to be listed counted."""
    by_sheet: dict[str, list[str]] = {}
    for marked in cells[:MOST_LISTED]:
        by_sheet.setdefault(marked.sheet, []).append(marked.cell or messages.workbooks.WHOLE_SHEET)
    listed = [
        messages.workbooks.CELLS_OF_SHEET.format(sheet=sheet, cells=messages.phrases.AND.join(addresses))
        for sheet, addresses in by_sheet.items()
    ]
    if len(cells) > MOST_LISTED:
        listed.append(messages.workbooks.MORE_CELLS.format(count=len(cells) - MOST_LISTED))
    return messages.workbooks.RELATED_CELLS.format(cells=messages.phrases.THEN.join(listed)) if listed else ""
