"""What the XML of such a workbook tells besides values: formulas, errors, what is hidden."""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from msgspec import Struct

from converter import messages
from converter.figures import address
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.formulas import LONGEST, Formulas
from converter.read.files.grid import Hidden

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_WORTH_PARSING = re.compile(rb"table:formula|value-type=.error|-repeated=.\d{3}")
_SHEET, _PLACE = r"(?:\$?('(?:[^']|'')+'|[^'.\[\]:]+))?", r"\.(\$?[A-Z]+\$?\d+)"
_MOST_FAILED = 1_000_000  # cells with an error
_FARTHEST = 16384  # so many rows or columns hidden in one go are remembered
_AREA = re.compile(rf"\[{_SHEET}{_PLACE}(?::[^.\[\]]*{_PLACE})?\]")


class _Cell(Struct, frozen=True):
    """A cell, and the rows and columns over which it is repeated."""

    rows: range
    columns: range
    element: ElementTree.Element


def formulas_and_hidden(xml: bytes, limits: Limits) -> tuple[dict[str, Formulas], dict[str, Hidden]]:
    """Return the formulas and what is hidden, by sheet; UnsafeError if the cells reach too far."""
    try:
        return _formulas(xml, limits), _hidden(xml)
    except (ElementTree.ParseError, ValueError):
        raise UnsafeError(messages.files.UNSAFE_ZIP) from None


def _formulas(xml: bytes, limits: Limits) -> dict[str, Formulas]:
    if not _WORTH_PARSING.search(xml):
        return {}
    tables = ElementTree.fromstring(xml).iter(f"{_TABLE}table")
    return {table.get(f"{_TABLE}name", ""): _of_table(table, limits) for table in tables}


def _of_table(table: ElementTree.Element, limits: Limits) -> Formulas:
    failed: set[str] = set()
    texts = {}
    widest = 0
    for cell in _cells(table):
        rows, columns, element = cell.rows, cell.columns, cell.element
        widest = max(widest, columns.stop)
        if widest * rows.stop > limits.sheet_cells:
            raise UnsafeError(messages.files.UNSAFE_SPREAD)
        formula = element.get(f"{_TABLE}formula")
        if element.get(f"{_CALC}value-type") == "error" or (
            formula and not element.get(f"{_OFFICE}value-type")
        ):
            if len(failed) + len(rows) * len(columns) > _MOST_FAILED:
                raise UnsafeError(messages.files.UNSAFE_SPREAD)
            failed |= {address(row, column) for row in rows for column in columns}
        if formula:
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
    if len(text) > LONGEST:
        return text  # nobody works it out

    def area(found: re.Match[str]) -> str:
        sheet, first, last = found.groups()
        return (f"{sheet}!" if sheet else "") + first + (f":{last}" if last else "")

    return _AREA.sub(area, text)


def _hidden(xml: bytes) -> dict[str, Hidden]:
    if b'table:visibility="' not in xml:
        return {}
    tables = ElementTree.fromstring(xml).iter(f"{_TABLE}table")
    return {
        table.get(f"{_TABLE}name", ""): Hidden(
            _collapsed(table.iter(f"{_TABLE}table-row"), "rows"),
            _collapsed(table.iter(f"{_TABLE}table-column"), "columns"),
        )
        for table in tables
    }


def _collapsed(lines: Iterable[ElementTree.Element], kind: str) -> frozenset[int]:
    """Return which rows or columns are not visible."""
    found: set[int] = set()
    at = 0
    for line in lines:
        end = at + int(line.get(f"{_TABLE}number-{kind}-repeated", "1"))
        if line.get(f"{_TABLE}visibility", "visible") != "visible":
            found.update(range(at, min(end, at + _FARTHEST)))
        at = end
    return frozenset(found)
