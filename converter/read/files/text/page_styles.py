"""What the styles of a web page hide: in its own style sheets, and in an element's attributes."""

import re
from collections.abc import Iterator, Mapping

from converter.read.files.text.tags import Tag

MOST_RULES = 20_000  # of a page's style sheets

_NONE = re.compile(r"display\s{0,9}+:\s{0,9}+none", re.IGNORECASE)
_STYLE = re.compile(r"<(/?)style(?=[\s>])[^>]*+>?+", re.IGNORECASE)


class PageStyles:
    """Knows by its attributes whether an element is shown; `text` is the page."""

    def __init__(self, text: str) -> None:
        self._hidden = frozenset(_hidden_classes(text))

    def show_tag(self, tag: Tag) -> bool:
        """Whether the element that a tag begins is shown."""
        return not tag.inside or self.show(tag.attributes)

    def show(self, attributes: Mapping[str, str]) -> bool:
        """Whether an element with these attributes is shown."""
        if "hidden" in attributes or _NONE.search(attributes.get("style", "")):
            return False
        return not self._hidden or self._hidden.isdisjoint(attributes.get("class", "").split())


def _hidden_classes(text: str) -> Iterator[str]:
    """Yield the classes whose elements are not shown: those of rules that end with one class. Rules within
    others, as for print, hide nothing.
    """
    for sheet in _sheets(text):
        depth = 0
        for part in sheet.split("}", MOST_RULES):
            selectors, opened, declared = part.partition("{")
            if depth == 0 and _NONE.search(declared) and "{" not in declared:
                selected = (selector.split()[-1:] for selector in selectors.split(","))
                for element, dot, name in (one.rpartition(".") for last in selected for one in last):
                    if dot and (not element or element.isalnum()) and ":" not in name:
                        yield name
            depth = max(0, depth + bool(opened) + declared.count("{") - 1)


def _sheets(text: str) -> Iterator[str]:
    begun = -1
    for tag in _STYLE.finditer(text):
        if tag[1] and begun >= 0:
            yield text[begun : tag.start()]
            begun = -1
        elif not tag[1] and begun < 0:
            begun = tag.end()
