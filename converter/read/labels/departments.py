"""A department's name as Chinese text writes it, and whose accounts a name or a file says it holds."""

import re

from converter.chinese import CLOSING_BRACKET, OPENING_BRACKET
from converter.pack import Labels
from converter.read.files.cells import normal_form


def official_name(text: str) -> str:
    """Return a department's name as Chinese text writes it: no blanks, full-width brackets.

    A closing bracket without its opening one belonged to what stood around the name.
    """
    name = normal_form(text)
    if name.count(")") > name.count("("):
        name = name.removesuffix(")")
    return name.replace("(", OPENING_BRACKET).replace(")", CLOSING_BRACKET)


class ScopeWords:
    """The words by which a name, a file or a folder says whose accounts it holds."""

    def __init__(self, labels: Labels) -> None:
        whole, own = ("|".join(words) for words in (labels.caliber.whole, labels.caliber.own))
        self._bracketed = re.compile(rf"[({OPENING_BRACKET}]?(?:{whole})[){CLOSING_BRACKET}]?$")
        self._whole = re.compile(rf"^(?:{whole})|(?:{whole})$|\((?:{whole})\)")
        self._own = re.compile(own)

    def bare(self, name: str) -> str:
        """Return a department's name without the words that mark the whole of it."""
        return self._bracketed.sub("", name)

    def is_whole(self, place: str) -> bool:
        """Whether a file's or folder's name says that the whole department is in it."""
        return bool(self._whole.search(normal_form(place)))

    def own(self, place: str) -> str:
        """Return the word by which a file or folder says that it holds the department's own accounts only."""
        found = self._own.search(normal_form(place))
        return found[0] if found else ""
