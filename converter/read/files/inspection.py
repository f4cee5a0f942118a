"""Look into a zipped workbook before a reader does: size, far corners, formulas and their results.

The reader gives an empty text alike for an empty cell and for a formula without a value, and
would reserve memory for the whole rectangle up to the farthest cell.
"""

import re
from xml.etree import ElementTree

from converter import messages
from converter.figures import column_number
from converter.pack import Limits
from converter.read.files.archive import UnsafeError, unpacked
from converter.read.files.formulas import Formulas
from converter.read.files.hidden import Hidden, hidden_of_ods, hidden_of_sheet
from converter.read.files.ods import formulas_of_ods
from converter.read.files.xlsb import vet_xlsb
from converter.read.files.xlsx import formulas_of_sheet, holds_quoted

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROUNDS_AS_SHOWN = re.compile(rb"fullPrecision\s*=\s*[\"'](?:0|false)")
_FILLED = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br\s*=\s*[\"']\$?([A-Za-z]{1,3})(\d+)[\"'][^>]*(?<!/)>")
_FAR = re.compile(rb'r="(?:[A-Za-z]{3}\d|[A-Za-z]{1,2}\d{5})')
_UNUSUAL = (b"= ", b" =")  # attributes written as no office program does
NEAR = 702 * 9999  # the cells up to ZZ9999: only beyond is it worth looking where exactly


def preflight(data: bytes, limits: Limits) -> tuple[dict[str, Formulas], dict[str, Hidden]]:
    """Return, by sheet name, which cells hold formulas or errors, and which rows and columns are hidden.

    UnsafeError if the workbook is a trap.
    """
    parts = unpacked(data, limits)
    try:
        if "content.xml" in parts:
            return formulas_of_ods(parts["content.xml"], limits), hidden_of_ods(parts["content.xml"])
        if "xl/workbook.xml" not in parts:
            vet_xlsb(parts, limits)
            return {}, {}
        sheets = {name: parts[part] for name, part in _sheets(parts) if part}
        found = {name: _sheet(xml, limits) for name, xml in sheets.items()}
        hidden = {name: hidden_of_sheet(xml) for name, xml in sheets.items()}
    except (ElementTree.ParseError, KeyError, ValueError):
        raise UnsafeError(messages.files.UNSAFE_ZIP) from None
    if _ROUNDS_AS_SHOWN.search(parts["xl/workbook.xml"]):
        found = {name: Formulas(held.failed) for name, held in found.items()}
    return found, hidden


def _sheets(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    """Return the sheets' names and the parts that hold them."""
    relations = ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    book = ElementTree.fromstring(parts["xl/workbook.xml"])
    found = []
    for sheet in book.iter(f"{_NS}sheet"):
        target = targets.get(sheet.get(_RELATION), "").lstrip("/")
        part = target if target in parts else f"xl/{target}"
        found.append((sheet.get("name", ""), part if part in parts else ""))
    return found


def _sheet(xml: bytes, limits: Limits) -> Formulas:
    unusual = any(mark in xml for mark in _UNUSUAL) or holds_quoted(xml, b"='")
    if unusual or limits.sheet_cells < NEAR or _FAR.search(xml):
        places = _FILLED.findall(xml)
        rows = max((int(row) for _, row in places), default=0)
        columns = max((column_number(letters.decode()) + 1 for letters, _ in places), default=0)
        if rows * columns > limits.sheet_cells:
            raise UnsafeError(messages.files.UNSAFE_SPREAD)
    if xml.count(b"mergeCell ") > limits.sheet_merges:
        raise UnsafeError(messages.files.UNSAFE_MERGES)
    return formulas_of_sheet(xml)
