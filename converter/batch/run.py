"""Convert or judge every department of an inbox, in as many processes as asked for."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.batch.duplicates import without_duplicates
from converter.batch.job import Job, Task
from converter.batch.pool import Pool
from converter.batch.worker import Results, Worker
from converter.errors import Failure
from converter.inbox import Submission, split_loose_files, submissions
from converter.outbox import OutboxSession, StoredResult, hashed_inputs, outbox_session

Steps = Iterator[tuple[int, Results]]


def run(job: Job, jobs: int = 0) -> Steps:
    """Yield the number of submissions, then for each in turn what became of it.

    `jobs` is the number of processes, 0: one a processor.

    With an outbox, submissions that did not change since they were last done are not done again. PackError
    or LockedError before the first. Closed early, it ends its processes and leaves nothing half done.
    """
    worker = Worker(job)
    pool = Pool(worker, jobs or os.cpu_count() or 1, worker.limits)
    return _judge(worker, pool) if job.outbox is None else _convert(worker, pool, job.outbox)


def _judge(worker: Worker, pool: Pool[Worker]) -> Steps:
    found = _find(worker, pool, {}).submissions
    yield len(found), []
    done = pool.results(Worker.judge, [(submission.name, submission) for submission in found])
    results: Iterator[Results] = (
        [_at(submission, result)] if isinstance(result, Failure) else result
        for submission, result in zip(found, done, strict=True)
    )
    yield from ((1, several) for several in without_duplicates(results))


def _convert(worker: Worker, pool: Pool[Worker], outbox: Path) -> Steps:
    with outbox_session(outbox, worker.provenance, worker.job.force) as session:
        found = _find(worker, pool, session.loose_departments)
        session.begin(found.submissions, found.loose_departments)
        tasks = [Task(submission, hashed_inputs(submission)) for submission in found.submissions]
        plan = [(task, session.unchanged_result(task.submission, task.inputs)) for task in tasks]
        yield len(plan), []
        to_do = [(task.submission.name, task) for task, unchanged in plan if not unchanged]
        for results in without_duplicates(_converted(plan, pool.results(Worker.convert, to_do), session)):
            session.add(results)
            yield 1, results


def _converted(
    plan: Iterable[tuple[Task, StoredResult | None]],
    done: Iterator[Failure | None],
    session: OutboxSession,
) -> Iterator[Results]:
    """Yield what became of each submission: what is stored of it, or the failure that ended it."""
    for task, unchanged in plan:
        failure = None if unchanged else next(done)
        submission = task.submission
        result = None if failure else unchanged or session.results.load(submission)
        if result:
            yield [*result.failures, *result.records]
        else:
            lost = Failure(submission.name, messages.filing.RESULT_NOT_STORED.format(name=submission.name))
            yield [_at(submission, failure or lost)]


class _Found(Struct, frozen=True):
    """The submissions of an inbox, and which department a loose file is for, by the file's hash."""

    submissions: list[Submission]
    loose_departments: Mapping[str, str]


def _find(worker: Worker, pool: Pool[Worker], known: Mapping[str, str]) -> _Found:
    """Return what is in the inbox, its loose files grouped by the department they name.

    `known` are the departments of loose files that an earlier run has found: those files are not read again.
    """
    found: list[Submission] = []
    loose_departments: dict[str, str] = {}
    for submission in submissions(worker.job.inbox, worker.not_filed):
        if submission.folder or submission.department:
            found.append(submission)
        else:
            hashes = _hashes(submission)
            loose_departments = _departments(hashes, pool, known)
            by_path = {
                path: loose_departments[digest]
                for path, digest in hashes.items()
                if digest in loose_departments
            }
            found += split_loose_files(submission, by_path, worker.department_around)
    return _Found(found, loose_departments)


def _hashes(submission: Submission) -> dict[Path, str]:
    inputs = zip(submission.files, hashed_inputs(submission), strict=True)
    return {path: file.digest for path, file in inputs}


def _departments(hashes: Mapping[Path, str], pool: Pool[Worker], known: Mapping[str, str]) -> dict[str, str]:
    """Return the departments that files name, by the file's hash: known already, or read now."""
    to_read = [path for path, digest in hashes.items() if digest not in known]
    names = pool.results(Worker.department_named_in, [(path.name, path) for path in to_read])
    read = {
        hashes[path]: name for path, name in zip(to_read, names, strict=True) if not isinstance(name, Failure)
    }
    return {
        digest: name
        for digest in hashes.values()
        if (name := read.get(digest, known.get(digest))) is not None
    }


def _at(submission: Submission, failure: Failure) -> Failure:
    return replace(failure, place=submission.place)
