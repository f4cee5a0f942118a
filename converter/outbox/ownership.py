"""Which files of a folder are as the converter wrote them: a list of digests that only grows."""

import re
from functools import cached_property
from pathlib import Path

_LINE = re.compile(r"^([0-9a-f]{64}) ", re.MULTILINE)


class Ownership:
    """The digests of all that was ever written into one folder of the outbox.

    A file whose digest is not among them was changed by a person. One list a folder, since several
    processes write at once, but hardly into one folder.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def digests(self) -> set[str]:
        """The digests so far."""
        return set(_LINE.findall(self._file.read_text("utf-8"))) if self._file.exists() else set()

    def add(self, digest: str, name: str) -> None:
        """Note that content with this digest is about to be written."""
        if digest in self.digests:
            return
        self.digests.add(digest)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a", encoding="utf-8") as lines:
            lines.write(f"\n{digest} {name}")  # a line that a kill cut off must not spoil the next
