"""Results kept in the outbox: a department whose files did not change is not done again."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar, overload

import msgspec

from converter.batch.changes import Revision
from converter.batch.fingerprint import Made
from converter.batch.inbox import Bundle
from converter.batch.outbox import PRIVATE, Outbox, safe_name
from converter.batch.record import Failure, Record, Stored
from converter.figures import Figure

Each = TypeVar("Each")
FOLDER, SUFFIX = f"{PRIVATE}/departments", ".jsonl"
_CLOSED = b"]"  # with which a line ends
FORM = 2  # of the files, as `_HEAD` knows it: one of another form is as if it were not there


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a bundle, by what it was made, and the hash of all that it depends on.

    `past` are the last records of departments that could not be done this time.
    """

    bundle: str
    fingerprint: str
    made: Made
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


class Shelf:
    """The kept results of an outbox, a file a bundle.

    Its first line holds all but the figures, lines and revisions of the records, which follow record by
    record, since they are nine tenths of it and seldom asked for. A file is written last of all that is
    written for a bundle, so what it says is true.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def load(self, bundle: Bundle) -> Kept | None:
        """Return what is kept of a bundle; None if nothing is, or if it was kept by another program."""
        return self.read(self._root / kept_in(bundle))

    @staticmethod
    def read(file: Path) -> Kept | None:
        """Return what is kept in a file, None as above or if a part of it is missing."""
        kept = _head(file)
        if kept is None:
            return None
        whole = tuple(
            replace(
                record,
                figures=_Line(file, 3 * at, Figure),
                lines=_Line(file, 3 * at + 1, Figure),
                revisions=_Line(file, 3 * at + 2, Revision),
            )
            for at, record in enumerate(kept.everything)
        )
        count = len(kept.records)
        return replace(kept, records=whole[:count], past=whole[count:])

    def keep(self, bundle: Bundle, kept: Kept) -> None:
        """Keep the results of a bundle instead of earlier ones."""
        head = replace(kept, records=tuple(map(_bare, kept.records)), past=tuple(map(_bare, kept.past)))
        lines: list[Any] = []
        for record in kept.everything:
            lines += [tuple(record.figures), tuple(record.lines), tuple(record.revisions)]
        others = b"".join(b"\n" + msgspec.json.encode(line) for line in lines)
        first = msgspec.json.encode((FORM, len(others), head))
        Outbox(self._root).overwrite(kept_in(bundle), first + others)

    def drop_others(self, bundles: Iterable[Bundle]) -> list[str]:
        """Forget what is kept of bundles that are no more, and return their names."""
        current = {self._root / kept_in(bundle) for bundle in bundles}
        gone = sorted(set((self._root / FOLDER).glob(f"*{SUFFIX}")) - current)
        names = [_name(file) for file in gone]
        for file in gone:
            file.unlink()
        return names


class _Line(Sequence[Each], Generic[Each]):
    """One line after the first of a kept file, decoded when it is looked at and not held."""

    def __init__(self, file: Path, number: int, kind: type[Each]) -> None:
        self._file, self._number, self._kind = file, number, kind

    def _all(self) -> tuple[Each, ...]:
        with self._file.open("rb") as lines:
            for _ in range(self._number + 1):
                lines.readline()
            found: tuple[Each, ...] = _DECODERS[self._kind].decode(lines.readline())
            return found

    def __iter__(self) -> Iterator[Each]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, at: int) -> Each: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Each]: ...
    def __getitem__(self, at: int | slice) -> Each | Sequence[Each]:
        return self._all()[at]


_HEAD = msgspec.json.Decoder(tuple[Literal[2], int, Kept])
_DECODERS: dict[type, Any] = {kind: msgspec.json.Decoder(tuple[kind, ...]) for kind in (Figure, Revision)}  # type: ignore[valid-type]


def _head(file: Path) -> Kept | None:
    """Return what the first line says; None if there is no such file, or a part of it is missing."""
    try:
        with file.open("rb") as lines:
            first = lines.readline()
            _, size, kept = _HEAD.decode(first)
            end = lines.seek(-len(_CLOSED), os.SEEK_END) + len(_CLOSED)
            return kept if end == len(first.rstrip()) + size and lines.read() == _CLOSED else None
    except (FileNotFoundError, msgspec.MsgspecError):
        return None


def _bare(record: Record) -> Record:
    return replace(record, figures=(), lines=(), revisions=())


def kept_in(bundle: Bundle) -> str:
    """Return where in an outbox a bundle is kept: its name to be read by people, a hash to tell all apart."""
    mark = hashlib.sha256(f"{bundle.folder}\0{bundle.owner}".encode()).hexdigest()[:8]
    return f"{FOLDER}/{safe_name(bundle.name)}-{mark}{SUFFIX}"


def _name(file: Path) -> str:
    """Return the name of the bundle a file was kept for."""
    kept = _head(file)
    return kept.bundle if kept else file.stem
