"""How long a department was at each station of the line."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

DIGITS = 4


class Stopwatch:
    """Adds up seconds by station until it is read."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @contextmanager
    def at(self, station: str) -> Iterator[None]:
        """Count the time of the block for a station."""
        started = perf_counter()
        try:
            yield
        finally:
            self._seconds[station] = self._seconds.get(station, 0.0) + perf_counter() - started

    def read(self) -> dict[str, float]:
        """Return the seconds of each station, rounded, and begin anew."""
        seconds, self._seconds = self._seconds, {}
        return {station: round(spent, DIGITS) for station, spent in seconds.items()}
