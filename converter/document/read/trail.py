"""The trail of figures that a report carries, read back."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from converter.document.format import ATTRIBUTES, NAMESPACE
from converter.document.read.package import BROKEN, parsed
from converter.figures import CellOrigin, Derived, Figure, Origin
from converter.trace import GeneratedLine, Input, LeftOut, LineKind, Occurrence, TracedFigure, Trail

_LARGEST = 20_000_000  # bytes; a report's ledger has about fifty thousand
_SHEET = ("file", "sheet", "unit", "form")
_LEFT_OUT = ("place", "theirs", "ours", "figure")
_TAG = f"{{{NAMESPACE}}}"

# What a broken package or a part that another program has meddled with may raise.
_UNREADABLE = (*BROKEN, ArithmeticError, TypeError)


def read_trail(report: bytes) -> Trail | None:
    """Return the trail a .docx carries, or None where it carries none that can be read."""
    try:
        with ZipFile(BytesIO(report)) as package:
            for root in _candidates(package):
                return _trail(root)
    except _UNREADABLE:
        return None
    return None


def _candidates(package: ZipFile) -> Iterator[Element]:
    """Yield the roots of the ledgers in a package; other programs give the part another number."""
    for member in package.infolist():
        if member.filename.startswith("customXml/item") and member.file_size <= _LARGEST:
            root = parsed(package.read(member))
            if root.tag == f"{_TAG}ledger":
                yield root


def _trail(root: Element) -> Trail:
    sheets = {sheet.get("key", ""): sheet for sheet in root.iter(f"{_TAG}sheet")}
    figures = [_read_figure(figure, sheets) for figure in root.iter(f"{_TAG}figure")]
    attributes: dict[str, Any] = {name: root.get(name, "") for name in ATTRIBUTES}
    return Trail(
        **attributes | {"year": int(attributes["year"])},
        inputs=tuple(
            Input(entry.get("file", ""), entry.get("digest", "")) for entry in root.iter(f"{_TAG}input")
        ),
        figures={noted.figure.id: noted for noted in figures},
        occurrences=tuple(_read_mark(mark) for mark in root.iter(f"{_TAG}mark")),
        generated=tuple(_read_lines(root.findtext(f"{_TAG}generated", ""))),
        left_out=tuple(
            LeftOut(*(left.get(name, "") for name in _LEFT_OUT)) for left in root.iter(f"{_TAG}left")
        ),
    )


def _read_lines(text: str) -> Iterator[GeneratedLine]:
    return (GeneratedLine(LineKind(line[0]), line[1:]) for line in text.split("\n") if line)


def _read_figure(element: Element, sheets: dict[str, Element]) -> TracedFigure:
    figure = Figure(
        element.get("id", ""),
        _read_value(element),
        element.get("unit", ""),
        _read_origin(element[0], sheets),
        Decimal(element.get("error", "")),
    )
    return TracedFigure(figure, element.get("text", ""))


def _read_origin(element: Element, sheets: dict[str, Element]) -> Origin:
    if element.tag == f"{_TAG}cell":
        file, name, unit, form = (sheets[element.get("of", "")].get(key, "") for key in _SHEET)
        return CellOrigin(file, name, element.get("at", ""), element.get("raw", ""), unit, form)
    return Derived(
        element.get("text", ""), tuple(figure.get("id", "") for figure in element), element.get("applied", "")
    )


def _read_mark(element: Element) -> Occurrence:
    return Occurrence(
        element.get("bookmark", ""), element.get("figure", ""), _read_value(element), element.get("text", "")
    )


def _read_value(element: Element) -> Decimal | None:
    return Decimal(element.get("value", "")) if element.get("value") else None
