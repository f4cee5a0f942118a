"""One thing done in a process of its own, outside a run: the asking process reads nothing foreign."""

from collections.abc import Callable
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from converter import messages
from converter.batch.pool import HAS_PROCESSES, begin
from converter.errors import Failure, attempt
from converter.pack import Limits

Result = TypeVar("Result")


def in_worker(name: str, limits: Limits, work: Callable[..., Result], *arguments: Any) -> Result | Failure:
    """Return what `work` returns for the arguments, or a failure named `name` if it raises, dies, or takes
    more time or memory than the limits allow.

    In a worker already, and in a browser, it is done there: whoever ends that one ends this too.
    """
    if parent_process() is not None or not HAS_PROCESSES:
        return attempt(name, lambda: work(*arguments))
    answer, answering = Pipe(duplex=False)
    process = Process(target=_answer, args=(answering, limits, name, work, arguments), daemon=True)
    process.start()
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
