"""Sheets as an Excel workbook: formatted and filtered; the same sheets give the same bytes."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from itertools import groupby, islice

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.url import Url
from xlsxwriter.worksheet import Worksheet

from converter import messages
from converter.figures import LONGEST_CELL_TEXT
from converter.pack import WorkbookStyle
from converter.workbooks.write.charts import ChartPage, write_charts
from converter.workbooks.write.formats import Formats, type_of
from converter.workbooks.write.paper import page_spread, set_up_printing
from converter.workbooks.write.sheet import Formatted, Highlighted, Link, Paper, Sheet
from converter.workbooks.write.widths import NUMBERS, lines, widths

EPOCH = datetime(2000, 1, 1)  # no clock in the file
MOST_ROWS, MOST_LINKS = 1_048_000, 65_000  # what Excel takes on one sheet, with heads and notes
NUMBER, AS_ITS_COLUMN = (int, Decimal), (str, int, Decimal)  # types of values
ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold
ESCAPED = str.maketrans({" ": "%20", "%": "%25", "#": "%23"})  # what would change an address


class RelativeUrl(Url):  # type: ignore[misc]
    """A link to a file below the workbook's folder, with slashes: only Windows reads backslashes."""

    def _target(self) -> str:
        return str(super()._target()).replace("\\", "/")


def workbook(sheets: Iterable[Sheet | ChartPage], style: WorkbookStyle, *, is_long: bool = False) -> bytes:
    """Return the sheets as the bytes of an .xlsx file. Texts stay texts, whatever they begin with.

    With `is_long`, rows go to a file one by one, and are never all in memory.
    """
    written = BytesIO()
    blank = type_of(style.blank, style)
    where = "constant_memory" if is_long else "in_memory"
    book = Workbook(written, {where: True, "default_format_properties": blank})
    book.set_properties({"created": EPOCH})
    formats = Formats(book, style)
    for sheet in sheets:
        if isinstance(sheet, ChartPage):
            write_charts(book, sheet, style, formats)
        else:
            _SheetWriter(book.add_worksheet(sheet.name), sheet, style, formats).write()
    book.close()
    return written.getvalue()


class _SheetWriter:
    """Writes one sheet, row by row from the top, as the library wants it."""

    def __init__(self, page: Worksheet, sheet: Sheet, style: WorkbookStyle, formats: Formats) -> None:
        self._page, self._sheet, self._style, self._formats = page, sheet, style, formats
        self._widths = widths(sheet)
        self._spread = page_spread(sheet, self._widths)

    def write(self) -> None:
        self._set_up()
        set_up_printing(self._page, self._sheet, self._spread)
        self._above()
        self._heads()
        self._body()
        self._below()

    def _set_up(self) -> None:
        """Set widths, what stays in sight, and the filter."""
        page, sheet = self._page, self._sheet
        for column, width in enumerate(self._widths):
            page.set_column(column, column, width)
        rows = min(len(sheet.rows), MOST_ROWS) or bool(sheet.empty)
        for column, heading in enumerate(sheet.headings):
            if heading.choices and sheet.rows:
                offered = {"validate": "list", "source": [*heading.choices], "show_error": False}
                page.data_validation(sheet.head + 1, column, sheet.head + rows, column, offered)
        page.freeze_panes(sheet.head + 1, sheet.frozen)
        page.autofilter(sheet.head, 0, sheet.head + rows, len(self._widths) - 1)
        if sheet.paper is Paper.SPREAD:
            page.hide_gridlines(2)
            page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _above(self) -> None:
        """Write title and note; beside columns that are on every page, a title is on the first page only."""
        page, sheet = self._page, self._sheet
        centred = sheet.paper is Paper.SPREAD and not self._spread.breaks
        start = 0 if centred else sheet.frozen
        if sheet.title:
            self._set_height(0, self._style.title.height)
            page.write_string(0, start, sheet.title, self._formats.title(centred=centred))
            for column in range(1, len(sheet.headings) if centred else 0):
                page.write_blank(0, column, None, self._formats.title(centred=centred))
        if sheet.note:
            row = int(bool(sheet.title))
            self._set_height(row, self._style.note.height)
            page.write_string(row, start, sheet.note, self._formats.note())

    def _heads(self) -> None:
        page, sheet = self._page, self._sheet
        if sheet.grouped:
            self._groups(sheet.head - 1)
        self._set_height(sheet.head, self._style.head.height)
        for column, heading in enumerate(sheet.headings):
            page.write_string(sheet.head, column, heading.label, self._formats.head())

    def _groups(self, row: int) -> None:
        self._set_height(row, self._style.group.height)
        column = 0
        for group, members in groupby(self._sheet.headings, lambda heading: heading.group):
            for nth, _ in enumerate(members):
                if group and not nth:
                    self._page.write_string(row, column, group, self._formats.group())
                else:
                    self._page.write_blank(row, column, None, self._formats.group())
                column += 1

    def _body(self) -> None:
        page, sheet = self._page, self._sheet
        formats = [self._formats.cell(heading) for heading in sheet.headings]
        broken = [column for column, heading in enumerate(sheet.headings) if heading.kind not in NUMBERS]
        for at, row in enumerate(islice(sheet.rows, MOST_ROWS), sheet.head + 1):
            texts = ((row[column], self._widths[column]) for column in broken)
            high = max((lines(text, width) for text, width in texts if isinstance(text, str)), default=1)
            if high > 1:
                self._set_height(at, high * self._style.line_height)
            for column, value in enumerate(row):
                if value is None or isinstance(value, AS_ITS_COLUMN):
                    _write(page, at, column, value, formats[column])
                else:
                    self._own_format(at, column, value)

    def _own_format(self, row: int, column: int, value: Highlighted | Link | Formatted) -> None:
        """Write a cell that looks otherwise than its column."""
        heading = self._sheet.headings[column]
        if isinstance(value, Highlighted):
            _write(self._page, row, column, value.value, self._formats.cell(heading, value.tone))
        elif isinstance(value, Link):
            _link(self._page, row, column, value, self._formats.link(heading))
        else:  # the library writes a Decimal to sixteen digits
            self._page.write_number(row, column, value.value, self._formats.number(value.format))

    def _below(self) -> None:
        """Write the note below the heads where there are no rows, or more than fit."""
        written = min(len(self._sheet.rows), MOST_ROWS)
        for line in self._closing():
            self._page.write_string(self._sheet.head + 1 + written, 0, line, self._formats.note())

    def _closing(self) -> Iterator[str]:
        if not self._sheet.rows and self._sheet.empty:
            yield self._sheet.empty
        if len(self._sheet.rows) > MOST_ROWS:
            yield messages.workbooks.ROWS_BEYOND.format(count=len(self._sheet.rows) - MOST_ROWS)

    def _set_height(self, row: int, height: float) -> None:
        if height:
            self._page.set_row(row, height)


def _link(page: Worksheet, row: int, column: int, link: Link, style: Format) -> None:
    if row > MOST_LINKS:
        page.write_string(row, column, link.text, style)
    else:
        address = RelativeUrl(f"external:{link.path.translate(ESCAPED)}")
        address.text = link.text
        page.write_url(row, column, address, style)


def _write(page: Worksheet, row: int, column: int, value: str | int | Decimal | None, style: Format) -> None:
    if isinstance(value, NUMBER):
        page.write_number(row, column, float(value), style)
    elif value:
        text = value if value.isprintable() else ILLEGAL.sub("", value)  # a search takes ten times as long
        page.write_string(row, column, text[:LONGEST_CELL_TEXT], style)
    else:
        page.write_blank(row, column, None, style)
