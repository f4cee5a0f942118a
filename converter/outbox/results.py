"""Results kept in the outbox: a department whose files did not change is not done again."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Literal

import msgspec

from converter.errors import Failure
from converter.figures import Figure
from converter.inbox import Submission
from converter.outbox.changes import Revision
from converter.outbox.fingerprint import MadeBy
from converter.outbox.outbox import PRIVATE, Outbox, safe_name
from converter.outbox.packed import Packed, packed
from converter.outbox.record import Record, Stored

FOLDER, SUFFIX = f"{PRIVATE}/departments", ".kept"
CHECKSUM = 4  # the bytes with which a packed list ends; all nil if they never reached the disk
FORM = 2  # of the files, as `_HEAD` knows it: one of another form is as if it were not there


@dataclass(frozen=True, slots=True)
class StoredResult:
    """What became of a bundle, by what it was made, and the hash of all that it depends on.

    `past` are the last records of departments that could not be done this time.
    """

    bundle: str
    fingerprint: str
    made: MadeBy
    records: tuple[Record, ...] = ()
    failures: tuple[Failure, ...] = ()
    past: tuple[Record, ...] = ()

    @property
    def results(self) -> list[Record | Failure]:
        """The failures, then the records."""
        return [*self.failures, *self.records]

    @property
    def everything(self) -> tuple[Record, ...]:
        """The records and the past ones."""
        return (*self.records, *self.past)

    def without(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Return those of everything that none of the records is about."""
        done = {(each.department, each.year) for each in records}
        return tuple(each for each in self.everything if (each.department, each.year) not in done)

    @property
    def outputs(self) -> Iterator[Stored]:
        """Every file written for the bundle."""
        return (output for record in self.records for output in record.outputs)


class ResultStore:
    """The kept results of an outbox, a file a bundle.

    Its first line holds all but the longest lists of the records, which follow record by record, packed,
    since they are nine tenths of it and seldom asked for. A file is written last of all that is
    written for a bundle, so what it says is true.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def load(self, bundle: Submission) -> StoredResult | None:
        """Return what is kept of a bundle; None if nothing is, or if it was kept by another program."""
        return self.read(self._root / kept_in(bundle))

    @staticmethod
    def read(file: Path) -> StoredResult | None:
        """Return what is kept in a file, None as above or if a part of it is missing."""
        found = _head(file)
        if found is None:
            return None
        kept, edges = found
        spans = pairwise(edges)
        whole = tuple(
            replace(
                record,
                figures=Packed(file, *next(spans), Figure),
                lines=Packed(file, *next(spans), Figure),
                revisions=Packed(file, *next(spans), Revision),
            )
            for record in kept.everything
        )
        count = len(kept.records)
        return replace(kept, records=whole[:count], past=whole[count:])

    def keep(self, bundle: Submission, kept: StoredResult) -> None:
        """Keep the results of a bundle instead of earlier ones."""
        head = replace(kept, records=tuple(map(_bare, kept.records)), past=tuple(map(_bare, kept.past)))
        lists = packed(
            each for record in kept.everything for each in (record.figures, record.lines, record.revisions)
        )
        first = msgspec.json.encode((FORM, list(map(len, lists)), head))
        Outbox(self._root).overwrite(kept_in(bundle), b"".join([first, b"\n", *lists]))

    def drop_others(self, bundles: Iterable[Submission]) -> list[str]:
        """Forget what is kept of bundles that are no more, and return their names."""
        current = {self._root / kept_in(bundle) for bundle in bundles}
        gone = sorted(set((self._root / FOLDER).glob(f"*{SUFFIX}")) - current)
        names = [_name(file) for file in gone]
        for file in gone:
            file.unlink()
        return names


_HEAD = msgspec.json.Decoder(tuple[Literal[2], list[int], StoredResult])


def _head(file: Path) -> tuple[StoredResult, list[int]] | None:
    """Return what the first line says, and where the lists after it begin and the last one ends.

    None if there is no such file, or a part of it is missing.
    """
    try:
        with file.open("rb") as data:
            _, sizes, kept = _HEAD.decode(data.readline())
            edges = list(accumulate(sizes, initial=data.tell()))
            end = data.seek(-CHECKSUM, os.SEEK_END) + CHECKSUM
            return (kept, edges) if end == edges[-1] and any(data.read()) else None
    except (FileNotFoundError, msgspec.MsgspecError):
        return None


def _bare(record: Record) -> Record:
    return replace(record, figures=(), lines=(), revisions=())


def kept_in(bundle: Submission) -> str:
    """Return where in an outbox a bundle is kept: its name to be read by people, a hash to tell all apart."""
    mark = hashlib.sha256(f"{bundle.folder}\0{bundle.department}".encode()).hexdigest()[:8]
    return f"{FOLDER}/{safe_name(bundle.name)}-{mark}{SUFFIX}"


def _name(file: Path) -> str:
    """Return the name of the bundle a file was kept for."""
    found = _head(file)
    return found[0].bundle if found else file.stem
