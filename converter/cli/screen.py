"""What the command line shows: progress, a verdict a department, findings, a closing summary."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer import echo, style

from converter import messages
from converter.conversion import Readiness, checklist_line
from converter.errors import Failure
from converter.figures import Severity, plain
from converter.outbox import Record
from converter.pack import Pack
from converter.trace import Trail, describe, explain, find, report_line

if TYPE_CHECKING:
    from converter.verify import CheckedReport, ReportFinding

_VERDICTS = {
    Readiness.READY: (messages.screen.VERDICT_READY, "green"),
    Readiness.TO_SUPPLY: (messages.screen.VERDICT_TO_SUPPLY, "yellow"),
    Readiness.PENDING: (messages.screen.VERDICT_PENDING, "red"),
}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


class Screen:
    """Prints for people; progress goes to standard error, so that results can be piped."""

    def __init__(self, outbox: Path | str | None = None) -> None:
        self._outbox = outbox

    def progress(
        self, steps: Iterator[tuple[int, list[Record | Failure]]]
    ) -> Iterator[list[Record | Failure]]:
        """Yield the results of each step of a run, and show how far it has come."""
        total, _ = next(steps)
        with _bar(total) as bar:
            for count, results in steps:
                yield results
                bar(count)

    def results(self, steps: Iterator[tuple[int, list[Record | Failure]]]) -> list[Record | Failure]:
        """Drive a run to its end behind a progress bar, and return what became of everything."""
        return [result for results in self.progress(steps) for result in results]

    def verdict(self, each: Record | Failure) -> None:
        """Print one department's verdict in a line."""
        if isinstance(each, Failure):
            echo(f"{_in('red', messages.screen.VERDICT_FAILED)} {each.message}")
            return
        said, colour = _VERDICTS[each.readiness]
        mark = said.format(errors=each.errors, missing=len(each.missing))
        score = (
            messages.screen.SCORE.format(score=each.score, grade=each.grade)
            if each.score
            else messages.screen.NO_SCORE
        )
        name = messages.screen.DEPARTMENT.format(year=each.year, department=each.department)
        same = f"  {_in('dim', messages.runs.UNCHANGED)}" if each.unchanged else ""
        echo(f"{_in(colour, mark)} {name}  {score}{same}")
        if self._outbox:
            self._files(each)

    def _files(self, record: Record) -> None:
        """Print where the report is, which files were left to whoever changed them, and what changed."""
        echo(f"    {self._outbox}/{record.report}")
        for edited in record.edited:
            said = messages.runs.EDITED.format(file=f"{self._outbox}/{edited}")
            echo(f"    {_in('yellow', said)}")
        if record.revised and not record.unchanged:
            said = messages.runs.CHANGED.format(
                count=record.changes, file=f"{self._outbox}/{record.outputs[-1].name}"
            )
            echo(f"    {said}")

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
                word = _in(_COLOURS[severity], messages.filing.SEVERITIES[severity])
                echo(f"  {word} {checklist_line(finding)}")
        if unchecked:
            echo(f"  {_in('dim', messages.screen.UNCHECKED.format(count=unchecked))}")

    def figures(self, each: Record | Failure) -> None:
        """Print one department's figures, a line each, with where they came from."""
        self.verdict(each)
        if isinstance(each, Failure):
            return
        for figure in each.all_figures:
            value = messages.checks.BLANK if figure.value is None else plain(figure.value) + figure.unit
            said = messages.screen.FIGURE_LINE.format(id=figure.id, value=value, origin=figure.origin)
            echo(said)

    def checked(self, found: "Sequence[CheckedReport | Failure]") -> None:
        """Print each report's findings, the gravest first, and a closing line."""
        done = [each for each in found if not isinstance(each, Failure)]
        failures = [each for each in found if isinstance(each, Failure)]
        for each in done:
            counts = messages.checks.AND.join(
                messages.verify.COUNTED.format(status=messages.verify.STATUSES[status], count=count)
                for status, count in each.count().items()
            )
            mark = (
                messages.verify.VERIFIED_WRONG.format(count=each.errors)
                if each.errors
                else messages.verify.VERIFIED_RIGHT
            )
            said = messages.verify.VERIFIED.format(
                mark=mark, file=each.file, total=len(each.numbers), counts=counts
            )
            echo(_in("red" if each.errors else "green", said))
            for severity in Severity:
                for finding in (one for one in each.findings if one.severity is severity):
                    word = _in(_COLOURS[severity], messages.filing.SEVERITIES[severity])
                    echo(f"  {word} {_finding(finding)}")
            if each.copy:
                echo(messages.verify.COPY_WRITTEN.format(path=each.copy))
        for failure in failures:
            self.verdict(failure)
        wrong = sum(each.errors > 0 for each in done)
        echo(
            messages.verify.VERIFY_SUMMARY.format(
                total=len(done) + len(failures), right=len(done) - wrong, wrong=wrong, failed=len(failures)
            )
        )

    def inspection(self, found: Iterable[dict[str, Any] | Failure]) -> None:
        """Print what was recognised in each file, what was not, and lines ready to paste for new labels."""
        for each in found:
            if isinstance(each, Failure):
                echo(f"{_in('red', messages.screen.VERDICT_FAILED)} {each.message}")
                continue
            said = messages.screen.INSPECTED.format(
                file=each["file"], department=_body(each), year=_year(each)
            )
            echo(said)
            several = len({form["department"] for form in each["forms"]}) > 1
            for form in each["forms"]:
                self._form(form, several=several)
            for ignored in each["ignored"]:
                said = messages.filing.ENTRY.format(**ignored) + messages.filing.HINT.format(**ignored)
                echo(f"  {_in('yellow', said)}")

    def _form(self, form: dict[str, Any], *, several: bool) -> None:
        words = {
            "year": _year(form),
            "whose": messages.screen.INSPECTED_OF.format(department=_body(form)) if several else "",
            "unit": form["unit"] or messages.screen.NO_UNIT,
            "title": form["title"] or messages.screen.NO_TITLE,
        }
        echo(messages.screen.INSPECTED_FORM.format(**form | words))
        for kind, said in (
            ("unread_rows", messages.screen.UNREAD_ROW),
            ("unread_columns", messages.screen.UNREAD_COLUMN),
        ):
            for each in form[kind]:
                echo(f"    {_in('dim', said.format(**each))}")
        for miss in form["missing"]:
            if miss["closest"]:
                echo(f"    {_in('yellow', messages.screen.NEAR_MISS.format(**miss))}")
                echo(messages.screen.PASTE.format(**miss))

    def explanation(self, wanted: str, trails: Iterable[Trail], pack: Pack) -> bool:
        """Print the tree of the figure wanted, or all it may mean; return whether it was just one."""
        meant = [(trail, figures) for trail in trails if (figures := find(wanted, trail))]
        if len(meant) != 1:
            said = messages.trace.TRACED_DEPARTMENTS if meant else messages.trace.NOT_TRACED
            echo(said.format(figure=wanted, count=len(meant)))
            for trail, _ in meant:
                echo(report_line(trail))
            return False
        [(trail, figures)] = meant
        if len(figures) > 1:
            echo(report_line(trail))
            echo(messages.trace.TRACED_SEVERAL.format(figure=wanted, count=len(figures)))
            for each in figures:
                echo(f"  {describe(each)}")
            return False
        for line in explain(figures[0].figure.id, trail, pack):
            echo(line)
        return True

    def summary(self, results: Iterable[Record | Failure]) -> None:
        """Print the closing line: how many departments, ready, to supply, pending, failed, unchanged."""
        done = [each for each in results if isinstance(each, Record)]
        counted = Counter(each.readiness for each in done)
        said = messages.screen.SUMMARY.format(
            total=len(done),
            ready=counted[Readiness.READY],
            lacking=counted[Readiness.TO_SUPPLY],
            pending=counted[Readiness.PENDING],
            failed=sum(isinstance(each, Failure) for each in results),
        )
        if unchanged := sum(each.unchanged for each in done):
            said += messages.runs.SUMMARY_UNCHANGED.format(count=unchanged)
        echo(said + (messages.screen.SUMMARY_WHERE.format(output=self._outbox) if self._outbox else ""))

    def overview(self, name: str, filing: str, faults: Iterable[str]) -> None:
        """Print where the overview of that name is, who filed what, and which files could not be used."""
        echo(messages.overview.OVERVIEW_WRITTEN.format(path=f"{self._outbox}/{name}", issues=filing))
        for fault in faults:
            echo(_in("red", fault))


