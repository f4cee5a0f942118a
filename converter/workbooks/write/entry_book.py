"""Sheets to be filled in as an Excel workbook; the same sheets give the same bytes."""

from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from converter import messages
from converter.figures import LONGEST_CELL_TEXT, address
from converter.pack import CellStyle, WorkbookStyle
from converter.workbooks.write.book import EPOCH, ILLEGAL
from converter.workbooks.write.entry_sheet import EntryCell, EntryKind, EntryRow, EntrySheet
from converter.workbooks.write.formats import colour, type_of
from converter.workbooks.write.paper import A4, MARGIN_BOTTOM, MARGIN_SIDE, MARGIN_TOP
from converter.workbooks.write.widths import lines

BORDERLESS = (EntryKind.TITLE, EntryKind.NOTE, EntryKind.UNIT)
HIGHEST = 400.0  # points: what Excel takes for a row, nearly
LONGEST_PROMPT, LONGEST_CHOICES = 255, 255  # characters that Excel takes


def entry_workbook(sheets: Iterable[EntrySheet], style: WorkbookStyle) -> bytes:
    """Return the sheets as the bytes of an .xlsx file. Texts stay texts, whatever they begin with."""
    written = BytesIO()
    book = Workbook(written, {"default_format_properties": type_of(style.blank, style)})
    book.set_properties({"created": EPOCH})
    formats = _EntryFormats(book, style)
    for sheet in sheets:
        _EntrySheetWriter(book.add_worksheet(sheet.name), sheet, style, formats).write()
    book.close()
    return written.getvalue()


class _EntryFormats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook, style: WorkbookStyle) -> None:
        self._book, self._style = book, style
        self._made: dict[tuple[Any, ...], Format] = {}

    def of(self, cell: EntryCell) -> Format:
        """Return the format of a cell."""
        key = (cell.kind, cell.tone, cell.format)
        if key not in self._made:
            self._made[key] = self._book.add_format(self._properties(cell))
        return self._made[key]

    def _properties(self, cell: EntryCell) -> dict[str, Any]:
        style: CellStyle = getattr(self._style, cell.kind.value)
        fill = self._style.tones[cell.tone.value] if cell.tone else style.fill
        properties = type_of(style, self._style) | colour("bg_color", fill)
        properties |= {"valign": "vcenter", "text_wrap": style.wrap, "align": style.align or "general"}
        if cell.kind not in BORDERLESS:
            properties |= {"border": 1} | colour("border_color", self._style.line)
        shown = cell.format or style.format
        return properties | ({"num_format": shown} if shown else {})


class _EntrySheetWriter:
    """Writes one sheet."""

    def __init__(
        self, page: Worksheet, sheet: EntrySheet, style: WorkbookStyle, formats: _EntryFormats
    ) -> None:
        self._page, self._sheet, self._style, self._formats = page, sheet, style, formats

    def write(self) -> None:
        page, sheet = self._page, self._sheet
        for column, width in enumerate(sheet.widths):
            page.set_column(column, column, width)
        for at, row in enumerate(sheet.rows):
            page.set_row(at, self._height(row))
            self._row(at, row)
        if sheet.frozen:
            page.freeze_panes(sheet.frozen, 1)
        if sheet.hidden:
            page.very_hidden()
        self._set_up_printing()

    def _row(self, at: int, row: EntryRow) -> None:
        column = 0
        for cell in row.cells:
            last = column + cell.columns - 1
            if cell.columns > 1:
                self._page.merge_range(at, column, at, last, "", self._formats.of(cell))
            self._value(at, column, cell)
            _restrict(self._page, at, column, cell)
            column = last + 1

    def _value(self, row: int, column: int, cell: EntryCell) -> None:
        style = self._formats.of(cell)
        if isinstance(cell.value, Decimal):
            self._page.write_number(row, column, float(cell.value), style)
        elif cell.value:
            self._page.write_string(row, column, ILLEGAL.sub("", cell.value)[:LONGEST_CELL_TEXT], style)
        else:
            self._page.write_blank(row, column, None, style)

    def _height(self, row: EntryRow) -> float:
        """Return how high a row has to be for all its texts to be read."""
        widths, column, highest = self._sheet.widths, 0, 0.0
        for cell in row.cells:
            style: CellStyle = getattr(self._style, cell.kind.value)
            size = style.size or self._style.base.size
            width = sum(widths[column : column + cell.columns]) * self._style.base.size / size
            count = max(lines(cell.value, width) if isinstance(cell.value, str) else 1, cell.lines)
            highest = max(
                highest, style.height, count * self._style.line_height * size / self._style.base.size
            )
            column += cell.columns
        return min(HIGHEST, highest)

    def _set_up_printing(self) -> None:
        page, sheet = self._page, self._sheet
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.set_margins(MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM)
        page.center_horizontally()
        page.set_footer(messages.workbooks.PAGES.format(sheet=sheet.name))
        if sheet.frozen:
            page.repeat_rows(sheet.frozen - 1)


def _restrict(page: Worksheet, row: int, column: int, cell: EntryCell) -> None:
    """Let only that be entered in a cell which its check allows, and show its prompt."""
    check = cell.check
    rule: dict[str, Any] = {"validate": "any"}
    if check.choices and len(",".join(check.choices)) <= LONGEST_CHOICES:
        rule = {"validate": "list", "source": list(check.choices)}
    elif check.least and check.most:
        error = messages.workbooks.INPUT_RANGE.format(least=check.least, most=check.most)
        rule = _range(cell, address(row, column)) | {"error_message": error}
    if check.prompt:
        rule["input_message"] = check.prompt[:LONGEST_PROMPT]
    if len(rule) > 1:
        page.data_validation(row, column, row, column, rule | {"error_title": messages.workbooks.INPUT_WRONG})


def _range(cell: EntryCell, place: str) -> dict[str, Any]:
    """Return the rule of a range of numbers; what is typed into a cell of words is no number yet."""
    least, most = cell.check.least, cell.check.most
    if cell.kind is EntryKind.NUMBER:
        return {"validate": "decimal", "criteria": "between", "minimum": float(least), "maximum": float(most)}
    formula = f"=AND(ISNUMBER(--{place}),--{place}>={least},--{place}<={most})"
    return {"validate": "custom", "value": formula}
