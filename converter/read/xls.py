"""Find the cells of an .xls workbook whose formula came out as an error: the reader gives them as empty."""

import io
import re
import struct
from collections.abc import Iterator

from converter.read.cells import address
from converter.read.formulas import Formulas

_CODES = rb"[\x00\x07\x0f\x17\x1d\x24\x2a]"  # #NULL!, #DIV/0!, #VALUE!, #REF!, #NAME?, #NUM!, #N/A
_SUSPECT = re.compile(
    rb"\x06\x00.{8}\x02." + _CODES + rb"...\xff\xff|\x05\x02\x08\x00.{6}" + _CODES + rb"\x01", re.DOTALL
)
_FORMULA, _BOOLEAN_OR_ERROR, _BEGIN, _SHEET = 0x0006, 0x0205, 0x0809, 0x0085
_ERROR_RESULT = re.compile(rb"\x02.....\xff\xff", re.DOTALL)


def formulas_of_xls(data: bytes) -> dict[str, Formulas]:
    """Return the error cells of an .xls workbook by sheet name.

    The records are walked only if one of them looks like an error.
    """
    if not _SUSPECT.search(data):
        return {}
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as container:
            stream = container.openstream("Workbook").read()
        return _by_sheet(stream)
    except (OSError, struct.error, IndexError):
        return {}  # the reader will say what is wrong with the file


def _by_sheet(stream: bytes) -> dict[str, Formulas]:
    starts: dict[int, str] = {}
    found: dict[str, set[str]] = {}
    sheet = ""
    for place, kind, body in records(stream):
        if kind == _SHEET:
            starts[struct.unpack_from("<I", body)[0]] = sheet_name(body)
        elif kind == _BEGIN:
            sheet = starts.get(place, sheet)
        elif _is_error(kind, body):
            found.setdefault(sheet, set()).add(address(*struct.unpack_from("<HH", body)))
    return {name: Formulas(frozenset(cells)) for name, cells in found.items()}


def records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield the records of an .xls stream: where each begins, its kind, its body."""
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield place, kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def sheet_name(body: bytes) -> str:
    """Return the name in the record that announces a sheet."""
    length, wide = body[6], body[7] & 1
    return body[8 : 8 + 2 * length].decode("utf-16-le") if wide else body[8 : 8 + length].decode("latin-1")


def _is_error(kind: int, body: bytes) -> bool:
    if kind == _FORMULA:
        return bool(_ERROR_RESULT.match(body, 6))
    return kind == _BOOLEAN_OR_ERROR and body[7:8] == b"\x01"
