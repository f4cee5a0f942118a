"""One run at a time on an outbox: a lock that names its owner, broken when the owner is gone."""

import math
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from platform import node
from typing import Protocol

import msgspec

from converter import messages
from converter.errors import writing

GRACE_SECONDS = 10.0  # in which an owner has surely written down who it is


class LockedError(Exception):
    """Another run is at work on the outbox: one line that says whose, since when, and what to do."""


class LockOwner(msgspec.Struct, frozen=True):
    """A process: its host, number, user, when it took the lock, and when it began (seconds of the epoch)."""

    host: str
    pid: int
    user: str
    since: str
    began: float


class Lock(Protocol):
    """Where a lock is written down; its text is what to call it. After `silence_seconds` without being
    written again its owner counts as gone.
    """

    silence_seconds: float

    def create(self, data: bytes) -> bool:
        """Write the lock; False if there is one."""

    def read(self) -> bytes | None:
        """Return what was written, None if there is no lock."""

    def age(self) -> float:
        """Return the seconds since it was written, infinite if there is no lock."""

    def remove(self) -> None:
        """Remove the lock, which may be gone already."""


class FileLock:
    """A lock that is a file."""

    silence_seconds = math.inf

    def __init__(self, path: Path) -> None:
        self._path = path

    def __str__(self) -> str:
        return str(self._path)

    def create(self, data: bytes) -> bool:
        """Write the lock; False if there is one. Creating a file is atomic on network shares too."""
        with writing(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with self._path.open("xb") as file:
                    file.write(data)
            except FileExistsError:
                return False
        return True

    def read(self) -> bytes | None:
        """Return what was written, None if there is no lock."""
        with suppress(FileNotFoundError):
            return self._path.read_bytes()
        return None

    def age(self) -> float:
        """Return the seconds since it was written, infinite if there is no lock."""
        with suppress(FileNotFoundError):
            return time.time() - self._path.stat().st_mtime
        return math.inf

    def remove(self) -> None:
        """Remove the lock, which may be gone already."""
        self._path.unlink(missing_ok=True)


@contextmanager
def locked(lock: Lock) -> Iterator[bytes]:
    """Hold a lock while in the block, and yield what is written in it; LockedError if another holds it."""
    written = msgspec.json.encode(_this_process())
    if not lock.create(written):
        if not _is_stale(lock):
            raise LockedError(_held_by_another(lock))
        lock.remove()
        if not lock.create(written):
            raise LockedError(_held_by_another(lock))
    try:
        yield written
    finally:
        if lock.read() == written:
            lock.remove()


def _this_process() -> LockOwner:
    import psutil

    process = psutil.Process()
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return LockOwner(node(), os.getpid(), process.username(), since, process.create_time())


def _owner(lock: Lock) -> LockOwner | None:
    """Return who holds the lock, None if that is not written down or the lock is gone."""
    with suppress(msgspec.MsgspecError):
        return msgspec.json.decode(lock.read() or b"", type=LockOwner)
    return None


def _is_stale(lock: Lock) -> bool:
    """Whether the owner was a process of this host that is no more, has long been silent, or never came to
    write its name.
    """
    import psutil

    owner = _owner(lock)
    if lock.age() > (lock.silence_seconds if owner else GRACE_SECONDS):
        return True
    if owner is None or owner.host != node():
        return False
    try:
        process = psutil.Process(owner.pid)
        began: float = process.create_time()
        return process.status() == psutil.STATUS_ZOMBIE or abs(began - owner.began) > 1
    except psutil.NoSuchProcess:
        return True


def _held_by_another(lock: Lock) -> str:
    owner = _owner(lock) or LockOwner("?", 0, "?", "?", 0)
    return messages.runs.OUTBOX_LOCKED.format(file=lock, **msgspec.structs.asdict(owner))
