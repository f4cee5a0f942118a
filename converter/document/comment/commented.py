"""A copy of any Word file with comments at places of its text."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.shared import Pt
from docx.text.run import Run
from lxml.etree import LxmlError
from msgspec import Struct

from converter import messages
from converter.document.format import PARAGRAPH, TABLE, Levels, cell_at, tag, text_nodes
from converter.errors import DocumentError

LARGEST = 200_000_000  # bytes a file may unpack to
_RUN, _PROPERTIES = tag("r"), tag("rPr")
LxmlElement = Any  # an element of lxml, by which the library keeps a document
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What the library and the zip reader let through on a broken file; neither documents it.
_UNREADABLE = (
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


class Comment(Struct, frozen=True):
    """What to say of a stretch of text: of the content with that number, as `read_document` has it.

    `row` and `column` are those of a table's cell, else -1. Where the stretch is empty, the comment is on
    the whole paragraph or cell.
    """

    content: int
    row: int
    column: int
    start: int
    end: int
    text: str


def commented(report: bytes, comments: Iterable[Comment]) -> bytes:
    """Return the .docx with the comments; DocumentError if it is none."""
    try:
        document = _opened(report)
        _define_styles(document)
        levels = Levels(document.styles.element, _numbering(document))
        contents: list[LxmlElement] = list(levels.contents(document.element.body))
        for comment in comments:
            _add(document, contents[comment.content], comment)
    except _UNREADABLE as reason:
        raise DocumentError(str(reason)) from reason
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _opened(report: bytes) -> Document:
    with zipfile.ZipFile(BytesIO(report)) as package:
        if sum(member.file_size for member in package.infolist()) > LARGEST:
            raise DocumentError("unpacks to an unreasonable size")
    return docx.Document(BytesIO(report))


def _numbering(document: Document) -> LxmlElement | None:
    related = document.part.rels.values()
    parts = [each.target_part for each in related if each.reltype == RELATIONSHIP_TYPE.NUMBERING]
    return parts[0].element if parts else None


def _define_styles(document: Document) -> None:
    """Define the styles in which the library sets comments, where the document lacks them."""
    known = {style.style_id for style in document.styles}
    for name, kind in (
        ("CommentText", WD_STYLE_TYPE.PARAGRAPH),
        ("CommentReference", WD_STYLE_TYPE.CHARACTER),
    ):
        if name not in known:
            document.styles.add_style(name, kind).font.size = Pt(9)


def _add(document: Document, content: LxmlElement, comment: Comment) -> None:
    place = cell_at(content, comment.row, comment.column) if content.tag == TABLE else content
    runs = [Run(run, document) for run in _runs(place, comment.start, comment.end)]
    author, initials = messages.trace.REVIEW_AUTHOR, messages.trace.REVIEW_INITIALS
    added = document.add_comment([runs[0], runs[-1]], "", author, initials)
    blank = added.paragraphs[0]._p  # set by the library with white space that no schema allows
    blank.getparent().text = None
    blank.getparent().remove(blank)
    for line in comment.text.split("\n"):
        added.add_paragraph(line)


def _runs(place: LxmlElement, start: int, end: int) -> list[LxmlElement]:
    """Return the runs of just a stretch of a place's text; of an empty one all runs, or a new one.

    Runs that the stretch begins or ends within are cut in two.
    """
    if start < end:
        _cut_at(place, start)
        _cut_at(place, end)
    found = [
        node.getparent()
        for node, first in _text_nodes(place)
        if start >= end or (first < end and first + len(node.text or "") > start)
    ]
    return found or [_new_run(place)]


def _text_nodes(place: LxmlElement) -> Iterator[tuple[LxmlElement, int]]:
    return text_nodes(place)


def _cut_at(place: LxmlElement, at: int) -> None:
    """Make a run begin where the text at `at` begins."""
    for node, first in _text_nodes(place):
        if first <= at < first + len(node.text or ""):
            return _cut(node, at - first)
    return None


def _cut(node: LxmlElement, at: int) -> None:
    """Move what follows `at` characters of a text node, and its later siblings, into a run of its own."""
    run = node.getparent()
    before = [sibling for sibling in node.itersiblings(preceding=True) if sibling.tag != _PROPERTIES]
    if not at and not before:
        return
    later = run.makeelement(_RUN, run.attrib)
    later.extend(deepcopy(run.findall(_PROPERTIES)))
    moved = deepcopy(node)
    moved.text, node.text = node.text[at:], node.text[:at]
    later.extend([moved, *node.itersiblings()])
    for text in (node, moved):
        text.set(_SPACE, "preserve")
    if not at:
        run.remove(node)
    run.addnext(later)


def _new_run(place: LxmlElement) -> LxmlElement:
    paragraph = place if place.tag == PARAGRAPH else place.find(PARAGRAPH)
    run: LxmlElement = paragraph.makeelement(_RUN)
    paragraph.append(run)
    return run
