"""Commands that read a whole inbox: convert, watch, check, figures."""

from pathlib import Path
from typing import Annotated, Any

import typer

from converter import messages
from converter.cli.app import (
    Format,
    Inbox,
    Jobs,
    Output,
    PackFolder,
    Password,
    Year,
    argument,
    command,
    existing,
    exit_code,
    job_of,
    print_json,
    steps_of,
    stoppable,
    usage_error,
)
from converter.cli.rounds import show, show_afar


@command(help=messages.help.HELP_CONVERT)
def convert(
    inbox: Annotated[str, argument(help=messages.help.HELP_INBOX, metavar=messages.help.ARGUMENT_INBOX)],
    output: Annotated[str, typer.Option("-o", "--output", help=messages.help.HELP_OUTPUT)] = "outbox",
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    timeout: Annotated[
        int, typer.Option("--timeout", help=messages.runs.HELP_TIMEOUT, min=0, show_default=False)
    ] = 0,
    force: Annotated[bool, typer.Option("--force", help=messages.runs.HELP_FORCE)] = False,
    review: Annotated[bool, typer.Option("--review", help=messages.trace.HELP_REVIEW)] = False,
    scheduler: Annotated[
        str, typer.Option("--scheduler", help=messages.cluster.HELP_SCHEDULER, show_default=False)
    ] = "",
) -> None:
    """Write every department's report and list, and the overview of them all."""
    more = {"year": year, "password": password, "timeout": timeout, "force": force, "review": review}
    if scheduler:
        raise typer.Exit(exit_code(show_afar(inbox, output, scheduler, job_of(Path(), pack, **more))))
    for place in (inbox, output):
        if "://" in place:
            raise usage_error(messages.cluster.NEEDS_SCHEDULER.format(path=place))
    job = job_of(existing(Path(inbox)), pack, outbox=Path(output), **more)
    raise typer.Exit(exit_code(show(steps_of(job, jobs), job, output)))


@command(help=messages.cluster.HELP_WATCH)
def watch(
    inbox: Inbox,
    output: Output = Path("outbox"),
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    poll: Annotated[bool, typer.Option("--poll", help=messages.cluster.HELP_POLL)] = False,
) -> None:
    """Convert whenever filings have stopped changing, until stopped; what failed is said once."""
    from converter.inbox import watch_inbox

    job = job_of(existing(inbox), pack, outbox=output, year=year, password=password)
    typer.echo(messages.cluster.WATCHING.format(inbox=inbox))
    results: list[Any] = []
    with stoppable(watch_inbox(inbox, poll)) as rounds:
        for _ in rounds:
            results = show(steps_of(job, jobs), job, output, results)


@command(help=messages.help.HELP_CHECK)
def check(
    inbox: Inbox, pack: PackFolder = None, year: Year = 0, jobs: Jobs = 0, password: Password = ""
) -> None:
    """Print every department's findings, and write nothing."""
    from converter.cli.screen import Screen

    screen = Screen()
    with stoppable(steps_of(job_of(existing(inbox), pack, year=year, password=password), jobs)) as steps:
        results = screen.results(steps)
    for each in results:
        screen.findings(each)
    screen.summary(results)
    raise typer.Exit(exit_code(results))


@command(help=messages.help.HELP_FIGURES)
def figures(
    inbox: Inbox,
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    format: Annotated[Format, typer.Option("--format", help=messages.help.HELP_FORMAT)] = Format.TEXT,
) -> None:
    """Print every figure that was read or computed, with its origin."""
    from converter.cli.screen import Screen
    from converter.outbox import as_json

    screen = Screen()
    with stoppable(steps_of(job_of(existing(inbox), pack, year=year, password=password), jobs)) as steps:
        results = screen.results(steps)
    if format is Format.TEXT:
        for each in results:
            screen.figures(each)
    else:
        print_json("departments", results, as_json)
    raise typer.Exit(exit_code(results))
