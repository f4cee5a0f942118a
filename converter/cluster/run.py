"""A run of many machines, seen from the one that asks for it."""

import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from converter import messages
from converter.batch import FiledOnce, Job, Worker
from converter.cluster.chunk import Chunk, Results, chunk_results
from converter.cluster.copy import WRITTEN, Copy, copied
from converter.cluster.lock import held
from converter.cluster.storage import Storage, StorageError
from converter.errors import Failure
from converter.inbox import Submission, files_by_folder
from converter.outbox import FOLDER, LOG, kept_in, outbox_session

if TYPE_CHECKING:
    from distributed import Client, Future

GROUP = 16  # departments an errand, so that what Dask and the start of a run cost is small beside the work
RETRIES = 3  # of an errand whose machine or storage failed
PATIENCE = "10s"  # for a scheduler to answer


class SchedulerError(Exception):
    """The scheduler can't be reached, or no longer: one line that names it and says what to do."""


class RemoteRun(NamedTuple):
    """Where a run takes place: its inbox and outbox, as addresses or paths, and Dask's scheduler."""

    inbox: str
    outbox: str
    scheduler: str


@contextmanager
def staged(where: RemoteRun) -> Iterator[Copy]:
    """Hold the outbox, and yield a copy of what concerns no single department: loose files of the inbox,
    overview, log. LockedError if another run holds it, PlaceError if a folder isn't reached.
    """
    source, target = Storage(where.inbox), Storage(where.outbox)
    with held(target), copied(source, target) as copy:
        loose = (name for name in source.names() if "/" not in name)
        copy.fetch(loose, [*_overview(target), *target.names(LOG), *target.names(f"{WRITTEN}_.txt")])
        yield copy


def remote_run(where: RemoteRun, job: Job, copy: Copy) -> Generator[tuple[int, Results], None, None]:
    """Yield the number of bundles (loose files count as one), then what became of each in turn.

    `job` has the copy's inbox and outbox for its own; manifest and log are written into the latter.
    PackError, PlaceError or SchedulerError before the first. Closed early, it gives up what is not begun.
    """
    worker = Worker(job)
    asked = _errands(where, worker)
    filed = FiledOnce()
    with (
        _quiet(),
        _connected(where.scheduler) as client,
        outbox_session(copy.outbox, worker.made, job.force) as current,
    ):
        yield sum(len(files_by_folder(each.filed)) for each in asked), []
        futures = client.map(chunk_results, asked, pure=False, retries=RETRIES)
        for errand, future in zip(asked, futures, strict=True):
            for each in _answer(errand, future):
                results = filed.once(each)
                current.note(results)
                yield 1, results
            future.release()  # type: ignore[no-untyped-call]


def _errands(where: RemoteRun, worker: Worker) -> list[Chunk]:
    """Return all there is to do: the loose files in one errand, then the folders, some at a time."""
    aside = {path.name for path in worker.aside}
    source, target = Storage(where.inbox), Storage(where.outbox)
    there = source.names()
    filed = files_by_folder(name for name in there if name not in aside)
    kept = dict.fromkeys(target.names(FOLDER))
    loose, own = filed.pop("", ()), {folder: kept_in(Submission(folder, ())) for folder in filed}
    others = tuple(name for name in kept if name not in own.values())
    beside = [name for name in there if name == worker.names_beside]
    parts = [(loose, others)] if loose else []
    for at in range(0, len(own), GROUP):
        group = sorted(own)[at : at + GROUP]
        files = tuple(name for folder in group for name in filed[folder])
        parts.append((files, tuple(own[folder] for folder in group if own[folder] in kept)))
    return [
        Chunk(worker.job, source.address, target.address, (*files, *beside), known) for files, known in parts
    ]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask would tell of lost machines, in English and at length, from the user's screen."""
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


@contextmanager
def _connected(scheduler: str) -> Iterator["Client"]:
    """Yield a client; SchedulerError if the scheduler isn't reached, or is lost within the block."""
    from distributed import Client
    from distributed.client import FutureCancelledError

    try:
        client = Client(scheduler, timeout=PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        raise SchedulerError(messages.cluster.SCHEDULER_NONE.format(address=scheduler)) from None
    try:
        with client:
            yield client
    except FutureCancelledError:
        raise SchedulerError(messages.cluster.SCHEDULER_LOST.format(address=scheduler)) from None


def _answer(errand: Chunk, future: "Future[list[Results]]") -> list[Results]:
    """Return what an errand gave, or a failure for each of its departments."""
    from distributed import KilledWorker

    try:
        results: list[Results] = future.result()
    except KilledWorker:
        said = messages.cluster.GROUP_LOST
    except (OSError, StorageError) as wrong:
        said = messages.cluster.GROUP_UNREACHED.format(name="{name}", reason=wrong)
    else:
        return results
    names = sorted(files_by_folder(errand.filed))
    return [
        [Failure(name, said.format(name=name or messages.filing.LOOSE), name or messages.filing.LOOSE)]
        for name in names
    ]


def _overview(target: Storage) -> list[str]:
    """Return the files of the overview, replaced ones too."""
    top, history = target.top(), target.top(messages.filing.HISTORY)
    stem = messages.overview.OVERVIEW_FILE.partition(".")[0]
    return [name for name in (*top, *history) if name.rpartition("/")[2].startswith(stem)]
