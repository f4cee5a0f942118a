"""Which rows and columns of a workbook's sheets are hidden: the reader gives their cells like any others."""

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree

from converter.read.files.biff import records_of_sheets

_COLUMN = re.compile(rb"<col\b[^>]*>")
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"[^>]*>')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_EDGE = re.compile(rb'\b(min|max)="(\d+)"')
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_COLUMN_RECORD, _ROW_RECORD = 0x007D, 0x0208
_HIDDEN_COLUMN, _HIDDEN_ROW = 0x01, 0x20
_SUSPECT = re.compile(
    rb"\x7d\x00\x0c\x00.{8}[\x01-\xff]|\x08\x02\x10\x00.{12}[\x20-\x3f\x60-\x7f\xa0-\xff]", re.S
)
FARTHEST = 16384


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows and columns of a sheet, counted from 0."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)

    def within(self, rows: range, columns: range) -> "Hidden":
        """Return what is hidden of a part of the sheet."""
        return (
            Hidden(self.rows & set(rows), self.columns & set(columns)) if self.rows or self.columns else self
        )


def hidden_of_sheet(xml: bytes) -> Hidden:
    """Return what is hidden in the part of an .xlsx workbook that holds a sheet."""
    found = Hidden()
    if b' hidden="' not in xml:
        return found
    for column in _COLUMN.findall(xml):
        if _HIDDEN.search(column):
            edges = {name: int(value) for name, value in _EDGE.findall(column)}
            found.columns.update(range(edges[b"min"] - 1, edges[b"max"]))
    found.rows.update(int(row[1]) - 1 for row in _ROW.finditer(xml) if _HIDDEN.search(row[0]))
    return found


def hidden_of_ods(content: bytes) -> dict[str, Hidden]:
    """Return what is hidden in an .ods workbook's content, by sheet name."""
    if b'table:visibility="' not in content:
        return {}
    tables = ElementTree.fromstring(content).iter(f"{_TABLE}table")
    return {
        table.get(f"{_TABLE}name", ""): Hidden(
            _collapsed(table.iter(f"{_TABLE}table-row"), "rows"),
            _collapsed(table.iter(f"{_TABLE}table-column"), "columns"),
        )
        for table in tables
    }


def _collapsed(lines: Iterable[ElementTree.Element], kind: str) -> set[int]:
    found: set[int] = set()
    at = 0
    for line in lines:
        end = at + int(line.get(f"{_TABLE}number-{kind}-repeated", "1"))
        if line.get(f"{_TABLE}visibility", "visible") != "visible":
            found.update(range(at, min(end, at + FARTHEST)))
        at = end
    return found


def hidden_of_xls(data: bytes) -> dict[str, Hidden]:
    """Return what is hidden in an .xls workbook, by sheet name.

    The records are walked only if one of them looks like it.
    """
    if not _SUSPECT.search(data):
        return {}
    found: dict[str, Hidden] = {}
    for sheet, kind, body in records_of_sheets(data):
        if kind == _COLUMN_RECORD and _flagged(body, 8, _HIDDEN_COLUMN):
            first, last = struct.unpack_from("<HH", body)
            found.setdefault(sheet, Hidden()).columns.update(range(first, last + 1))
        elif kind == _ROW_RECORD and _flagged(body, 12, _HIDDEN_ROW):
            found.setdefault(sheet, Hidden()).rows.add(struct.unpack_from("<H", body)[0])
    return found


def _flagged(body: bytes, place: int, flag: int) -> bool:
    return len(body) > place and bool(body[place] & flag)
