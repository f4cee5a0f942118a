"""A copy of any Word file with comments at places of its text."""

from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from typing import NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.run import Run

from converter import messages
from converter.document.read import TABLE, UNREADABLE, Levels, cell_at, elements, opened, texts
from converter.errors import DocumentError

_PARAGRAPH, _RUN, _PROPERTIES = map(qn, ("w:p", "w:r", "w:rPr"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Comment(NamedTuple):
    """What to say of a stretch of text: of the content with that number, as `read_contents` has it.

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
        document = opened(report)
        _styles(document)
        contents = list(elements(document.element.body, Levels(document)))
        for each in comments:
            _comment(document, contents[each.content], each)
    except UNREADABLE as reason:
        raise DocumentError(str(reason)) from reason
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _styles(document: Document) -> None:
    """Define the styles in which the library sets comments, where the document lacks them."""
    known = {style.style_id for style in document.styles}
    for name, kind in (
        ("CommentText", WD_STYLE_TYPE.PARAGRAPH),
        ("CommentReference", WD_STYLE_TYPE.CHARACTER),
    ):
        if name not in known:
            document.styles.add_style(name, kind).font.size = Pt(9)


def _comment(document: Document, place: BaseOxmlElement, said: Comment) -> None:
    if place.tag == TABLE:
        place = cell_at(place, said.row, said.column)
    runs = [Run(each, document) for each in _runs(place, said.start, said.end)]
    author, initials = messages.trace.REVIEW_AUTHOR, messages.trace.REVIEW_INITIALS
    comment = document.add_comment([runs[0], runs[-1]], "", author, initials)
    blank = comment.paragraphs[0]._p  # set by the library with white space that no schema allows
    blank.getparent().text = None
    blank.getparent().remove(blank)
    for line in said.text.split("\n"):
        comment.add_paragraph(line)


def _runs(place: BaseOxmlElement, start: int, end: int) -> list[BaseOxmlElement]:
    """Return the runs that hold just a stretch of a place's text; if it is empty, all or a new one."""
    if start < end:
        _part(place, start)
        _part(place, end)
    found = [
        node.getparent()
        for node, first in texts(place)
        if start >= end or (first < end and first + len(node.text or "") > start)
    ]
    return found or [_new_run(place)]


def _part(place: BaseOxmlElement, at: int) -> None:
    """Make a run begin where the text at `at` begins."""
    for node, first in texts(place):
        if first <= at < first + len(node.text or ""):
            return _cut(node, at - first)
    return None


def _cut(node: BaseOxmlElement, at: int) -> None:
    """Move what follows `at` characters of a text node, and its later siblings, into a run of its own."""
    run = node.getparent()
    before = [each for each in node.itersiblings(preceding=True) if each.tag != _PROPERTIES]
    if not at and not before:
        return
    later = run.makeelement(_RUN, run.attrib)
    later.extend(deepcopy(run.findall(_PROPERTIES)))
    moved = deepcopy(node)
    moved.text, node.text = node.text[at:], node.text[:at]
    later.extend([moved, *node.itersiblings()])
    for each in (node, moved):
        each.set(_SPACE, "preserve")
    if not at:
        run.remove(node)
    run.addnext(later)


def _new_run(place: BaseOxmlElement) -> BaseOxmlElement:
    paragraph = place if place.tag == _PARAGRAPH else place.find(_PARAGRAPH)
    run: BaseOxmlElement = paragraph.makeelement(_RUN)
    paragraph.append(run)
    return run
