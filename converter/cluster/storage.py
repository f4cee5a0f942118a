"""A folder that may be on another machine: its files by their paths below it."""

import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer

from converter import messages
from converter.errors import OutboxError
from converter.outbox import Outbox

PATIENCE_SECONDS = 15.0  # without an answer, before it is said what is waited for
Say = Callable[[str], None]


def _to_nobody(line: str) -> None:
    """Say nothing: on a machine of the cluster nobody listens."""


class StorageError(Exception):
    """A folder that can't be reached; `str()` says why in Chinese."""


class Storage:
    """A folder given by an address such as `s3://bucket/inbox`, or by a path.

    Every method raises StorageError if it can't be reached, and calls `say` with a line while a store does
    not answer.
    """

    def __init__(self, address: str, say: Say = _to_nobody) -> None:
        import fsspec

        self._say = say
        # s3fs tries again by itself; a store that is silent would be asked 25 times
        once = {"config_kwargs": {"retries": {"total_max_attempts": 1}}} if address.startswith("s3:") else {}
        try:
            self._files, root = fsspec.url_to_fs(address, **once)
        except (ValueError, ImportError, OSError) as error:
            raise StorageError(_reason(error)) from None
        self._root = root.rstrip("/")
        self._local = "file" in self._files.protocol

    def names(self, below: str = "") -> list[str]:
        """Return every file below a folder of this one, in stable order; none if it is not there."""
        # so that what other machines have written since is seen
        self._files.invalidate_cache()
        with self._answering():
            paths = self._files.find(self._path(below) if below else self._root)
        return sorted(self._below(path) for path in paths if not path.endswith("/"))

    def top(self, folder: str = "") -> list[str]:
        """Return the files in a folder of this one, but not deeper; nothing if it is not there."""
        self._files.invalidate_cache()
        entries: list[dict[str, str]] = []
        with self._answering(), suppress(FileNotFoundError):
            entries = self._files.ls(self._path(folder).rstrip("/"), detail=True)
        return sorted(self._below(entry["name"]) for entry in entries if entry["type"] == "file")

    def get(self, names: Iterable[str], folder: Path) -> None:
        """Fetch files into a local folder; StorageError if one is not there."""
        for name in names:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with self._answering():
                data = self._files.cat_file(self._path(name))
            target.write_bytes(data)

    def put(self, name: str, data: bytes) -> None:
        """Write a file, whole or not at all."""
        with self._answering():
            if self.folder:
                Outbox(self.folder).overwrite(name, data)
            else:
                self._files.pipe_file(self._path(name), data)

    def create(self, name: str, data: bytes) -> bool:
        """Write a file that is not there; False if it is.

        Of two that do so at once one succeeds, if the store knows exclusive creation, as Amazon's does.
        """
        if self.read(name) is not None:  # a store that does not know it would overwrite
            return False
        with self._answering():
            try:
                self._files.pipe_file(self._path(name), data, mode="create")
            except FileExistsError:
                return False
        return True

    def read(self, name: str) -> bytes | None:
        """Return what is in a file, None if it is not there."""
        with self._answering(), suppress(FileNotFoundError):
            return bytes(self._files.cat_file(self._path(name)))
        return None

    def age(self, name: str) -> float:
        """Return the seconds since a file was written, infinite if it is not there."""
        self._files.invalidate_cache()
        with self._answering(), suppress(FileNotFoundError):
            written: datetime = self._files.modified(self._path(name))
            return (datetime.now(UTC) - written).total_seconds()
        return math.inf

    def remove(self, name: str) -> None:
        """Remove a file that may be gone already."""
        with self._answering():
            if self._files.exists(self._path(name)):
                self._files.rm_file(self._path(name))

    @property
    def folder(self) -> Path | None:
        """The local folder it is, None if it is elsewhere."""
        return Path(self._root) if self._local else None

    @property
    def address(self) -> str:
        """Its address in full, the same wherever a program was started."""
        return str(self._files.unstrip_protocol(self._root))

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Say so while there is no answer; StorageError if there is none in the end."""
        if self._local:
            with _translated():
                yield
            return
        line = messages.runs.WAITING_FOR_STORAGE.format(place=self.address)
        silence = Timer(PATIENCE_SECONDS, self._say, (line,))
        silence.daemon = True
        silence.start()
        try:
            with _translated():
                yield
        finally:
            silence.cancel()

    def _below(self, path: str) -> str:
        return path[len(self._root) + 1 :]

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"


@contextmanager
def _translated() -> Iterator[None]:
    """Turn whatever says that a store is out of reach into a StorageError."""
    # no OSErrors, though s3fs turns some into such
    from aiohttp import ClientError
    from botocore.exceptions import BotoCoreError

    try:
        yield
    except (OSError, OutboxError, BotoCoreError, ClientError) as error:
        raise StorageError(_reason(error)) from None


def _reason(error: Exception) -> str:
    """Return in Chinese why a store is out of reach; for a reason not known, what the store calls it."""
    if isinstance(error, OutboxError):
        return str(error)
    known = map(messages.runs.STORAGE_REASONS.get, (type(error).__name__, type(error.__cause__).__name__))
    if reason := next(filter(None, known), ""):
        return reason
    return messages.system.os_reason(error) if isinstance(error, OSError) else type(error).__name__
