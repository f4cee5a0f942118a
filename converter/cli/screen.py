"""What several commands print: how far a run has come, what failed, and in which colours.

Results go to standard output, progress to standard error, so that results can be piped.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from typer import echo, style

from converter import messages
from converter.errors import Failure
from converter.figures import Severity

Done = TypeVar("Done")
FAILURE_COLOUR = "red"
MOST_LISTED = 100  # files of a department on the screen; the list has them all
_SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def coloured(colour: str, text: str) -> str:
    """Return text in a colour, or `dim`, for a terminal; whoever sets NO_COLOR wants none."""
    if os.environ.get("NO_COLOR"):
        return text
    return style(text, dim=True) if colour == "dim" else style(text, fg=colour)


def severity_word(severity: Severity) -> str:
    """Return the word for a severity in its colour."""
    return coloured(_SEVERITY_COLOURS[severity], messages.filing.SEVERITIES[severity])


def progress(steps: Iterator[tuple[int, list[Done]]]) -> Iterator[list[Done]]:
    """Yield the results of each step of a run, and show how far it has come."""
    total, _ = next(steps)
    with _bar(total) as advance:
        for count, results in steps:
            yield results
            advance(count)


@contextmanager
def _bar(total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar where there is more than one step; give what moves it on."""
    if total < 2:
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    is_seen = console.is_terminal  # else a bar that is gone leaves an empty line
    with Progress(*columns, console=console, transient=True, disable=not is_seen) as bar:
        task = bar.add_task(messages.screen.PROGRESS, total=total)
        yield lambda count: bar.advance(task, count)


def failure_line(failure: Failure) -> str:
    """Return what failed, and why; a file with the folder of the inbox that it lies in."""
    is_inside = failure.place not in ("", messages.filing.LOOSE, failure.file)
    folder = f"{failure.place}/" if is_inside and failure.message.startswith(failure.file) else ""
    return folder + failure.message


def show_failure(failure: Failure) -> None:
    """Print what failed in a line; below it what was filed for it."""
    echo(f"{coloured(FAILURE_COLOUR, messages.screen.FAILED)} {failure_line(failure)}")
    entry = messages.inventory.ENTRY.format
    show_inventory([(entry(file=file, account=account), "dim") for file, account in failure.files])


def show_inventory(lines: Sequence[tuple[str, str]]) -> None:
    """Print what became of every file, each line in its colour."""
    if lines:
        echo(coloured("dim", f"    {messages.inventory.COUNTED.format(count=len(lines))}"))
    for line, colour in lines[:MOST_LISTED]:
        echo(f"      {coloured(colour, line)}")
    if len(lines) > MOST_LISTED:
        echo(f"      {messages.phrases.AND_MORE.format(count=len(lines))}")
