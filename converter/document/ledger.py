"""The trail of a report's figures as a custom XML part of its package: written, and read back.

    <ledger xmlns=… department="" year="" pack="" version="" digest="" converter="">
      <input file="" digest=""/>                                       each file it was made from
      <figure id="" value="" error="" unit="" text="">                 printed, or rested on by one that is
        <cell file="" sheet="" cell="" raw="" unit="" form=""/>        read from a cell, or
        <formula text="" applied=""><of id=""/></formula>              reckoned from others
      </figure>
      <mark bookmark="" figure="" value="" text=""/>                   one for every place of printing
    </ledger>

Attributes that would be empty are left out. Values are exact, in the base unit.
"""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from converter.document.text import escaped
from converter.figures import CellOrigin, Derived, Figure, Input, Mark, Noted, Origin, Trail, plain

NAMESPACE = "urn:jixiao:ledger:1"
PART = "customXml/item1.xml"
STORE = (
    "{6A1F0C52-3B7E-4D0C-9B57-7A2E5D1C8F40}"  # names the part to Word; any GUID would do, so long as it stays
)
_LARGEST = 20_000_000  # bytes; a report's ledger has about fifty thousand
_TAG = f"{{{NAMESPACE}}}"
_TRAIL = ("department", "year", "pack", "version", "digest", "converter")


def ledger_part(trail: Trail) -> str:
    """Return the part's XML."""
    inside = (
        *(_element("input", file=each.file, digest=each.digest) for each in trail.inputs),
        *(_figure(each) for each in trail.figures.values()),
        *(_mark(each) for each in trail.marks),
    )
    head = _attributes({name: str(getattr(trail, name)) for name in _TRAIL})
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<ledger xmlns="{NAMESPACE}"{head}>{"".join(inside)}</ledger>'
    )


def read_ledger(report: bytes) -> Trail | None:
    """Return the trail a .docx carries, or None where it carries none that can be read."""
    try:
        with ZipFile(BytesIO(report)) as package:
            for root in _candidates(package):
                return _trail(root)
    except (BadZipFile, etree.LxmlError, ArithmeticError, ValueError, KeyError):
        return None
    return None


def _candidates(package: ZipFile) -> Iterator[etree._Element]:
    """Yield the roots of the ledgers in a package: other programs give the part another number."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for member in package.infolist():
        if member.filename.startswith("customXml/item") and member.file_size <= _LARGEST:
            root = etree.fromstring(package.read(member), parser)
            if root.tag == f"{_TAG}ledger":
                yield root


def _figure(noted: Noted) -> str:
    figure, text = noted
    known = {
        "id": figure.id,
        "value": _exact(figure.value),
        "error": plain(figure.error) if figure.error else "",
        "unit": figure.unit,
        "text": text,
    }
    return f"<figure{_attributes(known)}>{_origin(figure.origin)}</figure>"


def _origin(origin: Origin) -> str:
    if isinstance(origin, CellOrigin):
        return _element("cell", **(origin._asdict() | {"raw": origin.text}))
    parts = "".join([_element("of", id=each) for each in origin.inputs])
    return f"<formula{_attributes({'text': origin.formula, 'applied': origin.applied})}>{parts}</formula>"


def _mark(mark: Mark) -> str:
    return _element("mark", **(mark._asdict() | {"value": _exact(mark.value)}))


def _exact(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _element(tag: str, **attributes: str) -> str:
    return f"<{tag}{_attributes(attributes)}/>"


def _attributes(attributes: dict[str, str]) -> str:
    return "".join([f' {name}="{_attribute(text)}"' for name, text in attributes.items() if text])


def _attribute(text: str) -> str:
    """Return text that is still the same after a parser has normalised the attribute."""
    text = escaped(text)
    return text.replace("\n", "&#10;").replace("\t", "&#9;") if "\n" in text or "\t" in text else text


def _trail(root: etree._Element) -> Trail:
    figures = [_read_figure(each) for each in root.iter(f"{_TAG}figure")]
    return Trail(
        **{name: root.get(name, "") for name in _TRAIL} | {"year": int(root.get("year", "0"))},
        inputs=tuple(Input(each.get("file"), each.get("digest")) for each in root.iter(f"{_TAG}input")),
        figures={noted.figure.id: noted for noted in figures},
        marks=tuple(_read_mark(each) for each in root.iter(f"{_TAG}mark")),
    )


def _read_figure(element: etree._Element) -> Noted:
    figure = Figure(
        element.get("id"),
        _read_value(element),
        element.get("unit", ""),
        _read_origin(element[0]),
        Decimal(element.get("error", "0")),
    )
    return Noted(figure, element.get("text", ""))


def _read_origin(element: etree._Element) -> Origin:
    if element.tag == f"{_TAG}cell":
        return CellOrigin(**{name: element.get(name, "") for name in CellOrigin._fields})
    inputs = tuple(each.get("id") for each in element)
    return Derived(element.get("text", ""), inputs, element.get("applied", ""))


def _read_mark(element: etree._Element) -> Mark:
    return Mark(element.get("bookmark"), element.get("figure"), _read_value(element), element.get("text", ""))


def _read_value(element: etree._Element) -> Decimal | None:
    return Decimal(element.get("value")) if element.get("value") else None
