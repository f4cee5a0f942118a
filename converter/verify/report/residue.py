"""Remarks on words: what was left of the template, wrong years, sections that are not there."""

import re
from collections.abc import Iterator

from converter import messages
from converter.chinese import YEAR
from converter.document.read import Passage
from converter.figures import Severity
from converter.verify.claims.claim import Claim, Span
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.report.checked import ReportFinding

_YEAR = re.compile(rf"(?<!\d)(20\d\d)(?={YEAR})")
NEAR = 8  # characters on either side that tell what a year is doing there
START = Span(0, -1, -1, 0, 0)
FEW = 3  # headings a text must have to be a whole report


def residue(report: SubmittedReport, patterns: Patterns) -> Iterator[ReportFinding]:
    """Yield a remark for every word that must not stand in a finished report."""
    for index, source in report.passages():
        text = NormalText(source)
        for name, remark, pattern in patterns.residue:
            for found in pattern.finditer(text.text):
                severity = Severity.WARNING if remark.warning else Severity.ERROR
                yield _remark(report, text, index, found.span(), name, remark.said, severity)


def years(report: SubmittedReport, patterns: Patterns, claims: list[Claim]) -> Iterator[ReportFinding]:
    """Yield a remark for every year that can't be meant: in headings, and in sentences with figures."""
    if not report.year:
        return
    named = {claim.spot.content for claim in claims if claim.item and claim.spot.row < 0}
    for index, source in report.passages():
        text, content = NormalText(source), report.contents[index]
        heading = isinstance(content, Passage) and content.level > 0
        allowed = {report.year} if heading else {report.year, report.year - 1, report.year + 1}
        for year in _YEAR.finditer(text.text) if heading or index in named else ():
            around = text.text[max(0, year.start() - NEAR) : year.end() + NEAR]
            if int(year[1]) not in allowed and not patterns.other_years.search(around):
                yield _wrong_year(report, text, index, year.span())
        for start, end in text.sentences if index in named else ():
            sentence = text.text[start:end]
            if (found := patterns.last_year_alone.search(sentence)) and not patterns.this_year.search(
                sentence
            ):
                yield _wrong_year(report, text, index, (start + found.start(), start + found.end()))


def sections(report: SubmittedReport, patterns: Patterns) -> Iterator[ReportFinding]:
    """Yield a remark for every section of the outline that a whole report lacks."""
    headings = [
        content.written.text for content in report.contents if isinstance(content, Passage) and content.level
    ]
    for name, pattern in patterns.sections.items() if len(headings) >= FEW else ():
        if not any(pattern.search(heading) for heading in headings):
            yield ReportFinding(
                messages.verify.SECTION_LACKING_CODE,
                Severity.WARNING,
                (START,),
                messages.verify.WHOLE_REPORT,
                "",
                name,
                messages.verify.SECTION_LACKING,
            )


def _wrong_year(
    report: SubmittedReport, text: NormalText, index: int, span: tuple[int, int]
) -> ReportFinding:
    said = messages.verify.YEAR_WRONG.format(year=report.year)
    return _remark(report, text, index, span, messages.verify.YEAR_CODE, said, Severity.ERROR)


def _remark(
    report: SubmittedReport,
    text: NormalText,
    index: int,
    span: tuple[int, int],
    code: str,
    said: str,
    severity: Severity,
) -> ReportFinding:
    spot = Span(index, -1, -1, *text.span(*span))
    return ReportFinding(code, severity, (spot,), report.where(spot), report.text(spot), "", said)
