"""Runs driven to their end, without a screen."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from converter import messages
from converter.batch import PackSet
from converter.batch.run import Job, run_filled
from converter.errors import Failure, ReadError
from converter.outbox import Record, stored_results_in
from converter.overview import OverviewBuilder, publish


def results_of(job: Job, jobs: int) -> Iterator[Record | Failure]:
    """Yield what became of every department of an inbox; ReadError if there is no inbox or nothing in it."""
    return chain.from_iterable(_steps_of(job, jobs))


def converted(
    job: Job, jobs: int, begun: Callable[[int], None] = lambda total: None
) -> Iterator[Record | Failure]:
    """Yield what became of every department, and then what went wrong with the overview of them all, which
    is written into the outbox at the end. `begun` is called with the number of submissions before.
    """
    assert job.outbox is not None
    builder = builder_of(job)
    for results in _steps_of(job, jobs, begun):
        builder.add(results)
        for result in results:
            yield result if isinstance(result, Failure) else result.without_lists()
    published = publish(builder.overview(job.inbox, job.year), job.outbox)
    for fault in published.faults:
        yield Failure(messages.overview.OVERVIEW, fault)


def builder_of(job: Job) -> OverviewBuilder:
    """Return what makes the overview of a job's departments; PackError if one of its packs is wrong."""
    packs = PackSet(job.packs, job.inbox, job.password, job.year)
    return OverviewBuilder(packs.load(packs.usual), packs.load)


def stored_results(outbox: Path) -> Iterator[Record | Failure]:
    """Yield what the last run into an outbox stored of every submission."""
    for stored in stored_results_in(outbox):
        if isinstance(stored, Failure):
            yield stored
        else:
            yield from stored.failures
            yield from stored.records


def _steps_of(
    job: Job, jobs: int, begun: Callable[[int], None] = lambda total: None
) -> Iterator[list[Record | Failure]]:
    """Yield the results of one submission after another."""
    if not job.inbox.is_dir():
        raise ReadError(messages.screen.INBOX_NONE.format(path=job.inbox))
    steps = run_filled(job, jobs)
    total, _ = next(steps)
    begun(total)
    yield from (results for _, results in steps)
