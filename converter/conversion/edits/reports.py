"""Reports of ours as people left them: those in the outbox, and those filed with a department."""

import hashlib
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from converter import messages
from converter.document.read import ReadDocument, read_document, read_trail
from converter.errors import DocumentError, ReadError
from converter.figures import Finding, Outcome, Severity
from converter.inbox import Department
from converter.pack import Limits
from converter.read import FiledFile, vet
from converter.trace import Trail

_NAMED = 5  # of documents that are not read


class EditedReport(Struct, frozen=True):
    """A report of ours as it lies there now, its trail, and what is in it."""

    file: FiledFile
    trail: Trail
    document: ReadDocument


class EditedReports(Struct):
    """The reports to take into account, the first counting most; what is to be said of others."""

    reports: list[EditedReport] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def reports_of(
    department: Department,
    year: int,
    standing: Iterable[FiledFile],
    names: Collection[str],
    limits: Limits,
    below: Sequence[str] = (),
) -> tuple[Department, EditedReports]:
    """Return the reports of the year that lie in the outbox (`standing`) or were filed, and the department
    with these apart from its prose. `names` are those it has, or had when they were written. Documents in
    folders `below` are said not to be read.

    One that was filed when a later one was made is in that one already.
    """
    found = EditedReports()
    for file in standing:
        _take_standing(found, file, year, names, limits)
    if below:
        found.findings.append(_not_read(below))
    seen = {file.digest for report in found.reports for file in report.trail.inputs}
    filed = tuple(
        file for file in department.prose_files if _take_filed(found, file, year, names, limits, seen)
    )
    prose = tuple(file for file in department.prose_files if file not in filed)
    return replace(department, prose_files=prose, reports=filed), found


def _take_standing(
    found: EditedReports, file: FiledFile, year: int, names: Collection[str], limits: Limits
) -> None:
    """Add a report of the outbox to those found, or what is to be said of a document there that is none."""
    try:
        report = _report(file, limits)
    except (DocumentError, ReadError):
        found.findings.append(_finding(messages.edits.UNREADABLE, Outcome.NOT_EVALUABLE, file))
        return
    if report is None:
        found.findings.append(_finding(messages.edits.UNTRACED, Outcome.NOT_EVALUABLE, file))
    elif report.trail.department not in names:
        found.findings.append(_of_another(report))
    elif report.trail.year == year and report.trail.generated:
        found.reports.append(report)
    elif report.trail.year == year:
        found.findings.append(_finding(messages.edits.OF_OLD, Outcome.DIFFERS, file))


def _take_filed(
    found: EditedReports,
    file: FiledFile,
    year: int,
    names: Collection[str],
    limits: Limits,
    seen: Collection[str],
) -> bool:
    """Return whether a filed document is a report of ours, not prose: one of the year is added to those found
    unless it is `seen` in them, of one of another department it is said.
    """
    try:
        report = _report(file, limits)
    except (DocumentError, ReadError):
        return False
    if report is None:
        return False
    if report.trail.department not in names:
        found.findings.append(_of_another(report))
        return True
    if report.trail.year != year or not report.trail.generated:
        return False
    if hashlib.sha256(file.read_bytes()).hexdigest() not in seen:
        found.reports.append(report)
    return True


def _report(file: FiledFile, limits: Limits) -> EditedReport | None:
    """Return the report in a file, None if it is none of ours; ReadError or DocumentError at a bad file."""
    vet(file, limits)
    data = file.read_bytes()
    trail = read_trail(data)
    return EditedReport(file, trail, read_document(data)) if trail else None


def _of_another(report: EditedReport) -> Finding:
    """Return that a report is of another department, and nothing of it is taken."""
    return Finding.worded(
        messages.edits.OF_ANOTHER,
        Severity.ERROR,
        Outcome.DIFFERS,
        file=report.file.name,
        department=report.trail.department,
    )


def _not_read(below: Sequence[str]) -> Finding:
    """Return that documents lie too deep to be read."""
    rest = messages.edits.BELOW_MORE.format(count=len(below)) if len(below) > _NAMED else ""
    files = messages.phrases.AND.join(below[:_NAMED]) + rest
    return Finding.worded(messages.edits.BELOW, Severity.WARNING, Outcome.NOT_EVALUABLE, files=files)


def _finding(words: messages.Message, outcome: Outcome, file: FiledFile) -> Finding:
    return Finding.worded(words, Severity.ERROR, outcome, file=file.name)
