"""A local copy of a part of inbox and outbox, whose changes can be pushed back."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from converter.cluster.storage import Storage
from converter.outbox import FOLDER, PRIVATE

WRITTEN = f"{PRIVATE}/written/"


class Copy:
    """Folders `inbox` and `outbox` on this machine, standing in for those of a run."""

    def __init__(self, root: Path, source: Storage, target: Storage) -> None:
        self.inbox, self.outbox = root / "inbox", root / "outbox"
        self._source, self._target = source, target
        self._before: dict[str, str] = {}
        for folder in (self.inbox, self.outbox):
            folder.mkdir()

    def fetch(self, from_inbox: Iterable[str], from_outbox: Iterable[str]) -> None:
        """Fetch files of the inbox and of the outbox."""
        self._source.get(from_inbox, self.inbox)
        self._target.get(from_outbox, self.outbox)
        self._before.update(self._digests())

    def push(self) -> None:
        """Write to the outbox what is new or changed here, and remove there what was removed here.

        The hashes of what the converter writes go first, so that its files don't look like a person's; stored
        results go last, so that what they name is there. Done twice, it changes nothing.
        """
        after = self._digests()
        changed = [name for name, digest in after.items() if self._before.get(name) != digest]
        for name in sorted(changed, key=_order):
            self._target.put(name, (self.outbox / name).read_bytes())
        for name in self._before.keys() - after.keys():
            self._target.remove(name)

    def _digests(self) -> dict[str, str]:
        files = (path for path in sorted(self.outbox.rglob("*")) if path.is_file())
        return {
            path.relative_to(self.outbox).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files
        }


@contextmanager
def copied(source: Storage, target: Storage) -> Iterator[Copy]:
    """Make an empty copy that is gone after the block."""
    with TemporaryDirectory(prefix="jixiao-") as root:
        yield Copy(Path(root), source, target)


def _order(name: str) -> tuple[int, str]:
    return (0 if name.startswith(WRITTEN) else 2 if name.startswith(FOLDER) else 1), name
