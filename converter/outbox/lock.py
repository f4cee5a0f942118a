"""One run at a time on an outbox: a mark that names its owner, given up when the owner is gone."""

import math
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from platform import node
from typing import NamedTuple, Protocol

from converter import messages
from converter.errors import writing

MOMENT = 10.0  # seconds in which an owner has surely written down who it is


class LockedError(Exception):
    """Another run is at work on the outbox: one line that says whose, since when, and what to do."""


class Owner(NamedTuple):
    """A process: its host, number, user, when it took the lock, and when it began (seconds of the epoch)."""

    host: str
    pid: int
    user: str
    since: str
    began: float


class LockMark(Protocol):
    """What a lock is made of; its text is what to call it. `patience` are the seconds it may stand without
    being written again before its owner is taken for gone.
    """

    patience: float

    def create(self, data: bytes) -> bool:
        """Make the mark; False if there is one."""

    def read(self) -> bytes | None:
        """Return what was written, None if there is no mark."""

    def age(self) -> float:
        """Return the seconds since it was written, infinite if there is no mark."""

    def remove(self) -> None:
        """Remove the mark, which may be gone already."""


class LockFile:
    """A mark that is a file."""

    patience = math.inf

    def __init__(self, path: Path) -> None:
        self._path = path

    def __str__(self) -> str:
        return str(self._path)

    def create(self, data: bytes) -> bool:
        """Make the mark; False if there is one. Creating a file is atomic on network shares too."""
        with writing(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with self._path.open("xb") as file:
                    file.write(data)
            except FileExistsError:
                return False
        return True

    def read(self) -> bytes | None:
        """Return what was written, None if there is no mark."""
        with suppress(FileNotFoundError):
            return self._path.read_bytes()
        return None

    def age(self) -> float:
        """Return the seconds since it was written, infinite if there is no mark."""
        with suppress(FileNotFoundError):
            return time.time() - self._path.stat().st_mtime
        return math.inf

    def remove(self) -> None:
        """Remove the mark, which may be gone already."""
        self._path.unlink(missing_ok=True)


@contextmanager
def locked(mark: LockMark) -> Iterator[bytes]:
    """Hold a lock while in the block, and yield what its mark says; LockedError if another holds it."""
    import msgspec

    me = msgspec.json.encode(_me()._asdict())
    if not mark.create(me):
        if not _is_stale(mark):
            raise LockedError(_said(mark))
        mark.remove()
        if not mark.create(me):
            raise LockedError(_said(mark))
    try:
        yield me
    finally:
        if mark.read() == me:
            mark.remove()


def _me() -> Owner:
    import psutil

    process = psutil.Process()
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return Owner(node(), os.getpid(), process.username(), since, process.create_time())


def _owner(mark: LockMark) -> Owner | None:
    """Return who holds the lock, None if that is not written down or the lock is gone."""
    import msgspec

    with suppress(msgspec.MsgspecError, TypeError):
        return Owner(**msgspec.json.decode(mark.read() or b"", type=dict[str, str | int | float]))  # type: ignore[arg-type]
    return None


def _is_stale(mark: LockMark) -> bool:
    """Whether the owner was a process of this host that is no more, has long been silent, or never came to
    write its name.
    """
    import psutil

    owner = _owner(mark)
    if mark.age() > (mark.patience if owner else MOMENT):
        return True
    if owner is None or owner.host != node():
        return False
    try:
        process = psutil.Process(owner.pid)
        began: float = process.create_time()
        return process.status() == psutil.STATUS_ZOMBIE or abs(began - owner.began) > 1
    except psutil.NoSuchProcess:
        return True


def _said(mark: LockMark) -> str:
    owner = _owner(mark) or Owner("?", 0, "?", "?", 0)
    return messages.runs.OUTBOX_LOCKED.format(file=mark, **owner._asdict())
