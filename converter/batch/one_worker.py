"""One thing done in a process of its own, within limits: the asking process reads nothing foreign."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, TypeVar

from converter import messages
from converter.errors import Failure, ReadError, attempt
from converter.pack import Limits

Result = TypeVar("Result")
HAS_PROCESSES = sys.platform != "emscripten"  # in a browser all is done in the one there is


def in_worker(name: str, limits: Limits, work: Callable[..., Result], *arguments: Any) -> Result | Failure:
    """Return what `work` returns for the arguments, or a failure named `name` if it raises, dies, or takes
    more time or memory than the limits allow.

    In a worker already, and in a browser, it is done there: whoever ends that one ends this too. ReadError
    if the system allows no processes.
    """
    if parent_process() is not None or not HAS_PROCESSES:
        return attempt(name, lambda: work(*arguments))
    answer, answering = Pipe(duplex=False)
    process = Process(target=_answer, args=(answering, limits, name, work, arguments), daemon=True)
    try:
        process.start()
    except (OSError, RuntimeError, MemoryError):
        raise ReadError(messages.runs.NO_PROCESSES) from None
    answering.close()
    try:
        if answer.poll(limits.task_seconds):
            result: Result | Failure = answer.recv()
            return result
        return Failure(name, messages.filing.OUT_OF_TIME.format(name=name, seconds=limits.task_seconds))
    except EOFError:
        return Failure(name, messages.filing.WORKER_DIED.format(name=name))
    finally:
        process.kill()
        process.join()
        answer.close()


def _answer(
    answering: Connection, limits: Limits, name: str, work: Callable[..., Any], arguments: tuple[Any, ...]
) -> None:
    begin(limits)
    answering.send(attempt(name, lambda: work(*arguments)))


def begin(limits: Limits) -> None:
    """Make a new process ready to work: quiet, within its limit of memory, and gone when its parent is."""
    # A reader that panics would print its own stack to the user's screen.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        import resource
    except ImportError:  # not on Windows, where the time limit alone must do
        pass
    else:
        bounds = (limits.task_memory_bytes, resource.getrlimit(resource.RLIMIT_AS)[1])
        most = min(bound for bound in bounds if bound != resource.RLIM_INFINITY)
        with suppress(ValueError, OSError, OverflowError):  # of a pack that allows more than there can be
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _end_with_parent() -> None:
    """End this process when the one that started it is killed, for nobody would end its task then."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
