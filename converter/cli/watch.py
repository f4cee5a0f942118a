"""`jixiao watch`: convert again and again as filings arrive."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from converter import messages
from converter.cli.app import (
    Inbox,
    Jobs,
    Output,
    PackFolder,
    Password,
    Year,
    existing,
    job_of,
    steps_of,
    stoppable,
)
from converter.cli.convert import show_conversion

if TYPE_CHECKING:
    from converter.cli.app import Result


def watch(
    inbox: Inbox,
    output: Output = Path("outbox"),
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    poll: Annotated[bool, typer.Option("--poll", help=messages.help.POLL)] = False,
) -> None:
    """Convert whenever filings have stopped changing, until stopped; print each failure once."""
    from converter.inbox import watch_inbox

    job = job_of(existing(inbox), pack, outbox=output, year=year, password=password)
    typer.echo(messages.cluster.WATCHING.format(inbox=inbox))
    results: list[Result] = []
    with stoppable(watch_inbox(inbox, [output], poll)) as changes:
        for _ in changes:
            results = show_conversion(steps_of(job, jobs), job, output, results)
