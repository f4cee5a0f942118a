"""Sheets to the bytes of an .xls or .ods file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal

import xlwt
from odf.element import Element
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from samples.filing.sheet import Area, SheetTable, Value


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


def ods(sheets: Sequence[SheetTable]) -> bytes:
    """The sheets as an .ods file."""
    Element.namespaces.clear()  # odfpy would declare those of earlier documents again
    document = OpenDocumentSpreadsheet()
    for sheet in sheets:
        table = Table(name=sheet.name)
        _ods_rows(table, sheet)
        document.spreadsheet.addElement(table)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _ods_rows(table: Table, sheet: SheetTable) -> None:
    areas = {area[:2]: area for area in sheet.merges}
    covered = {at for area in sheet.merges for at in _inside(area)} - set(areas)
    filled = {*sheet.cells, *covered}
    for row in range(1, max((at[0] for at in filled), default=0) + 1):
        line = TableRow()
        for column in range(1, max((at[1] for at in filled if at[0] == row), default=0) + 1):
            if (row, column) in covered:
                line.addElement(CoveredTableCell())
            else:
                line.addElement(_ods_cell(sheet.cells.get((row, column)), areas.get((row, column))))
        table.addElement(line)


def _inside(area: Area) -> set[tuple[int, int]]:
    top, left, bottom, right = area
    return {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}


def _ods_cell(value: Value | None, area: Area | None) -> TableCell:
    spans = {}
    if area:
        spans = {"numberrowsspanned": area[2] - area[0] + 1, "numbercolumnsspanned": area[3] - area[1] + 1}
    if isinstance(value, int | Decimal):
        cell = TableCell(valuetype="float", value=str(value), **spans)
        cell.addElement(P(text=f"{value:,}"))
    elif value:
        cell = TableCell(valuetype="string", **spans)
        for line in value.split("\n"):
            cell.addElement(P(text=line))
    else:
        cell = TableCell(**spans)
    return cell
