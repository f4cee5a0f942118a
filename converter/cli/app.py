"""The command line itself, and what commands share: how a run begins and ends, and with which code."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from converter import __version__, messages
from converter.cli.chinese_help import Command, Group

if TYPE_CHECKING:
    from converter.batch.run import Job
    from converter.errors import Failure
    from converter.outbox import Record
    from converter.pack import Pack

    RecordOrFailure = Record | Failure
    ClosableProgress = Generator[tuple[int, list[RecordOrFailure]], None, None]

Step = TypeVar("Step")
Done = TypeVar("Done")
CLEAN, ERRORS, USAGE, FAILED, STOPPED = 0, 1, 2, 3, 130


def show_version(is_asked: bool) -> None:
    """Print the version of the program and leave, if that is asked for."""
    if is_asked:
        typer.echo(__version__)
        raise typer.Exit


def usage_error(message: str) -> typer.Exit:
    """Say on standard error why a command can't begin, and return what ends it."""
    typer.echo(message, err=True)
    return typer.Exit(USAGE)


app = typer.Typer(
    cls=Group,
    help=messages.help.ABOUT,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # loading what draws the frames takes half the time of --help
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar=messages.help.USAGE_OPTIONS,
    subcommand_metavar=messages.help.USAGE_COMMAND,
)


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", help=messages.help.VERSION, callback=show_version, is_eager=True)
    ] = False,
) -> None:
    """Take what is asked of the program itself."""


def add(function: Callable[..., None], help: str, kind: type[Command] = Command) -> None:
    """Add a command that is called as the function is."""
    app.command(cls=kind, help=help, options_metavar=messages.help.USAGE_OPTIONS)(function)


def job_of(inbox: Path, packs: list[Path] | None, **options: Any) -> "Job":
    """Return a job on an inbox, or on one file alone, with the options of `batch.Job`."""
    from converter.batch.run import Job

    if inbox.is_file():
        return Job(tuple(packs or ()), inbox.parent, only=inbox, **options)
    return Job(tuple(packs or ()), inbox, **options)


def steps_of(job: "Job", jobs: int) -> "ClosableProgress":
    """Yield the steps of a job; leave with a line on standard error if it can't begin or continue."""
    from converter.batch.run import run_filled

    with ending_on(*refusals()):
        yield from run_filled(job, jobs)


def refusals() -> tuple[type[Exception], ...]:
    """Return the exceptions that say why a run can't begin or continue."""
    from converter.errors import OutboxError, ReadError
    from converter.outbox import LockedError
    from converter.pack import PackError

    return PackError, LockedError, OutboxError, ReadError


@contextmanager
def stoppable(steps: Generator[Step, None, None]) -> Iterator[Generator[Step, None, None]]:
    """Let a run be stopped by Ctrl-C: what is done stays done, and one line says so."""
    try:
        with closing(steps):
            yield steps
    except KeyboardInterrupt:
        typer.echo(messages.runs.INTERRUPTED, err=True)
        raise typer.Exit(STOPPED) from None


def judged(
    inbox: Path, packs: list[Path] | None, year: int, jobs: int, password: str
) -> "list[RecordOrFailure]":
    """Return the results of judging every department of an inbox, behind a progress bar."""
    from converter.cli.screen import progress

    job = job_of(filed(inbox), packs, year=year, password=password)
    with stoppable(steps_of(job, jobs)) as steps:
        return [result for results in progress(steps) for result in results]


def checked_folders(inbox: Path, outbox: Path) -> None:
    """Leave with a line on standard error if the outbox is the inbox or around it. One within the inbox is
    passed over.
    """
    inner, outer = inbox.resolve(), outbox.resolve()
    if inner == outer:
        raise usage_error(messages.screen.OUTBOX_IS_INBOX.format(path=inbox))
    if inner.is_relative_to(outer):
        raise usage_error(messages.screen.INBOX_IN_OUTBOX.format(inbox=inbox, outbox=outbox))


def filed(place: Path) -> Path:
    """Return an inbox, or a file to be looked at alone; leave with a line on standard error if neither."""
    return place if place.is_file() else existing(place)


def existing(inbox: Path) -> Path:
    """Return the inbox; leave with a line on standard error if it is no folder."""
    if not inbox.is_dir():
        raise usage_error(messages.screen.INBOX_NONE.format(path=inbox))
    return inbox


def loaded(pack: Path | None, inbox: Path | None = None) -> "Pack":
    """Return the pack with the names in the inbox; leave with a line on standard error if it is wrong."""
    from converter.batch import load_pack_with_overlay
    from converter.pack import DEFAULT, PackError

    with ending_on(PackError):
        return load_pack_with_overlay(pack or DEFAULT, inbox)


def print_json(key: str, results: "Sequence[Done | Failure]", data: Callable[[Done], dict[str, Any]]) -> None:
    """Print what was done as JSON under `key`, and what failed."""
    import msgspec

    from converter.errors import Failure

    failures = [
        {"file": result.file, "message": result.message} for result in results if isinstance(result, Failure)
    ]
    done = [data(result) for result in results if not isinstance(result, Failure)]
    written = msgspec.json.encode({key: done, "failures": failures})  # json itself is slow where it indents
    typer.echo(msgspec.json.format(written, indent=1))


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
