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

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from samples.filing.sheet import SheetTable
from samples.filing.write_old import ods, xls

_CLOCK = (2021, 8, 31, 9, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_LINE = Side(style="thin")


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
    return steady(stream.getvalue())


def steady(content: bytes) -> bytes:
    """A zip file with the clock taken out of it."""
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
    _dress(page, sheet)
    for top, left, bottom, right in sheet.merges:
        page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _dress(page: object, sheet: SheetTable) -> None:
    """Fonts, borders and widths as such tables usually have them."""
    size = Font(name="宋体", size=11)
    centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
    merged = {area[:2] for area in sheet.merges}
    border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    for at, value in sheet.cells.items():
        cell = page.cell(*at)  # type: ignore[attr-defined]
        cell.font = size
        if at[0] > sheet.title[0] + 2:
            cell.border = border
        if at in merged:
            cell.alignment = centre
        elif isinstance(value, Decimal):
            cell.alignment = Alignment(horizontal="right")
    page.cell(*sheet.title).font = Font(name="宋体", size=18)  # type: ignore[attr-defined]
    for column in range(1, max((at[1] for at in sheet.cells), default=1) + 1):
        page.column_dimensions[get_column_letter(column)].width = 18  # type: ignore[attr-defined]


_WRITERS: dict[str, Callable[[Sequence[SheetTable]], bytes]] = {
    ".xlsx": xlsx,
    ".xls": xls,
    ".et": xls,
    ".ods": lambda sheets: steady(ods(sheets)),
}
