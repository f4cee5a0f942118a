"""One run among many on the same outbox: what earlier ones left, what this one adds, under one lock."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from converter.errors import Failure, writing
from converter.inbox import Submission
from converter.outbox.fingerprint import Provenance, fingerprint
from converter.outbox.lock import FileLock, locked
from converter.outbox.manifest import RunLog, manifest, manifest_entry
from converter.outbox.outbox import Outbox
from converter.outbox.own_files import LOCK, LOG, LOOSE, MANIFEST, read_own
from converter.outbox.record import HashedFile, Record
from converter.outbox.results import ResultStore, StoredResult, submission_of

_LOGGED = ("place", "name", "department", "year", "outcome", "reason")  # what the log says of a result


class KnownNames(msgspec.Struct, frozen=True):
    """What had to be read to tell submissions apart, and what it was made with: the departments that loose
    files, and the files of folders named after none, are for, by their hash; and the names of submissions
    taken together.
    """

    made: str = ""
    named: dict[str, str] = msgspec.field(default_factory=dict)
    groups: tuple[tuple[str, ...], ...] = ()


@contextmanager
def outbox_session(root: Path, provenance: Provenance, *, force: bool) -> Iterator["OutboxSession"]:
    """Hold an outbox for a run, which is logged from start to end; LockedError if another run has it."""
    with locked(FileLock(root / LOCK)):
        Outbox(root).remove_unfinished()
        session = OutboxSession(root, provenance, force=force)
        session.log.note("run-started", made_by=provenance, force=force)
        ended = "run-stopped"
        try:
            yield session
            session.write_manifest()
            ended = "run-ended"
        finally:
            session.log.note(ended, **session.counts)


class OutboxSession:
    """The outbox during a run. `counts` is how many results were done, unchanged or failed so far."""

    def __init__(self, root: Path, provenance: Provenance, *, force: bool) -> None:
        self._root, self._provenance, self._force = root, provenance, force
        self.results, self.log = ResultStore(root), RunLog(root / LOG)
        self.counts: Counter[str] = Counter()
        self._entries: list[dict[str, Any]] = []

    @property
    def known(self) -> KnownNames:
        """What an earlier run found out of files and folders."""
        try:
            known = msgspec.json.decode(read_own(self._root / LOOSE) or b"", type=KnownNames)
        except ValueError:  # of msgspec too
            return KnownNames()
        return known if known.made == self._made else KnownNames()

    def begin(self, submissions: Iterable[Submission], known: KnownNames, *, all_seen: bool = True) -> None:
        """Begin with the submissions of the inbox. If they are all there are, which an inbox that can't be
        read does not tell, the results of others are dropped.
        """
        Outbox(self._root).overwrite(LOOSE, msgspec.json.encode(replace(known, made=self._made)))
        for file in self.results.files_of_others(submissions) if all_seen else ():
            self.log.note("left", place=submission_of(file))
            self._drop(file)

    def same_result(self, submission: Submission, inputs: tuple[HashedFile, ...]) -> StoredResult | None:
        """Return what is stored of a submission if it was done without failure, and nothing that it depends
        on has changed since.
        """
        result = None if self._force else self.results.load(submission)
        if result is None or result.failures or result.fingerprint != fingerprint(inputs, self._provenance):
            return None
        return _as_unchanged(result)

    def holds(self, records: Iterable[Record]) -> bool:
        """Whether all files of records are in the outbox, and no report was edited since it was written."""
        outbox, records = Outbox(self._root), list(records)
        return outbox.has(file for record in records for file in record.output_files) and not any(
            outbox.has_other(record.folder, (*record.output_files, *record.beside))
            for record in records
            if record.folder
        )

    def last_result(self, submission: Submission) -> StoredResult | None:
        """Return what is stored of a submission, whether it still holds good or not."""
        result = self.results.load(submission)
        return _as_unchanged(result) if result else None

    def add(self, results: Iterable[Record | Failure]) -> None:
        """Take results into the manifest and the log."""
        for result in results:
            event = "failed" if isinstance(result, Failure) else "unchanged" if result.unchanged else "done"
            self.counts[event] += 1
            entry = manifest_entry(result)
            self._entries.append(entry)
            self.log.note(event, **{key: entry[key] for key in _LOGGED if key in entry})

    def write_manifest(self) -> None:
        """Write down what the outbox now holds."""
        Outbox(self._root).overwrite(MANIFEST, manifest(self._provenance, self._entries))

    @staticmethod
    def _drop(file: Path) -> None:
        with writing(file):
            file.unlink(missing_ok=True)

    @property
    def _made(self) -> str:
        return fingerprint((), self._provenance)


def _as_unchanged(result: StoredResult) -> StoredResult:
    return replace(result, records=tuple(replace(record, unchanged=True) for record in result.records))
