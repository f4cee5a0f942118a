"""Everything a Word file says, in reading order: paragraphs, and tables cell by cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from converter.document.errors import DocumentError
from converter.document.levels import Levels
from converter.document.numbering import numbered
from converter.document.outline import UNREADABLE, opened
from converter.document.pen import BOOKMARK

_PARAGRAPH, _TABLE, _ROW, _CELL, _TEXT = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc", "w:t"))
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_LEFT_OUT = frozenset(map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:tblPr", "w:trPr", "w:tcPr")))
_START, _END, _NAME, _ID, _VALUE = map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:name", "w:id", "w:val"))

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from nought."""


@dataclass(slots=True)
class Written:
    """A stretch of text, and where in it each figure's bookmark begins and ends."""

    text: str = ""
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its text, and its level as a heading or 0."""

    written: Written
    level: int


@dataclass(frozen=True, slots=True)
class Tabular:
    """One table: its cells row by row, a merged cell's text in its first place, and the merges."""

    rows: tuple[tuple[Written, ...], ...]
    merges: tuple[Merge, ...]


Content = Passage | Tabular


def read_contents(data: bytes) -> tuple[Content, ...]:
    """Return the paragraphs and tables of a .docx in order, changes accepted; DocumentError if it is none."""
    try:
        document = opened(data)
        levels = Levels(document)
        return tuple(_contents(document.element.body, levels))
    except UNREADABLE as reason:
        raise DocumentError(str(reason)) from reason


def _contents(parent: BaseOxmlElement, levels: Levels) -> Iterator[Content]:
    for child in parent.iterchildren("*"):
        if child.tag == _PARAGRAPH:
            if not levels.in_contents(child):
                written = _written(child)
                found = numbered(written.text)
                yield Passage(written, found.level if found else levels.of(child))
        elif child.tag == _TABLE:
            yield _tabular(child)
        elif child.tag not in _LEFT_OUT:
            yield from _contents(child, levels)


def _tabular(table: BaseOxmlElement) -> Tabular:
    rows: list[tuple[Written, ...]] = []
    merges: list[Merge] = []
    above: dict[int, int] = {}  # where the merge that reaches down to a column began
    for index, row in enumerate(table.iterchildren(_ROW)):
        cells: list[Written] = []
        for cell in row.iter(_CELL):
            left, width, down = len(cells), _span(cell), cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            continued = down is not None and down.get(_VALUE, "continue") == "continue"
            first = above.get(left, index) if continued else index
            cells += [Written() if continued else _written(cell), *[Written() for _ in range(width - 1)]]
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


def _written(parent: BaseOxmlElement) -> Written:
    """Return a paragraph's or a cell's text with its bookmarks; a cell's paragraphs part like lines."""
    found, open_marks = Written(), dict[str, str]()
    for node in _nodes(parent):
        if node.tag == _START and re.fullmatch(BOOKMARK, node.get(_NAME, "")):
            open_marks[node.get(_ID)] = node.get(_NAME)
            found.marks[node.get(_NAME)] = (len(found.text), len(found.text))
        elif node.tag == _END and node.get(_ID) in open_marks:
            name = open_marks.pop(node.get(_ID))
            found.marks[name] = (found.marks[name][0], len(found.text))
        elif node.tag == _PARAGRAPH and found.text:
            found.text += "\n"
        else:
            found.text += (node.text or "") if node.tag == _TEXT else _SIGNS.get(node.tag, "")
    return found


def _nodes(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in parent.iterchildren("*"):
        if child.tag not in _LEFT_OUT:
            yield child
            yield from _nodes(child)
