"""Findings on a report as a whole: sections it lacks, what was not checked, and that it is a government's."""

from collections.abc import Iterator

from converter import messages
from converter.document.contents import Passage
from converter.figures import Severity
from converter.verify.claims.claim import Span
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding

MIN_HEADINGS = 3  # of a whole report; a text with fewer is an excerpt

_WHOLE_REPORT = Span(0, -1, -1, 0, 0)


def missing_sections(reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each section of the outline that a whole report lacks, if its title calls it one:
    published budgets and accounts follow no outline.
    """
    titles = reading.report.title_lines
    headings = [
        content.written.text
        for content in reading.report.contents
        if isinstance(content, Passage) and content.level
    ]
    if len(headings) < MIN_HEADINGS or not any(map(reading.patterns.outlined.search, titles)):
        return
    message = messages.verify.SECTION_LACKING
    for name, pattern in reading.patterns.sections.items():
        if not any(map(pattern.search, headings)):
            yield _finding(message.code, message.text.format(section=name))


def not_all_checked() -> Iterator[ReportFinding]:
    """Yield the finding that a report would have taken more effort than it may."""
    message = messages.verify.NOT_ALL_CHECKED
    yield _finding(message.code, message.text)


def of_government() -> ReportFinding:
    """Return the note that a report is a government's, in which numbers that differ are warnings."""
    message = messages.verify.OF_GOVERNMENT
    return _finding(message.code, message.text, Severity.NOTE)


def _finding(code: str, because: str, severity: Severity = Severity.WARNING) -> ReportFinding:
    place = messages.verify.WHOLE_REPORT
    return ReportFinding(code, severity, (_WHOLE_REPORT,), place, "", "", because)
