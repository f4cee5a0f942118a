"""Read a workbook of Excel 97 to 2003 (.xls: BIFF8), as WPS writes it too."""

import re
import struct
from collections.abc import Iterator

from converter.figures import address
from converter.pack import Limits
from converter.read.files import biff
from converter.read.files.calamine import worksheets
from converter.read.files.format import FileContent, Worksheet
from converter.read.files.formulas import Formulas
from converter.read.files.grid import Hidden
from converter.read.files.xlsx.number_formats import BUILT_IN

SUFFIXES = frozenset({".xls", ".et", ".ett"})

_CODES = rb"[\x00\x07\x0f\x17\x1d\x24\x2a]"  # #NULL!, #DIV/0!, #VALUE!, #REF!, #NAME?, #NUM!, #N/A
_MAYBE_ERRORS = re.compile(
    rb"\x06\x00.{8}\x02." + _CODES + rb"...\xff\xff|\x05\x02\x08\x00.{6}" + _CODES + rb"\x01", re.DOTALL
)
_MAYBE_HIDDEN = re.compile(
    rb"\x7d\x00\x0c\x00.{8}[\x01-\xff]|\x08\x02\x10\x00.{12}[\x20-\x3f\x60-\x7f\xa0-\xff]", re.DOTALL
)


def matches(content: FileContent) -> bool:
    """Whether the content is a compound file: all others are zip archives."""
    return not content.is_zip


def read(content: FileContent, limits: Limits) -> list[Worksheet]:
    """Return the worksheets, with the error cells, which calamine gives as empty, and what is hidden.

    The records are walked only if one of them looks like it.
    """
    data = content.data
    errors = _errors(data) if _MAYBE_ERRORS.search(data) else {}
    return worksheets(data, errors, _hidden(data) if _MAYBE_HIDDEN.search(data) else {})


def number_formats(data: bytes) -> dict[str, dict[str, str]]:
    """Return the code of each number's format, by sheet and address, where it has one of its own."""
    return biff.formats_in(list(_records_of_sheets(data)), BUILT_IN)


def _errors(data: bytes) -> dict[str, Formulas]:
    found: dict[str, set[str]] = {}
    for sheet, record in _records_of_sheets(data):
        if biff.is_error(record):
            found.setdefault(sheet, set()).add(address(*struct.unpack_from("<HH", record.body)))
    return {name: Formulas(frozenset(cells)) for name, cells in found.items()}


def _hidden(data: bytes) -> dict[str, Hidden]:
    found: dict[str, list[biff.BiffRecord]] = {}
    for sheet, record in _records_of_sheets(data):
        found.setdefault(sheet, []).append(record)
    return {name: biff.hidden_in(of_sheet) for name, of_sheet in found.items()}


def _records_of_sheets(data: bytes) -> Iterator[tuple[str, biff.BiffRecord]]:
    """Yield the records of a workbook's sheets, up to where it is damaged: the reader says what is wrong."""
    found = list(biff.records(biff.stream_of(data)))
    try:
        sheets = [record.body for record in found if record.kind == biff.SHEET]
        starts = {struct.unpack_from("<I", body)[0]: _sheet_name(body) for body in sheets}
        yield from biff.by_sheet(found, starts)
    except (struct.error, IndexError):
        return


def _sheet_name(body: bytes) -> str:
    """Return the name in the record that announces a sheet."""
    length, wide = body[6], body[7] & 1
    return body[8 : 8 + 2 * length].decode("utf-16-le") if wide else body[8 : 8 + length].decode("latin-1")
