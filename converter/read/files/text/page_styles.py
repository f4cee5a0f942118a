"""What the styles of a web page hide: in its own style sheets, and in an element's attributes."""

import re
from collections.abc import Iterator, Mapping

MOST_RULES = 20_000  # of a page's style sheets

_NONE = re.compile(r"display\s{0,9}+:\s{0,9}+none", re.IGNORECASE)


class PageStyles:
    """Knows by its attributes whether an element is shown; `text` is the page."""

    def __init__(self, text: str) -> None:
        self._hidden = frozenset(_hidden_classes(text))

    def show(self, attributes: Mapping[str, str]) -> bool:
        """Whether an element with these attributes is shown."""
        if "hidden" in attributes or _NONE.search(attributes.get("style", "")):
            return False
        return not self._hidden or self._hidden.isdisjoint(attributes.get("class", "").split())


def _hidden_classes(text: str) -> Iterator[str]:
    """Yield the classes whose elements are not shown, as far as a rule ends with one class."""
    for sheet in text.split("<style")[1:]:
        for rule in sheet.partition("</style")[0].split("}", MOST_RULES):
            selectors, _, declared = rule.partition("{")
            if _NONE.search(declared):
                selected = (selector.split()[-1:] for selector in selectors.split(","))
                for element, dot, name in (one.rpartition(".") for last in selected for one in last):
                    if dot and (not element or element.isalnum()) and ":" not in name:
                        yield name
