"""A run of many machines, seen from the one that asks for it."""

import asyncio
import logging
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from converter import messages
from converter.batch.run import Job, Worker, without_duplicates
from converter.cluster.chunk import Chunk, Results, chunk_results
from converter.cluster.copy import WRITTEN, Copy, copied
from converter.cluster.lock import locked_outbox
from converter.cluster.patience import Patience
from converter.cluster.storage import Say, Storage, StorageError
from converter.errors import Failure
from converter.inbox import Submission, files_by_folder
from converter.outbox import FOLDER, LOG, outbox_session, stored_in

if TYPE_CHECKING:
    from distributed import Client, Future

CHUNK = 16  # departments, so that what Dask and the start of a run cost is small beside the work
RETRIES = 3  # of a chunk whose machine or storage failed
GREETING_SECONDS = 10
TIMEOUT = "10s"  # for a scheduler to answer


class SchedulerError(Exception):
    """The scheduler can't be reached, or no longer: one line that names it and says what to do."""


class RemoteRun(Struct, frozen=True):
    """Where a run takes place: its inbox and outbox, as addresses or paths, and Dask's scheduler."""

    inbox: str
    outbox: str
    scheduler: str


@contextmanager
def staged(where: RemoteRun, say: Say) -> Iterator[Copy]:
    """Lock the outbox, and yield a copy of what concerns no single department: loose files, overview, log.

    LockedError if another run has it, StorageError if a folder isn't reached; a line about what is waited for
    goes to `say`.
    """
    source, target = Storage(where.inbox, say), Storage(where.outbox, say)
    with locked_outbox(target), copied(source, target) as copy:
        loose = (name for name in source.names() if "/" not in name)
        copy.fetch(loose, [*_overview(target), *target.names(LOG), *target.names(f"{WRITTEN}_.txt")])
        yield copy


def remote_run(
    where: RemoteRun, job: Job, copy: Copy, say: Say
) -> Generator[tuple[int, Results], None, None]:
    """Yield the number of submissions (loose files count as one), then what became of each in turn.

    `job` has the copy's inbox and outbox for its own; manifest and log are written into the latter.
    PackError, StorageError or SchedulerError before the first. What is waited for is said as in `staged`.
    Closed early, it gives up what is not begun.
    """
    worker = Worker(job)
    chunks = _chunks(where, worker, say)
    with (
        _without_logging(),
        _connected(where.scheduler) as client,
        outbox_session(copy.outbox, worker.provenance, force=job.force) as session,
    ):
        yield sum(len(files_by_folder(chunk.filed)) for chunk in chunks), []
        patience = Patience(client, where.scheduler, say)
        futures = client.map(chunk_results, chunks, pure=False, retries=RETRIES)
        for results in without_duplicates(_collected(chunks, futures, patience)):
            session.add(results)
            yield 1, results


def _chunks(where: RemoteRun, worker: Worker, say: Say) -> list[Chunk]:
    """Return all there is to do: the loose files in one chunk, then the folders, some at a time."""
    source, target = Storage(where.inbox, say), Storage(where.outbox, say)
    bureau = {path.name for path in worker.bureau_files}
    names = source.names()
    bureau_files = tuple(name for name in names if name in bureau)
    filed = files_by_folder(name for name in names if name not in bureau)
    loose = filed.pop("", ())
    may_be_stored = {folder: stored_in(Submission(folder, ())) for folder in filed}
    stored = dict.fromkeys(target.names(FOLDER))
    of_folders = {*may_be_stored.values()}
    parts = [(loose, tuple(name for name in stored if name not in of_folders))] if loose else []
    folders = sorted(filed)
    for at in range(0, len(folders), CHUNK):
        group = folders[at : at + CHUNK]
        files = tuple(name for folder in group for name in filed[folder])
        results = tuple(name for folder in group if (name := may_be_stored[folder]) in stored)
        parts.append((files, results))
    return [
        Chunk(worker.job, worker.provenance, source.address, target.address, files, bureau_files, results)
        for files, results in parts
    ]


def _collected(
    chunks: Iterable[Chunk], futures: Iterable["Future[list[Results]]"], patience: Patience
) -> Iterator[Results]:
    """Yield the results of every submission, and let go of each chunk's at once."""
    for chunk, future in zip(chunks, futures, strict=True):
        patience.wait_for(future)
        yield from _answer(chunk, future)
        future.release()  # type: ignore[no-untyped-call]


def _answer(chunk: Chunk, future: "Future[list[Results]]") -> list[Results]:
    """Return what a chunk gave, or a failure for each of its departments."""
    from distributed import KilledWorker

    reason = ""
    try:
        results: list[Results] = future.result()
    except KilledWorker:
        text = messages.runs.CHUNK_LOST
    except (OSError, StorageError) as error:
        text = messages.runs.CHUNK_UNREACHABLE
        reason = str(error)
    else:
        return results
    places = [folder or messages.filing.LOOSE for folder in sorted(files_by_folder(chunk.filed))]
    return [[Failure(place, text.format(name=place, reason=reason), place)] for place in places]


@contextmanager
def _without_logging() -> Iterator[None]:
    """Keep what Dask logs about lost machines, in English and at length, from the user's screen."""
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


@contextmanager
def _connected(scheduler: str) -> Iterator["Client"]:
    """Yield a client; SchedulerError if the scheduler isn't reached, or is lost within the block."""
    from distributed import Client

    try:
        asyncio.run(_greet(scheduler))
        client = Client(scheduler, timeout=TIMEOUT)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        raise SchedulerError(messages.runs.SCHEDULER_NONE.format(address=scheduler)) from None
    try:
        with client:
            yield client
    except CancelledError:  # of one future, or of several that are waited for
        raise SchedulerError(messages.runs.SCHEDULER_LOST.format(address=scheduler)) from None


async def _greet(scheduler: str) -> None:
    """Return once a scheduler has answered; OSError if it does not, as one that was stopped. Dask's client
    would wait for that one without end.
    """
    from distributed import Security
    from distributed.comm.core import connect

    given = Security().get_connection_args("client")  # type: ignore[no-untyped-call]
    comm = await asyncio.wait_for(connect(scheduler, **given), GREETING_SECONDS)  # type: ignore[no-untyped-call]
    await comm.close()


def _overview(target: Storage) -> list[str]:
    """Return the files of the overview, replaced ones too."""
    top, history = target.top(), target.top(messages.filing.HISTORY)
    stem = messages.overview.OVERVIEW_FILE.partition(".")[0]
    return [name for name in (*top, *history) if name.rpartition("/")[2].startswith(stem)]
