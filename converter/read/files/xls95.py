"""Read a workbook of Excel 5.0 and 95 (.xls: BIFF5), whose texts are bytes in a code page.

calamine takes them for UTF-16. A workbook whose code page is not Chinese, though it has texts beyond ASCII,
is not read: they would be nonsense, and nobody would know the tables again.
"""

import datetime
import re
import struct
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter import messages
from converter.figures import address
from converter.pack import Limits
from converter.read.files import biff
from converter.read.files.archive import UnsafeError
from converter.read.files.biff import BiffRecord
from converter.read.files.cells import Scalar
from converter.read.files.format import DamagedError, FileContent, Worksheet
from converter.read.files.formulas import Formulas
from converter.read.files.grid import Grid

SUFFIXES = frozenset({".xls"})

_BEGINS = b"\x09\x08\x08\x00\x00\x05\x05\x00"  # the first record: Excel 5.0 or 95, a workbook
_CODE_PAGE, _LOCKED, _SINCE_1904, _FORMAT, _STYLE = 0x0042, 0x002F, 0x0022, 0x041E, 0x00E0
_TEXT_RESULT, _BOOLEAN_RESULT = 0x0207, 1
_CELLS = {
    biff.FORMULA,
    biff.BOOLEAN_OR_ERROR,
    biff.LABEL,
    biff.RICH_LABEL,
    biff.NUMBER,
    biff.SHORT_NUMBER,
    biff.SHORT_NUMBERS,
}
_ENCODINGS = {936: "gb18030", 10008: "gb18030", 950: "cp950", 10002: "cp950"}
_DATES = {
    *range(14, 23),
    *range(27, 37),
    *range(45, 48),
    *range(50, 59),
}  # formats built in
_DATE_PATTERN = re.compile(rb"[ymdhs]", re.IGNORECASE)
_NO_PATTERN = re.compile(rb'"[^"]*+"|\[[^\[\]]*+\]|\\.')  # texts, colours, single letters
_FIRST_DAY, _FIRST_DAY_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)


class _Book(Struct):
    """What a workbook's own records say; `sheets` by the places where they begin: name, whether hidden."""

    encoding: str
    first_day: datetime.datetime
    sheets: dict[int, tuple[str, bool]]
    date_styles: set[int]


def matches(content: FileContent) -> bool:
    """Whether the content is a compound file that holds such a workbook, and no newer one."""
    return not content.is_zip and _BEGINS in content.data and biff.stream_of(content.data).startswith(_BEGINS)


def read(content: FileContent, limits: Limits) -> list[Worksheet]:
    """Return the worksheets; which cells are merged was not told before Excel 97."""
    try:
        found = list(biff.records(biff.stream_of(content.data)))
        if any(record.kind == _LOCKED for record in found):
            raise UnsafeError(messages.files.UNSAFE_LOCKED_95)
        book = _book(found)
        names = {place: name for place, (name, _) in book.sheets.items()}
        of_sheets: dict[str, list[BiffRecord]] = {name: [] for name in names.values()}
        for name, record in biff.by_sheet(found, names):
            of_sheets.setdefault(name, []).append(record)
        return [
            _worksheet(name, of_sheets[name], book, limits, is_hidden=is_hidden)
            for name, is_hidden in book.sheets.values()
        ]
    except UnicodeDecodeError:
        raise UnsafeError(messages.files.UNSAFE_CODE_PAGE) from None
    except (struct.error, IndexError, OverflowError, ValueError):  # also of a date that is none
        raise DamagedError from None