@contextmanager
def _bar(total: int) -> Iterator[Callable[[int], None]]:
    """Show how far a run has come, where it has more than one step."""
    if total < 2:
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(messages.screen.PROGRESS, total=total)
        yield lambda count: progress.advance(task, count)


def _in(colour: str, text: str) -> str:
    """Return text in a colour, or `dim`, for a terminal; whoever sets NO_COLOR wants none."""
    if os.environ.get("NO_COLOR"):
        return text
    return style(text, dim=True) if colour == "dim" else style(text, fg=colour)


def _body(found: dict[str, Any]) -> str:
    """Return in words which department a file or a table of it names."""
    return (
        messages.screen.INSPECTED_DEPARTMENT.format(**found)
        if found["department"]
        else messages.screen.NO_DEPARTMENT
    )


def _year(found: dict[str, Any]) -> str:
    return messages.screen.INSPECTED_YEAR.format(**found) if found["year"] else messages.screen.NO_YEAR


def _finding(finding: "ReportFinding") -> str:
    expected = messages.verify.SHOULD_BE.format(expected=finding.expected) if finding.expected else ""
    cause = messages.verify.PERHAPS.format(cause=finding.cause) if finding.cause else ""
    return messages.verify.FOUND.format(
        code=finding.code,
        where=finding.where,
        printed=finding.printed,
        expected=expected,
        cause=cause,
        because=finding.because,
    )
