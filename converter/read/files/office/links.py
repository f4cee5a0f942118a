"""A zipped document without what it refers to outside itself, and without its pictures."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.etree.ElementTree import ParseError, fromstring, tostring

from converter.pack import Limits
from converter.read.files.archive import UnsafeError, unpacked

_RELATIONS, _KIND = ".rels", "mimetype"
_FETCHED = ("/connections", "/queryTable", "/externalLink", "/attachedTemplate")
_HREF = re.compile(rb"(?<=href)\s{0,20}+=\s{0,20}+(?:\"([^\"]*+)\"|'([^']*+)')")
_WITHIN = (b"#", b"./", b"Object", b"Pictures/")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,20}=\s{0,20}[\"'](?!utf-8[\"'])", re.IGNORECASE)


def without_links(data: bytes, limits: Limits) -> bytes | None:
    """Return a document without references to files and addresses; None if it can't be stripped of them."""
    try:
        parts = {name: _stripped(name, part) for name, part in unpacked(data, limits).items()}
        return _zipped(parts, _kind(data))
    except (UnsafeError, ParseError, ValueError, zipfile.BadZipFile, KeyError):
        return None


def _stripped(name: str, part: bytes) -> bytes:
    if name.lower().endswith(_RELATIONS):
        return _without_outside(part)
    if not name.lower().endswith(".xml"):
        return part
    # Only what is written as ASCII writes it can be searched byte by byte.
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in part[:4] or _ENCODING.match(part):
        raise ValueError(name)
    return _HREF.sub(lambda found: found[0] if _is_within(found[1] or found[2] or b"") else b'=""', part)


def _is_within(address: bytes) -> bool:
    return address.startswith(_WITHIN) and b".." not in address


def _without_outside(part: bytes) -> bytes:
    if b"<!DOCTYPE" in part:
        raise ValueError("declares a document type")
    root = fromstring(part)
    for relation in list(root):
        kind, mode = relation.get("Type", ""), relation.get("TargetMode", "")
        if mode.lower() == "external" or kind.endswith(_FETCHED):
            root.remove(relation)
    written: bytes = tostring(root, "utf-8", xml_declaration=True)
    return written


def _kind(data: bytes) -> bytes:
    """Return what an OpenDocument says it is, in a part that is no XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if _KIND not in package.namelist():
            return b""
        with package.open(_KIND) as part:
            return part.read(200)


def _zipped(parts: Mapping[str, bytes], kind: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        if kind:  # the first, and not packed
            package.writestr(zipfile.ZipInfo(_KIND), kind)  # without a look at the clock
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()
