"""Where a department's files go, and how they are put there: never half, never over another's work."""

import hashlib
import os
import re
import unicodedata
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

from converter import messages
from converter.errors import writing
from converter.outbox.half import is_blank, is_half
from converter.outbox.ownership import Ownership
from converter.outbox.record import Stored

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LONGEST_NAME = 54  # leaves room for the report's title and a draft's mark within 255 bytes of a file name
PRIVATE = ".jixiao"  # what the converter keeps for itself in the outbox


def safe_name(name: str) -> str:
    """Return a department's name fit to be the name of a folder on any system."""
    bare = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip(" .")[:LONGEST_NAME].strip(" .")
    return f"_{bare}" if not bare or _RESERVED.fullmatch(bare) else bare


class Outbox:
    """The output folder. `edited` are the files, by path below it, that people had changed after they were
    generated and that `put` therefore left as they are.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.edited: list[str] = []

    def put(self, folder: str, name: str, data: bytes, instead_of: str = "") -> Stored:
        """Write a file into a folder of the outbox and return what was stored.

        An older version of ours, also one named `instead_of`, is moved to the history. A file under either
        name that is whole and not as we wrote it is a person's and stays: ours is then written beside it as a
        draft, and beside an edited draft as the next one. OutboxError if the file cannot be written.
        """
        with writing(f"{folder}/{name}"):
            return self._put(folder, (name, instead_of or name), data)

    def edited_under(self, folder: str, names: tuple[str, ...]) -> Path | None:
        """Return the latest file under the names, or draft of it, that a person has changed, or None."""
        digests = self._written(folder).digests
        standing = _standing(self._root / folder, names, 0)
        changed = [path for path in standing if _is_theirs(path, digests)]
        return changed[-1] if changed and digests else None

    def overwrite(self, name: str, data: bytes) -> None:
        """Write a file of the converter's own, whole or not at all. OutboxError as above."""
        target = self._root / name
        with writing(name):
            target.parent.mkdir(parents=True, exist_ok=True)
            self._beside(data).replace(target)

    def holds(self, outputs: Iterable[Stored]) -> bool:
        """Whether all files are there: as they were written, or as a person has changed them since."""
        return all(self._holds(each) for each in outputs)

    def sweep(self) -> None:
        """Remove what a run that was killed had not finished writing."""
        for left in (self._root / PRIVATE / "unfinished").glob("*"):
            left.unlink(missing_ok=True)

    def _holds(self, output: Stored) -> bool:
        path, folder = self._root / output.name, output.name.rpartition("/")[0]
        if not path.exists():
            return False
        return _digest(path) == output.digest or _is_theirs(path, self._written(folder).digests)

    def _written(self, folder: str) -> Ownership:
        return Ownership(self._root / PRIVATE / "written" / f"{folder or '_'}.txt")

    def _put(self, folder: str, names: tuple[str, str], data: bytes) -> Stored:
        place, digest = self._root / folder, hashlib.sha256(data).hexdigest()
        written = self._written(folder)
        place.mkdir(parents=True, exist_ok=True)
        number = 0
        ours = written.digests | {digest}
        while theirs := [path for path in _drafts(place, names, number) if _is_theirs(path, ours)]:
            self.edited += [path.relative_to(self._root).as_posix() for path in theirs]
            number += 1
        target = place / _draft(names[0], number)
        # first, for a kill between the two must not make ours look like a person's
        written.add(digest, target.name)
        if (standing := _digest(target)) != digest:
            beside = self._beside(data)
            if standing:
                self._retire(target)
            beside.replace(target)
        for outdated in _standing(place, names, number):
            if outdated != target and not _is_theirs(outdated, ours):
                self._retire(outdated)
        return Stored(target.relative_to(self._root).as_posix(), digest)

    def _beside(self, data: bytes) -> Path:
        """Write data under a name no other process uses and return its path."""
        path = self._root / PRIVATE / "unfinished" / uuid.uuid4().hex
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def _retire(self, path: Path) -> None:
        """Move a file to the history, under the first free number; drop it if there is nothing in it."""
        if is_blank(path.read_bytes()):
            path.unlink()
            return
        history = self._root / messages.filing.HISTORY / path.parent.relative_to(self._root)
        number = 1
        while (kept := history / f"{path.stem}_{number}{path.suffix}").exists():
            number += 1
        history.mkdir(parents=True, exist_ok=True)
        path.replace(kept)


def _draft(name: str, number: int) -> str:
    """Return the name of the draft with that number; 0 is the file itself."""
    if not number:
        return name
    stem, suffix = os.path.splitext(name)
    return messages.runs.DRAFT.format(stem=stem, suffix=suffix, number=number if number > 1 else "")


def _drafts(place: Path, names: Iterable[str], number: int) -> list[Path]:
    """Return the files that stand under the names of the draft with that number."""
    paths = dict.fromkeys(place / _draft(name, number) for name in names)
    return [path for path in paths if path.exists()]


def _standing(place: Path, names: Iterable[str], number: int) -> Iterator[Path]:
    """Yield all drafts there are, those up to `number` and those that follow it without a gap."""
    at = 0
    while (there := _drafts(place, names, at)) or at <= number:
        yield from there
        at += 1


def _is_theirs(path: Path, ours: set[str]) -> bool:
    """Whether a file is a person's: whole, and not as we wrote it."""
    return _digest(path) not in ours and not is_half(path.read_bytes())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
