"""Read a workbook of Excel 97 to 2003 (.xls: BIFF8 records in a compound file), as WPS writes it too."""

import io
import re
import struct
from collections.abc import Iterator

from msgspec import Struct

from converter.figures import address
from converter.pack import Limits
from converter.read.files.calamine import worksheets
from converter.read.files.format import Content, Worksheet
from converter.read.files.formulas import Formulas
from converter.read.files.grid import Hidden

SUFFIXES = frozenset({".xls", ".et", ".ett"})

_BEGIN, _SHEET = 0x0809, 0x0085
_FORMULA, _BOOLEAN_OR_ERROR = 0x0006, 0x0205
_COLUMN, _ROW = 0x007D, 0x0208
_ERROR_RESULT = re.compile(rb"\x02.....\xff\xff", re.DOTALL)
_HIDDEN_COLUMN, _HIDDEN_ROW = 0x01, 0x20

_CODES = rb"[\x00\x07\x0f\x17\x1d\x24\x2a]"  # #NULL!, #DIV/0!, #VALUE!, #REF!, #NAME?, #NUM!, #N/A
_MAYBE_ERRORS = re.compile(
    rb"\x06\x00.{8}\x02." + _CODES + rb"...\xff\xff|\x05\x02\x08\x00.{6}" + _CODES + rb"\x01", re.DOTALL
)
_MAYBE_HIDDEN = re.compile(
    rb"\x7d\x00\x0c\x00.{8}[\x01-\xff]|\x08\x02\x10\x00.{12}[\x20-\x3f\x60-\x7f\xa0-\xff]", re.DOTALL
)


class BiffRecord(Struct, frozen=True, gc=False):
    """A record of a sheet: the sheet's name ('' for the workbook's own), the record's kind and body."""

    sheet: str
    kind: int
    body: bytes


def matches(content: Content) -> bool:
    """Tell whether the content is a compound file: all others are zip archives."""
    return not content.is_zip


def read(content: Content, limits: Limits) -> list[Worksheet]:
    """Return the worksheets, with the error cells, which calamine gives as empty, and what is hidden.

    The records are walked only if one of them looks like it.
    """
    data = content.data
    errors = _errors(data) if _MAYBE_ERRORS.search(data) else {}
    return worksheets(data, errors, _hidden(data) if _MAYBE_HIDDEN.search(data) else {})


def _errors(data: bytes) -> dict[str, Formulas]:
    found: dict[str, set[str]] = {}
    for record in _records_of_sheets(data):
        if _is_error(record):
            cell = address(*struct.unpack_from("<HH", record.body))
            found.setdefault(record.sheet, set()).add(cell)
    return {name: Formulas(frozenset(cells)) for name, cells in found.items()}


def _is_error(record: BiffRecord) -> bool:
    if record.kind == _FORMULA:
        return bool(_ERROR_RESULT.match(record.body, 6))
    return record.kind == _BOOLEAN_OR_ERROR and record.body[7:8] == b"\x01"


def _hidden(data: bytes) -> dict[str, Hidden]:
    rows: dict[str, set[int]] = {}
    columns: dict[str, set[int]] = {}
    for record in _records_of_sheets(data):
        if record.kind == _COLUMN and _flagged(record.body, 8, _HIDDEN_COLUMN):
            first, last = struct.unpack_from("<HH", record.body)
            columns.setdefault(record.sheet, set()).update(range(first, last + 1))
        elif record.kind == _ROW and _flagged(record.body, 12, _HIDDEN_ROW):
            rows.setdefault(record.sheet, set()).add(struct.unpack_from("<H", record.body)[0])
    return {
        name: Hidden(frozenset(rows.get(name, ())), frozenset(columns.get(name, ())))
        for name in {*rows, *columns}
    }


def _flagged(body: bytes, place: int, flag: int) -> bool:
    return len(body) > place and bool(body[place] & flag)


def _records_of_sheets(data: bytes) -> Iterator[BiffRecord]:
    """Yield the records of a workbook, up to where it is damaged: the reader says what is wrong."""
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as container:
            yield from _by_sheet(container.openstream("Workbook").read())
    except (OSError, struct.error, IndexError):
        return


def _by_sheet(stream: bytes) -> Iterator[BiffRecord]:
    starts: dict[int, str] = {}
    sheet = ""
    for place, kind, body in _records(stream):
        if kind == _SHEET:
            starts[struct.unpack_from("<I", body)[0]] = _sheet_name(body)
        elif kind == _BEGIN:
            sheet = starts.get(place, sheet)
        yield BiffRecord(sheet, kind, body)


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield the records of a stream: where each begins, its kind, its body."""
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield place, kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _sheet_name(body: bytes) -> str:
    """Return the name in the record that announces a sheet."""
    length, wide = body[6], body[7] & 1
    return body[8 : 8 + 2 * length].decode("utf-16-le") if wide else body[8 : 8 + length].decode("latin-1")
