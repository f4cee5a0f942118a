"""Convert or judge every department of an inbox, in as many processes as asked for."""

import os
from collections.abc import Generator, Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from converter import messages
from converter.batch import Pool
from converter.batch.run.duplicates import ReportKey, report_key, without_duplicates
from converter.batch.run.found import find_submissions
from converter.batch.run.job import Job, Task
from converter.batch.run.worker import Results, Worker
from converter.errors import Failure, ReadError, attempt
from converter.inbox import Submission
from converter.outbox import (
    HashedFile,
    KnownNames,
    OutboxSession,
    StoredResult,
    hashed_inputs,
    outbox_session,
)

Progress = Iterator[tuple[int, Results]]


def run(job: Job, jobs: int = 0) -> Progress:
    """Yield the number of submissions, then for each in turn what became of it.

    `jobs` is the number of processes, 0: one a processor.

    With an outbox, submissions that did not change since they were last done are not done again. PackError
    or LockedError before the first. Closed early, it ends its processes and leaves nothing half done.
    """
    worker = Worker(job)
    pool = Pool(worker, jobs or os.cpu_count() or 1, worker.limits)
    return _judge(worker, pool) if job.outbox is None else _convert(worker, pool, job.outbox)


def run_filled(job: Job, jobs: int = 0) -> Generator[tuple[int, Results], None, None]:
    """Yield what `run` yields; ReadError before the first if nothing was filed."""
    steps = run(job, jobs)
    total, _ = first = next(steps)
    if not total:
        raise ReadError(messages.screen.INBOX_EMPTY.format(path=job.inbox))
    yield first
    yield from steps


def _judge(worker: Worker, pool: Pool[Worker]) -> Progress:
    found = find_submissions(worker, pool, KnownNames()).submissions
    yield len(found), []
    plan = [(submission, attempt(submission.name, partial(_check_seen, submission))) for submission in found]
    done = pool.results(Worker.judge, [(each.name, each) for each, unseen in plan if not unseen])
    results: Iterator[Results] = (
        [_at(submission, result)] if isinstance(result, Failure) else result
        for submission, result in ((submission, unseen or next(done)) for submission, unseen in plan)
    )
    yield from ((1, several) for several in without_duplicates(results))


def _convert(worker: Worker, pool: Pool[Worker], outbox: Path) -> Progress:
    with outbox_session(outbox, worker.provenance, force=worker.job.force) as session:
        found = find_submissions(worker, pool, session.known)
        session.begin(found.submissions, found.known, all_seen=found.all_seen)
        filed_for: set[ReportKey] = set()
        plan = [_planned(submission, session, worker, filed_for) for submission in found.submissions]
        yield len(plan), []
        to_do = [(task.submission.name, task) for task, known in plan if not known]
        filed_twice: set[str] = set()
        converted = _converted(plan, pool.results(Worker.convert, to_do), session)
        for results in without_duplicates(converted, filed_twice):
            session.add(results)
            yield 1, results
        # of two that wrote the same report at the same time the first is to be the last
        firsts = [(task.submission.name, task) for task, _ in plan if task.submission.place in filed_twice]
        for _ in pool.results(Worker.convert, [first for first in firsts if not _stands(first[1], session)]):
            pass


def _stands(task: Task, session: OutboxSession) -> bool:
    result = session.results.load(task.submission)
    return result is None or session.holds(result.records)


Planned = tuple[Task, StoredResult | Failure | None]


def _planned(
    submission: Submission, session: OutboxSession, worker: Worker, filed_for: set[ReportKey]
) -> Planned:
    """Return what to do, and what is known of it already: its result, or why it can't be done now.

    `filed_for` are the reports of earlier submissions: they are not looked for among the files of this one.
    Its own reports are added.
    """
    if not worker.job.waiting.isdisjoint(part.folder for part in submission.alone):
        text = messages.filing.STILL_CHANGING.format(name=submission.name)
        return Task(submission), session.last_result(submission) or Failure(submission.name, text)
    inputs = attempt(submission.name, partial(_inputs, submission))
    if not isinstance(inputs, Failure):
        same = session.same_result(submission, inputs)
        if same is None or not all(worker.is_by_its_pack(record, submission) for record in same.records):
            return Task(submission, inputs), None
        own = {report_key(record): record for record in same.records if report_key(record) not in filed_for}
        filed_for.update(own)
        return Task(submission, inputs), same if session.holds(own.values()) else None
    text = messages.filing.NOT_DONE_NOW.format(reason=inputs.message, name=submission.name)
    return Task(submission), replace(inputs, message=text)


def _inputs(submission: Submission) -> tuple[HashedFile, ...]:
    """Return the submission's files with their hashes; ReadError if any can't be seen or read."""
    _check_seen(submission)
    return hashed_inputs(submission)


def _check_seen(submission: Submission) -> None:
    """Raise a ReadError if there are folders that can't be looked into: they may hold what counts."""
    if submission.unseen:
        raise ReadError(messages.phrases.THEN.join(submission.unseen))


def _converted(
    plan: Iterable[Planned], done: Iterator[Failure | None], session: OutboxSession
) -> Iterator[Results]:
    """Yield what became of each submission: what is stored of it, or the failure that ended it."""
    for task, known in plan:
        submission, ended = task.submission, known or next(done)
        result = ended or session.results.load(submission)
        if isinstance(result, StoredResult):
            yield [*result.failures, *result.records]
        else:
            lost = Failure(submission.name, messages.filing.RESULT_NOT_STORED.format(name=submission.name))
            yield [_at(submission, result or lost)]


def _at(submission: Submission, failure: Failure) -> Failure:
    return replace(failure, place=submission.place)
