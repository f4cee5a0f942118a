"""How much time a department spent at each stage of its conversion."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

DIGITS = 4


class Stopwatch:
    """Adds up seconds by stage until they are collected."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @contextmanager
    def at(self, stage: str) -> Iterator[None]:
        """Count the time of the block for a stage."""
        started = perf_counter()
        try:
            yield
        finally:
            self._seconds[stage] = self._seconds.get(stage, 0.0) + perf_counter() - started

    def reset(self) -> None:
        """Forget what was counted so far."""
        self._seconds.clear()

    @property
    def seconds(self) -> dict[str, float]:
        """The seconds of each stage so far, rounded."""
        return {stage: round(spent, DIGITS) for stage, spent in self._seconds.items()}
