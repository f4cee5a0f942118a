"""Names by which a file says that it is a copy of another."""

import re

from converter.pack import Labels


class CopyNames:
    """Knows what stands in the names of copies, by one pack."""

    def __init__(self, labels: Labels) -> None:
        self._copy = re.compile("|".join(labels.copies))

    def original(self, stem: str) -> str:
        """Return the name that a copy's name is made from, '' for the name of no copy."""
        bare = self._copy.sub("", stem, count=1).strip()
        return bare if bare != stem.strip() else ""
