"""Read a workbook in Office Open XML (.xlsx, .xlsm), whatever program wrote it."""

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from converter import messages
from converter.figures import address, column_number, position
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.calamine import worksheets
from converter.read.files.format import Content, Worksheet
from converter.read.files.formulas import Formulas, moved
from converter.read.files.grid import Hidden

SUFFIXES = frozenset({".xlsx", ".xlsm"})

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROUNDS_AS_SHOWN = re.compile(rb"fullPrecision\s*=\s*[\"'](?:0|false)")

_FILLED = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br\s*=\s*[\"']\$?([A-Za-z]{1,3})(\d+)[\"'][^>]*(?<!/)>")
_FAR = re.compile(rb'r="(?:[A-Za-z]{3}\d|[A-Za-z]{1,2}\d{5})')
_UNUSUAL = (b"= ", b" =")  # attributes written as no office program does
_NEAR = 702 * 9999  # the cells up to ZZ9999: only beyond is it worth looking where exactly

_FORMULA = re.compile(rb"<f[\s>/]")
_WORTH_PARSING = (b":f", b'"e"')  # a formula under a prefix, and an error
_WHOLE = {None, "normal", "shared"}  # formulas of one cell; an array's result is spread over several

_COLUMN = re.compile(rb"<col\b[^>]*>")
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"[^>]*>')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_EDGE = re.compile(rb'\b(min|max)="(\d+)"')


def matches(content: Content) -> bool:
    """Tell whether the content has the main part of such a workbook."""
    return _BOOK in content.parts


def read(content: Content, limits: Limits) -> list[Worksheet]:
    """Return the worksheets; UnsafeError if cells or merges are too many."""
    try:
        sheets = {name: content.parts[part] for name, part in _sheets(content.parts) if part}
        formulas = {}
        for name, xml in sheets.items():
            _check_size(xml, limits)
            formulas[name] = formulas_of_sheet(xml)
        hidden = {name: _hidden(xml) for name, xml in sheets.items()}
    except (ElementTree.ParseError, KeyError, ValueError):
        raise UnsafeError(messages.files.UNSAFE_ZIP) from None
    if _ROUNDS_AS_SHOWN.search(content.parts[_BOOK]):
        formulas = {name: Formulas(found.failed) for name, found in formulas.items()}
    return worksheets(content.data, formulas, hidden)


def _sheets(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the sheets' names and the parts that hold them."""
    relations = ElementTree.fromstring(parts[_RELATIONS])
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in ElementTree.fromstring(parts[_BOOK]).iter(f"{_NS}sheet"):
        target = targets.get(sheet.get(_RELATION), "").lstrip("/")
        part = target if target in parts else f"xl/{target}"
        yield sheet.get("name", ""), part if part in parts else ""


def _check_size(xml: bytes, limits: Limits) -> None:
    """Raise UnsafeError if a sheet's cells reach too far, or it has too many merged cells."""
    unusual = any(mark in xml for mark in _UNUSUAL) or _holds_quoted(xml, b"='")
    if unusual or limits.sheet_cells < _NEAR or _FAR.search(xml):
        cells = _FILLED.findall(xml)
        rows = max((int(row) for _, row in cells), default=0)
        columns = max((column_number(letters.decode()) + 1 for letters, _ in cells), default=0)
        if rows * columns > limits.sheet_cells:
            raise UnsafeError(messages.files.UNSAFE_SPREAD)
    if xml.count(b"mergeCell ") > limits.sheet_merges:
        raise UnsafeError(messages.files.UNSAFE_MERGES)


def formulas_of_sheet(xml: bytes) -> Formulas:
    """Return a sheet's formulas, and the cells without a result; at no cost where it has neither."""
    worth = any(mark in xml for mark in _WORTH_PARSING) or _holds_quoted(xml, b"'e'")
    if not (worth or _FORMULA.search(xml)):
        return Formulas()
    failed, texts = set(), {}
    shared: dict[str, tuple[str, str]] = {}
    for place, cell in _cells(xml):
        formula, value = _child(cell, "f"), _child(cell, "v")
        kind = cell.get("t")
        lacking = value is None or not (value.text or kind == "str")
        if kind == "e" or (formula is not None and lacking):
            failed.add(place)
        if formula is not None and formula.get("t") in _WHOLE:
            group = formula.get("si", "")
            if formula.text:
                shared.setdefault(group, (formula.text, place))
            texts[place] = formula.text or (_as_in(*shared[group], place) if group in shared else "")
    return Formulas(frozenset(failed), {place: text for place, text in texts.items() if text})


def _holds_quoted(xml: bytes, mark: bytes) -> bool:
    """Tell whether a mark with a single quote occurs; the lone quote, mostly absent, is found fast."""
    return b"'" in xml and mark in xml


def _cells(xml: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    """Yield a sheet's cells with their addresses; one that does not say follows the one before."""
    row = column = -1
    for event, element in ElementTree.iterparse(io.BytesIO(xml), ("start", "end")):
        name = element.tag.rpartition("}")[2]
        if name == "row" and event == "start":
            row, column = int(element.get("r", row + 2)) - 1, -1
        elif name == "row":
            element.clear()
        elif name == "c" and event == "end":
            stated = element.get("r")
            row, column = position(stated) if stated else (row, column + 1)
            yield address(row, column), element


def _child(cell: ElementTree.Element, name: str) -> ElementTree.Element | None:
    return next((child for child in cell if child.tag.rpartition("}")[2] == name), None)


def _as_in(formula: str, origin: str, place: str) -> str:
    """Return a formula that several cells share as it reads in one of them."""
    (from_row, from_column), (row, column) = position(origin), position(place)
    return moved(formula, row - from_row, column - from_column)


def _hidden(xml: bytes) -> Hidden:
    """Return which rows and columns of a sheet are hidden."""
    if b' hidden="' not in xml:
        return Hidden()
    columns: set[int] = set()
    for column in _COLUMN.findall(xml):
        if _HIDDEN.search(column):
            edges = {name: int(value) for name, value in _EDGE.findall(column)}
            columns.update(range(edges[b"min"] - 1, edges[b"max"]))
    rows = frozenset(int(row[1]) - 1 for row in _ROW.finditer(xml) if _HIDDEN.search(row[0]))
    return Hidden(rows, frozenset(columns))
