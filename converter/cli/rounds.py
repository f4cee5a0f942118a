"""Rounds of converting: one here, one on other machines, or one after the other as filings arrive."""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from converter import messages
from converter.cli.app import loaded, stoppable, usage_error

if TYPE_CHECKING:
    from converter.batch import Job
    from converter.cli.app import Steps
    from converter.errors import Failure
    from converter.outbox import Record

    Result = Record | Failure
    Results = list[Record | Failure]


def show(
    steps: "Steps", job: "Job", where: Path | str, known: "Container[Record | Failure] | None" = None
) -> "Results":
    """Drive a run of a job to its end, publish the overview, print both; return what became of everything.

    `where` is what to call the outbox. With `known`, neither those nor unchanged departments are printed.
    """
    from converter.cli.screen import Screen
    from converter.overview import OverviewBuilder, filing_summary, publish

    assert job.outbox is not None
    screen, builder = Screen(where), OverviewBuilder(loaded(job.pack, job.inbox))
    results: Results = []
    with stoppable(steps) as running:
        for step in screen.progress(running):
            builder.add(step)
            results += map(_without_figures, step)
    for each in results:
        if known is None or (each not in known and not getattr(each, "unchanged", False)):
            screen.verdict(each)
    screen.summary(results)
    overview = builder.overview(job.inbox, job.year)
    path, faults = publish(overview, job.outbox)
    screen.overview(path.name, filing_summary(overview), faults)
    return results


def _without_figures(result: "Record | Failure") -> "Record | Failure":
    """Return a result without its figures, which are most of it."""
    from dataclasses import replace

    from converter.errors import Failure

    return result if isinstance(result, Failure) else replace(result, figures=(), lines=())


def show_afar(inbox: str, outbox: str, scheduler: str, job: "Job") -> "Results":
    """Do a job on the machines of a scheduler as `show` does it here; whatever folders it names."""
    from dataclasses import replace

    from converter.cluster import RemoteRun, remote_run, staged

    with _reached(outbox):
        where = RemoteRun(inbox, outbox, scheduler)
        with staged(where) as copy:
            own = replace(job, inbox=copy.inbox, outbox=copy.outbox)
            results = show(remote_run(where, own, copy), own, outbox)
            copy.push()
    return results


@contextmanager
def _reached(place: str) -> Iterator[None]:
    """Leave with a line on standard error if the machines or folders of a run can't be reached."""
    from converter.cluster import SchedulerError, StorageError
    from converter.errors import OutboxError
    from converter.outbox import LockedError
    from converter.pack import PackError

    try:
        yield
    except ModuleNotFoundError as missing:
        raise usage_error(messages.cluster.CLUSTER_MISSING.format(module=missing.name)) from None
    except StorageError as wrong:
        raise usage_error(messages.cluster.PLACE_NONE.format(place=place, reason=wrong)) from None
    except (SchedulerError, PackError, LockedError, OutboxError) as wrong:
        raise usage_error(str(wrong)) from None
