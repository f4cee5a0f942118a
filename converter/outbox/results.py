"""The result store: what became of a submission, stored so that it is not done again while nothing changes.

A file is a zip archive of JSON members: the result without its long lists, which is all that most callers ask
for, and for each record its lists, a member each.
"""

import hashlib
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import msgspec
from msgspec.structs import replace

from converter import messages
from converter.errors import Failure, writing
from converter.figures import Figure
from converter.inbox import Submission
from converter.outbox.changes import Revision
from converter.outbox.fingerprint import Provenance
from converter.outbox.names import safe_name
from converter.outbox.outbox import Outbox
from converter.outbox.own_files import MOST_BYTES, PRIVATE, read_own, refuse_links
from converter.outbox.record import LongLists, Record

FOLDER, SUFFIX = f"{PRIVATE}/departments", ".zip"
_OURS = re.compile(rf"-[0-9a-f]{{8}}{re.escape(SUFFIX)}$")  # ends what we name so
SCHEMA: Literal[1] = 1  # of what is in a file: a file with another is as if it were not there
QUICKEST = 1  # of the levels of compression; it packs to a twelfth, for names of files and sheets repeat

_RESULT = "result.json"
_LISTS = _FIGURES, _DETAIL_FIGURES, _REVISIONS = "figures.json", "detail-figures.json", "revisions.json"
# what reading a spoiled archive raises
_SPOILED = (BadZipFile, zlib.error, EOFError, KeyError, ValueError, RuntimeError, msgspec.MsgspecError)


class StoredResult(msgspec.Struct, frozen=True):
    """What became of a submission, what it was made with, and the fingerprint of all that it depends on.

    `past` are the last records of departments that could not be done this time.
    """

    submission: str
    fingerprint: str
    provenance: Provenance
    records: tuple[Record, ...] = ()
    failures: tuple[Failure, ...] = ()
    past: tuple[Record, ...] = ()
    schema: Literal[1] = SCHEMA

    @property
    def all_records(self) -> tuple[Record, ...]:
        """The records and the past ones."""
        return (*self.records, *self.past)

    def find(self, key: tuple[str, int]) -> Record | None:
        """Return the record of a department in a year, if there is one."""
        return next((record for record in self.all_records if record.key == key), None)


class StoredLists(LongLists):
    """The long lists of one record in a file of the store: read again at each call, and not held."""

    def __init__(self, file: Path, number: int) -> None:
        super().__init__()
        self._file, self._number = file, number

    def read_figures(self) -> tuple[Figure, ...]:
        """Read the figures without those of detail rows."""
        return _figures(self._read(_FIGURES))

    def read_detail_figures(self) -> tuple[Figure, ...]:
        """Read the figures of detail rows."""
        return _figures(self._read(_DETAIL_FIGURES))

    def read_revisions(self) -> tuple[Revision, ...]:
        """Read what resubmissions changed."""
        revisions: tuple[Revision, ...] = _decoder(tuple[Revision, ...]).decode(self._read(_REVISIONS))
        return revisions

    def _read(self, name: str) -> bytes:
        with ZipFile(self._file) as archive:
            return archive.read(_member(self._number, name))


