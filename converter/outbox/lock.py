"""One run at a time on an outbox: a lock that names its owner, broken when the owner is gone."""

import math
import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from platform import node
from typing import Annotated, Protocol

import msgspec
from msgspec import structs

from converter import messages
from converter.errors import writing
from converter.outbox.own_files import SYSTEM_LOCK, read_own, refuse_links, refuse_others
from converter.outbox.system_lock import system_lock

GRACE_SECONDS = 10.0  # in which an owner has surely written down who it is
UNKNOWN = "?"
CLOCK_SECONDS = 2.0  # by which what the system says of when a process began may be off


class LockedError(Exception):
    """Another run is at work on the outbox: one line that says whose, since when, and what to do."""


class LockOwner(msgspec.Struct, frozen=True):
    """A process: its host, number, user, and when it took the lock."""

    host: str
    pid: Annotated[int, msgspec.Meta(ge=1, lt=2**31)]
    user: str
    since: Annotated[datetime, msgspec.Meta(tz=True)]


class Lock(Protocol):
    """Where a lock is written down; its text is what to call it. After `silence_seconds` without being
    written again its owner counts as gone.
    """

    silence_seconds: float

    def held_by_system(self) -> AbstractContextManager[bool | None]:
        """Hold what the operating system knows of locks while in the block: whether it was granted, None if
        it knows none.
        """

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

    def held_by_system(self) -> AbstractContextManager[bool | None]:
        """Hold a lock of the system on a file beside the lock; OutboxError if that file can't be opened."""
        beside = self._path.with_name(Path(SYSTEM_LOCK).name)
        with writing(beside):
            refuse_links(self._path.parent.parent, SYSTEM_LOCK)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            refuse_others(beside, str(beside))
        return system_lock(beside)

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
        """Return what was written, None if there is no lock, or no file in its place."""
        return read_own(self._path)

    def age(self) -> float:
        """Return the seconds since it was written, infinite if there is no lock."""
        with writing(self._path), suppress(FileNotFoundError):
            return time.time() - self._path.stat().st_mtime
        return math.inf

    def remove(self) -> None:
        """Remove the lock, which may be gone already."""
        with writing(self._path):
            self._path.unlink(missing_ok=True)


@contextmanager
def locked(lock: Lock) -> Iterator[bytes]:
    """Hold a lock while in the block, and yield what is written in it; LockedError if another holds it."""
    written = msgspec.json.encode(_this_process())
    with lock.held_by_system() as granted:
        if granted is False:
            raise LockedError(_held_by_another(lock))
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
    since = datetime.now().astimezone().replace(microsecond=0)
    return LockOwner(node(), max(os.getpid(), 1), _user(), since)


def _user() -> str:
    with suppress(ImportError, KeyError, OSError):  # in a browser, and where a number has no name
        from getpass import getuser

        return getuser()
    return UNKNOWN


def _owner(lock: Lock) -> LockOwner | None:
    """Return who holds the lock, None if that is not written down or the lock is gone."""
    with suppress(ValueError):  # of msgspec too
        return msgspec.json.decode(lock.read() or b"", type=LockOwner)
    return None


def _is_stale(lock: Lock) -> bool:
    """Whether the owner was a process of this host that is no more, has long been silent, or never came to
    write its name. A process that began after the lock was taken has but its number.
    """
    owner = _owner(lock)
    if lock.age() > (lock.silence_seconds if owner else GRACE_SECONDS):
        return True
    if owner is None or owner.host != node():
        return False
    import psutil  # which takes its time to load, and is rarely asked

    try:
        process = psutil.Process(owner.pid)
        began: float = process.create_time()
        is_another = began > owner.since.timestamp() + CLOCK_SECONDS
        return is_another or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def _held_by_another(lock: Lock) -> str:
    owner = _owner(lock)
    told = structs.asdict(owner) if owner else dict.fromkeys(LockOwner.__struct_fields__, UNKNOWN)
    return messages.runs.OUTBOX_LOCKED.format(file=lock, **told)
