"""Where the work is done: processes that may crash, hang or outgrow their memory without harm to the run."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as OutOfTime
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from converter import messages
from converter.errors import Failure, attempt
from converter.pack import Limits

Task = TypeVar("Task")
Result = TypeVar("Result")
HELD = 3  # seconds for which a living process may keep the others from their next task
STUCK = 60  # seconds after its limit in which a task surely has ended, if there is anyone left to end it


def in_processes(
    work: Callable[[Task], Result],
    tasks: Iterable[tuple[str, Task]],
    count: int,
    limits: Limits,
    start: Callable[..., None],
    given: Any,
) -> Iterator[Result | Failure]:
    """Yield the result of every named task in order, or the failure that ended it.

    `start(given)` makes each process ready. A task that raises, takes longer or more memory than the limits
    allow, or whose process dies, fails alone. When all processes are lost at once, or one took with it
    what they share, new ones go on with what is left; a task that does that twice has failed.
    """
    left, blamed = deque(tasks), None
    while left:
        yield from _until_broken(work, left, count, limits, start, given)
        if left and left[0] is blamed:
            name, _ = left.popleft()
            yield Failure(name, messages.filing.WORKER_DIED.format(name=name))
        blamed = left[0] if left else None


def _until_broken(
    work: Callable[[Task], Result],
    left: deque[tuple[str, Task]],
    count: int,
    limits: Limits,
    start: Callable[..., None],
    given: Any,
) -> Iterator[Result | Failure]:
    """Yield results, each task taken off when its own is there, until none is left or the pool is broken."""
    from pebble import ProcessExpired, ProcessPool
    from pebble.common.types import CONSTS

    CONSTS.channel_lock_timeout = HELD
    pool = ProcessPool(max_workers=count, initializer=_ready, initargs=(limits, start, given))
    try:
        seconds = limits.task_seconds
        futures = deque(pool.schedule(_guarded, args=[work, *each], timeout=seconds) for each in left)
        while futures:
            name, future = left[0][0], futures.popleft()
            result: Result | Failure
            try:
                result = future.result(timeout=seconds + STUCK)
            except OutOfTime:
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


def _guarded(work: Callable[[Task], Result], name: str, task: Task) -> Result | Failure:
    return attempt(name, lambda: work(task))


def _ready(limits: Limits, start: Callable[..., None], given: Any) -> None:
    # A reader that panics would print its own stack to the user's screen.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        import resource
    except ImportError:  # not on Windows, where the time limit alone must do
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (limits.task_memory_bytes, limits.task_memory_bytes))
    start(given)


def _end_with_parent() -> None:
    """End this process when the one that started it is killed, for nobody would end its task then."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
