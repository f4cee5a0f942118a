"""The command line itself: its options, what all commands share, how a run begins and ends."""

import json
from contextlib import closing, contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from converter import messages
from converter.cli.chinese_help import Command, Group

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from converter.batch import Job
    from converter.errors import Failure
    from converter.outbox import Record
    from converter.pack import Pack

    Steps = Generator[tuple[int, list[Record | Failure]], None, None]

Each = TypeVar("Each")
CLEAN, ERRORS, USAGE, FAILED, STOPPED = 0, 1, 2, 3, 130


class Format(StrEnum):
    """How a command prints."""

    TEXT = "text"
    JSON = "json"


app = typer.Typer(
    cls=Group,
    help=messages.help.HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # loading what draws the frames takes half the time of --help
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar=messages.help.USAGE_OPTIONS,
    subcommand_metavar=messages.help.USAGE_COMMAND,
)
command = partial(app.command, cls=Command, options_metavar=messages.help.USAGE_OPTIONS)
argument = partial(typer.Argument, show_default=False)
Inbox = Annotated[Path, argument(help=messages.help.HELP_INBOX, metavar=messages.help.ARGUMENT_INBOX)]
Output = Annotated[Path, typer.Option("-o", "--output", help=messages.help.HELP_OUTPUT)]
PackFolder = Annotated[Path | None, typer.Option("--pack", help=messages.help.HELP_PACK, show_default=False)]
Year = Annotated[int, typer.Option("--year", help=messages.help.HELP_YEAR, show_default=False)]
Password = Annotated[str, typer.Option("--password", help=messages.help.HELP_PASSWORD, show_default=False)]
Jobs = Annotated[int, typer.Option("-j", "--jobs", help=messages.help.HELP_JOBS, min=0, show_default=False)]


def steps_of(job: "Job", jobs: int) -> "Steps":
    """Yield the steps of a job; leave with a line on standard error if it can't begin or be kept up."""
    from converter.batch import run
    from converter.errors import OutboxError
    from converter.outbox import LockedError
    from converter.pack import PackError

    try:
        steps = run(job, jobs)
        total, _ = first = next(steps)
        if not total:
            raise usage_error(messages.screen.INBOX_EMPTY.format(path=job.inbox))
        yield first
        yield from steps
    except (PackError, LockedError, OutboxError) as wrong:
        raise usage_error(str(wrong)) from None


def job_of(inbox: Path, pack: Path | None, **more: Any) -> "Job":
    """Return a job on an inbox, `more` said of it."""
    from converter.batch import Job
    from converter.pack import DEFAULT

    return Job(pack or DEFAULT, inbox, **more)


@contextmanager
def stoppable(steps: "Generator[Each, None, None]") -> "Iterator[Generator[Each, None, None]]":
    """Let a run be stopped by Ctrl-C: what is done stays done, and one line says so."""
    try:
        with closing(steps):
            yield steps
    except KeyboardInterrupt:
        typer.echo(messages.runs.INTERRUPTED, err=True)
        raise typer.Exit(STOPPED) from None


def loaded(pack: Path | None, inbox: Path) -> "Pack":
    """Return the pack with the names beside the inbox; leave with a line on standard error if it is wrong."""
    from converter.pack import DEFAULT, PackError, load_pack

    try:
        return load_pack(pack or DEFAULT, inbox)
    except PackError as wrong:
        raise usage_error(str(wrong)) from None


def existing(inbox: Path) -> Path:
    """Return the inbox; leave with a line on standard error if it is no folder."""
    if not inbox.is_dir():
        raise usage_error(messages.screen.INBOX_NONE.format(path=inbox))
    return inbox


def print_json(key: str, found: "Sequence[Any]", data: "Callable[[Any], dict[str, Any]]") -> None:
    """Print what was done as plain data under `key`, and what failed."""
    from converter.errors import Failure

    failures = [{"file": each.file, "message": each.message} for each in found if isinstance(each, Failure)]
    done = [data(each) for each in found if not isinstance(each, Failure)]
    typer.echo(json.dumps({key: done, "failures": failures}, ensure_ascii=False, indent=1))


def exit_code(results: "Sequence[Any]") -> int:
    """Return the code that tells of failures before errors, of errors before a clean run."""
    from converter.errors import Failure

    if any(isinstance(each, Failure) for each in results):
        return FAILED
    return ERRORS if any(each.errors for each in results if not isinstance(each, Failure)) else CLEAN


def usage_error(message: str) -> typer.Exit:
    """Say on standard error why a command can't begin, and return what ends it."""
    typer.echo(message, err=True)
    return typer.Exit(USAGE)