class ResultStore:
    """The stored results of an outbox, a file a submission.

    A file is written last of all that is written for a submission, so what it says is true.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def load(self, submission: Submission) -> StoredResult | None:
        """Return what is stored of a submission, as `read_result` does; of one in parts, what is stored first
        of any.
        """
        stored = (read_result(self._root / stored_in(part)) for part in submission.alone)
        return next(filter(None, stored), None)

    def is_spoiled(self, submission: Submission) -> bool:
        """Whether something is stored of a submission that does not hold any more."""
        file = self._root / stored_in(submission)
        return (file.exists() or file.is_symlink()) and read_result(file) is None and not _is_outdated(file)

    def save(self, submission: Submission, result: StoredResult) -> None:
        """Store the result of a submission instead of earlier ones."""
        bare = [record.without_lists() for record in result.all_records]
        count = len(result.records)
        head = replace(result, records=tuple(bare[:count]), past=tuple(bare[count:]))
        data = io.BytesIO()
        with ZipFile(data, "w") as archive:
            _add(archive, _RESULT, head)
            for number, record in enumerate(result.all_records):
                _add(archive, _member(number, _FIGURES), record.lists.read_figures())
                _add(archive, _member(number, _DETAIL_FIGURES), record.lists.read_detail_figures())
                _add(archive, _member(number, _REVISIONS), record.lists.read_revisions())
        Outbox(self._root).overwrite(stored_in(submission), data.getvalue())
        for part in submission.alone[1:]:  # it is in this one now
            with writing(stored_in(part)):
                (self._root / stored_in(part)).unlink(missing_ok=True)

    def files_of_others(self, submissions: Iterable[Submission]) -> list[Path]:
        """Return the files of submissions that are not among these, in stable order."""
        refuse_links(self._root, FOLDER)
        current = {self._root / name for submission in submissions for name in self._stored(submission)}
        files = [file for file in (self._root / FOLDER).glob("*") if _OURS.search(file.name)]
        return sorted(file for file in files if file not in current and _is_plain(file))

    def _stored(self, submission: Submission) -> list[str]:
        """Return where the result of a submission is stored. For one of several parts that has no result as a
        whole yet, that is where the results of its parts are.
        """
        first, *others = map(stored_in, submission.alone)
        return [first] if (self._root / first).exists() else [first, *others]


def is_outbox(folder: Path) -> bool:
    """Whether a folder is an outbox that a run has written into."""
    return (folder / FOLDER).is_dir()


def stored_results_in(root: Path) -> Iterator[StoredResult | Failure]:
    """Yield what the last run stored of every submission, in stable order, or that it is spoiled."""
    for file in sorted((root / FOLDER).glob(f"*{SUFFIX}")):
        spoiled = Failure(file.name, messages.runs.RESULT_SPOILED.format(file=file.name))
        yield read_result(file) or spoiled


def read_result(file: Path) -> StoredResult | None:
    """Return what is stored in a file; the long lists of its records are read when asked for.

    None if there is no such file, if it has another schema, or if any part of it is spoiled.
    """
    data = read_own(file)
    if data is None:
        return None
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
                return None
            result: StoredResult = _decoder(StoredResult).decode(archive.read(_RESULT))
            for number in range(len(result.all_records)):
                for name in _LISTS:
                    archive.read(_member(number, name))  # checks its sum
    except _SPOILED:
        return None
    records = [replace(record, lists=StoredLists(file, at)) for at, record in enumerate(result.all_records)]
    count = len(result.records)
    return replace(result, records=tuple(records[:count]), past=tuple(records[count:]))


def stored_in(submission: Submission) -> str:
    """Return where in an outbox a submission's result is stored: under its name, for people, and a hash, to
    tell all apart. One in parts is stored as its first.
    """
    submission = submission.alone[0]
    identity = hashlib.sha256(f"{submission.folder}\0{submission.department}".encode()).hexdigest()[:8]
    return f"{FOLDER}/{safe_name(submission.name)}-{identity}{SUFFIX}"


def submission_of(file: Path) -> str:
    """Return the name of the submission that a file is about; as in the file name if it is unreadable."""
    result = read_result(file)
    return result.submission if result else file.stem.rpartition("-")[0]


def _figures(data: bytes) -> tuple[Figure, ...]:
    figures: tuple[Figure, ...] = _decoder(tuple[Figure, ...]).decode(data)
    return figures


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """Return what reads a member, made when it is first asked for, which takes a while."""
    return msgspec.json.Decoder(kind)


class _Schema(msgspec.Struct):
    schema: int


def _is_outdated(file: Path) -> bool:
    """Whether a file is sound, but of another version of the program."""
    try:
        with ZipFile(io.BytesIO(read_own(file) or b"")) as archive:
            return msgspec.json.decode(archive.read(_RESULT), type=_Schema).schema != SCHEMA
    except _SPOILED:
        return False


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _member(number: int, name: str) -> str:
    return f"{number}/{name}"


def _add(archive: ZipFile, name: str, value: Any) -> None:
    """Add a value as JSON, without the time, so that the same values give the same bytes."""
    archive.writestr(ZipInfo(name), msgspec.json.encode(value), ZIP_DEFLATED, QUICKEST)
