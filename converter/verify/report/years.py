"""Findings on years that cannot be meant: they are left over from the report of another year."""

import re
from collections.abc import Iterator

from converter import messages
from converter.chinese import COMMA, DAY, ENUMERATION_COMMA, FULL_STOP, MONTH, YEAR
from converter.document.contents import Passage
from converter.figures import Severity
from converter.verify.claims.claim import Role, Span, paragraph_span
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at

YEAR_CONTEXT = 8  # characters on either side that say why another year is named
LINES_OF_TITLE = 4  # behind the title of a report: who it is of, when, and its title again
CLAUSE_ENDS = f",;:.){COMMA}{ENUMERATION_COMMA}{FULL_STOP}"  # behind which a clause begins

_YEAR = re.compile(rf"(?<!\d)(20\d\d)(?={YEAR})")
_AMOUNT = re.compile(r"\d\.\d|\d%")
_DATE = re.compile(rf"{YEAR}\d{{1,2}}{MONTH}\d{{1,2}}{DAY}")


def wrong_years(reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each year that cannot be meant: in headings, and in paragraphs with figures; where
    it begins no clause, it may only tell more of what is spoken of.
    """
    report, message = reading.report, messages.verify.YEAR_WRONG
    if not report.year:
        return
    with_figures = {claim.span.content for claim in reading.claims if claim.item and claim.span.in_paragraph}
    in_title = {int(named[1]) for named in _YEAR.finditer(report.title_line)}
    for content, text in report.normal_texts:
        for bounds in _wrong_years(reading, content, text, in_title, has_figures=content in with_figures):
            span = paragraph_span(content, text.source_bounds(*bounds))
            because = message.text.format(year=report.year)
            begins = not text.text[: bounds[0]].rstrip("(")[-1:].strip(CLAUSE_ENDS)
            is_certain = begins or _is_heading(report, content)
            if is_certain or not _is_of_name_or_plan(text.text, bounds, report.year):
                severity = Severity.ERROR if is_certain else Severity.WARNING
                yield finding_at(report, span, message.code, because, severity)


def _is_of_name_or_plan(text: str, bounds: tuple[int, int], year: int) -> bool:
    """Whether a year within a clause is of a time to come, or stands in a remark without amounts."""
    start, end = bounds
    opened, closed = text.rfind("(", 0, start), text.find(")", end)
    is_remark = text.rfind(")", 0, start) < opened and end <= closed and "(" not in text[end:closed]
    return int(text[start : start + 4]) > year + 1 or (is_remark and not _AMOUNT.search(text[opened:closed]))


def _is_heading(report: SubmittedReport, content: int) -> bool:
    passage = report.contents[content]
    return isinstance(passage, Passage) and passage.level > 0


def _wrong_years(
    reading: ReportReading, content: int, text: NormalText, in_title: set[int], *, has_figures: bool
) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the wrong years in a paragraph, and of sentences that begin with one; those in the
    title are right.
    """
    year, patterns = _year_of(reading, content), reading.patterns
    is_of_own = year == reading.report.year
    is_heading = _is_heading(reading.report, content) and not has_figures
    allowed = ({year} if is_heading else {year, year - 1, year + 1}) | in_title
    below = LINES_OF_TITLE if patterns.report.search(text.text) else 1
    if is_heading and str(year - 1) in _text_below(reading, content, below):
        allowed.add(year - 1)  # the section on last year, or an annexed report
    for found in _YEAR.finditer(text.text) if is_heading or has_figures else ():
        around = text.text[max(0, found.start() - YEAR_CONTEXT) : found.end() + YEAR_CONTEXT]
        is_date_below = is_heading and int(found[1]) == year + 1 and _DATE.match(text.text, found.end())
        if int(found[1]) not in allowed and not is_date_below and not patterns.years_allowed.search(around):
            yield found.span()
    for start, end in text.sentences if is_of_own and has_figures and year - 1 not in in_title else ():
        sentence = text.text[start:end]
        last_year = patterns.last_year_alone.search(sentence)
        if last_year and not patterns.this_year.search(sentence):
            bounds = start + last_year.start(), start + last_year.end()
            sentence_span = paragraph_span(content, text.source_bounds(start, end))
            if not _is_compared(reading, sentence_span) and _tells_of_accounts(reading, sentence_span):
                yield bounds


def _year_of(reading: ReportReading, content: int) -> int:
    """Return the year that a paragraph speaks of: that of the report, unless headings tell another."""
    told = (claim.extent.year[:4] for claim in reading.by_content.get(content, ()))
    return int(next(filter(None, told), reading.report.year))


def _text_below(reading: ReportReading, content: int, paragraphs: int) -> str:
    """Return the paragraphs right below another."""
    below = reading.report.contents[content + 1 : content + 1 + paragraphs]
    return "".join(each.written.text for each in below if isinstance(each, Passage))


def _is_compared(reading: ReportReading, sentence: Span) -> bool:
    """Whether the report also gives this year's amount of an item whose last year's is in a sentence."""

    inside = reading.inside(sentence.content, sentence.start, sentence.end)
    of_this_year = reading.count_of_this_year(inside)
    items = {claim.item for claim in inside if claim.item and claim.role is Role.AMOUNT}
    return any(reading.of_this_year[item] > of_this_year[item] for item in items)


def _tells_of_accounts(reading: ReportReading, sentence: Span) -> bool:
    """Whether a sentence gives amounts, or the report is no budget: that counts what there was last year."""
    kinds = (basis for basis, pattern in reading.patterns.kinds if pattern.search(reading.report.title_line))
    if next(kinds, reading.sentences.basis) not in reading.sentences.budgets:
        return True
    inside = reading.inside(sentence.content, sentence.start, sentence.end)
    return any(claim.item and claim.base_unit == reading.patterns.money for claim in inside)
