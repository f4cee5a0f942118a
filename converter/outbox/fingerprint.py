"""What a department's result depends on: its files, the pack, the program, the year asked for."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from converter import __version__
from converter.inbox import Submission
from converter.outbox.record import Stored
from converter.pack import Pack


class MadeBy(NamedTuple):
    """By what results are made: the program (version and hash), the pack (title, version, hash), the year,
    and whether review copies were asked for.
    """

    program: str
    code: str
    pack: str
    version: str
    digest: str
    year: int
    review: bool = False


def made_by(pack: Pack, year: int, review: bool) -> MadeBy:
    """Return by what this program makes results with a pack; `year` 0 for the latest filed."""
    return MadeBy(__version__, _code(), pack.meta.title, pack.meta.version, pack.digest, year, review)


def inputs_of(bundle: Submission) -> tuple[Stored, ...]:
    """Return the bundle's files with the hash of what is in them now."""
    return tuple(
        Stored(name, _hashed(path)) for name, path in zip(bundle.file_names, bundle.files, strict=True)
    )


def fingerprint(inputs: Iterable[Stored], made: MadeBy) -> str:
    """Return what is the same only while nothing changed that results depend on."""
    parts = [*map(str, made), *(part for each in inputs for part in (each.name, each.digest))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _hashed(path: Path) -> str:
    """Return a file's SHA-256, '' if it cannot be read: a pipe or a device would be read for ever."""
    if not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


@cache
def _code() -> str:
    """Return a hash of the program's own source: a changed program may make other results."""
    sums = hashlib.sha256()
    for file in sorted(Path(__file__).parent.parent.rglob("*.py")):
        sums.update(file.read_bytes())
    return sums.hexdigest()[:16]
