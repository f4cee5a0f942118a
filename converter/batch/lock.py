"""One run at a time on an outbox: a file that names its owner, given up when the owner is gone."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from platform import node
from typing import NamedTuple

from converter import messages

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


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold a lock file while in the block; LockedError if another process holds it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    me = _me()
    if not _taken(file, me):
        if not _is_stale(file):
            raise LockedError(_said(file))
        with suppress(FileNotFoundError):
            file.unlink()
        if not _taken(file, me):
            raise LockedError(_said(file))
    try:
        yield
    finally:
        if _owner(file) == me:
            file.unlink()


def _taken(file: Path, me: Owner) -> bool:
    """Create the lock file; False if there is one. Creating a file is atomic on network shares too."""
    import msgspec

    try:
        with file.open("xb") as lock:
            lock.write(msgspec.json.encode(me._asdict()))
    except FileExistsError:
        return False
    return True


def _me() -> Owner:
    import psutil

    process = psutil.Process()
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return Owner(node(), os.getpid(), process.username(), since, process.create_time())


def _owner(file: Path) -> Owner | None:
    """Return who holds the lock, None if that is not written down or the lock is gone."""
    import msgspec

    with suppress(FileNotFoundError, msgspec.MsgspecError, TypeError):
        return Owner(**msgspec.json.decode(file.read_bytes(), type=dict[str, str | int | float]))  # type: ignore[arg-type]
    return None


def _is_stale(file: Path) -> bool:
    """Whether the owner was a process of this host that is no more, or never came to write its name."""
    import psutil

    owner = _owner(file)
    if owner is None:
        with suppress(FileNotFoundError):
            return time.time() - file.stat().st_mtime > MOMENT
        return True
    if owner.host != node():
        return False
    try:
        process = psutil.Process(owner.pid)
        began: float = process.create_time()
        return process.status() == psutil.STATUS_ZOMBIE or abs(began - owner.began) > 1
    except psutil.NoSuchProcess:
        return True


def _said(file: Path) -> str:
    owner = _owner(file) or Owner("?", 0, "?", "?", 0)
    return messages.OUTBOX_LOCKED.format(file=file, **owner._asdict())
