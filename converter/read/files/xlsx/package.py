"""The parts that make a workbook: its sheets in order, the strings and the styles they refer to."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from converter import messages
from converter.read.files.archive import UnsafeError
from converter.read.files.xlsx.markup import ATTRIBUTES, attributes, elements, inside, read_part

MAIN = "xl/workbook.xml"
_PROPERTIES = re.compile(rf"<(?:workbookPr|calcPr)({ATTRIBUTES})\s?/?>")
_TRUE, _FALSE = frozenset({"1", "true"}), frozenset({"0", "false"})


class SheetPart(Struct, frozen=True, eq=False):
    """A worksheet's name, and the part that holds it."""

    name: str
    part: bytes
    is_hidden: bool


class Package(Struct, frozen=True, eq=False):
    """The parts of a workbook; `strings` and `styles` are empty where it has none.

    `is_1904`: its days are counted from 1904. `rounds_as_shown`: it computes with the digits it shows.
    """

    sheets: list[SheetPart]
    strings: bytes
    styles: bytes
    is_1904: bool
    rounds_as_shown: bool


class _Relation(Struct, frozen=True):
    """A part that another refers to, and as what: the last word of its type."""

    target: str
    kind: str


def main_part(parts: Mapping[str, bytes]) -> str:
    """Return the path of the part that lists the sheets, '' if there is none."""
    by_path = _by_path(parts)
    root = _relations(by_path, "", "").values()
    stated = [relation.target for relation in root if relation.kind == "officeDocument"]
    main = (stated or [MAIN])[0]
    return main if b"workbook" in by_path.get(main, b"")[:2000].replace(b"\0", b"") else ""


def package_of(parts: Mapping[str, bytes]) -> Package:
    """Return the parts of a workbook; UnsafeError if one of them is damaged or missing."""
    by_path, main = _by_path(parts), main_part(parts)
    folder, _, file = main.rpartition("/")
    relations = _relations(by_path, folder, file)
    targets = {relation.kind: relation.target for relation in relations.values()}
    listed, properties = read_part(by_path[main], messages.files.UNSAFE_PARTS, _listed)
    return Package(
        sheets=list(_sheets(listed, relations, by_path)),
        strings=by_path.get(targets.get("sharedStrings", ""), b""),
        styles=by_path.get(targets.get("styles", ""), b""),
        is_1904=properties.get("date1904") in _TRUE,
        rounds_as_shown=properties.get("fullPrecision") in _FALSE,
    )


def _listed(text: str) -> tuple[list[dict[str, str]], dict[str, str]]:
    """Return what a workbook says of each of its sheets, and of itself."""
    properties = "".join(_PROPERTIES.findall(text))
    return elements(inside(text, "sheets"), "sheet"), attributes(properties)


def _sheets(
    listed: list[dict[str, str]], relations: Mapping[str, _Relation], by_path: Mapping[str, bytes]
) -> Iterator[SheetPart]:
    """Yield the worksheets; charts and macro sheets are none."""
    names: set[str] = set()
    for about in listed:
        name = about.get("name", "")
        identifier = next((value for key, value in about.items() if key.endswith(":id")), "")
        relation = relations.get(identifier)
        if relation is None or name in names:
            raise UnsafeError(messages.files.UNSAFE_SHEET.format(sheet=name))
        names.add(name)
        if relation.kind == "worksheet":
            content = by_path.get(relation.target, b"")
            yield SheetPart(name, content, about.get("state", "visible") != "visible")


def _relations(by_path: Mapping[str, bytes], folder: str, file: str) -> dict[str, _Relation]:
    """Return by their ids the parts to which a part refers, or the package itself."""
    part = by_path.get(_path(folder, f"_rels/{file}.rels"))
    if part is None:
        return {}
    return {
        about.get("Id", ""): _Relation(
            _path(folder, about.get("Target", "")), about.get("Type", "").rpartition("/")[2]
        )
        for about in read_part(part, messages.files.UNSAFE_PARTS, _references)
        if about.get("TargetMode") != "External"
    }


def _references(text: str) -> list[dict[str, str]]:
    return elements(inside(text, "Relationships"), "Relationship")


def _by_path(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    return {_path("", name): part for name, part in parts.items()}


@lru_cache(maxsize=1024)  # the parts of all workbooks have much the same names
def _path(folder: str, name: str) -> str:
    """Return the path of a part as seen from a folder; upper and lower case are alike."""
    return posixpath.normpath(posixpath.join("/", folder, name.replace("\\", "/"))).lstrip("/").lower()
