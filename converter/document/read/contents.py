"""Everything a Word file says, in reading order: paragraphs, and tables cell by cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from converter.document.read.levels import Levels
from converter.document.read.numbering import numbered
from converter.document.read.outline import UNREADABLE, opened
from converter.document.write import BOOKMARK
from converter.errors import DocumentError

_PARAGRAPH, TABLE, _ROW, _CELL, _TEXT = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc", "w:t"))
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_LEFT_OUT = frozenset(map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:tblPr", "w:trPr", "w:tcPr")))
_START, _END, _NAME, _ID, _VALUE = map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:name", "w:id", "w:val"))

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from nought."""


@dataclass(slots=True)
class MarkedText:
    """A stretch of text, and where in it each figure's bookmark begins and ends."""

    text: str = ""
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its text, and its level as a heading or 0."""

    written: MarkedText
    level: int


@dataclass(frozen=True, slots=True)
class Tabular:
    """One table: its cells row by row, a merged cell's text in its first place, and the merges."""

    rows: tuple[tuple[MarkedText, ...], ...]
    merges: tuple[Merge, ...]


Content = Passage | Tabular


def read_contents(data: bytes) -> tuple[Content, ...]:
    """Return the paragraphs and tables of a .docx in order, changes accepted; DocumentError if it is none."""
    try:
        document = opened(data)
        levels = Levels(document)
        return tuple(_content(element, levels) for element in elements(document.element.body, levels))
    except UNREADABLE as reason:
        raise DocumentError(str(reason)) from reason


def elements(parent: BaseOxmlElement, levels: Levels) -> Iterator[BaseOxmlElement]:
    """Yield the paragraphs and tables that are contents, in order; a table of contents is none."""
    for child in parent.iterchildren("*"):
        if child.tag == TABLE or (child.tag == _PARAGRAPH and not levels.in_contents(child)):
            yield child
        elif child.tag not in _LEFT_OUT and child.tag != _PARAGRAPH:
            yield from elements(child, levels)


def cell_at(table: BaseOxmlElement, row: int, column: int) -> BaseOxmlElement:
    """Return the cell that begins at a place of a table's grid."""
    left = 0
    cell: BaseOxmlElement
    for cell in list(table.iterchildren(_ROW))[row].iter(_CELL):
        if left == column:
            return cell
        left += _span(cell)
    raise LookupError(column)


def texts(parent: BaseOxmlElement) -> Iterator[tuple[BaseOxmlElement, int]]:
    """Yield the text nodes of a paragraph or a cell, and where in its text each begins."""
    length = 0
    for node in _nodes(parent):
        if node.tag == _TEXT:
            yield node, length
        length += len(_said(node, length))


def _content(element: BaseOxmlElement, levels: Levels) -> Content:
    if element.tag == TABLE:
        return _tabular(element)
    written = _written(element)
    found = numbered(written.text)
    return Passage(written, found.level if found else levels.of(element))


def _tabular(table: BaseOxmlElement) -> Tabular:
    rows: list[tuple[MarkedText, ...]] = []
    merges: list[Merge] = []
    above: dict[int, int] = {}  # where the merge that reaches down to a column began
    for index, row in enumerate(table.iterchildren(_ROW)):
        cells: list[MarkedText] = []
        for cell in row.iter(_CELL):
            left, width, down = len(cells), _span(cell), cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            continued = down is not None and down.get(_VALUE, "continue") == "continue"
            first = above.get(left, index) if continued else index
            cells += [
                MarkedText() if continued else _written(cell),
                *[MarkedText() for _ in range(width - 1)],
            ]
            if down is not None:
                above[left] = first
            if width > 1 or first < index:
                merges = [merge for merge in merges if merge[:2] != (first, left)]
                merges.append((first, left, index, left + width - 1))
        rows.append(tuple(cells))
    return Tabular(tuple(rows), tuple(merges))


def _span(cell: BaseOxmlElement) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return int(span.get(_VALUE, "1")) if span is not None else 1


def _written(parent: BaseOxmlElement) -> MarkedText:
    """Return a paragraph's or a cell's text with its bookmarks; a cell's paragraphs part like lines."""
    found, open_marks = MarkedText(), dict[str, str]()
    for node in _nodes(parent):
        if node.tag == _START and re.fullmatch(BOOKMARK, node.get(_NAME, "")):
            open_marks[node.get(_ID)] = node.get(_NAME)
            found.marks[node.get(_NAME)] = (len(found.text), len(found.text))
        elif node.tag == _END and node.get(_ID) in open_marks:
            name = open_marks.pop(node.get(_ID))
            found.marks[name] = (found.marks[name][0], len(found.text))
        else:
            found.text += _said(node, len(found.text))
    return found


def _said(node: BaseOxmlElement, length: int) -> str:
    """Return what a node adds to a text that is so long already."""
    if node.tag == _TEXT:
        return node.text or ""
    if node.tag == _PARAGRAPH:
        return "\n" if length else ""
    return _SIGNS.get(node.tag, "")


def _nodes(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in parent.iterchildren("*"):
        if child.tag not in _LEFT_OUT:
            yield child
            yield from _nodes(child)
