"""Sheets as an Excel workbook: formatted, filtered, ready to print; the same sheets give the same bytes."""

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
from converter.workbooks.write import formats as look
from converter.workbooks.write.formats import Formats
from converter.workbooks.write.paper import Paper, paper
from converter.workbooks.write.sheet import ColumnHead, Link, Marked, Sheet, Value

EPOCH = datetime(2000, 1, 1)  # no clock in the file
MOST_ROWS, MOST_LINKS, LONGEST_TEXT = 1_048_000, 65_000, 32_767  # what Excel takes on one sheet, in one cell
MEASURED = 2_000  # rows looked at for a column's width
A4 = 9
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM = 0.4, 0.5, 0.6  # inches
TITLE, NOTE, GROUP = range(3)
ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold
ESCAPED = str.maketrans({" ": "%20", "%": "%25", "#": "%23"})  # what would change an address


class Beside(Url):  # type: ignore[misc]
    """A link to a file below the workbook's folder, with slashes: only Windows reads backslashes."""

    def _target(self) -> str:
        return str(super()._target()).replace("\\", "/")


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return the sheets as the bytes of an .xlsx file. Texts stay texts, whatever they begin with."""
    written = BytesIO()
    book = Workbook(written, {"constant_memory": True, "default_format_properties": {**look.PLAIN}})
    book.set_properties({"created": EPOCH})
    looks = Formats(book)
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        widths = _widths(sheet)
        spread = paper(sheet, widths)
        _set_up(page, sheet, widths)
        _print_set_up(page, sheet, spread)
        _head(page, sheet, looks, centred=not spread.breaks)
        _body(page, sheet, looks, widths)
    book.close()
    return written.getvalue()


def _widths(sheet: Sheet) -> list[float]:
    """Return the columns' widths, by the heads and the first rows."""
    groups = [len(list(members)) for _, members in groupby(sheet.headings, lambda heading: heading.group)]
    sharing = (size for size in groups for _ in range(size))
    found = []
    for column, (heading, size) in enumerate(zip(sheet.headings, sharing, strict=True)):
        texts = (_text(row[column], heading) for row in islice(sheet.rows, MEASURED))
        found.append(look.column_width(heading, texts, size))
    return found


def _set_up(page: Worksheet, sheet: Sheet, widths: list[float]) -> None:
    """Set widths, what stays in sight, and the filter."""
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    rows = min(len(sheet.rows), MOST_ROWS)
    page.freeze_panes(sheet.head + 1, sheet.frozen)
    page.autofilter(sheet.head, 0, sheet.head + max(rows, 1), len(widths) - 1)
    page.hide_gridlines(2)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _print_set_up(page: Worksheet, sheet: Sheet, spread: Paper) -> None:
    """Set paper, scale, and what stands on every page; the pages of a department lie side by side."""
    page.set_landscape()
    page.set_paper(A4)
    page.repeat_rows(GROUP, sheet.head)
    if spread.breaks:
        page.set_print_scale(spread.scale)
        page.set_v_pagebreaks(spread.breaks)
        page.repeat_columns(0, sheet.frozen - 1)
        page.print_across()
    else:
        page.fit_to_pages(1, 0)
    page.set_margins(MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM)
    page.center_horizontally()
    page.set_footer(messages.overview.PAGE_FOOTER.format(sheet=sheet.name))


def _head(page: Worksheet, sheet: Sheet, looks: Formats, centred: bool) -> None:
    """Write title, note and heads; a title beside the columns of every page stands on the first page only."""
    start = 0 if centred else sheet.frozen
    page.set_row(TITLE, look.TITLE_HEIGHT)
    style = looks.title(centred)
    page.write_string(TITLE, start, sheet.title, style)
    if centred:
        for column in range(1, len(sheet.headings)):
            page.write_blank(TITLE, column, None, style)
    page.set_row(NOTE, look.NOTE_HEIGHT)
    page.write_string(NOTE, start, sheet.note, looks.note())
    if sheet.head > GROUP:
        _groups(page, sheet, looks)
    page.set_row(sheet.head, 2 * look.LINE_HEIGHT)
    for column, heading in enumerate(sheet.headings):
        page.write_string(sheet.head, column, heading.label, looks.head())


def _groups(page: Worksheet, sheet: Sheet, looks: Formats) -> None:
    page.set_row(GROUP, look.GROUP_HEIGHT)
    column = 0
    for group, members in groupby(sheet.headings, lambda heading: heading.group):
        for nth, _ in enumerate(members):
            if group and not nth:
                page.write_string(GROUP, column, group, looks.group())
            else:
                page.write_blank(GROUP, column, None, looks.group())
            column += 1


def _body(page: Worksheet, sheet: Sheet, looks: Formats, widths: list[float]) -> None:
    formats = [looks.cell(heading) for heading in sheet.headings]
    broken = [column for column, heading in enumerate(sheet.headings) if heading.kind not in look.NUMBERS]
    first = sheet.head + 1
    for at, row in enumerate(islice(sheet.rows, MOST_ROWS), first):
        texts = ((row[column], widths[column]) for column in broken)
        high = max((look.lines(text, width) for text, width in texts if isinstance(text, str)), default=1)
        if high > 1:
            page.set_row(at, high * look.LINE_HEIGHT)
        for column, value in enumerate(row):
            if isinstance(value, Marked):
                _write(page, at, column, value.value, looks.cell(sheet.headings[column], value.tone))
            elif isinstance(value, Link):
                _link(page, at, column, value, looks.cell(sheet.headings[column], link=True))
            else:
                _write(page, at, column, value, formats[column])
    for line in _closing(sheet):
        page.write_string(first + min(len(sheet.rows), MOST_ROWS), 0, line, looks.note())


def _link(page: Worksheet, row: int, column: int, link: Link, style: Format) -> None:
    if row > MOST_LINKS:
        page.write_string(row, column, link.text, style)
    else:
        address = Beside(f"external:{link.path.translate(ESCAPED)}")
        address.text = link.text
        page.write_url(row, column, address, style)


def _write(page: Worksheet, row: int, column: int, value: Value, style: Format) -> None:
    if isinstance(value, Decimal | int):
        page.write_number(row, column, float(value), style)
    elif value and isinstance(value, str):
        page.write_string(row, column, ILLEGAL.sub("", value)[:LONGEST_TEXT], style)
    else:
        page.write_blank(row, column, None, style)


def _closing(sheet: Sheet) -> Iterator[str]:
    if not sheet.rows:
        yield messages.overview.NOTHING
    if len(sheet.rows) > MOST_ROWS:
        yield messages.overview.ROWS_LEFT_OUT.format(count=len(sheet.rows) - MOST_ROWS)


def _text(value: Value, heading: ColumnHead) -> str:
    """Return about what a cell will show."""
    if isinstance(value, Marked):
        value = value.value
    if isinstance(value, Link):
        return value.text
    if heading.kind not in look.NUMBERS or value is None or isinstance(value, str):
        return str(value or "")
    decimals = heading.format.partition(".")[2]
    scaled = value * 100 if heading.format.endswith("%") else value
    return f"{scaled:,.{decimals.count('0')}f}{'%' if heading.format.endswith('%') else ''}"