def _book(found: Sequence[BiffRecord]) -> _Book:
    pages = [_short(record.body, 0) for record in found if record.kind == _CODE_PAGE]
    encoding = _ENCODINGS.get(pages[0], "ascii") if pages else "ascii"
    since_1904 = any(record.kind == _SINCE_1904 and record.body[:1] == b"\x01" for record in found)
    formats = {
        _short(record.body, 0)
        for record in found
        if record.kind == _FORMAT and _DATE_PATTERN.search(_NO_PATTERN.sub(b"", record.body[3:]))
    }
    styles = [_short(record.body, 2) for record in found if record.kind == _STYLE]
    sheets = [record.body for record in found if record.kind == biff.SHEET and record.body[5] == 0]
    return _Book(
        encoding,
        _FIRST_DAY_1904 if since_1904 else _FIRST_DAY,
        {
            struct.unpack_from("<I", body)[0]: (body[7 : 7 + body[6]].decode(encoding), body[4] != 0)
            for body in sheets
        },
        {nth for nth, shown_as in enumerate(styles) if shown_as in _DATES | formats},
    )


def _worksheet(
    name: str, of_sheet: Sequence[BiffRecord], book: _Book, limits: Limits, *, is_hidden: bool
) -> Worksheet:
    values = {(row, column): value for row, column, value in _values(of_sheet, book) if value != ""}
    height = max((row for row, _ in values), default=-1) + 1
    width = max((column for _, column in values), default=-1) + 1
    if height * width > limits.sheet_cells:
        raise UnsafeError(messages.files.UNSAFE_SPREAD)
    rows: list[list[Scalar]] = [[""] * width for _ in range(height)]
    for (row, column), value in values.items():
        rows[row][column] = value
    failed = frozenset(
        address(*struct.unpack_from("<HH", record.body)) for record in of_sheet if biff.is_error(record)
    )
    return Worksheet(Grid(name, rows, None, failed, is_hidden, biff.hidden_in(of_sheet)), Formulas(failed))


def _values(of_sheet: Sequence[BiffRecord], book: _Book) -> Iterator[tuple[int, int, Scalar]]:
    """Yield row, column and value of a sheet's cells, as far as they have one."""
    place = (0, 0)
    for record in of_sheet:
        body = record.body
        if record.kind == _TEXT_RESULT:  # of the formula before
            yield *place, _text(body, 0, book)
        elif record.kind in _CELLS:
            place = struct.unpack_from("<HH", body)
            for column, value in _in_row(record, book):
                yield place[0], column, value


def _in_row(record: BiffRecord, book: _Book) -> Iterator[tuple[int, Scalar]]:
    """Yield column and value of the cells that one record tells of, which lie side by side."""
    body = record.body
    _, column, style = struct.unpack_from("<HHH", body)
    match record.kind:
        case biff.FORMULA if body[12:14] != b"\xff\xff":
            yield column, _number(struct.unpack_from("<d", body, 6)[0], style, book)
        case biff.FORMULA if body[6] == _BOOLEAN_RESULT:
            yield column, body[8] != 0
        case biff.BOOLEAN_OR_ERROR if body[7] == 0:
            yield column, body[6] != 0
        case biff.NUMBER:
            yield column, _number(struct.unpack_from("<d", body, 6)[0], style, book)
        case biff.LABEL | biff.RICH_LABEL:
            yield column, _text(body, 6, book)
        case biff.SHORT_NUMBER | biff.SHORT_NUMBERS:
            for place in range(4, len(body) - 5, 6):
                style, short = struct.unpack_from("<HI", body, place)
                yield column + (place - 4) // 6, _number(_unpacked(short), style, book)


def _unpacked(short: int) -> float:
    """Return a number of 30 bits: whole, or the upper half of a float; both perhaps times 100."""
    if short & 2:
        number = float((short >> 2) - (1 << 30 if short >> 31 else 0))
    else:
        number = struct.unpack("<d", struct.pack("<Q", (short & ~3) << 32))[0]
    return number / 100 if short & 1 else number


def _number(number: float, style: int, book: _Book) -> Scalar:
    return book.first_day + datetime.timedelta(number) if style in book.date_styles else number


def _text(body: bytes, place: int, book: _Book) -> str:
    [length] = struct.unpack_from("<H", body, place)
    return body[place + 2 : place + 2 + length].decode(book.encoding)


def _short(body: bytes, place: int) -> int:
    return int(struct.unpack_from("<H", body, place)[0])
