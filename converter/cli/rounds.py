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

    Results = list[Record | Failure]


def show(
    steps: "Steps", job: "Job", where: Path | str, known: "Container[Record | Failure] | None" = None
) -> "Results":
    """Drive a run of a job to its end, publish the overview, print both; return what became of everything.

    `where` is what to call the outbox. With `known`, neither those nor unchanged departments are printed.
    """
    from converter.cli.screen import Screen
    from converter.overview import OverviewBuilder, called, publish

    assert job.outbox is not None
    screen, gathering = Screen(where), OverviewBuilder(loaded(job.pack, job.inbox))
    with stoppable(steps) as going:
        results = screen.results(gathering.taking(going))
    for each in results:
        if known is None or (each not in known and not getattr(each, "unchanged", False)):
            screen.verdict(each)
    screen.summary(results)
    overview = gathering.overview(job.inbox, job.year)
    path, faults = publish(overview, job.outbox)
    screen.overview(path.name, called(overview), faults)
    return results


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
