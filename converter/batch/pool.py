"""Where the work is done: processes that may crash, hang or outgrow their memory without harm to the run."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from converter import messages
from converter.batch.one_worker import HAS_PROCESSES, begin, in_worker
from converter.errors import Failure, ReadError, attempt
from converter.pack import Limits

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

State = TypeVar("State")
Task = TypeVar("Task")
Result = TypeVar("Result")
LOCK_SECONDS = 3  # for which a living process may keep the others from their next task
STUCK_SECONDS = 60  # after its limit in which a task surely has ended, if there is anyone left to end it

_state: Any = None  # in a process of a pool: what it works with


class Pool(Generic[State]):
    """Up to `count` processes that work with one `state`: forked ones share it, others get a copy."""

    def __init__(self, state: State, count: int, limits: Limits) -> None:
        self._state, self._count, self._limits = state, count, limits

    def results(
        self, work: Callable[[State, Task], Result], tasks: Iterable[tuple[str, Task]]
    ) -> Iterator[Result | Failure]:
        """Yield what `work` returns for every named task in order, or the failure that ended it.

        A task that raises, takes longer or more memory than the limits allow, or whose process dies, fails
        alone. When all processes are lost at once, new ones do what is left; so they do when one ends while
        it holds what all share. A task that causes it twice has failed. A single task needs no pool. In a
        browser there are no processes: there tasks have no limits, and whoever waits ends them.
        """
        if not HAS_PROCESSES:
            yield from (attempt(name, partial(work, self._state, task)) for name, task in tasks)
            return
        left, suspect = deque(tasks), None
        if len(left) == 1:  # to load what makes a pool takes a tenth as long as a report
            [(name, task)] = left
            yield in_worker(name, self._limits, work, self._state, task)
            return
        while left:
            yield from self._until_broken(work, left)
            if left and left[0] is suspect:
                name, _ = left.popleft()
                yield Failure(name, messages.filing.WORKER_DIED.format(name=name))
            suspect = left[0] if left else None

    def _until_broken(
        self, work: Callable[[State, Task], Result], left: deque[tuple[str, Task]]
    ) -> Iterator[Result | Failure]:
        """Yield results until no task is left or the pool is broken; a task is taken off when it has one."""
        from concurrent.futures.process import BrokenProcessPool

        from pebble import ProcessExpired

        seconds = self._limits.task_seconds
        pool = self._processes(len(left))
        try:
            futures = self._scheduled(pool, work, left)
            while futures:
                name, future = left[0][0], futures.popleft()
                result: Result | Failure
                try:
                    result = future.result(timeout=seconds + STUCK_SECONDS)
                except TimeoutError:
                    if not future.done():
                        return
                    result = Failure(name, messages.filing.OUT_OF_TIME.format(name=name, seconds=seconds))
                except ProcessExpired:
                    result = Failure(name, messages.filing.WORKER_DIED.format(name=name))
                except BrokenProcessPool:
                    return
                left.popleft()
                yield result
        finally:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def _scheduled(
        self, pool: "ProcessPool", work: Callable[[State, Task], Result], tasks: Iterable[tuple[str, Task]]
    ) -> "deque[ProcessFuture[Any]]":
        """Hand all tasks to the processes; ReadError if the system allows no processes."""
        seconds = self._limits.task_seconds
        try:
            return deque(pool.schedule(_guarded, args=[work, *task], timeout=seconds) for task in tasks)
        except (OSError, RuntimeError, MemoryError):
            raise ReadError(messages.runs.NO_PROCESSES) from None

    def _processes(self, tasks: int) -> "ProcessPool":
        from pebble import ProcessPool
        from pebble.common.types import CONSTS

        # Pebble's processes share one channel, and wait a minute for one that holds its lock: one that was
        # killed while it did so would hold up the whole run for that long. Pebble has no parameter for it.
        CONSTS.channel_lock_timeout = LOCK_SECONDS
        return ProcessPool(
            max_workers=min(self._count, tasks), initializer=_start, initargs=(self._limits, self._state)
        )


def _guarded(work: Callable[[Any, Task], Result], name: str, task: Task) -> Result | Failure:
    return attempt(name, lambda: work(_state, task))


def _start(limits: Limits, state: Any) -> None:
    """Make a new process of a pool ready to work."""
    begin(limits)
    global _state
    _state = state
