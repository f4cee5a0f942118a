"""A Word file written by a person, as an ordered list of sections."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import LxmlError

from converter.document.read.levels import Levels
from converter.document.read.numbering import numbered, without_number
from converter.errors import DocumentError

_LARGEST = 200_000_000  # bytes unpacked; a report of fifty pages has about one million
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_NOT_PROSE = frozenset(map(qn, ("w:tbl", "w:txbxContent", "w:del", "w:moveFrom", "w:pPr")))

# What python-docx and the zip reader let through on a broken file; neither documents it.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    OpcError,
    LxmlError,
    KeyError,
    ValueError,
    AttributeError,
    EOFError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the prose up to the next heading of any level.

    `line` is the heading as written, `title` the same without its number. Level 0, without title,
    is what stands before the first heading.
    """

    level: int
    title: str
    line: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a document in order; tables, text boxes and deleted text are left out."""

    sections: tuple[Section, ...]


def read_outline(data: bytes) -> Outline:
    """Return the outline of a .docx; raise DocumentError if the data is none.

    Headings are known by their number in the text, by style or outline level, or by automatic number.
    """
    try:
        lines = list(_lines(opened(data)))
    except UNREADABLE as reason:
        raise DocumentError(str(reason)) from reason
    drafts: list[tuple[int, str, list[str]]] = [(0, "", [])]
    for level, line in lines:
        if level:
            drafts.append((level, line, []))
        else:
            drafts[-1][2].append(line)
    sections = (Section(level, without_number(line), line, tuple(prose)) for level, line, prose in drafts)
    return Outline(tuple(section for section in sections if section.level or section.paragraphs))


def opened(data: bytes) -> Document:
    """Return a .docx opened, unless it unpacks to too much."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        if sum(member.file_size for member in package.infolist()) > _LARGEST:
            raise DocumentError("unpacks to an unreasonable size")
    return docx.Document(BytesIO(data))


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """Yield each line that is not blank, with its level as a heading or 0; line breaks part lines."""
    levels = Levels(document)
    for paragraph in _paragraphs(document.element.body):
        if levels.in_contents(paragraph):
            continue
        lines = [line.strip() for line in "".join(_words(paragraph)).split("\n") if line.strip()]
        styled = levels.of(paragraph) if len(lines) == 1 else 0
        for line in lines:
            found = numbered(line)
            yield (found.level if found else styled), line


def _paragraphs(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield paragraphs in order, those inside content controls too."""
    for child in parent.iterchildren("*"):
        if child.tag == _PARAGRAPH:
            yield child
        elif child.tag not in _NOT_PROSE:
            yield from _paragraphs(child)


def _words(parent: BaseOxmlElement) -> Iterator[str]:
    """Yield a paragraph's text as it stands after accepting all changes, links and fields included."""
    for child in parent.iterchildren("*"):
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _NOT_PROSE:
            yield from _words(child)
