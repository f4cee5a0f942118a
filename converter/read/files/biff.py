"""Walk the records of an .xls workbook (BIFF8 in a compound file) for what the reader does not tell."""

import io
import struct
from collections.abc import Iterator
from typing import NamedTuple

_BEGIN, _SHEET = 0x0809, 0x0085


class BiffRecord(NamedTuple):
    """A record of a sheet: the sheet's name ('' for the workbook's own), the record's kind and body."""

    sheet: str
    kind: int
    body: bytes


def records_of_sheets(data: bytes) -> Iterator[BiffRecord]:
    """Yield the records of an .xls workbook, up to where it is damaged: the reader says what is wrong."""
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
    """Yield the records of an .xls stream: where each begins, its kind, its body."""
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield place, kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _sheet_name(body: bytes) -> str:
    """Return the name in the record that announces a sheet."""
    length, wide = body[6], body[7] & 1
    return body[8 : 8 + 2 * length].decode("utf-16-le") if wide else body[8 : 8 + length].decode("latin-1")
