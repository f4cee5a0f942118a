"""Where a department's files go, and how they are put there: never in part, never over a person's work."""

import hashlib
import os
import re
import uuid
from collections.abc import Container, Iterable, Set
from itertools import islice
from pathlib import Path

from converter import messages
from converter.errors import writing
from converter.outbox.names import standing
from converter.outbox.own_files import LOG, PRIVATE, is_filled, refuse_links, refuse_others
from converter.outbox.ownership import WrittenDigests, digest_of, is_a_persons, is_blank
from converter.outbox.record import HashedFile

UNFINISHED, FOLDER_OF_DIGESTS = f"{PRIVATE}/unfinished", f"{PRIVATE}/written"
_DOCUMENTS, _OPEN_IN_WORD = (".docx", ".docm"), "~$"
_MOST_FOLDERS = 1_000  # of people, below a department's, that are looked through
_UNFINISHED = re.compile("[0-9a-f]{32}")  # the names of files in there


class Outbox:
    """The output folder. `edited` are files that were not as they were generated, by their path below it in
    the history: changed by people, or not all of what was written has reached the disk.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.edited: list[str] = []

    def put(self, folder: str, name: str, data: bytes, instead_of: tuple[str, ...] = ()) -> HashedFile:
        """Write a file into a folder of the outbox and return what was written.

        What stands under any of these names is moved to the history, whole; also drafts, beside which earlier
        versions of the program left what people had changed. OutboxError if the file cannot be written.
        """
        shown = f"{folder}/{name}".removeprefix("/")
        with writing(shown):
            refuse_links(self._root, folder)
            refuse_links(self._root, f"{messages.filing.HISTORY}/{folder}")
            return self._put(folder, (name, *instead_of), data)

    def documents_of_people(self, folder: str) -> list[Path]:
        """Return the Word documents in a folder of the outbox that are whole and not as we wrote them."""
        return self._of_people(folder, self._documents(folder))

    def documents_below(self, folder: str) -> list[Path]:
        """Return such documents in the folders that people made within a folder of the outbox."""
        return self._of_people(folder, self._documents_below(folder))

    def has_other(self, folder: str, known: Iterable[HashedFile]) -> bool:
        """Whether in a folder, or within it, there is a document or a checklist that people made or changed,
        and that is not among the known.
        """
        digests = {file.digest for file in known}
        documents = [*self._documents(folder), *self._documents_below(folder)]
        paths = [*documents, self._root / folder / messages.filing.CHECKLIST_WORKBOOK]
        others = [path for path in paths if is_filled(path) and digest_of(path) not in digests]
        written = self._written_in(folder).digests if others else set()
        return any(is_a_persons(path, written) for path in others)

    def is_changed(self, folder: str, name: str) -> bool:
        """Whether a file is there, whole and not as we wrote it."""
        path = self._root / folder / name
        return is_filled(path) and is_a_persons(path, self._written_in(folder).digests)

    def retire(self, path: Path) -> None:
        """Move a file of the outbox to the history, whole, if it is there."""
        if not is_filled(path):
            return
        folder = path.parent.relative_to(self._root).as_posix()
        with writing(path.name):
            refuse_links(self._root, folder)
            refuse_links(self._root, f"{messages.filing.HISTORY}/{folder}")
            self._retire(path, self._written_in(folder).digests)

    def retire_others(self, folder: str, pattern: str, names: Container[str]) -> None:
        """Move the files in a folder of the outbox whose names are like the pattern to the history, those of
        the names apart (in any case of letters).
        """
        for path in sorted((self._root / folder).glob(pattern)):
            if path.name.casefold() not in names:
                self.retire(path)

    def overwrite(self, name: str, data: bytes) -> None:
        """Write a file of the converter's own, whole or not at all. OutboxError as above."""
        target = self._root / name
        with writing(name):
            refuse_links(self._root, name.rpartition("/")[0])
            target.parent.mkdir(parents=True, exist_ok=True)
            self._write_aside(data).replace(target)

    def has(self, outputs: Iterable[HashedFile]) -> bool:
        """Whether all files are there: as they were written, or as a person has changed them since."""
        return all(self._has(file) for file in outputs)

    def remove_unfinished(self) -> None:
        """Remove what a run that was killed had not finished writing, and nothing else; OutboxError if links
        lead out of the outbox.
        """
        for name in (UNFINISHED, FOLDER_OF_DIGESTS, LOG):
            refuse_links(self._root, name)
        for path in (self._root / UNFINISHED).glob("*"):
            if _UNFINISHED.fullmatch(path.name) and path.is_file():
                with writing(f"{UNFINISHED}/{path.name}"):
                    path.unlink(missing_ok=True)

    def _has(self, output: HashedFile) -> bool:
        path, folder = self._root / output.name, output.name.rpartition("/")[0]
        if not is_filled(path):
            return False
        return digest_of(path) == output.digest or is_a_persons(path, self._written_in(folder).digests)

    def _written_in(self, folder: str) -> WrittenDigests:
        return WrittenDigests(self._root / FOLDER_OF_DIGESTS / f"{folder or '_'}.txt")

    def _of_people(self, folder: str, documents: Iterable[Path]) -> list[Path]:
        written = self._written_in(folder).digests
        with writing(folder):
            return [path for path in documents if is_a_persons(path, written)]

    def _documents(self, folder: str) -> list[Path]:
        return sorted(filter(_is_document, (self._root / folder).glob("*")))

    def _documents_below(self, folder: str) -> list[Path]:
        folders = islice(os.walk(self._root / folder), 1, _MOST_FOLDERS)
        paths = (Path(place, name) for place, _, names in folders for name in names)
        return sorted(filter(_is_document, paths))

    def _put(self, folder: str, names: tuple[str, ...], data: bytes) -> HashedFile:
        place, digest = self._root / folder, hashlib.sha256(data).hexdigest()
        written = self._written_in(folder)
        place.mkdir(parents=True, exist_ok=True)
        target = place / names[0]
        refuse_others(target, target.relative_to(self._root).as_posix())
        ours = {*written.digests}
        # first, for a kill between the two must not make ours look like a person's
        written.add(digest, target.name)
        if (old := digest_of(target)) != digest:
            new = self._write_aside(data)
            if old:
                self._retire(target, ours)
            new.replace(target)
        for outdated in standing(place, names):
            if outdated != target:
                self._retire(outdated, ours)
        return HashedFile(target.relative_to(self._root).as_posix(), digest)

    def _write_aside(self, data: bytes) -> Path:
        """Write data under a name no other process uses and return its path."""
        path = self._root / UNFINISHED / uuid.uuid4().hex
        refuse_links(self._root, UNFINISHED)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def _retire(self, path: Path, written: Set[str]) -> None:
        """Move a file to the history, under the first free number; drop it if there is nothing in it."""
        if is_blank(path):
            path.unlink()
            return
        history = self._root / messages.filing.HISTORY / path.parent.relative_to(self._root)
        number = 1
        while (retired := history / f"{path.stem}_{number}{path.suffix}").exists():
            number += 1
        history.mkdir(parents=True, exist_ok=True)
        if digest_of(path) not in written:
            self.edited.append(retired.relative_to(self._root).as_posix())
        path.replace(retired)


def _is_document(path: Path) -> bool:
    """Whether a file is a Word document, and not what Word keeps beside one that is open."""
    is_word = path.suffix.lower() in _DOCUMENTS and not path.name.startswith(_OPEN_IN_WORD)
    return is_word and is_filled(path)
