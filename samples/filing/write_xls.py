"""Sheets to the bytes of an .xls file."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlwt

from samples.filing.sheet import SheetTable


def xls(sheets: Sequence[SheetTable]) -> bytes:
    """The sheets as an .xls file (BIFF8)."""
    book = xlwt.Workbook(encoding="utf-8")
    styles: dict[str, xlwt.XFStyle] = {}
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        areas = {area[:2]: area for area in sheet.merges}
        for at, value in sheet.cells.items():
            style = _style(styles, sheet.formats.get(at, "General"))
            top, left, bottom, right = areas.pop(at, (*at, *at))
            page.write_merge(top - 1, bottom - 1, left - 1, right - 1, value, style)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _style(styles: dict[str, xlwt.XFStyle], number_format: str) -> xlwt.XFStyle:
    if number_format not in styles:
        styles[number_format] = xlwt.easyxf("font: name 宋体", num_format_str=number_format)
    return styles[number_format]
