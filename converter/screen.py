"""What the command line shows: progress, a verdict a department, findings, a closing summary."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from converter import messages
from converter.batch import Failure, Record, entry
from converter.figures import Severity, plain

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


class Screen:
    """Prints for people; progress goes to standard error, so that results can be piped."""

    def __init__(self) -> None:
        self._out = Console(soft_wrap=True, highlight=False)
        self._progress = Console(stderr=True)

    def results(self, steps: Iterator[tuple[int, list[Record | Failure]]]) -> list[Record | Failure]:
        """Drive a run to its end behind a progress bar, and return what became of everything."""
        total, _ = next(steps)
        found: list[Record | Failure] = []
        with self._bar(total) as bar:
            for count, results in steps:
                found += results
                bar(count)
        return found

    def verdict(self, each: Record | Failure) -> None:
        """Print one department's verdict in a line."""
        if isinstance(each, Failure):
            self._out.print(f"[red]{messages.VERDICT_FAILED}[/] {escape(each.message)}")
            return
        errors, missing = each.errors, len(each.missing)
        mark, colour = messages.VERDICT_READY, "green"
        if missing:
            mark, colour = messages.VERDICT_TO_SUPPLY.format(count=missing), "yellow"
        if errors:
            mark, colour = messages.VERDICT_PENDING.format(count=errors), "red"
        score = messages.SCORE.format(score=each.score, grade=each.grade) if each.score else messages.NO_SCORE
        name = messages.DEPARTMENT.format(year=each.year, department=escape(each.department))
        self._out.print(f"[{colour}]{mark}[/] {name}  {score}")
        if each.report:
            self._out.print(f"    {escape(each.report)}")

    def findings(self, each: Record | Failure) -> None:
        """Print one department's findings, the gravest first; what could not be checked is only counted."""
        self.verdict(each)
        if isinstance(each, Failure):
            return
        unchecked = 0
        for severity in Severity:
            for finding in each.findings:
                if finding.severity is not severity:
                    continue
                if finding.severity is Severity.NOTE and finding.outcome == "not-evaluable":
                    unchecked += 1
                    continue
                word = f"[{_STYLES[severity]}]{messages.SEVERITIES[severity]}[/]"
                self._out.print(f"  {word} {escape(entry(finding))}")
        if unchecked:
            self._out.print(f"  [dim]{messages.UNCHECKED.format(count=unchecked)}[/]")

    def figures(self, each: Record | Failure) -> None:
        """Print one department's figures, a line each, with where they came from."""
        self.verdict(each)
        if isinstance(each, Failure):
            return
        for figure in each.figures:
            value = messages.BLANK if figure.value is None else plain(figure.value) + figure.unit
            said = messages.FIGURE_LINE.format(id=figure.id, value=value, origin=figure.origin)
            self._out.print(escape(said))

    def inspection(self, found: Iterable[dict[str, Any] | Failure]) -> None:
        """Print what was recognised in each file, what was not, and lines ready to paste for new labels."""
        for each in found:
            if isinstance(each, Failure):
                self._out.print(f"[red]{messages.VERDICT_FAILED}[/] {escape(each.message)}")
                continue
            self._out.print(escape(messages.INSPECTED.format(**each)))
            for form in each["forms"]:
                self._form(form)
            for ignored in each["ignored"]:
                said = messages.ENTRY.format(**ignored) + messages.HINT.format(**ignored)
                self._out.print(f"  [yellow]{escape(said)}[/]")

    def _form(self, form: dict[str, Any]) -> None:
        self._out.print(escape(messages.INSPECTED_FORM.format(**form)))
        for kind, said in (("unread_rows", messages.UNREAD_ROW), ("unread_columns", messages.UNREAD_COLUMN)):
            for each in form[kind]:
                self._out.print(f"    [dim]{escape(said.format(**each))}[/]")
        for miss in form["missing"]:
            if miss["closest"]:
                self._out.print(f"    [yellow]{escape(messages.NEAR_MISS.format(**miss))}[/]")
                self._out.print(escape(messages.PASTE.format(**miss)))

    def summary(self, results: Iterable[Record | Failure], output: Path | None = None) -> None:
        """Print the closing line: how many departments, ready, to supply, pending, failed."""
        done = [each for each in results if isinstance(each, Record)]
        failed = sum(isinstance(each, Failure) for each in results)
        pending = sum(each.errors > 0 for each in done)
        lacking = sum(not each.errors and bool(each.missing) for each in done)
        said = messages.SUMMARY.format(
            total=len(done),
            ready=len(done) - pending - lacking,
            lacking=lacking,
            pending=pending,
            failed=failed,
        )
        self._out.print(said + (messages.SUMMARY_WHERE.format(output=output) if output else ""))

    def overview(self, path: Path, calls: str, faults: Iterable[str]) -> None:
        """Print where the overview is, what calling the roll gave, and why a bureau's file is no use."""
        self._out.print(escape(messages.OVERVIEW_WRITTEN.format(path=path, calls=calls)))
        for fault in faults:
            self._out.print(f"[red]{escape(fault)}[/]")

    @contextmanager
    def _bar(self, total: int) -> Iterator[Callable[[int], None]]:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self._progress, transient=True, disable=total < 2) as progress:
            task = progress.add_task(messages.PROGRESS, total=total)
            yield lambda count: progress.advance(task, count)
