"""Where a department's files go, and how they are put there: never half, never over another's."""

import contextlib
import hashlib
import os
import re
import unicodedata
from pathlib import Path

from converter import messages
from converter.batch.record import Stored

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LONGEST_NAME = 60  # leaves room for the report's title within 255 bytes of a file name


def safe_name(name: str) -> str:
    """Return a department's name fit to be the name of a folder on any system."""
    bare = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip(" .")[:LONGEST_NAME].strip(" .")
    return f"_{bare}" if not bare or _RESERVED.fullmatch(bare) else bare


class Outbox:
    """The output folder of one run."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, folder: str, name: str, data: bytes, instead_of: str = "") -> Stored:
        """Write a file into a department's folder and return what was stored.

        A different file of that name, or one named `instead_of`, is moved to the history first.
        """
        target = self._root / folder / name
        stored = Stored(f"{folder}/{name}", hashlib.sha256(data).hexdigest())
        target.parent.mkdir(parents=True, exist_ok=True)
        if instead_of:
            self._retire(target.parent / instead_of)
        if target.exists():
            if target.read_bytes() == data:
                return stored
            self._retire(target)
        beside = target.with_name(f"~{os.getpid()}-{target.name}")  # two processes may be at one name
        beside.write_bytes(data)
        beside.replace(target)
        return stored

    def _retire(self, path: Path) -> None:
        """Move a file to the history, under the first free number."""
        if not path.exists():
            return
        history = self._root / messages.HISTORY / path.parent.name
        history.mkdir(parents=True, exist_ok=True)
        number = 1
        while (kept := history / f"{path.stem}_{number}{path.suffix}").exists():
            number += 1
        with contextlib.suppress(FileNotFoundError):  # another process retired it first
            path.replace(kept)
