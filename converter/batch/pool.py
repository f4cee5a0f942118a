"""Where the work is done: processes that may crash, hang or outgrow their memory without harm to the run."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as OutOfTime
from typing import Any, TypeVar

from converter import messages
from converter.batch.record import Failure
from converter.pack import Limits

Task = TypeVar("Task")
Result = TypeVar("Result")


def in_processes(
    work: Callable[[Task], Result],
    tasks: Iterable[tuple[str, Task]],
    count: int,
    limits: Limits,
    start: Callable[..., None],
    given: Any,
) -> Iterator[Result | Failure]:
    """Yield the result of every named task in order, or the failure that ended it.

    `start(given)` makes each process ready. A process that dies, or takes longer or more memory than
    the limits allow, costs its own task only.
    """
    from pebble import ProcessExpired, ProcessPool

    with ProcessPool(max_workers=count, initializer=_ready, initargs=(limits, start, given)) as pool:
        futures = [
            (name, pool.schedule(work, args=[task], timeout=limits.task_seconds)) for name, task in tasks
        ]
        for name, future in futures:
            try:
                yield future.result()
            except OutOfTime:
                yield Failure(name, messages.OUT_OF_TIME.format(name=name, seconds=limits.task_seconds))
            except ProcessExpired:
                yield Failure(name, messages.WORKER_DIED.format(name=name))


def _ready(limits: Limits, start: Callable[..., None], given: Any) -> None:
    # A reader that panics would print its own stack to the user's screen.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        import resource
    except ImportError:  # not on Windows, where the time limit alone must do
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (limits.task_memory_bytes, limits.task_memory_bytes))
    start(given)
