"""What of a filed .xlsx package the library may read: cells, formats and comments, nothing that leads away.

The library makes a cell object for each cell of a range it meets, however large, and looks up whatever a part
refers to. So parts and references are kept by name, and a range too large refuses the package.
"""

import io
import re
import zipfile
from collections.abc import Mapping

from converter.figures import position

MOST_BYTES = 5_000_000  # of XML; the library takes some ten seconds and fifty times as much memory
MOST_MERGED = 20_000  # cells in merged areas: the library gives a style to each
_KEPT = re.compile(rb'Type="[^"]*/(?:officeDocument|worksheet|styles|theme|sharedStrings|comments)"')
_RELATION = re.compile(rb"<Relationship\s[^>]*+>")
_SHEET = re.compile(rb"<sheet\s[^>]*+>")
_RELATION_ID = re.compile(rb'\sr?:?[iI]d="([^"]*+)"')
_MERGED = re.compile(rb"mergeCell\s[^>]*+>")
_RANGE = re.compile(rb'ref="([A-Z]++[0-9]++):([A-Z]++[0-9]++)"')
_SEVERAL = re.compile(rb"""comment\s[^>]*?ref\s*+=\s*+["'][^"':&]*+[:&]""")
_OTHER_ENCODING = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s{0,20}=\s{0,20}[\"'](?!utf-8[\"'])", re.IGNORECASE
)
_CUT = (b"hyperlinks", b"tableParts", b"scenarios", b"headerFooter", b"extLst")
_SHAPE = re.compile(rb"<(?:\w+:)?sp[\s>]")
_NOT_COPIED: Mapping[str, re.Pattern[str]] = {
    "picture": re.compile("/media/"),
    "chart": re.compile("/charts/"),
    "macro": re.compile("vbaproject"),
    "object": re.compile("/embeddings/|/ctrlprops/|/activex/"),
    "pivot": re.compile("/pivottables/"),
    "outside": re.compile("/externallinks/"),
    "table": re.compile("/tables/"),
}


class HarmfulError(Exception):
    """A package that the library must not read."""


def not_copied(parts: Mapping[str, bytes]) -> list[str]:
    """Return the kinds of contents that a copy does not have; `messages.workbooks.NOT_COPIED` words them."""
    references = b" ".join(part for name, part in parts.items() if name.lower().endswith(".rels"))
    names = " ".join((*parts, references.decode("latin-1"))).lower().replace("../", "/")
    kinds = [kind for kind, pattern in _NOT_COPIED.items() if pattern.search(names)]
    drawings = (part for name, part in parts.items() if "/drawings/" in name.lower())
    kinds += ["shape"] if any(map(_SHAPE.search, drawings)) else []
    sheets = [part for name, part in parts.items() if _is_sheet(name)]
    kinds += ["link"] if any(b"<hyperlink" in part for part in sheets) else []
    return kinds + (["header"] if any(b"<headerFooter" in part for part in sheets) else [])


def bare_package(parts: Mapping[str, bytes]) -> bytes:
    """Return a package with what the library may read; HarmfulError if that can't be told, or is too much."""
    if sum(map(len, parts.values())) > MOST_BYTES:
        raise HarmfulError("too large")
    bare = {name: _bare(name, part) for name, part in parts.items()}
    if sum(_merged(part) for name, part in bare.items() if _is_sheet(name)) > MOST_MERGED:
        raise HarmfulError("merged areas")
    relations = next((part for name, part in bare.items() if name.endswith("workbook.xml.rels")), b"")
    known = set(_RELATION_ID.findall(relations))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in bare.items():
            known_part = _with_known(part, known) if name == "xl/workbook.xml" else part
            package.writestr(zipfile.ZipInfo(name), known_part)  # without a look at the clock
    return made.getvalue()


def _bare(name: str, part: bytes) -> bytes:
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in part[:4] or _OTHER_ENCODING.match(part):
        if name.endswith((".xml", ".rels")):
            raise HarmfulError(name)
        return b""
    if name.endswith(".rels"):
        return _RELATION.sub(lambda found: found[0] if _KEPT.search(found[0]) else b"", part)
    if _SEVERAL.search(part):
        raise HarmfulError(name)
    if _is_sheet(name):
        for tag in _CUT:
            part = _without(part, tag)
        if b"hyperlink" in part or b"tablePart" in part:
            raise HarmfulError(name)
    return part


def _is_sheet(name: str) -> bool:
    return "/worksheets/" in name.lower() and name.lower().endswith(".xml")


def _without(part: bytes, tag: bytes) -> bytes:
    """Return a part without an element that stands in it once at most."""
    start, ending = part.find(b"<" + tag), b"</" + tag + b">"
    end = part.rfind(ending)
    return part if start < 0 or end < start else part[:start] + part[end + len(ending) :]


def _merged(part: bytes) -> int:
    """Return how many cells are in merged areas."""
    count = 0
    for found in _MERGED.findall(part):
        area = _RANGE.search(found)
        if area is None:
            raise HarmfulError("merged area")
        (top, left), (bottom, right) = (position(corner.decode()) for corner in area.groups())
        count += (abs(bottom - top) + 1) * (abs(right - left) + 1)
    return count


def _with_known(part: bytes, known: set[bytes]) -> bytes:
    """Return the list of sheets with those only whose part is kept, and without what is kept beside them."""
    for tag in (b"pivotCaches", b"externalReferences", b"extLst"):
        part = _without(part, tag)

    def kept(found: re.Match[bytes]) -> bytes:
        of_relation = _RELATION_ID.search(found[0])
        return found[0] if of_relation and of_relation[1] in known else b""

    return _SHEET.sub(kept, part)
