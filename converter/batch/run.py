"""Run the line for every department of an inbox, in as many processes as asked for."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from converter import messages
from converter.batch.pool import in_processes
from converter.batch.worker import Job, Task, Worker
from converter.errors import Failure
from converter.inbox import Submission, is_prose, split_loose_files, submissions
from converter.outbox import (
    OutboxSession,
    Record,
    ResultStore,
    StoredResult,
    inputs_of,
    outbox_session,
    safe_name,
)

Results = list[Record | Failure]

_worker: Worker | None = None


def _start(job: Job) -> None:
    """Make this process's worker; a forked process has its parent's already."""
    global _worker
    if _worker is None or _worker.job is not job:
        _worker = Worker(job)


def _ready() -> Worker:
    assert _worker is not None
    return _worker


def _judge(submission: Submission) -> Results:
    return _ready().work(submission)


def _keep(task: Task) -> None:
    worker = _ready()
    assert worker.job.outbox is not None
    worker.keep(task, ResultStore(worker.job.outbox))


def _named(path: Path) -> str:
    return _ready().department_of(path)


def run(job: Job, jobs: int = 0) -> Iterator[tuple[int, Results]]:
    """Yield the number of bundles, then for each in turn what became of it; `jobs` 0: a process a processor.

    With an outbox, bundles that did not change since they were last done are not done again. PackError
    or LockedError before the first. Closed early, it ends its processes and leaves nothing half done.
    """
    _start(job)
    count = jobs or os.cpu_count() or 1
    return _judged(job, count) if job.outbox is None else _kept(job, job.outbox, count)


def _judged(job: Job, count: int) -> Iterator[tuple[int, Results]]:
    found, filed = _found(job.inbox, count, {}), FiledOnce()
    yield len(found), []
    done = _each(_judge, [(each.name, each) for each in found], count)
    for submission, results in zip(found, done, strict=True):
        yield 1, filed.once([_placed(results, submission)] if isinstance(results, Failure) else results)


def _kept(job: Job, outbox: Path, count: int) -> Iterator[tuple[int, Results]]:
    with outbox_session(outbox, _ready().made, job.force) as current:
        found, filed = _found(job.inbox, count, current.named), FiledOnce()
        current.settle(found)
        tasks = [Task(submission, inputs_of(submission)) for submission in found]
        plan = [(task, current.unchanged(task.submission, task.inputs)) for task in tasks]
        yield len(found), []
        done = _each(_keep, [(task.submission.name, task) for task, kept in plan if not kept], count)
        for task, kept in plan:
            failed = None if kept else next(done)
            results = filed.once(_results(task.submission, kept, failed, current))
            current.note(results)
            yield 1, results


def _results(
    submission: Submission, kept: StoredResult | None, failed: Failure | None, current: OutboxSession
) -> Results:
    """Return what became of a submission: what was kept of it, or the failure that ended it."""
    known = None if failed else kept or current.shelf.load(submission)
    if known:
        return known.results
    lost = Failure(submission.name, messages.filing.KEPT_LOST.format(name=submission.name))
    return [_placed(failed or lost, submission)]


def _found(inbox: Path, count: int, named: dict[str, str]) -> list[Submission]:
    filed = submissions(inbox, _ready().aside)
    return [each for submission in filed for each in _by_department(submission, count, named)]


def _by_department(submission: Submission, count: int, named: dict[str, str]) -> list[Submission]:
    """Return a folder as it is, loose files grouped by the department they name.

    `named` tells it by the files' hashes, and is brought up to date.
    """
    if submission.folder:
        return [submission]
    digests = {path: each.digest for path, each in zip(submission.files, inputs_of(submission), strict=True)}
    tables = [path for path in submission.files if not is_prose(path) and digests[path] not in named]
    for path, name in zip(tables, _each(_named, [(path.name, path) for path in tables], count), strict=True):
        if isinstance(name, str):
            named[digests[path]] = name
    current = {digest: named[digest] for digest in digests.values() if digest in named}
    named.clear()
    named.update(current)
    return split_loose_files(
        submission, {path: named[digest] for path, digest in digests.items() if digest in named}
    )


def _each(work: Callable[[Any], Any], tasks: list[tuple[str, Any]], count: int) -> Iterator[Any]:
    """Yield the result of every task in order, or its failure."""
    worker = _ready()
    return in_processes(work, tasks, min(count, len(tasks)), worker.limits, _start, worker.job)


def _placed(failure: Failure, submission: Submission) -> Failure:
    return replace(failure, place=submission.place)


class FiledOnce:
    """Which departments were met so far, and in which submission."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, int], str] = {}

    def once(self, results: Results) -> Results:
        """Return the results, a failure for a department that another submission filed for in the same year.

        Names that differ in case alone are one folder on many systems.
        """
        return [each if isinstance(each, Failure) else self._once(each) for each in results]

    def _once(self, record: Record) -> Record | Failure:
        key = safe_name(record.department).casefold(), record.year
        first = self._places.setdefault(key, record.place)
        if first == record.place:
            return record
        said = messages.filing.DEPARTMENT_TWICE.format(
            department=record.department, year=record.year, first=first, second=record.place
        )
        return Failure(record.department, said, record.place)
