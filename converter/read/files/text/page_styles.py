"""What the styles of a web page hide: in its own style sheets, and in an element's attributes."""

import re
from collections.abc import Iterator, Mapping

from converter.read.files.text.tags import Tag

MOST_RULES = 20_000  # of a page's style sheets

_NONE = re.compile(r"display\s{0,9}+:\s{0,9}+none", re.IGNORECASE)
_STYLE = re.compile(r"<(/?)style(?=[\s>])[^>]*+>?+", re.IGNORECASE)
_SELECTOR = re.compile(r"([A-Za-z][A-Za-z0-9]*+|\*)?((?:[.#][^\s.#:\[\]>+~*,()]++)*+)")


class PageStyles:
    """Knows by its attributes whether an element is shown; `text` is the page."""

    def __init__(self, text: str) -> None:
        self._hidden = tuple(dict.fromkeys(_hidden(text)))

    def show_tag(self, tag: Tag) -> bool:
        """Whether the element that a tag begins is shown."""
        return not tag.inside or self.show(tag.attributes)

    def show(self, attributes: Mapping[str, str]) -> bool:
        """Whether an element with these attributes is shown."""
        if "hidden" in attributes or _NONE.search(attributes.get("style", "")):
            return False
        if not self._hidden:
            return True
        marks = {f".{name}" for name in attributes.get("class", "").split()}
        marks.add(f"#{attributes.get('id', '').strip()}")
        return not any(map(marks.issuperset, self._hidden))


def _hidden(text: str) -> Iterator[frozenset[str]]:
    """Yield the classes and identifiers that an element has which is not shown, as `.a` and `#b`: those that
    rules end with. Rules within others, as for print, hide nothing.
    """
    for sheet in _sheets(text):
        depth = 0
        for part in sheet.split("}", MOST_RULES):
            selectors, opened, declared = part.partition("{")
            if depth == 0 and _NONE.search(declared) and "{" not in declared:
                for selector in selectors.split(","):
                    found = _SELECTOR.fullmatch(next(iter(selector.split()[-1:]), ""))
                    if found and found[2]:
                        yield frozenset(re.findall(r"[.#][^.#]++", found[2]))
            depth = max(0, depth + bool(opened) + declared.count("{") - 1)


def _sheets(text: str) -> Iterator[str]:
    begun = -1
    for tag in _STYLE.finditer(text):
        if tag[1] and begun >= 0:
            yield text[begun : tag.start()]
            begun = -1
        elif not tag[1] and begun < 0:
            begun = tag.end()
