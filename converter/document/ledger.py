"""The trail of a report's figures as a custom XML part of its package: written, and read back.

    <ledger xmlns=… department="" year="" pack="" version="" digest="" converter="">
      <input file="" digest=""/>                                    each file it was made from
      <sheet key="0" file="" sheet="" unit="" form=""/>             each form that cells are of
      <figure id="" value="" error="" unit="" text="">              printed, or rested on by one that is
        <cell at="" of="0" raw=""/>                                 read from a cell, or
        <formula text="" applied=""><of id=""/></formula>           reckoned from others
      </figure>
      <mark bookmark="" figure="" value="" text=""/>                one for every place of printing
      <prose of=""/>                                                each text that was supplied
      <passages></passages>                                         a digest of every line of its text
    </ledger>

Values are exact, in the base unit; an empty one is none.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
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
_SHEET = ("file", "sheet", "unit", "form")
_TRAIL = ("department", "year", "pack", "version", "digest", "converter")

# What a broken package or a part that another program has meddled with may raise.
_UNREADABLE = (BadZipFile, etree.LxmlError, ArithmeticError, ValueError, TypeError, LookupError)

_Sheet = tuple[str, str, str, str]


def ledger_part(trail: Trail) -> str:
    """Return the part's XML."""
    sheets: dict[_Sheet, int] = {}
    figures = "".join([_figure(each, sheets) for each in trail.figures.values()])
    head = "".join([f' {name}="{_safe(str(getattr(trail, name)))}"' for name in _TRAIL])
    inputs = "".join([f'<input file="{_safe(file)}" digest="{digest}"/>' for file, digest in trail.inputs])
    prose = "".join([f'<prose of="{_safe(name)}"/>' for name in trail.prose])
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<ledger xmlns="{NAMESPACE}"{head}>{inputs}{"".join(map(_sheet, sheets, sheets.values()))}'
        f"{figures}{''.join(map(_mark, trail.marks))}{prose}"
        f"<passages>{' '.join(trail.passages)}</passages></ledger>"
    )


def read_ledger(report: bytes) -> Trail | None:
    """Return the trail a .docx carries, or None where it carries none that can be read."""
    try:
        with ZipFile(BytesIO(report)) as package:
            for root in _candidates(package):
                return _trail(root)
    except _UNREADABLE:
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


def _sheet(sheet: _Sheet, key: int) -> str:
    file, name, unit, form = map(_safe, sheet)
    return f'<sheet key="{key}" file="{file}" sheet="{name}" unit="{unit}" form="{form}"/>'


def _figure(noted: Noted, sheets: dict[_Sheet, int]) -> str:
    (figure_id, value, unit, origin, error), text = noted
    return (
        f'<figure id="{_safe(figure_id)}" value="{_exact(value)}" error="{plain(error)}" unit="{_safe(unit)}"'
        f' text="{_safe(text)}">{_origin(origin, sheets)}</figure>'
    )


def _origin(origin: Origin, sheets: dict[_Sheet, int]) -> str:
    """Return where a figure came from; a sheet met for the first time gets the next key."""
    if isinstance(origin, CellOrigin):
        key = sheets.setdefault((origin.file, origin.sheet, origin.unit, origin.form), len(sheets))
        return f'<cell at="{origin.cell}" of="{key}" raw="{_safe(origin.text)}"/>'
    inputs = "".join([f'<of id="{_safe(each)}"/>' for each in origin.inputs])
    return f'<formula text="{_safe(origin.formula)}" applied="{_safe(origin.applied)}">{inputs}</formula>'


def _mark(mark: Mark) -> str:
    name, figure_id, value, text = mark
    value_said, text_said = _exact(value), _safe(text)
    return f'<mark bookmark="{name}" figure="{_safe(figure_id)}" value="{value_said}" text="{text_said}"/>'


def _exact(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


@lru_cache(maxsize=4096)
def _safe(text: str) -> str:
    """Return text for an attribute that is still the same after a parser has normalised it."""
    return escaped(text).replace("\n", "&#10;").replace("\t", "&#9;")


def _trail(root: etree._Element) -> Trail:
    sheets = {each.get("key"): each for each in root.iter(f"{_TAG}sheet")}
    figures = [_read_figure(each, sheets) for each in root.iter(f"{_TAG}figure")]
    return Trail(
        **{name: root.get(name, "") for name in _TRAIL} | {"year": int(root.get("year"))},
        inputs=tuple(Input(each.get("file"), each.get("digest")) for each in root.iter(f"{_TAG}input")),
        figures={noted.figure.id: noted for noted in figures},
        marks=tuple(_read_mark(each) for each in root.iter(f"{_TAG}mark")),
        passages=tuple(root.findtext(f"{_TAG}passages", "").split()),
        prose=tuple(each.get("of") for each in root.iter(f"{_TAG}prose")),
    )


def _read_figure(element: etree._Element, sheets: dict[str, etree._Element]) -> Noted:
    figure = Figure(
        element.get("id"),
        _read_value(element),
        element.get("unit"),
        _read_origin(element[0], sheets),
        Decimal(element.get("error")),
    )
    return Noted(figure, element.get("text"))


def _read_origin(element: etree._Element, sheets: dict[str, etree._Element]) -> Origin:
    if element.tag == f"{_TAG}cell":
        file, name, unit, form = (sheets[element.get("of")].get(each) for each in _SHEET)
        return CellOrigin(file, name, element.get("at"), element.get("raw"), unit, form)
    return Derived(element.get("text"), tuple(each.get("id") for each in element), element.get("applied"))


def _read_mark(element: etree._Element) -> Mark:
    return Mark(element.get("bookmark"), element.get("figure"), _read_value(element), element.get("text"))


def _read_value(element: etree._Element) -> Decimal | None:
    return Decimal(element.get("value")) if element.get("value") else None
