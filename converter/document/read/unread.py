"""What a document holds besides text and tables: counted, so that nobody takes it for read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from converter import chinese
from converter.document.contents import UnreadKind, UnreadPart
from converter.document.format import PARAGRAPH, nodes, tag, text_of
from converter.document.read.package import WordParts

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
_DIGIT = re.compile(r"\d")
_PAGE_NUMBER = re.compile(rf"[\d\s{chinese.PAGE_NUMBER_SIGNS}]*")


_IN_CONTENTS = {
    f"{_DRAWING}picture}}pic": UnreadKind.PICTURE,
    "{urn:schemas-microsoft-com:vml}imagedata": UnreadKind.PICTURE,
    f"{_DRAWING}chart}}chart": UnreadKind.CHART,
    f"{_DRAWING}diagram}}relIds": UnreadKind.CHART,
    "{urn:schemas-microsoft-com:office:office}OLEObject": UnreadKind.OBJECT,
}
_MARKUP = (
    ("ins", "del", "moveFrom", "moveTo"),
    ("commentReference",),
    ("footnoteReference", "endnoteReference"),
)
_BESIDE_TEXT = {
    "header": UnreadKind.HEADER,
    "footer": UnreadKind.HEADER,
    "footnotes": UnreadKind.FOOTNOTE,
    "endnotes": UnreadKind.ENDNOTE,
}


def unread_parts(
    parts: WordParts, contents: Sequence[Element], counts: Mapping[str, int]
) -> Iterator[UnreadPart]:
    """Yield what of a Word file is not among its contents; `counts` tell how many elements its body has."""
    for place, content in enumerate(contents if not counts.keys().isdisjoint(_IN_CONTENTS) else ()):
        found = Counter(_IN_CONTENTS[node.tag] for node in nodes(content) if node.tag in _IN_CONTENTS)
        if found[UnreadKind.OBJECT]:
            del found[UnreadKind.PICTURE]  # how the object looks
        yield from (UnreadPart(kind, count, place) for kind, count in found.items())
    if embedded := counts.get(tag("altChunk"), 0):
        yield UnreadPart(UnreadKind.EMBEDDED, embedded)
    beside: Counter[UnreadKind] = Counter()
    for name, root in parts.beside_text:
        beside[_BESIDE_TEXT[name]] += sum(map(_has_number, _texts(root)))
    yield from (UnreadPart(kind, count) for kind, count in beside.items() if count)


def markup_in(counts: Mapping[str, int]) -> tuple[int, int, int]:
    """Return how many revisions are undecided in a body with so many elements of each name, how many comments
    and how many notes are on it.
    """
    return tuple(sum(counts.get(tag(name), 0) for name in names) for names in _MARKUP)  # type: ignore[return-value]


def _texts(root: Element) -> Iterable[str]:
    return (text_of(paragraph) for paragraph in root.iter(PARAGRAPH))


def _has_number(text: str) -> bool:
    return bool(_DIGIT.search(text)) and not _PAGE_NUMBER.fullmatch(text)
