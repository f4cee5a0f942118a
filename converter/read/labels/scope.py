"""Tell a whole department's tables from those of one unit of it, by how names and files are marked."""

import re

from converter.pack import Labels
from converter.read.files.cells import plain


class ScopeWords:
    """The words by which a name, a file or a folder says whose accounts it holds."""

    def __init__(self, labels: Labels) -> None:
        whole, own = ("|".join(words) for words in (labels.caliber.whole, labels.caliber.own))
        self._bracketed = re.compile(rf"[(\uff08]?(?:{whole})[)\uff09]?$")
        self._whole = re.compile(rf"^(?:{whole})|(?:{whole})$|\((?:{whole})\)")
        self._own = re.compile(own)

    def bare(self, name: str) -> str:
        """Return a department's name without the words that mark the whole of it."""
        return self._bracketed.sub("", name)

    def is_whole(self, place: str) -> bool:
        """Whether a file's or folder's name says that the whole department is in it."""
        return bool(self._whole.search(plain(place)))

    def own(self, place: str) -> str:
        """Return the word by which a file or folder says that it holds the department's own accounts only."""
        found = self._own.search(plain(place))
        return found[0] if found else ""
