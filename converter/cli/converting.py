"""Commands that read a whole inbox: convert, check, figures."""

from pathlib import Path
from typing import Annotated

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
    app,
    exit_code,
    loaded,
    print_json,
    steps_of,
    stoppable,
)


@app.command(help=messages.HELP_CONVERT)
def convert(
    inbox: Inbox,
    output: Output = Path("outbox"),
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    timeout: Annotated[
        int, typer.Option("--timeout", help=messages.HELP_TIMEOUT, min=0, show_default=False)
    ] = 0,
    force: Annotated[bool, typer.Option("--force", help=messages.HELP_FORCE)] = False,
    review: Annotated[bool, typer.Option("--review", help=messages.HELP_REVIEW)] = False,
) -> None:
    """Write every department's report and list, and the overview of them all."""
    from converter.overview import Gathering, called, publish
    from converter.screen import Screen

    screen, gathering = Screen(output), Gathering(loaded(pack, inbox))
    more = {"outbox": output, "timeout": timeout, "force": force, "review": review}
    with stoppable(steps_of(inbox, pack, jobs, year=year, password=password, **more)) as steps:
        results = screen.results(gathering.taking(steps))
    for each in results:
        screen.verdict(each)
    screen.summary(results)
    overview = gathering.overview(inbox, year)
    path, faults = publish(overview, output)
    screen.overview(path, called(overview), faults)
    raise typer.Exit(exit_code(results))


@app.command(help=messages.HELP_CHECK)
def check(
    inbox: Inbox, pack: PackFolder = None, year: Year = 0, jobs: Jobs = 0, password: Password = ""
) -> None:
    """Print every department's findings, and write nothing."""
    from converter.screen import Screen

    screen = Screen()
    with stoppable(steps_of(inbox, pack, jobs, year=year, password=password)) as steps:
        results = screen.results(steps)
    for each in results:
        screen.findings(each)
    screen.summary(results)
    raise typer.Exit(exit_code(results))


@app.command(help=messages.HELP_FIGURES)
def figures(
    inbox: Inbox,
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    format: Annotated[Format, typer.Option("--format", help=messages.HELP_FORMAT)] = Format.TEXT,
) -> None:
    """Print every figure that was read or computed, with its origin."""
    from converter.batch import plain_data
    from converter.screen import Screen

    screen = Screen()
    with stoppable(steps_of(inbox, pack, jobs, year=year, password=password)) as steps:
        results = screen.results(steps)
    if format is Format.TEXT:
        for each in results:
            screen.figures(each)
    else:
        print_json("departments", results, plain_data)
    raise typer.Exit(exit_code(results))
