"""Reports of ours as people left them: those in the outbox, and those filed with a department."""

import hashlib
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from converter import messages
from converter.document.contents import ReadDocument
from converter.document.read import read_document, read_trail
from converter.errors import DocumentError, ReadError
from converter.figures import Finding, Outcome, Severity
from converter.inbox import Department
from converter.pack import Limits
from converter.read import FiledFile, vet
from converter.trace import Trail

_NAMED = 5  # of documents that are not read


class EditedReport(Struct, frozen=True):
    """A report of ours as it lies there now, its trail, and what is in it; `is_filed` by the department."""

    file: FiledFile
    trail: Trail
    document: ReadDocument
    is_filed: bool = False


class EditedReports(Struct):
    """The reports to take into account, the first counting most; what is to be said of others."""

    reports: list[EditedReport] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def files(self) -> tuple[FiledFile, ...]:
        """The files of the reports."""
        return tuple(report.file for report in self.reports)


def reports_of(
    department: Department, year: int, left: Iterable[FiledFile], names: Collection[str], limits: Limits
) -> tuple[Department, EditedReports]:
    """Return the reports of the year that people `left` in the outbox or filed, and the department with these
    apart from its prose; `names` are those it has or had.

    One that was filed when a later one was made is in that one already.
    """
    search = _Search(names, year, limits)
    for file in left:
        search.take_left(file)
    seen = {file.digest for report in search.found.reports for file in report.trail.inputs}
    filed = tuple(file for file in department.prose_files if search.take_filed(file, seen))
    prose = tuple(file for file in department.prose_files if file not in filed)
    return replace(department, prose_files=prose, reports=filed), search.found


def not_read(below: Sequence[str]) -> Finding:
    """Return the finding that documents lie too deep to be read."""
    rest = messages.edits.BELOW_MORE.format(count=len(below)) if len(below) > _NAMED else ""
    files = messages.phrases.AND.join(below[:_NAMED]) + rest
    return Finding.worded(messages.edits.BELOW, Severity.WARNING, Outcome.NOT_EVALUABLE, files=files)


class _Search:
    """Tells which documents are reports of a year of ours, of the department that has these names."""

    def __init__(self, names: Collection[str], year: int, limits: Limits) -> None:
        self._names, self._year, self._limits = names, year, limits
        self.found = EditedReports()

    def take_left(self, file: FiledFile) -> None:
        """Add a report of the outbox to those found, or what is to be said of a document that is none."""
        findings = self.found.findings
        try:
            report = _report(file, self._limits)
        except (DocumentError, ReadError):
            findings.append(_finding(messages.edits.UNREADABLE, Outcome.NOT_EVALUABLE, file))
            return
        if report is None:
            findings.append(_finding(messages.edits.UNTRACED, Outcome.NOT_EVALUABLE, file))
        elif report.trail.department not in self._names:
            findings.append(_of_another(report))
        elif report.trail.year == self._year and report.trail.generated:
            self.found.reports.append(report)
        elif report.trail.year == self._year:
            findings.append(_finding(messages.edits.OF_OLD, Outcome.DIFFERS, file))

    def take_filed(self, file: FiledFile, seen: Collection[str]) -> bool:
        """Return whether a filed document is a report of ours, not prose: one of the year is added to those
        found unless it is `seen` in them, of one of another department it is said.
        """
        try:
            report = _report(file, self._limits)
        except (DocumentError, ReadError):
            return False
        if report is None:
            return False
        if report.trail.department not in self._names:
            self.found.findings.append(_of_another(report))
            return True
        if report.trail.year != self._year or not report.trail.generated:
            return False
        if hashlib.sha256(file.read_bytes()).hexdigest() not in seen:
            self.found.reports.append(replace(report, is_filed=True))
        return True


def _report(file: FiledFile, limits: Limits) -> EditedReport | None:
    """Return the report in a file, None if it is none of ours; ReadError or DocumentError at a bad file."""
    vet(file, limits)
    data = file.read_bytes()
    trail = read_trail(data)
    return EditedReport(file, trail, read_document(data)) if trail else None


def _of_another(report: EditedReport) -> Finding:
    """Return the finding that a report is of another department, and nothing of it is taken."""
    return Finding.worded(
        messages.edits.OF_ANOTHER,
        Severity.ERROR,
        Outcome.DIFFERS,
        file=report.file.name,
        department=report.trail.department,
    )


def _finding(words: messages.Message, outcome: Outcome, file: FiledFile) -> Finding:
    return Finding.worded(words, Severity.ERROR, outcome, file=file.name)
