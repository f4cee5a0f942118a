"""Look into a zipped workbook before a reader does: size, far corners, formulas never computed.

The reader gives an empty text alike for an empty cell and for a formula without a value, and
would reserve memory for the whole rectangle up to the farthest cell.
"""

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

from converter import messages
from converter.pack import Limits
from converter.read.faults import faults_of_ods
from converter.read.hidden import Hidden, hidden_of_ods, hidden_of_sheet

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_UNCOMPUTED = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
WIDEST = 16384  # the last column is XFD
_ERROR = re.compile(rb'<c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]+\d+)"')
_WIDE = [(WIDEST, re.compile(rb'\br="[A-Z]{3}\d')), (702, re.compile(rb'\br="[A-Z]{2}\d'))]
_LAST_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"')


class UnsafeError(Exception):
    """A workbook that must not be opened; `str()` is the reason in Chinese."""


def preflight(data: bytes, limits: Limits) -> tuple[dict[str, frozenset[str]], dict[str, Hidden]]:
    """Return, by sheet name, the cells whose formula has no value, or an error for one; and what is hidden.

    UnsafeError if the workbook is a trap.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        if sum(each.file_size for each in package.infolist()) > limits.unpacked_bytes:
            raise UnsafeError(messages.UNSAFE_SIZE)
        if "content.xml" in package.namelist():
            content = _declared(package.read("content.xml"))
            return faults_of_ods(content), hidden_of_ods(content)
        if "xl/workbook.xml" not in package.namelist():
            return {}, {}
        sheets = {name: package.read(part) for name, part in _parts(package) if part}
        uncomputed = {name: _sheet(xml, limits) for name, xml in sheets.items()}
        return uncomputed, {name: hidden_of_sheet(xml) for name, xml in sheets.items()}
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        KeyError,
        EOFError,
        NotImplementedError,
        zlib.error,
    ) as reason:
        raise UnsafeError(messages.UNSAFE_ZIP.format(reason=reason)) from None


def _parts(package: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return the sheets' names and the parts that hold them."""
    relations = ElementTree.fromstring(_declared(package.read("xl/_rels/workbook.xml.rels")))
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    book = ElementTree.fromstring(_declared(package.read("xl/workbook.xml")))
    known = set(package.namelist())
    found = []
    for sheet in book.iter(f"{_NS}sheet"):
        target = targets.get(sheet.get(_RELATION), "").lstrip("/")
        part = target if target in known else f"xl/{target}"
        found.append((sheet.get("name", ""), part if part in known else ""))
    return found


def _declared(xml: bytes) -> bytes:
    if b"<!DOCTYPE" in xml:
        raise UnsafeError(messages.UNSAFE_DOCTYPE)
    return xml


def _sheet(xml: bytes, limits: Limits) -> frozenset[str]:
    _declared(xml[:4096])
    rows = [int(row) for row in _LAST_ROW.findall(xml[-4096:]) or _LAST_ROW.findall(xml)]
    if rows and rows[-1] * WIDEST > limits.sheet_cells and rows[-1] * _width(xml) > limits.sheet_cells:
        raise UnsafeError(messages.UNSAFE_SPREAD)
    cells = _UNCOMPUTED.findall(xml) if b"<f" in xml else []
    cells += _ERROR.findall(xml) if b't="e"' in xml else []
    return frozenset(cell.decode() for cell in cells)


def _width(xml: bytes) -> int:
    """Return an upper bound of the columns used: all of one, of two or of three letters."""
    return next((columns for columns, pattern in _WIDE if pattern.search(xml)), 26)
