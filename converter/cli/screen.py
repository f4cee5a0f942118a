"""What several commands print: how far a run has come, a line for each department, a closing line.

Results go to standard output, progress to standard error, so that results can be piped.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from typer import echo, style

from converter import messages
from converter.conversion import FileUse, Readiness, readiness_words
from converter.errors import Failure
from converter.figures import Severity
from converter.outbox import Record

_COLOURS = {
    Readiness.READY: "green",
    Readiness.TO_SUPPLY: "yellow",
    Readiness.PENDING: "red",
    Readiness.FAILED: "red",
}
_USE_COLOURS = {
    FileUse.UNREADABLE: "red",
    FileUse.TABLES: "dim",
    FileUse.PROSE: "dim",
    FileUse.UNUSED: "yellow",
}
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


def progress(steps: Iterator[tuple[int, list[Record | Failure]]]) -> Iterator[list[Record | Failure]]:
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
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(messages.screen.PROGRESS, total=total)
        yield lambda count: bar.advance(task, count)


def show_result(result: Record | Failure, outbox: Path | str = "") -> None:
    """Print how ready a department is, or what failed, in a line; below it its files in the outbox, and what
    became of those in the inbox.
    """
    if isinstance(result, Failure):
        show_failure(result)
        return
    name = messages.screen.DEPARTMENT.format(year=result.year, department=result.department)
    score = (
        messages.screen.SCORE.format(score=result.score, grade=result.grade)
        if result.score
        else messages.screen.NO_SCORE
    )
    unchanged = f"  {coloured('dim', messages.runs.UNCHANGED)}" if result.unchanged else ""
    verdict = coloured(_COLOURS[result.readiness], readiness_words(result.readiness, result.counts))
    echo(f"{verdict} {name}  {score}{unchanged}")
    if outbox:
        _show_files(result, outbox)
    if not result.unchanged:
        _show_inventory([(str(item), _USE_COLOURS[item.use]) for item in result.files])


def show_failure(failure: Failure) -> None:
    """Print what failed in a line; below it what was filed for it."""
    word = coloured(_COLOURS[Readiness.FAILED], messages.screen.FAILED)
    echo(f"{word} {failure.message}")
    entry = messages.inventory.ENTRY.format
    _show_inventory([(entry(file=file, account=account), "dim") for file, account in failure.files])


def _show_inventory(lines: Sequence[tuple[str, str]]) -> None:
    """Print what became of every file, each line in its colour."""
    if lines:
        echo(coloured("dim", f"    {messages.inventory.COUNTED.format(count=len(lines))}"))
    for line, colour in lines[:MOST_LISTED]:
        echo(f"      {coloured(colour, line)}")
    if len(lines) > MOST_LISTED:
        echo(f"      {messages.phrases.AND_MORE.format(count=len(lines))}")


def _show_files(record: Record, outbox: Path | str) -> None:
    """Print where the report is, which files were left to whoever changed them, and what changed."""
    echo(f"    {outbox}/{record.report}")
    if record.rebuilt and not record.unchanged:
        echo(f"    {coloured('yellow', messages.runs.RESULT_REBUILT)}")
    for file in record.edited:
        echo(f"    {coloured('yellow', messages.runs.EDITED.format(file=f'{outbox}/{file}'))}")
    if record.outputs and record.outputs.changes and not record.unchanged:
        changes = f"{outbox}/{record.outputs.changes.name}"
        echo(f"    {messages.runs.CHANGED.format(count=record.changes, file=changes)}")


def show_summary(results: Iterable[Record | Failure], outbox: Path | str = "") -> None:
    """Print the closing line: how many departments, ready, to supply, pending, failed, unchanged."""
    done = [result for result in results if isinstance(result, Record)]
    counts = Counter(record.readiness for record in done)
    summary = messages.screen.SUMMARY.format(
        total=len(done),
        ready=counts[Readiness.READY],
        to_supply=counts[Readiness.TO_SUPPLY],
        pending=counts[Readiness.PENDING],
        failed=sum(isinstance(result, Failure) for result in results),
    )
    if unchanged := sum(record.unchanged for record in done):
        summary += messages.runs.SUMMARY_UNCHANGED.format(count=unchanged)
    echo(summary + (messages.screen.SUMMARY_WHERE.format(output=outbox) if outbox else ""))
