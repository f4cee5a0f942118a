"""One run at a time on an outbox that several machines reach: the lock is a file, or an object kept alive."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from converter.cluster.storage import Storage, StorageError
from converter.outbox import LOCK, LockFile, locked

BEAT = 60.0  # seconds from one sign of life to the next
SILENCE = 1800.0  # seconds without one that tell an owner is gone; far more than clocks of machines differ


class LockObject:
    """A mark that is an object of a store."""

    patience = SILENCE

    def __init__(self, place: Storage, name: str) -> None:
        self._place, self._name = place, name

    def __str__(self) -> str:
        return f"{self._place.address}/{self._name}"

    def create(self, data: bytes) -> bool:
        """Make the mark; False if there is one."""
        return self._place.create(self._name, data)

    def read(self) -> bytes | None:
        """Return what was written, None if there is no mark."""
        return self._place.read(self._name)

    def age(self) -> float:
        """Return the seconds since it was written, infinite if there is no mark."""
        return self._place.age(self._name)

    def remove(self) -> None:
        """Remove the mark, which may be gone already."""
        self._place.remove(self._name)

    def renew(self, data: bytes) -> None:
        """Write the mark again, if it still says the same."""
        if self.read() == data:
            self._place.put(self._name, data)


@contextmanager
def held(outbox: Storage) -> Iterator[None]:
    """Hold an outbox while in the block; LockedError if another run has it, PlaceError if out of reach."""
    if outbox.folder:
        with locked(LockFile(outbox.folder / LOCK)):
            yield
    else:
        mark = LockObject(outbox, LOCK)
        with locked(mark) as data, _alive(mark, data):
            yield


@contextmanager
def _alive(mark: LockObject, data: bytes) -> Iterator[None]:
    """Renew a mark from time to time while in the block."""
    ended = Event()

    def beat() -> None:
        while not ended.wait(BEAT):
            with suppress(StorageError):  # the next may get through
                mark.renew(data)

    beats = Thread(target=beat, daemon=True)
    beats.start()
    try:
        yield
    finally:
        ended.set()
        beats.join()
