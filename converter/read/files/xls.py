"""Find the cells of an .xls workbook whose formula came out as an error: the reader gives them as empty."""

import re
import struct

from converter.figures import address
from converter.read.files.biff import records_of_sheets
from converter.read.files.formulas import Formulas

_CODES = rb"[\x00\x07\x0f\x17\x1d\x24\x2a]"  # #NULL!, #DIV/0!, #VALUE!, #REF!, #NAME?, #NUM!, #N/A
_SUSPECT = re.compile(
    rb"\x06\x00.{8}\x02." + _CODES + rb"...\xff\xff|\x05\x02\x08\x00.{6}" + _CODES + rb"\x01", re.DOTALL
)
_FORMULA, _BOOLEAN_OR_ERROR = 0x0006, 0x0205
_ERROR_RESULT = re.compile(rb"\x02.....\xff\xff", re.DOTALL)


def formulas_of_xls(data: bytes) -> dict[str, Formulas]:
    """Return the error cells of an .xls workbook by sheet name.

    The records are walked only if one of them looks like an error.
    """
    if not _SUSPECT.search(data):
        return {}
    found: dict[str, set[str]] = {}
    for sheet, kind, body in records_of_sheets(data):
        if _is_error(kind, body):
            found.setdefault(sheet, set()).add(address(*struct.unpack_from("<HH", body)))
    return {name: Formulas(frozenset(cells)) for name, cells in found.items()}


def _is_error(kind: int, body: bytes) -> bool:
    if kind == _FORMULA:
        return bool(_ERROR_RESULT.match(body, 6))
    return kind == _BOOLEAN_OR_ERROR and body[7:8] == b"\x01"
