"""Sheets to a workbook file: .xlsx, .xls, .ods, or .et (an .xls under that name).

The same sheets give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from samples.filing.sheet import At, SheetTable
from samples.filing.write_old import ods, xls

_CLOCK = (2021, 8, 31, 9, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_LINE = Side(style="thin")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TEXT, _TITLE = Font(name="宋体", size=11), Font(name="宋体", size=18)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right")


def book(sheets: Sequence[SheetTable], path: Path) -> Path:
    """Write the sheets as the kind of workbook the suffix says, making folders as needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_WRITERS[path.suffix.lower()](sheets))
    return path


def xlsx(sheets: Sequence[SheetTable]) -> bytes:
    """The sheets as an .xlsx file."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = ""
    for sheet in sheets:
        _fill(workbook, sheet)
    stream = io.BytesIO()
    workbook.save(stream)
    return with_fixed_times(stream.getvalue())


def with_fixed_times(content: bytes) -> bytes:
    """The zip file with fixed timestamps in place of the current time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _CLOCK)
            entry.compress_type = old.getinfo(name).compress_type
            data = _STAMP.sub(rb"\g<1>2021-08-31T09:00:00Z", old.read(name))
            new.writestr(entry, data)
    return stream.getvalue()


def _fill(workbook: Workbook, sheet: SheetTable) -> None:
    page = workbook.create_sheet(sheet.name)
    for (row, column), value in sheet.cells.items():
        page.cell(row, column, value)
    for at, form in sheet.formats.items():
        page.cell(*at).number_format = form
    _format(page, sheet)
    for top, left, bottom, right in sheet.merges:
        page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _format(page: Any, sheet: SheetTable) -> None:
    """Fonts, borders, widths and paper as such tables usually have them."""
    merged = {area[:2] for area in sheet.merges}
    first = min((row for row, _ in sheet.formats), default=0)
    for at, value in sheet.cells.items():
        cell = page.cell(*at)
        cell.font = _TEXT
        if at in merged or sheet.title[0] + 3 <= at[0] < first:
            cell.alignment = _CENTRE
        elif isinstance(value, Decimal):
            cell.alignment = _RIGHT
    for row in page.iter_rows(min_row=sheet.title[0] + 3, min_col=sheet.title[1]) if first else ():
        for cell in row:
            cell.border = _BOX
    page.cell(*sheet.title).font = _TITLE
    for column, width in _widths(sheet, merged).items():
        page.column_dimensions[get_column_letter(column)].width = width
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0


def _widths(sheet: SheetTable, merged: set[At]) -> dict[int, int]:
    """Column widths by the longest text that is not merged, within reason."""
    widths: dict[int, int] = {}
    for at, value in sheet.cells.items():
        length = 0 if at in merged else 2 * len(str(value))
        widths[at[1]] = min(max(widths.get(at[1], 10), length), 40)
    return widths


_WRITERS: dict[str, Callable[[Sequence[SheetTable]], bytes]] = {
    ".xlsx": xlsx,
    ".xls": xls,
    ".et": xls,
    ".ods": lambda sheets: with_fixed_times(ods(sheets)),
}
