"""One run at a time on an outbox of several machines: the lock is a file, or an object that is renewed."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from threading import Event, Thread

from converter.cluster.storage import Storage, StorageError
from converter.outbox import LOCK, FileLock, locked

BEAT_SECONDS = 60.0  # from one sign of life to the next
SILENCE_SECONDS = 1800.0  # without one an owner is gone; far more than the clocks of machines differ


class ObjectLock:
    """A lock that is an object of a store."""

    silence_seconds = SILENCE_SECONDS

    def __init__(self, storage: Storage, name: str) -> None:
        self._storage, self._name = storage, name

    def __str__(self) -> str:
        return f"{self._storage.address}/{self._name}"

    def held_by_system(self) -> AbstractContextManager[bool | None]:
        """A store is no system that takes locks back."""
        return nullcontext()

    def create(self, data: bytes) -> bool:
        """Write the lock; False if there is one."""
        return self._storage.create(self._name, data)

    def read(self) -> bytes | None:
        """Return what was written, None if there is no lock."""
        return self._storage.read(self._name)

    def age(self) -> float:
        """Return the seconds since it was written, infinite if there is no lock."""
        return self._storage.age(self._name)

    def remove(self) -> None:
        """Remove the lock, which may be gone already."""
        self._storage.remove(self._name)

    def renew(self, data: bytes) -> None:
        """Write the lock again, if it still says the same."""
        if self.read() == data:
            self._storage.put(self._name, data)


@contextmanager
def locked_outbox(outbox: Storage) -> Iterator[None]:
    """Lock an outbox while in the block; LockedError if another run has it, StorageError if out of reach."""
    if outbox.folder:
        with locked(FileLock(outbox.folder / LOCK)):
            yield
    else:
        lock = ObjectLock(outbox, LOCK)
        with locked(lock) as data, _kept_alive(lock, data):
            yield


@contextmanager
def _kept_alive(lock: ObjectLock, data: bytes) -> Iterator[None]:
    """Renew a lock from time to time while in the block."""
    ended = Event()

    def beat() -> None:
        while not ended.wait(BEAT_SECONDS):
            with suppress(StorageError):  # the next may get through
                lock.renew(data)

    beats = Thread(target=beat, daemon=True)
    beats.start()
    try:
        yield
    finally:
        ended.set()
        beats.join()
