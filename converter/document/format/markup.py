"""The text of a Word file: its paragraphs, tables and cells, and the nodes their texts are made of.

Works on elements of the standard library and on those of lxml alike. Changes count as accepted: deleted text
is left out. So is text that is hidden, and the copy of a drawing kept for old programs.
"""

from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tag(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return _W + name


PARAGRAPH, TABLE, TEXT_BOX = tag("p"), tag("tbl"), tag("txbxContent")
_ROW, _CELL, _TEXT = tag("tr"), tag("tc"), tag("t")
_CELL_PROPERTIES, _MERGED_DOWN, _MERGED_ACROSS = tag("tcPr"), tag("vMerge"), tag("gridSpan")
_VALUE = tag("val")
_SIGNS = {tag("tab"): "\t", tag("br"): "\n", tag("cr"): "\n", tag("noBreakHyphen"): "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset((*map(tag, ("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr")), _FALLBACK))
_NOT_NODES, _NOT_OWN = _SKIPPED | {TABLE}, _SKIPPED | {TEXT_BOX, TABLE}
_RUN, _PROPERTIES, _HIDDEN = tag("r"), tag("rPr"), tag("vanish")
MOST_COLUMNS = 1_000
"""Of a table; Word allows 63."""
_DIGITS_OF_SPAN = 6
_OFF = ("0", "false", "off")


def paragraphs_and_tables(body: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of a body in order, those in content controls too.

    A table within a cell comes after the table it is in.
    """
    for node in _below(body, _SKIPPED, (PARAGRAPH, TABLE)):
        if node.tag == TABLE:
            yield from _with_inner_tables(node)
        elif node.tag == PARAGRAPH:
            yield node


def _with_inner_tables(table: Element) -> Iterator[Element]:
    yield table
    has_inner = len(list(table.iter(TABLE))) > 1
    for node in _below(table, _SKIPPED, (TABLE,)) if has_inner else ():
        if node.tag == TABLE:
            yield from _with_inner_tables(node)


def rows(table: Element) -> list[Element]:
    """Return the rows of a table, those in content controls too."""
    return [node for node in _below(table, _SKIPPED, (_ROW,)) if node.tag == _ROW]


def cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row, one for each column where it begins."""
    return (node for node in _below(row, _SKIPPED, (_CELL,)) if node.tag == _CELL)


def cell_at(table: Element, row: int, column: int) -> Element:
    """Return the cell that begins at a place of a table's grid."""
    left = 0
    for cell in cells(rows(table)[row]):
        if left == column:
            return cell
        left += columns_of(cell)
    raise LookupError(column)


def columns_of(cell: Element) -> int:
    """Return how many columns of the grid a cell covers; ValueError if more than any table has."""
    span = _property(cell, _MERGED_ACROSS)
    stated = "1" if span is None else span.get(_VALUE, "1")
    width = int(stated[:_DIGITS_OF_SPAN])
    if width > MOST_COLUMNS:
        raise ValueError(f"a cell over {width} columns")
    return max(width, 1)


def merged_down(cell: Element) -> str:
    """Return "restart" where a cell reaches into rows below, "continue" in these rows, else ""."""
    merged = _property(cell, _MERGED_DOWN)
    return "" if merged is None else merged.get(_VALUE, "continue")


def _property(cell: Element, name: str) -> Element | None:
    properties = cell.find(_CELL_PROPERTIES)
    return None if properties is None else properties.find(name)


def text_of(paragraph: Element) -> str:
    """Return a paragraph's own text, without that of text boxes in it."""
    return "".join(node_text(node) for node in _below(paragraph, _NOT_OWN))


def nodes(parent: Element) -> Iterator[Element]:
    """Yield what is below a paragraph or a cell, in order, without the tables in it."""
    return _below(parent, _NOT_NODES)


def text_nodes(parent: Element) -> Iterator[tuple[Element, int]]:
    """Yield the text nodes of a paragraph or a cell, and where in its text each begins."""
    length = 0
    for node in nodes(parent):
        if node.tag == _TEXT:
            yield node, length
        length += len(node_text(node, length))


def node_text(node: Element, length: int = 0) -> str:
    """Return what a node adds to a text of some length: a further paragraph begins a line."""
    if node.tag == _TEXT:
        return node.text or ""
    if node.tag == PARAGRAPH:
        return "\n" if length else ""
    return _SIGNS.get(node.tag, "")


def _below(parent: Element, skipped: Collection[str], whole: Collection[str] = ()) -> Iterator[Element]:
    """Yield what is below an element, in order, without elements `skipped` and what is in those `whole`."""
    waiting = [iter(parent)]
    while waiting:
        for child in waiting[-1]:
            if child.tag not in skipped and not (child.tag == _RUN and _is_hidden(child)):
                yield child
                if len(child) and child.tag not in whole:
                    waiting.append(iter(child))
                    break
        else:
            waiting.pop()


def _is_hidden(run: Element) -> bool:
    properties = run.find(_PROPERTIES)
    return properties is not None and is_on(properties.find(_HIDDEN))


def is_on(switch: Element | None) -> bool:
    """Whether a property that is there or not is set: it may be there to say that it is not."""
    return switch is not None and switch.get(_VALUE, "") not in _OFF
