"""Read a binary workbook (.xlsb: BIFF12 records in a zip archive)."""

import struct
from collections.abc import Iterator

from converter import messages
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.calamine import worksheets
from converter.read.files.format import FileContent, Worksheet

SUFFIXES = frozenset({".xlsb"})

_ROW, _ERROR, _FORMULA_ERROR = 0, 3, 11
_MOST_BITS = 28  # of a number: four bytes of seven
_FILLED = range(2, 12)  # the kinds of records that give a cell a value


def matches(content: FileContent) -> bool:
    """Whether the content is a zip archive: the other zipped formats are asked before."""
    return content.is_zip


def read(content: FileContent, limits: Limits) -> list[Worksheet]:
    """Return the worksheets; UnsafeError if one spreads too far, or has an error, which reads as empty."""
    for name, part in content.parts.items():
        if name.startswith("xl/worksheets/") and name.endswith(".bin"):
            try:
                _check(part, limits)
            except (struct.error, IndexError):
                raise UnsafeError(messages.files.UNSAFE_ZIP) from None
    return worksheets(content.data, {}, {})


def _check(part: bytes, limits: Limits) -> None:
    row = rows = columns = 0
    for count, (kind, place) in enumerate(_records(part)):
        if count > limits.sheet_cells:
            raise UnsafeError(messages.files.UNSAFE_SIZE)
        if kind in (_ERROR, _FORMULA_ERROR):
            raise UnsafeError(messages.files.UNSAFE_ERRORS)
        if kind == _ROW:
            [row] = struct.unpack_from("<I", part, place)
        elif kind in _FILLED:
            rows, columns = max(rows, row + 1), max(columns, struct.unpack_from("<I", part, place)[0] + 1)
            if rows * columns > limits.sheet_cells:
                raise UnsafeError(messages.files.UNSAFE_SPREAD)


def _records(part: bytes) -> Iterator[tuple[int, int]]:
    """Yield the kind of each record and where its body begins."""
    place = 0
    while place < len(part):
        kind, place = _number(part, place)
        size, place = _number(part, place)
        yield kind, place
        place += size


def _number(part: bytes, place: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, the lowest first, and where the next begins."""
    found = shift = 0
    while shift < _MOST_BITS:
        byte = part[place]
        found |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            return found, place
    raise IndexError(place)
