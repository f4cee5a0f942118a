"""What Word itself knows of a paragraph's rank: heading style, outline level, automatic number."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from xml.etree.ElementTree import Element

from converter import chinese
from converter.document.format.markup import TABLE, paragraphs_and_tables, tag

LONGEST_LINEAGE = 20  # styles based on one another; Word allows eleven
_VALUE = tag("val")
_HEADING, _CONTENTS = "heading ", "toc "
_BODY_TEXT = 9  # Word's outline levels count from 0; 9 is none
_COUNTED_IN_CHINESE = ("chinese", "japanese", "ideograph", "taiwanese")
_BRACKETS = ("(", chinese.OPENING_BRACKET)


_Styles = Mapping[str | None, Element]
_Elements = Mapping[str, Element]


class Levels:
    """Levels of paragraphs in one document, from its styles and numbering, each None if there are none."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        found = () if styles is None else styles.findall(tag("style"))
        by_id = {style.get(tag("styleId")): style for style in found}
        instances, counters = _by(numbering, "num", "numId"), _by(numbering, "abstractNum", "abstractNumId")
        # many paragraphs have one style and one counter
        self._is_of_contents = cache(partial(_is_of_contents, by_id))
        self._level_of_style = cache(partial(_level_of_style, by_id))
        self._level_of_counter = cache(partial(_level_of_counter, instances, counters))

    def of(self, paragraph: Element) -> int:
        """Return 1 to 9 for a heading, 0 for other text."""
        level = _value(paragraph, "pPr/outlineLvl")
        outlined = _from_outline(level) if level.isdigit() else self._level_of_style(_style(paragraph))
        return outlined or self._counted(paragraph)

    def contents(self, body: Element) -> Iterator[Element]:
        """Yield the paragraphs and tables of a body in order, without a table of contents."""
        for node in paragraphs_and_tables(body):
            if node.tag == TABLE or not self._is_of_contents(_style(node)):
                yield node

    def _counted(self, paragraph: Element) -> int:
        """Return 1 or 2 where Word counts in Chinese numerals, with a comma or in brackets."""
        number = _value(paragraph, "pPr/numPr/numId")
        return self._level_of_counter(number, _value(paragraph, "pPr/numPr/ilvl") or "0")


def _is_of_contents(styles: _Styles, id: str) -> bool:
    return any(_name(style).startswith(_CONTENTS) for style in _lineage(styles, id))


def _level_of_style(styles: _Styles, id: str) -> int:
    for style in _lineage(styles, id):
        level = _value(style, "pPr/outlineLvl")
        if level.isdigit():
            return _from_outline(level)
        rank = _name(style).removeprefix(_HEADING)
        if rank != _name(style) and rank.isdigit():
            return int(rank)
    return 0


def _lineage(styles: _Styles, id: str) -> list[Element]:
    """Return a style and those it is based on."""
    found: list[Element] = []
    style = styles.get(id)
    while style is not None and style not in found and len(found) < LONGEST_LINEAGE:
        found.append(style)
        style = styles.get(_value(style, "basedOn"))
    return found


def _level_of_counter(instances: _Elements, counters: _Elements, number: str, depth: str) -> int:
    abstract = _value(instances.get(number), "abstractNumId")
    levels = _children(counters.get(abstract), "lvl")[:_BODY_TEXT]
    return _rank(next((level for level in levels if level.get(tag("ilvl")) == depth), None))


def _style(paragraph: Element) -> str:
    return _value(paragraph, "pPr/pStyle")


def _from_outline(level: str) -> int:
    return (int(level) + 1) % (_BODY_TEXT + 1)


def _rank(level: Element | None) -> int:
    text = _value(level, "lvlText")
    if not _value(level, "numFmt").startswith(_COUNTED_IN_CHINESE):
        return 0
    return 2 if text.startswith(_BRACKETS) else int(text.endswith(chinese.ENUMERATION_COMMA))


def _name(style: Element) -> str:
    return _value(style, "name").lower()


def _by(parent: Element | None, name: str, key: str) -> dict[str, Element]:
    """Return the children `name` by their attribute `key`, the first of each."""
    return {child.get(tag(key), ""): child for child in reversed(_children(parent, name))}


def _children(parent: Element | None, name: str) -> list[Element]:
    return [] if parent is None else parent.findall(tag(name))


def _value(element: Element | None, path: str) -> str:
    """Return the `val` at a path of child elements, or nothing."""
    for step in path.split("/"):
        element = None if element is None else element.find(tag(step))
    return "" if element is None else element.get(_VALUE, "")
