"""The records of a workbook of Excel 5 to 2003, as WPS writes it too: BIFF records in a compound file."""

import io
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from converter import messages
from converter.figures import address
from converter.read.files.archive import UnsafeError
from converter.read.files.grid import Hidden

MOST_RECORDS = 5_000_000  # of a workbook; a full sheet of 65,536 rows has a sixth of it
BEGIN, SHEET = 0x0809, 0x0085
FORMULA, BOOLEAN_OR_ERROR = 0x0006, 0x0205
LABEL, RICH_LABEL = 0x0204, 0x00D6
NUMBER, SHORT_NUMBER, SHORT_NUMBERS = 0x0203, 0x027E, 0x00BD

FORMAT, STYLE = 0x041E, 0x00E0

_STREAMS = ("Workbook", "Book")  # the newer first: some files hold a copy for the older program
_COLUMN, _ROW = 0x007D, 0x0208
_HIDDEN_COLUMN, _HIDDEN_ROW = 0x01, 0x20


class BiffRecord(Struct, frozen=True, gc=False):
    """A record: where it begins, its kind and its body."""

    place: int
    kind: int
    body: bytes


def stream_of(data: bytes) -> bytes:
    """Return the stream of a compound file that holds the workbook; b'' where there is none."""
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as container:
            name = next((name for name in _STREAMS if container.exists(name)), "")
            return bytes(container.openstream(name).read()) if name else b""
    except (OSError, struct.error, IndexError):
        return b""


def records(stream: bytes) -> Iterator[BiffRecord]:
    """Yield the records of a stream; UnsafeError if they are too many."""
    place = count = 0
    while place + 4 <= len(stream):
        count += 1
        if count > MOST_RECORDS:
            raise UnsafeError(messages.files.UNSAFE_SIZE)
        kind, size = struct.unpack_from("<HH", stream, place)
        yield BiffRecord(place, kind, stream[place + 4 : place + 4 + size])
        place += 4 + size


def by_sheet(found: Iterable[BiffRecord], starts: Mapping[int, str]) -> Iterator[tuple[str, BiffRecord]]:
    """Yield records with the name of the sheet they belong to, '' for the workbook's own.

    `starts` are the sheets by the places where they begin; charts within a sheet begin elsewhere.
    """
    sheet = ""
    for record in found:
        if record.kind == BEGIN:
            sheet = starts.get(record.place, sheet)
        yield sheet, record


def hidden_in(found: Iterable[BiffRecord]) -> Hidden:
    """Return the hidden rows and columns that the records of a sheet tell of."""
    rows: set[int] = set()
    columns: set[int] = set()
    for record in found:
        if record.kind == _COLUMN and _flagged(record.body, 8, _HIDDEN_COLUMN):
            first, last = struct.unpack_from("<HH", record.body)
            columns.update(range(first, last + 1))
        elif record.kind == _ROW and _flagged(record.body, 12, _HIDDEN_ROW):
            rows.add(struct.unpack_from("<H", record.body)[0])
    return Hidden(frozenset(rows), frozenset(columns))


def formats_in(
    found: Sequence[tuple[str, BiffRecord]], built_in: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Return the code of each number's format, by sheet and address, from records with their sheets; none of
    numbers in the general format, and none behind a damaged record.
    """
    formats: dict[str, dict[str, str]] = {}
    try:
        codes = _codes_of_styles((record for sheet, record in found if not sheet), built_in)
        for sheet, record in found:
            for row, column, style in _styles_in(record) if sheet else ():
                if code := codes[style]:
                    formats.setdefault(sheet, {})[address(row, column)] = code
    except (struct.error, IndexError, UnicodeDecodeError):
        return formats
    return formats


def _codes_of_styles(found: Iterable[BiffRecord], built_in: Mapping[str, str]) -> list[str]:
    """Return the code of each style's format, '' for the general one, from the workbook's own records."""
    written: dict[int, str] = {}
    numbers: list[int] = []
    for record in found:
        if record.kind == FORMAT:
            number, length, wide = struct.unpack_from("<HHB", record.body)
            text = record.body[5:]
            code = text[: 2 * length].decode("utf-16-le") if wide & 1 else text[:length].decode("latin-1")
            written[number] = code
        elif record.kind == STYLE:
            numbers.append(struct.unpack_from("<H", record.body, 2)[0])
    return [written.get(number, built_in.get(str(number), "")) for number in numbers]


def _styles_in(record: BiffRecord) -> Iterator[tuple[int, int, int]]:
    """Yield row, column and style of the numbers that a record of a sheet holds."""
    if record.kind in (NUMBER, SHORT_NUMBER, FORMULA):
        yield struct.unpack_from("<HHH", record.body)
    elif record.kind == SHORT_NUMBERS:
        row, first = struct.unpack_from("<HH", record.body)
        for nth in range((len(record.body) - 6) // 6):
            yield row, first + nth, struct.unpack_from("<H", record.body, 4 + 6 * nth)[0]


def is_error(record: BiffRecord) -> bool:
    """Whether a record is a cell with an error."""
    if record.kind == FORMULA:
        return record.body[6:7] == b"\x02" and record.body[12:14] == b"\xff\xff"
    return record.kind == BOOLEAN_OR_ERROR and record.body[7:8] == b"\x01"


def _flagged(body: bytes, place: int, flag: int) -> bool:
    return len(body) > place and bool(body[place] & flag)
