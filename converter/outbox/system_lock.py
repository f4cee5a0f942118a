"""A lock that the operating system takes back when its process ends, whatever the clock says."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_held: set[Path] = set()  # by this process, to which the system would grant it once more


@contextmanager
def system_lock(path: Path) -> Iterator[bool | None]:
    """Hold a lock on a file while in the block, and yield whether it was granted; None where the system, or
    the share the file is on, knows no locks. The file stays.
    """
    place = path.resolve()
    if place in _held:
        yield False
        return
    _held.add(place)
    try:
        with path.open("ab") as file:
            yield _granted(file)
    finally:
        _held.discard(place)


def _granted(file: BinaryIO) -> bool | None:
    """Ask for a lock that forked processes do not inherit, and that ends with the file."""
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:
            return None
        return True
    with suppress(ImportError):
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    return None
