"""Everything a Word file says, in reading order: paragraphs, and tables cell by cell."""

import re
from collections import Counter
from operator import attrgetter
from xml.etree.ElementTree import Element

from converter.document.contents import BookmarkedText, Content, Passage, ReadDocument, Tabular
from converter.document.format import (
    BOOKMARK,
    TABLE,
    Levels,
    cells,
    columns_of,
    merged_down,
    node_text,
    nodes,
    rows,
    tag,
)
from converter.document.heading_numbers import numbered_heading
from converter.document.read.package import unreadable, word_parts
from converter.document.read.pieces import with_pieces
from converter.document.read.unread import markup_in, unread_parts
from converter.figures import Merge

_OUR_BOOKMARK = re.compile(BOOKMARK)
_START, _END, _NAME, _ID = tag("bookmarkStart"), tag("bookmarkEnd"), tag("name"), tag("id")

MOST_PLACES = 1_000_000
"""Of a table: its rows times its columns."""

_NOTHING = BookmarkedText()


def read_document(data: bytes) -> ReadDocument:
    """Return what a .docx says, changes accepted; DocumentError if it is none.

    A table within a cell comes after the table it is in.
    """
    with unreadable():
        parts = word_parts(data)
        levels = Levels(parts.styles, parts.numbering)
        elements = list(levels.contents(parts.body))
        contents = with_pieces([_content(element, levels) for element in elements])
        counts = Counter(map(attrgetter("tag"), parts.body.iter()))
        return ReadDocument(contents, tuple(unread_parts(parts, elements, counts)), *markup_in(counts))


def _content(element: Element, levels: Levels) -> Content:
    if element.tag == TABLE:
        return _tabular(element)
    text = _bookmarked_text(element)
    heading = numbered_heading(text.text)
    return Passage(text, heading.level if heading else levels.of(element))


def _tabular(table: Element) -> Tabular:
    found: list[tuple[BookmarkedText, ...]] = []
    merges: dict[tuple[int, int], Merge] = {}
    places = 0
    above: dict[int, int] = {}  # in which row the merge that reaches down to a column began
    labels: dict[int, tuple[int, str]] = {}  # the last row of a merge in a column, and its text
    for index, row in enumerate(rows(table)):
        texts: list[BookmarkedText] = []
        for cell in cells(row):
            left, width, down = len(texts), columns_of(cell), merged_down(cell)
            text = _bookmarked_text(cell)
            # Where a page begins, the label of a group stands again: in print two cells, in sense one.
            repeated = bool(text.text.strip()) and labels.get(left) == (index - 1, text.text)
            continued = repeated or down == "continue"
            first = above.get(left, index) if continued else index
            texts += [
                _NOTHING if continued else text,
                *[_NOTHING] * (width - 1),
            ]
            if down or repeated:
                above[left] = first
                labels[left] = (index, labels.get(left, (0, ""))[1] if continued else text.text)
            if width > 1 or first < index:
                merges.pop((first, left), None)
                merges[first, left] = (first, left, index, left + width - 1)
        places += len(texts)
        if places > MOST_PLACES:
            raise ValueError("a table of unreasonable size")
        found.append(tuple(texts))
    return Tabular(tuple(found), tuple(merges.values()))


def _bookmarked_text(parent: Element) -> BookmarkedText:
    """Return a paragraph's or a cell's text with its bookmarks; a cell's paragraphs part like lines."""
    texts, length, bookmarks = list[str](), 0, dict[str, tuple[int, int]]()
    begun = dict[str | None, str]()
    for node in nodes(parent):
        if node.tag == _START and _OUR_BOOKMARK.fullmatch(node.get(_NAME, "")):
            begun[node.get(_ID)] = name = node.get(_NAME, "")
            bookmarks[name] = (length, length)
        elif node.tag == _END and node.get(_ID) in begun:
            name = begun.pop(node.get(_ID))
            bookmarks[name] = (bookmarks[name][0], length)
        elif text := node_text(node, length):
            texts.append(text)
            length += len(text)
    return BookmarkedText("".join(texts), bookmarks)
