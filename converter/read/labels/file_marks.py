"""What the name of a file says of it, besides whose it is and of which year."""

import re

from converter.pack import Labels


class FileMarks:
    """The marks by which a file's name says that it is a copy of another."""

    def __init__(self, labels: Labels) -> None:
        self._copy = re.compile("|".join(labels.copies))

    def original(self, stem: str) -> str:
        """Return the name without its mark, '' if it has none."""
        bare = self._copy.sub("", stem, count=1).strip()
        return bare if bare != stem.strip() else ""
