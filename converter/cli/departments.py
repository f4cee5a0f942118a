"""What commands that do a run print of it: a line for each department, and a closing line."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from typer import echo

from converter import messages
from converter.cli.screen import FAILURE_COLOUR, coloured, show_failure, show_inventory
from converter.conversion import FileUse, Readiness, readiness_words, summary_words
from converter.errors import Failure
from converter.outbox import Record

_COLOURS = {
    Readiness.READY: "green",
    Readiness.TO_SUPPLY: "yellow",
    Readiness.PENDING: "red",
    Readiness.FAILED: FAILURE_COLOUR,
}
_USE_COLOURS = {
    FileUse.UNREADABLE: "red",
    FileUse.TABLES: "dim",
    FileUse.PROSE: "dim",
    FileUse.UNUSED: "yellow",
}


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
    pack = coloured("dim", messages.packs.NAMED.format(pack=result.pack))
    echo(f"{verdict} {name}  {score}  {pack}{unchanged}")
    if outbox:
        _show_files(result, outbox)
    if not result.unchanged:
        show_inventory([(str(item), _USE_COLOURS[item.use]) for item in result.files])


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
    failed = sum(isinstance(result, Failure) for result in results)
    counts = Counter([record.readiness for record in done] + [Readiness.FAILED] * failed)
    summary = summary_words(counts)
    if unchanged := sum(record.unchanged for record in done):
        summary += messages.runs.SUMMARY_UNCHANGED.format(count=unchanged)
    echo(summary + (messages.screen.SUMMARY_WHERE.format(output=outbox) if outbox else ""))
