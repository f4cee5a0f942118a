"""What to do next: whom to chase, whom to send what back, what to ask, which filing to put away."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from converter import messages
from converter.conversion import Part, Readiness, checklist_line
from converter.overview.builder import Overview
from converter.overview.columns import Column, sheet_of_items
from converter.overview.filing_status import FilingIssue, FilingIssueKind
from converter.overview.rows import DepartmentRow
from converter.workbooks.write import ColumnHead, Highlighted, Sheet, Tone, ValueKind


class StepKind(StrEnum):
    """What is to be done, the most urgent first; the words shown are in `messages.overview.STEPS`."""

    CHASE = "chase"
    REFILE = "refile"
    RETURN = "return"
    PUT_AWAY = "put-away"
    IDENTIFY = "identify"
    ASK = "ask"
    SUPPLY = "supply"


_OF_ISSUES = {
    FilingIssueKind.TWICE: StepKind.PUT_AWAY,
    FilingIssueKind.UNLISTED: StepKind.IDENTIFY,
    FilingIssueKind.OTHER_YEAR: StepKind.REFILE,
    FilingIssueKind.YEARS_VARY: StepKind.ASK,
    FilingIssueKind.LISTED_TWICE: StepKind.ASK,
    FilingIssueKind.SCOPE: StepKind.ASK,
}
_TONES = {StepKind.CHASE: Tone.BAD, StepKind.REFILE: Tone.BAD, StepKind.RETURN: Tone.BAD}


class NextStep(Struct, frozen=True):
    """One thing to do about one department: why, and the `notice` to send it, '' if nothing is to be sent."""

    kind: StepKind
    department: str
    reason: str
    notice: str = ""


def next_steps(overview: Overview) -> list[NextStep]:
    """Return what to do about all departments, the most urgent first, each case once."""
    twice = {id(issue.row) for issue in overview.filing_issues if issue.kind is FilingIssueKind.TWICE}
    steps = [*_of_issues(overview), *_of_rows(overview, twice)]
    order = list(StepKind)
    return sorted(steps, key=lambda step: order.index(step.kind))


def steps(overview: Overview) -> Sheet:
    """Return the sheet of what to do next, with the notices to send."""
    heads = messages.overview.STEP_HEADS
    columns: list[Column[NextStep]] = [
        Column(
            ColumnHead(heads["kind"], ValueKind.WORD),
            lambda step: Highlighted(messages.overview.STEPS[step.kind], _TONES.get(step.kind, Tone.WARN)),
        ),
        Column(ColumnHead(heads["department"]), lambda step: step.department),
        Column(ColumnHead(heads["reason"], widest=60), lambda step: step.reason),
        Column(ColumnHead(heads["notice"], widest=90), lambda step: step.notice),
    ]
    return sheet_of_items(
        "steps", overview.subject, messages.overview.STEPS_NOTE, columns, next_steps(overview)
    )


def _of_issues(overview: Overview) -> Iterator[NextStep]:
    """Yield what follows from who filed what: issues of one kind about one row are one step."""
    together: dict[tuple[FilingIssueKind, int], list[FilingIssue]] = {}
    for issue in overview.filing_issues:
        if issue.kind in _OF_ISSUES:
            together.setdefault((issue.kind, id(issue.row)), []).append(issue)
    for issues in together.values():
        kind, row = _OF_ISSUES[issues[0].kind], issues[0].row
        explanations = [issue.explanation for issue in issues]
        notice = _notice(overview, row, *explanations) if kind is StepKind.REFILE else ""
        yield NextStep(kind, row.name, _reason(issues[0].kind, explanations), notice)


def _of_rows(overview: Overview, twice: set[int]) -> Iterator[NextStep]:
    """Yield what follows from a row alone; a filing that is to be put away needs nothing else."""
    for row in overview.rows:
        errors, lacking = row.counts[Part.ERROR], row.counts[Part.SUPPLY]
        if row.readiness is Readiness.NOT_FILED:
            yield NextStep(
                StepKind.CHASE,
                row.name,
                messages.overview.NOT_FILED,
                messages.overview.CHASE.format(department=row.name, subject=overview.subject),
            )
        elif id(row) in twice:
            continue
        elif row.readiness is Readiness.FAILED:
            reason = messages.overview.AND_THEN.join(row.notes)
            yield NextStep(StepKind.REFILE, row.name, reason, _notice(overview, row, *row.notes))
        elif errors:
            reason = messages.overview.STEP_ERRORS.format(count=errors)
            yield NextStep(StepKind.RETURN, row.name, reason, _notice(overview, row, *_to_do(row)))
        elif lacking:
            reason = messages.overview.STEP_LACKING.format(count=lacking)
            yield NextStep(StepKind.SUPPLY, row.name, reason, _notice(overview, row, *_to_do(row)))


def _to_do(row: DepartmentRow) -> Iterator[str]:
    """Yield what a department has to correct and to supply, a line each."""
    yield from map(checklist_line, row.findings_in(Part.ERROR, Part.SUPPLY))
    yield from (messages.overview.STEP_TO_WRITE.format(item=item) for item in row.missing)


def _reason(kind: FilingIssueKind, explanations: Iterable[str]) -> str:
    return messages.overview.PAGE_ISSUE.format(
        issue=messages.overview.FILING_ISSUES[kind], explanation=messages.overview.AND_THEN.join(explanations)
    )


def _notice(overview: Overview, row: DepartmentRow, *lines: str) -> str:
    """Return the text to send a department: what it filed, and line by line what is to be done."""
    numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    return messages.overview.NOTICE.format(
        department=row.name, subject=row.subject or overview.subject, lines=numbered
    )
