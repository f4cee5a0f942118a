"""`jixiao convert`: every department's report and list, and the overview of them all."""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from converter import messages
from converter.cli.app import (
    FAILED,
    checked_folders,
    ending_on,
    exit_code,
    filed,
    job_of,
    steps_of,
    stoppable,
    usage_error,
)
from converter.cli.options import (
    Jobs,
    PackFolders,
    Password,
    Year,
    argument,
    checked_timeout,
    filled,
    filled_path,
)

if TYPE_CHECKING:
    from converter.batch.run import Job
    from converter.cli.app import ClosableProgress, RecordOrFailure


def convert(
    inbox: Annotated[
        str, argument(help=messages.help.INBOX, metavar=messages.help.ARGUMENT_INBOX, callback=filled)
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", help=messages.help.OUTPUT, callback=filled)
    ] = "outbox",
    pack: PackFolders = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    timeout: Annotated[
        int,
        typer.Option("--timeout", help=messages.help.TIMEOUT, show_default=False, callback=checked_timeout),
    ] = 0,
    force: Annotated[bool, typer.Option("--force", help=messages.help.FORCE)] = False,
    review: Annotated[bool, typer.Option("--review", help=messages.help.REVIEW)] = False,
    mark: Annotated[bool, typer.Option("--mark", help=messages.help.MARK)] = False,
    side_by_side: Annotated[bool, typer.Option("--side-by-side", help=messages.help.SIDE_BY_SIDE)] = False,
    scheduler: Annotated[
        str, typer.Option("--scheduler", help=messages.help.SCHEDULER, show_default=False)
    ] = "",
) -> None:
    """Write every department's report and list, and the overview of them all."""
    options = {"year": year, "password": password, "timeout": timeout, "force": force}
    options |= {"review": review, "mark": mark, "side_by_side": side_by_side}
    if scheduler:
        raise typer.Exit(_convert_remotely(inbox, output, scheduler, job_of(Path(), pack, **options)))
    for place in (inbox, output):
        if "://" in place:
            raise usage_error(messages.runs.NEEDS_SCHEDULER.format(path=place))
    outbox = filled_path(output)
    job = job_of(filed(filled_path(inbox)), pack, outbox=outbox, **options)
    checked_folders(job.inbox, outbox)
    shown = show_conversion(steps_of(job, jobs), job, output)
    raise typer.Exit(shown.exit_code)


class Shown(Struct):
    """What became of everything, and whether the overview was written."""

    results: "list[RecordOrFailure]"
    has_overview: bool

    @property
    def exit_code(self) -> int:
        """The exit code of a run: an overview that is not written is a failure."""
        return exit_code(self.results) if self.has_overview else FAILED


def show_conversion(
    steps: "ClosableProgress",
    job: "Job",
    outbox: Path | str,
    before: "Container[RecordOrFailure] | None" = None,
) -> Shown:
    """Drive a run of a job to its end, publish the overview, print both.

    `outbox` is what to call the outbox. With `before`, the results of the run before, neither these nor
    unchanged departments are printed.
    """
    from converter.api.runs import builder_of
    from converter.cli.departments import show_result, show_summary
    from converter.cli.screen import coloured, progress
    from converter.errors import Failure
    from converter.overview import filing_summary, publish
    from converter.pack import PackError

    assert job.outbox is not None
    with ending_on(PackError):
        builder = builder_of(job)
    results: list[RecordOrFailure] = []
    with stoppable(steps) as running:
        for step in progress(running):
            builder.add(step)
            results += map(_without_figures, step)
    overview = builder.overview(job.inbox, job.year)
    published = publish(overview, job.outbox)  # before anything is printed, which may go wrong
    for result in results:
        is_unchanged = not isinstance(result, Failure) and result.unchanged
        if before is None or (result not in before and not is_unchanged):
            show_result(result, outbox)
    show_summary(results, outbox)
    if published.path:
        path, issues = f"{outbox}/{published.path.name}", filing_summary(overview)
        typer.echo(messages.overview.OVERVIEW_WRITTEN.format(path=path, issues=issues))
    for fault in published.faults:
        typer.echo(coloured("red", fault))
    return Shown(results, published.is_whole)


def _without_figures(result: "RecordOrFailure") -> "RecordOrFailure":
    """Return a result without its figures, which are most of it."""
    from converter.errors import Failure

    return result if isinstance(result, Failure) else result.without_lists()


def _convert_remotely(inbox: str, outbox: str, scheduler: str, job: "Job") -> int:
    """Do a job on the machines of a scheduler, on the inbox and outbox given; return the exit code."""
    from msgspec.structs import replace

    from converter.cluster import RemoteRun, remote_run, staged

    with _reaching(outbox):
        where = RemoteRun(inbox, outbox, scheduler)
        with staged(where, _say) as copy:
            local = replace(job, inbox=copy.inbox, outbox=copy.outbox)
            shown = show_conversion(remote_run(where, local, copy, _say), local, outbox)
            copy.push()
    return shown.exit_code


def _say(line: str) -> None:
    typer.echo(line, err=True)


@contextmanager
def _reaching(place: str) -> Iterator[None]:
    """Leave with a line on standard error if the machines or folders of a run can't be reached."""
    from converter.cluster import SchedulerError, StorageError
    from converter.errors import OutboxError
    from converter.outbox import LockedError
    from converter.pack import PackError

    try:
        with ending_on(SchedulerError, PackError, LockedError, OutboxError):
            yield
    except ModuleNotFoundError as missing:
        raise usage_error(messages.runs.CLUSTER_MISSING.format(module=missing.name)) from None
    except StorageError as refusal:
        raise usage_error(messages.runs.STORAGE_UNREACHABLE.format(place=place, reason=refusal)) from None
