"""What a department's result depends on: its files, the pack, the program, the year asked for."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct, structs

from converter import __version__
from converter.errors import reading
from converter.inbox import Submission
from converter.outbox.record import HashedFile
from converter.pack import PackLabel


class Provenance(Struct, frozen=True):
    """What results are made with: the program (version and hash), the pack (title, version, hash), the year
    asked for (0: the latest filed), and what is made besides reports: review copies, marked workbooks, pages.

    Where each department has a pack of its own, title and version are '', and the hash is of all there are.
    """

    program: str
    code: str
    pack: str
    version: str
    digest: str
    year: int
    review: bool = False
    mark: bool = False
    side_by_side: bool = False


def provenance_of(packs: Sequence[PackLabel], digest: str, year: int, **made: bool) -> Provenance:
    """Return the provenance of what this program makes with some packs, of which `digest` is the hash; `made`
    says by field what is made besides reports.
    """
    only = packs[0] if len(packs) == 1 else PackLabel()
    return Provenance(__version__, _hash_of_program(), only.title, only.version, digest, year, **made)


def hashed_inputs(submission: Submission) -> tuple[HashedFile, ...]:
    """Return the submission's files with the hash of what is in them now; ReadError if the system refuses."""
    files = zip(submission.file_names, submission.files, strict=True)
    return tuple(HashedFile(name, hash_of_file(path, name)) for name, path in files)


def hash_of_files(submission: Submission) -> str:
    """Return one hash of what is in a submission's files, whatever their names; ReadError as above."""
    digests = sorted(file.digest for file in hashed_inputs(submission))
    return hashlib.sha256("\0".join(digests).encode()).hexdigest()


def fingerprint(inputs: Iterable[HashedFile], provenance: Provenance) -> str:
    """Return a hash that is the same only while nothing changed that results depend on."""
    parts = [str(value) for value in structs.astuple(provenance)]
    parts += (part for file in inputs for part in (file.name, file.digest))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def hash_of_file(path: Path, name: str) -> str:
    """Return a file's SHA-256, '' if it is a pipe or a device, which would be read for ever; ReadError, which
    gives its name, if the system refuses.
    """
    with reading(name):
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def _hash_of_program() -> str:
    """Return a hash of the program's own source: a changed program may make other results."""
    sums = hashlib.sha256()
    for folder, folders, names in os.walk(Path(__file__).parent.parent):  # in half the time of Path.rglob
        folders.sort()
        for name in sorted(name for name in names if name.endswith(".py")):
            with open(os.path.join(folder, name), "rb", buffering=0) as file:
                sums.update(file.read())
    return sums.hexdigest()[:16]
