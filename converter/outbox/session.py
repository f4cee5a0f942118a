"""One run among many on the same outbox: what earlier ones left, what this one adds, under one lock."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from converter.errors import Failure
from converter.inbox import Submission
from converter.outbox.fingerprint import MadeBy, fingerprint
from converter.outbox.lock import LockFile, locked
from converter.outbox.manifest import entry, manifest
from converter.outbox.outbox import PRIVATE, Outbox
from converter.outbox.record import Record, Stored
from converter.outbox.results import ResultStore, StoredResult
from converter.outbox.run_log import RunLog

MANIFEST, LOG, LOCK = "manifest.json", "run.log.jsonl", f"{PRIVATE}/lock"
LOOSE = f"{PRIVATE}/loose.json"


@contextmanager
def outbox_session(root: Path, made: MadeBy, force: bool) -> Iterator["OutboxSession"]:
    """Hold an outbox for a run, which is logged from start to end; LockedError if another run has it."""
    with locked(LockFile(root / LOCK)):
        Outbox(root).sweep()
        current = OutboxSession(root, made, force)
        current.log.note("run-started", made_by=made._asdict(), force=force)
        ended = "run-stopped"
        try:
            yield current
            current.write_manifest()
            ended = "run-ended"
        finally:
            current.log.note(ended, **current.counted)


class OutboxSession:
    """The outbox during a run. `named` tells which department a loose file is for, by the file's hash."""

    def __init__(self, root: Path, made: MadeBy, force: bool) -> None:
        self._root, self._made, self._force = root, made, force
        self.shelf, self.log = ResultStore(root), RunLog(root / LOG)
        self.counted: Counter[str] = Counter()
        self.named = self._load_named()
        self._entries: list[dict[str, Any]] = []

    def settle(self, found: Iterable[Submission]) -> None:
        """Take the bundles now in the inbox for all there are; those of earlier runs leave the results."""
        known = {"made": self._mark, "named": self.named}
        Outbox(self._root).overwrite(LOOSE, msgspec.json.encode(known))
        for name in self.shelf.drop_others(found):
            self.log.note("left", place=name)

    def unchanged(self, bundle: Submission, inputs: tuple[Stored, ...]) -> StoredResult | None:
        """Return what is kept of a bundle if it holds good: done without failure, and nothing changed since,
        neither what it depends on nor its files in the outbox.
        """
        kept = None if self._force else self.shelf.load(bundle)
        if kept is None or kept.failures or kept.fingerprint != fingerprint(inputs, self._made):
            return None
        if not Outbox(self._root).holds(kept.outputs):
            return None
        return replace(kept, records=tuple(replace(each, unchanged=True) for each in kept.records))

    def note(self, results: Iterable[Record | Failure]) -> None:
        """Take results into the manifest and the log."""
        for each in results:
            said = entry(each)
            self._entries.append(said)
            event = "failed" if isinstance(each, Failure) else "unchanged" if each.unchanged else "done"
            self.counted[event] += 1
            told = ("place", "name", "department", "year", "outcome", "reason")
            self.log.note(event, **{key: said[key] for key in told if key in said})

    def write_manifest(self) -> None:
        """Write down what the outbox now holds."""
        Outbox(self._root).overwrite(MANIFEST, manifest(self._made, self._entries))

    @property
    def _mark(self) -> str:
        return fingerprint((), self._made)

    def _load_named(self) -> dict[str, str]:
        try:
            known = msgspec.json.decode((self._root / LOOSE).read_bytes())
            return known["named"] if known["made"] == self._mark else {}
        except (FileNotFoundError, msgspec.MsgspecError, KeyError, TypeError):
            return {}
