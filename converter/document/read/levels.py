"""What Word itself knows of a paragraph's rank: heading style, outline level, automatic number."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

_VALUE = qn("w:val")
_HEADING, _CONTENTS = "heading ", "toc "
_BODY_TEXT = 9  # Word's outline levels count from 0; 9 is none
_COUNTED_IN_CHINESE = ("chinese", "japanese", "ideograph", "taiwanese")
_ENUMERATION_COMMA, _BRACKETS = "\u3001", ("(", "\uff08")


class Levels:
    """Levels of paragraphs in one document, from its styles and numbering."""

    def __init__(self, document: Document) -> None:
        self._styles = {style.style_id: style.element for style in document.styles}
        related = document.part.rels.values()
        parts = [each.target_part for each in related if each.reltype == RELATIONSHIP_TYPE.NUMBERING]
        self._numbering = parts[0].element if parts else None

    def of(self, paragraph: CT_P) -> int:
        """Return 1 to 9 for a heading, 0 for other text."""
        return self._outlined(paragraph) or self._counted(paragraph)

    def in_contents(self, paragraph: CT_P) -> bool:
        """Return whether the paragraph is an entry of a table of contents."""
        return any(_name(style).startswith(_CONTENTS) for style in self._lineage(paragraph))

    def _lineage(self, paragraph: CT_P) -> list[BaseOxmlElement]:
        """Return the paragraph's style and those it is based on."""
        found: list[BaseOxmlElement] = []
        style = self._styles.get(paragraph.style)
        while style is not None and style not in found:
            found.append(style)
            style = self._styles.get(_value(style, "w:basedOn"))
        return found

    def _outlined(self, paragraph: CT_P) -> int:
        for owner in (paragraph, *self._lineage(paragraph)):
            level = _value(owner, "w:pPr/w:outlineLvl")
            if level.isdigit():
                return (int(level) + 1) % (_BODY_TEXT + 1)
            rank = _name(owner).removeprefix(_HEADING)
            if rank != _name(owner) and rank.isdigit():
                return int(rank)
        return 0

    def _counted(self, paragraph: CT_P) -> int:
        """Return 1 or 2 where Word counts in Chinese numerals, with a comma or in brackets."""
        number = _value(paragraph, "w:pPr/w:numPr/w:numId")
        depth = _value(paragraph, "w:pPr/w:numPr/w:ilvl") or "0"
        instance = _child(self._numbering, "w:num", "w:numId", number)
        abstract = _value(instance, "w:abstractNumId")
        counter = _child(self._numbering, "w:abstractNum", "w:abstractNumId", abstract)
        return _rank(_child(counter, "w:lvl", "w:ilvl", depth))


def _rank(shape: BaseOxmlElement | None) -> int:
    text = _value(shape, "w:lvlText")
    if not _value(shape, "w:numFmt").startswith(_COUNTED_IN_CHINESE):
        return 0
    return 2 if text.startswith(_BRACKETS) else int(text.endswith(_ENUMERATION_COMMA))


def _name(style: BaseOxmlElement) -> str:
    return _value(style, "w:name").lower()


def _child(parent: BaseOxmlElement | None, tag: str, key: str, value: str) -> BaseOxmlElement | None:
    """Return the first child `tag` whose attribute `key` is `value`."""
    children = () if parent is None else parent.iterchildren(qn(tag))
    return next((child for child in children if child.get(qn(key)) == value), None)


def _value(element: BaseOxmlElement | None, path: str) -> str:
    """Return the `w:val` at a path of child elements, or nothing."""
    for step in path.split("/"):
        element = None if element is None else element.find(qn(step))
    return "" if element is None else str(element.get(_VALUE, ""))
