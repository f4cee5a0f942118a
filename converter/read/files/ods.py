"""Find the formulas and the errors in the content of an .ods workbook, and how far its cells reach."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from converter import messages
from converter.figures import address
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.formulas import Formulas

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_WORTH_PARSING = re.compile(rb"table:formula|value-type=.error|-repeated=.\d{3}")
_SHEET, _PLACE = r"(?:\$?('(?:[^']|'')+'|[^'.\[\]:]+))?", r"\.(\$?[A-Z]+\$?\d+)"
_AREA = re.compile(rf"\[{_SHEET}{_PLACE}(?::[^.\[\]]*{_PLACE})?\]")


class _Cell(NamedTuple):
    """A cell, and the rows and columns over which it is repeated."""

    rows: range
    columns: range
    element: ElementTree.Element


def formulas_of_ods(content: bytes, limits: Limits) -> dict[str, Formulas]:
    """Return an .ods workbook's formulas by sheet name; UnsafeError if its cells reach too far."""
    if not _WORTH_PARSING.search(content):
        return {}
    tables = ElementTree.fromstring(content).iter(f"{_TABLE}table")
    return {table.get(f"{_TABLE}name", ""): _of_table(table, limits) for table in tables}


def _of_table(table: ElementTree.Element, limits: Limits) -> Formulas:
    failed, texts = set(), {}
    widest = 0
    for rows, columns, cell in _cells(table):
        widest = max(widest, columns.stop)
        if widest * rows.stop > limits.sheet_cells:
            raise UnsafeError(messages.files.UNSAFE_SPREAD)
        formula = cell.get(f"{_TABLE}formula")
        if cell.get(f"{_CALC}value-type") == "error" or (formula and not cell.get(f"{_OFFICE}value-type")):
            failed |= {address(row, column) for row in rows for column in columns}
        elif formula:
            texts[address(rows.start, columns.start)] = _as_in_excel(formula)
    return Formulas(frozenset(failed), texts)


def _cells(table: ElementTree.Element) -> Iterator[_Cell]:
    """Yield the cells that hold anything."""
    row = 0
    for line in table.iter(f"{_TABLE}table-row"):
        rows = range(row, row + int(line.get(f"{_TABLE}number-rows-repeated", "1")))
        column = 0
        for cell in line:
            columns = range(column, column + int(cell.get(f"{_TABLE}number-columns-repeated", "1")))
            if cell.get(f"{_OFFICE}value-type") or cell.get(f"{_TABLE}formula") or len(cell):
                yield _Cell(rows, columns, cell)
            column = columns.stop
        row = rows.stop


def _as_in_excel(formula: str) -> str:
    """Return a formula of OpenFormula in the words of the other office programs."""
    text = formula.partition("=")[2].replace(";", ",")

    def area(found: re.Match[str]) -> str:
        sheet, first, last = found.groups()
        return (f"{sheet}!" if sheet else "") + first + (f":{last}" if last else "")

    return _AREA.sub(area, text)
