"""Whose work a file in the outbox is: ours, a person's, or nobody's because only a part reached the disk."""

import hashlib
import re
from collections.abc import Set
from functools import cached_property
from pathlib import Path

from converter.outbox.own_files import read_own, refuse_others

_LINE = re.compile(r"^([0-9a-f]{64}) ", re.MULTILINE)
_ZIP_BEGINS, _ZIP_ENDS = b"PK\x03\x04", b"PK\x05\x06"  # every Office file of ours is a zip archive
_ZIP_TAIL = 22 + 65_535  # bytes before the end of an archive within which its end mark begins
_CHUNK = 1 << 20


class WrittenDigests:
    """The digests of all that was ever written into one folder of the outbox: a list that only grows.

    A file whose digest is not among them was changed by a person. One list a folder, since several
    processes write at once, but hardly into one folder.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def digests(self) -> set[str]:
        """The digests so far."""
        return set(_LINE.findall((read_own(self._file) or b"").decode(errors="replace")))

    def add(self, digest: str, name: str) -> None:
        """Note that content with this digest is about to be written."""
        if digest in self.digests:
            return
        self.digests.add(digest)
        refuse_others(self._file, self._file.name)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a", encoding="utf-8") as lines:
            lines.write(f"\n{digest} {name}")  # a line that a kill cut off must not spoil the next


def is_a_persons(path: Path, written: Set[str]) -> bool:
    """Whether a file is whole, and not as we wrote it; `written` are the digests of what we wrote."""
    return digest_of(path) not in written and not is_incomplete(path)


def is_incomplete(path: Path) -> bool:
    """Whether a file is blank, or an Office file whose end is missing, as a power failure may leave it.

    What a person saves is neither, not even if it is locked by a password and thus no archive.
    """
    with path.open("rb") as file:
        if file.read(len(_ZIP_BEGINS)) != _ZIP_BEGINS:
            return is_blank(path)
        file.seek(max(0, path.stat().st_size - _ZIP_TAIL))
        return _ZIP_ENDS not in file.read()


def is_blank(path: Path) -> bool:
    """Whether there is nothing in a file, or only the zeros of blocks that were never written."""
    with path.open("rb") as file:
        return not any(chunk.strip(b"\0") for chunk in iter(lambda: file.read(_CHUNK), b""))


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's content, '' if there is no file."""
    if not path.exists():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
