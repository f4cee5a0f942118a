"""The parts of a Word file, unpacked and parsed within bounds.

A part that is missing or spoiled makes the file unreadable, as it does in Word. No declaration of a document
type is accepted, and with it no entity: no office program writes one.
"""

import posixpath
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from converter.document.format import tag
from converter.document.read.hidden_text import mark_hidden_by_style
from converter.errors import DocumentError

LARGEST = 200_000_000
"""Bytes a file may unpack to; a report of fifty pages has about one million."""

MOST_TAGS = 4_000_000
"""Of a part; a report of fifty pages has about a hundred thousand."""

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MACROS = "application/vnd.ms-word."
_DOCUMENTS = frozenset(
    (
        f"{_WORD}document.main+xml",
        f"{_WORD}template.main+xml",
        f"{_MACROS}document.macroEnabled.main+xml",
        f"{_MACROS}template.macroEnabledTemplate.main+xml",
    )
)
_BESIDE_TEXT = ("header", "footer", "footnotes", "endnotes")
_PARSED = (
    frozenset(f"{_WORD}{kind}+xml" for kind in ("styles", "numbering", "settings", "comments", *_BESIDE_TEXT))
    | {"application/vnd.openxmlformats-package.core-properties+xml"}
    | _DOCUMENTS
)

BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ParseError,
    LookupError,
    ValueError,
    RuntimeError,
)
"""What a broken package raises in the libraries that unpack and parse it."""


class WordParts(Struct, frozen=True):
    """The body of a document, and its styles and numbering if it has any.

    `beside_text` are its headers, footers and notes, each with the name of its kind.
    """

    body: Element
    styles: Element | None
    numbering: Element | None
    beside_text: tuple[tuple[str, Element], ...] = ()


class _Relation(Struct, frozen=True):
    """To which part another one is related, and how."""

    kind: str
    part: str


class _Part(Struct, frozen=True):
    """A part parsed, or None where it is of a kind that holds no text; and what it is related to."""

    root: Element | None
    related: list[_Relation]


@contextmanager
def unreadable() -> Iterator[None]:
    """Raise DocumentError for whatever shows that a file is no Word document or a broken one."""
    try:
        yield
    except BROKEN as reason:
        raise DocumentError(str(reason)) from reason


def word_parts(data: bytes) -> WordParts:
    """Return the parts of a .docx that hold its text; DocumentError if it is none."""
    with unreadable(), ZipFile(BytesIO(data)) as package:
        if sum(member.file_size for member in package.infolist()) > LARGEST:
            raise DocumentError("unpacks to an unreasonable size")
        return _Package(package).word_parts()


def parsed(data: bytes) -> Element:
    """Return the root of a part; ParseError or ValueError if it can't be parsed, or has too much in it."""
    if data.count(b"<") > MOST_TAGS:
        raise ValueError("too many elements")
    # A builder of Python's own makes a tree in a fifth less time than one that listens for a declaration.
    may_declare = b"DOCTYPE" in data.replace(b"\0", b"")  # in each encoding that the parser accepts
    parser = XMLParser(target=_TreeWithoutEntities() if may_declare else TreeBuilder())
    parser.feed(data)
    root: Element = parser.close()
    return root


class _TreeWithoutEntities(TreeBuilder):
    def doctype(self, name: str, public_id: str | None, system_id: str | None) -> None:
        raise ValueError(f"declares a document type: {name}")


class _Package:
    """The parts of a package, by name."""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._members = set(package.namelist())
        types = parsed(package.read("[Content_Types].xml"))
        self._types = _types(types, "Override", "PartName")
        self._types_by_suffix = _types(types, "Default", "Extension")

    def word_parts(self) -> WordParts:
        related = self._related("")
        parts = self._reachable(related)
        name = _by_kind(related)["officeDocument"]
        if self._type(name) not in _DOCUMENTS:
            raise ValueError(f"no Word document: {self._type(name)}")
        body = _expected(_expected(parts[name].root, tag("document")).find(tag("body")), tag("body"))
        own = _by_kind(parts[name].related)
        styles = _expected(parts[own["styles"]].root, tag("styles")) if "styles" in own else None
        numbering = parts[own["numbering"]].root if "numbering" in own else None
        mark_hidden_by_style(body, styles)
        beside = ((relation.kind.removeprefix(_RELATED), relation.part) for relation in parts[name].related)
        roots = ((kind, parts[part].root) for kind, part in beside if kind in _BESIDE_TEXT)
        return WordParts(
            body, styles, numbering, tuple((kind, root) for kind, root in roots if root is not None)
        )

    def _reachable(self, related: list[_Relation]) -> dict[str, _Part]:
        """Return every part that the package, or a part of it, is related to."""
        parts: dict[str, _Part] = {}
        waiting = list(related)
        while waiting:
            name = waiting.pop().part
            if name not in parts:
                data = self._package.read(name)
                root = parsed(data) if self._type(name) in _PARSED else None
                parts[name] = _Part(root, self._related(name))
                waiting += parts[name].related
        return parts

    def _related(self, name: str) -> list[_Relation]:
        """Return what a part is related to, or the package itself for no name."""
        folder, file = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self._members:
            return []
        root = _expected(parsed(self._package.read(relations)), f"{_RELATIONSHIPS}Relationships")
        return [
            _Relation(relation.get("Type", ""), _absolute(folder, relation.get("Target", "")))
            for relation in root.findall(f"{_RELATIONSHIPS}Relationship")
            if relation.get("TargetMode") != "External"
        ]

    def _type(self, name: str) -> str:
        """Return the type of a part's content; LookupError if the package does not tell it."""
        suffix = posixpath.splitext(name)[1].removeprefix(".")
        return self._types.get(f"/{name}".lower()) or self._types_by_suffix[suffix.lower()]


def _types(types: Element, name: str, key: str) -> dict[str, str]:
    """Return the types of content that elements of a name tell, by an attribute of theirs."""
    elements = types.findall(f"{_TYPES}{name}")
    return {element.get(key, "").lower(): element.get("ContentType", "") for element in elements}


def _absolute(folder: str, target: str) -> str:
    """Return a part's name in the package from how a part in a folder refers to it."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _by_kind(related: list[_Relation]) -> dict[str, str]:
    """Return the names of the parts by how they are related, the first of each kind."""
    return {relation.kind.removeprefix(_RELATED): relation.part for relation in reversed(related)}


def _expected(element: Element | None, name: str) -> Element:
    """Return the element if it is one of that name, else raise ValueError."""
    if element is None or element.tag != name:
        raise ValueError(f"not found: {name}")
    return element
