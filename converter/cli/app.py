"""The command line itself: its options, what all commands share, how a run begins and ends."""

import json
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from converter import messages
from converter.cli.chinese_help import Command, Group

if TYPE_CHECKING:
    from converter.batch import Job
    from converter.errors import Failure
    from converter.outbox import Record
    from converter.pack import Pack

    Result = Record | Failure
    Steps = Generator[tuple[int, list[Result]], None, None]

Step = TypeVar("Step")
Done = TypeVar("Done")
CLEAN, ERRORS, USAGE, FAILED, STOPPED = 0, 1, 2, 3, 130


class Format(StrEnum):
    """How a command prints."""

    TEXT = "text"
    JSON = "json"


app = typer.Typer(
    cls=Group,
    help=messages.help.ABOUT,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # loading what draws the frames takes half the time of --help
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar=messages.help.USAGE_OPTIONS,
    subcommand_metavar=messages.help.USAGE_COMMAND,
)
argument = partial(typer.Argument, show_default=False)
Inbox = Annotated[Path, argument(help=messages.help.INBOX, metavar=messages.help.ARGUMENT_INBOX)]
Output = Annotated[Path, typer.Option("-o", "--output", help=messages.help.OUTPUT)]
PackFolder = Annotated[Path | None, typer.Option("--pack", help=messages.help.PACK, show_default=False)]
Year = Annotated[int, typer.Option("--year", help=messages.help.YEAR, show_default=False)]
Password = Annotated[str, typer.Option("--password", help=messages.help.PASSWORD, show_default=False)]
Jobs = Annotated[int, typer.Option("-j", "--jobs", help=messages.help.JOBS, min=0, show_default=False)]


def add(function: Callable[..., None], help: str) -> None:
    """Add a command that is called as the function is."""
    app.command(cls=Command, help=help, options_metavar=messages.help.USAGE_OPTIONS)(function)


def job_of(inbox: Path, pack: Path | None, **options: Any) -> "Job":
    """Return a job on an inbox, with the options of `batch.Job`."""
    from converter.batch import Job
    from converter.pack import DEFAULT

    return Job(pack or DEFAULT, inbox, **options)


def steps_of(job: "Job", jobs: int) -> "Steps":
    """Yield the steps of a job; leave with a line on standard error if it can't begin or continue."""
    from converter.batch import run
    from converter.errors import OutboxError, ReadError
    from converter.outbox import LockedError
    from converter.pack import PackError

    with ending_on(PackError, LockedError, OutboxError, ReadError):
        steps = run(job, jobs)
        total, _ = first = next(steps)
        if not total:
            raise usage_error(messages.screen.INBOX_EMPTY.format(path=job.inbox))
        yield first
        yield from steps


@contextmanager
def stoppable(steps: Generator[Step, None, None]) -> Iterator[Generator[Step, None, None]]:
    """Let a run be stopped by Ctrl-C: what is done stays done, and one line says so."""
    try:
        with closing(steps):
            yield steps
    except KeyboardInterrupt:
        typer.echo(messages.runs.INTERRUPTED, err=True)
        raise typer.Exit(STOPPED) from None


def judged(inbox: Path, pack: Path | None, year: int, jobs: int, password: str) -> "list[Result]":
    """Return the results of judging every department of an inbox, behind a progress bar."""
    from converter.cli.screen import progress

    job = job_of(existing(inbox), pack, year=year, password=password)
    with stoppable(steps_of(job, jobs)) as steps:
        return [result for results in progress(steps) for result in results]


def existing(inbox: Path) -> Path:
    """Return the inbox; leave with a line on standard error if it is no folder."""
    if not inbox.is_dir():
        raise usage_error(messages.screen.INBOX_NONE.format(path=inbox))
    return inbox


def loaded(pack: Path | None, inbox: Path | None = None) -> "Pack":
    """Return the pack with the names beside the inbox; leave with a line on standard error if it is wrong."""
    from converter.batch import load_pack_beside
    from converter.pack import DEFAULT, PackError

    with ending_on(PackError):
        return load_pack_beside(pack or DEFAULT, inbox)


def print_json(key: str, results: "Sequence[Done | Failure]", data: Callable[[Done], dict[str, Any]]) -> None:
    """Print what was done as JSON under `key`, and what failed."""
    from converter.errors import Failure

    failures = [
        {"file": result.file, "message": result.message} for result in results if isinstance(result, Failure)
    ]
    done = [data(result) for result in results if not isinstance(result, Failure)]
    typer.echo(json.dumps({key: done, "failures": failures}, ensure_ascii=False, indent=1))


def exit_code(results: Sequence[Any]) -> int:
    """Return FAILED if anything failed, else ERRORS if anything has errors, else CLEAN."""
    from converter.errors import Failure

    if any(isinstance(result, Failure) for result in results):
        return FAILED
    return ERRORS if any(result.errors for result in results) else CLEAN


@contextmanager
def ending_on(*refusals: type[Exception]) -> Iterator[None]:
    """Turn any of the exceptions into a line on standard error that ends the command."""
    try:
        yield
    except refusals as refusal:
        raise usage_error(str(refusal)) from None


def usage_error(message: str) -> typer.Exit:
    """Say on standard error why a command can't begin, and return what ends it."""
    typer.echo(message, err=True)
    return typer.Exit(USAGE)
