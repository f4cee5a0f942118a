"""Sheets to the bytes of an .xlsx file, with fonts, borders, widths and paper as such tables have them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from samples.filing.sheet import At, SheetTable, Value

CREATED = datetime(2021, 8, 31, 9)
A4 = 9
ERRORS = ("#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!")
HEAD = 3
"""From a sheet's title to its header, in rows."""


def xlsx(sheets: Sequence[SheetTable]) -> bytes:
    """The sheets as an .xlsx file. Texts that begin with `=` are formulas without a result."""
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    workbook.set_properties({"created": CREATED})
    looks = _Looks(workbook)
    for sheet in sheets:
        page = workbook.add_worksheet(sheet.name)
        _fill(page, sheet, looks)
        _set_up(page, sheet)
    workbook.close()
    return stream.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[bool, bool, str, str], Format] = {}

    def of(self, align: str, number_format: str, *, is_title: bool, boxed: bool) -> Format:
        """The format of a cell; `align` and `number_format` are '' where there is none."""
        key = is_title, boxed, align, number_format
        if key not in self._made:
            look = {"font_name": "宋体", "font_size": 18 if is_title else 11, "border": int(boxed)}
            look |= {"align": align, "num_format": number_format} if number_format else {"align": align}
            centred = {"valign": "vcenter", "text_wrap": True} if align == "center" else {}
            self._made[key] = self._workbook.add_format(look | centred)
        return self._made[key]


def _fill(page: Worksheet, sheet: SheetTable, looks: _Looks) -> None:
    for top, left, bottom, right in sheet.merges:
        if (top, left) != (bottom, right):
            page.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
    merged = {area[:2] for area in sheet.merges}
    first = min((row for row, _ in sheet.formats), default=0)
    head = sheet.title[0] + HEAD
    box = set(_box(sheet, head)) if first else set[At]()
    for at in sorted(box | sheet.cells.keys()):
        value = sheet.cells.get(at, "")
        centred = at in merged or head <= at[0] < first
        align = "center" if centred else "right" if isinstance(value, Decimal) else ""
        look = looks.of(align, sheet.formats.get(at, ""), is_title=at == sheet.title, boxed=at in box)
        _write(page, at, value, look)


def _box(sheet: SheetTable, head: int) -> Iterator[At]:
    """Yield the cells with borders: from the header's first to the last that is filled."""
    filled = {*sheet.cells, *(area[2:] for area in sheet.merges)}
    last_row, last_column = (max(numbers) for numbers in zip(*filled, strict=True))
    for row in range(head, last_row + 1):
        yield from ((row, column) for column in range(sheet.title[1], last_column + 1))


def _write(page: Worksheet, at: At, value: Value, look: Format) -> None:
    row, column = at[0] - 1, at[1] - 1
    if not isinstance(value, str):
        page.write_number(row, column, float(value), look)
    elif value.startswith("=") or value in ERRORS:
        page.write_formula(row, column, value, look, value if value in ERRORS else "")
    elif value:
        page.write_string(row, column, value, look)
    else:
        page.write_blank(row, column, None, look)


def _set_up(page: Worksheet, sheet: SheetTable) -> None:
    """Set the widths of columns, by the longest text that is not merged and within reason, and the paper."""
    merged = {area[:2] for area in sheet.merges}
    widths: dict[int, int] = {}
    for at, value in sheet.cells.items():
        length = 0 if at in merged else 2 * len(str(value))
        widths[at[1]] = min(max(widths.get(at[1], 10), length), 40)
    for column, width in widths.items():
        page.set_column(column - 1, column - 1, width)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
