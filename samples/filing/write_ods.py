"""Sheets to the bytes of an .ods file, its XML written as text: a library takes ten times as long."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from samples.filing.sheet import Area, SheetTable, Value

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
COVERED = "<table:covered-table-cell/>"
_NAME = 'xmlns:{0}="urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"'
_NAMES = " ".join(map(_NAME.format, ("office", "table", "text")))
_MANIFEST = (
    f'<manifest:manifest {_NAME.format("manifest")} manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def ods(sheets: Sequence[SheetTable]) -> bytes:
    """The sheets as an .ods file."""
    return ods_file(element("table:table", {"table:name": sheet.name}, _rows(sheet)) for sheet in sheets)


def ods_file(tables: Iterable[str]) -> bytes:
    """The .ods file of some tables."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_NAMES} office:version="1.2">'
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        package.writestr("content.xml", f"{head}{body}</office:document-content>")
        package.writestr("META-INF/manifest.xml", _MANIFEST)
    return stream.getvalue()


def element(name: str, attributes: dict[str, str], content: Iterable[str] = ()) -> str:
    """An element as it is written."""
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{written}>{''.join(content)}</{name}>"


def cell(text: str, number: str = "", rows: int = 1, columns: int = 1) -> str:
    """A cell over some rows and columns: its text, and its number if it is one."""
    kind = {"office:value-type": "float", "office:value": number} if number else {}
    if text and not number:
        kind["office:value-type"] = "string"
    if rows > 1 or columns > 1:
        kind |= {"table:number-rows-spanned": str(rows), "table:number-columns-spanned": str(columns)}
    lines = text.split("\n") if text else ()
    return element("table:table-cell", kind, (f"<text:p>{escape(line)}</text:p>" for line in lines))


def _rows(sheet: SheetTable) -> Iterator[str]:
    areas = {area[:2]: area for area in sheet.merges}
    covered = {at for area in sheet.merges for at in _inside(area)} - set(areas)
    ends: dict[int, int] = {}
    for row, column in (*sheet.cells, *covered):
        ends[row] = max(ends.get(row, 0), column)
    for row in range(1, max(ends, default=0) + 1):
        places = [(row, column) for column in range(1, ends.get(row, 0) + 1)]
        cells = (COVERED if at in covered else _cell(sheet.cells.get(at), areas.get(at)) for at in places)
        yield element("table:table-row", {}, cells)


def _inside(area: Area) -> set[tuple[int, int]]:
    top, left, bottom, right = area
    return {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}


def _cell(value: Value | None, area: Area | None) -> str:
    top, left, bottom, right = area or (1, 1, 1, 1)
    spans = bottom - top + 1, right - left + 1
    if isinstance(value, int | Decimal):
        return cell(f"{value:,}", str(value), *spans)
    return cell(value or "", "", *spans)
