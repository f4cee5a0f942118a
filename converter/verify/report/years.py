"""Findings on years that cannot be meant: they are left over from the report of another year.

Most years beside that of a report are meant: history, plans, a bond's, a project's, the other half of one on
two years. A year is wrong only where the text leaves no other reading: it begins a sentence on an item of
which the report gives no amount for its own year, or the very same; it stands over a section that is of its
own year; or a sentence on one year completes the budget of another.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from converter import messages
from converter.chinese import YEAR
from converter.document.contents import Passage
from converter.figures import Severity
from converter.verify.claims.claim import Claim, Role, Span, paragraph_span
from converter.verify.claims.normal_text import NormalText
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at

DISTINCTIVE_DIGITS_OF_YEAR = 5  # of an amount that two years do not share by chance

_YEAR = re.compile(rf"(?<!\d)20\d\d(?={YEAR})")


def wrong_years(reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each year that cannot be meant."""
    report, message = reading.report, messages.verify.YEAR_WRONG
    if not report.year:
        return
    because = message.text.format(year=report.year)
    years = _Years(reading)
    for content, text in report.normal_texts:
        for bounds in years.wrong_in(content, text):
            span = paragraph_span(content, text.source_bounds(*bounds))
            yield finding_at(report, span, message.code, because, Severity.ERROR)


class _Years:
    """The years that the text of one report names."""

    def __init__(self, reading: ReportReading) -> None:
        self._reading, self._report, self._patterns = reading, reading.report, reading.patterns

    def wrong_in(self, content: int, text: NormalText) -> Iterator[tuple[int, int]]:
        """Yield the bounds of the wrong years in a paragraph; none where headings tell that it is of another
        year.
        """
        years = (claim.extent.year[:4] for claim in self._reading.by_content.get(content, ()))
        if next(filter(None, years), str(self._report.year)) != str(self._report.year):
            return
        if self._is_heading(content):
            yield from self._over_another(content, text.text)
            return
        for start, end in text.sentences:
            sentence = text.text[start:end]
            for bounds in (self._begins(content, text, start, end), self._completed(sentence)):
                if bounds:
                    yield start + bounds[0], start + bounds[1]

    def _is_heading(self, content: int) -> bool:
        passage = self._report.contents[content]
        return isinstance(passage, Passage) and passage.level > 0 and not self._of_items(content, 0, None)

    @cached_property
    def _subjects(self) -> frozenset[str]:
        """The years that the report's title and headings name: it is about these."""
        headings = (text.text for content, text in self._report.normal_texts if self._is_heading(content))
        return frozenset(
            year for text in (self._report.title_line, *headings) for year in _YEAR.findall(text)
        )

    def _over_another(self, content: int, heading: str) -> Iterator[tuple[int, int]]:
        """Yield the year of a heading if it names no other, and its section begins with figures of the
        report's own year and never names that of the heading.
        """
        years = list(_YEAR.finditer(heading))
        section = self._section(content)
        if len(years) != 1 or not section or self._patterns.names_this_year.search(heading):
            return
        [year], (first, below) = years, section[0]
        start, end = next(iter(below.sentences), (0, 0))
        is_of_own = self._patterns.names_this_year.match(below.text[start:end])
        has_figures = bool(self._of_items(first, *below.source_bounds(start, end)))
        is_meant = self._patterns.years_allowed.match(heading, year.start())
        if (
            is_of_own
            and has_figures
            and not is_meant
            and all(year[0] not in text.text for _, text in section)
        ):
            yield year.span()

    def _section(self, content: int) -> list[tuple[int, NormalText]]:
        """Return the paragraphs between a heading and the next."""
        found = []
        for below, text in self._report.normal_texts:
            if below > content and self._is_heading(below):
                break
            if below > content and text.text:
                found.append((below, text))
        return found

    def _begins(self, content: int, text: NormalText, start: int, end: int) -> tuple[int, int] | None:
        """Return the bounds of another year that begins a sentence on amounts of items which the report does
        not print for its own year; None where it is the year of a heading.
        """
        sentence = text.text[start:end]
        begins = self._patterns.last_year_alone.search(sentence) or self._patterns.other_year.search(sentence)
        if not begins or self._patterns.this_year.search(sentence):
            return None
        year = _YEAR.search(begins[0])
        is_meant = self._patterns.years_allowed.match(sentence, year.start()) if year else None
        if year and (is_meant or int(year[0]) > self._report.year or year[0] in self._subjects):
            return None
        span = paragraph_span(content, text.source_bounds(start, end))
        amounts = self._of_items(content, span.start, span.end)
        is_wrong = amounts and (self._are_own(amounts) or not self._are_compared(amounts, span))
        return begins.span() if is_wrong else None

    def _completed(self, sentence: str) -> tuple[int, int] | None:
        """Return the bounds of the year whose budget a sentence on the report's own year completes."""
        completed = self._patterns.completed_budget.search(sentence)
        if not completed or not self._patterns.names_this_year.search(sentence[: completed.start()]):
            return None
        return None if self._patterns.names_this_year.search(completed[0]) else completed.span("year")

    def _of_items(self, content: int, start: int, end: int | None) -> list[Claim]:
        """Return the amounts of items of the pack that stand in a stretch of a paragraph."""
        claims = self._reading.by_content.get(content, ())
        inside = (
            claim for claim in claims if start <= claim.span.start and (end is None or claim.span.start < end)
        )
        return [claim for claim in inside if claim.known and claim.role is Role.AMOUNT]

    def _are_own(self, amounts: list[Claim]) -> bool:
        """Whether one of another year's amounts, with too many digits to be so by chance, is this year's."""
        distinctive = {
            (each.item, each.amount)
            for each in amounts
            if each.significant_digits >= DISTINCTIVE_DIGITS_OF_YEAR
        }
        return any((each.item, each.amount) in distinctive for each in self._reading.amounts_of_this_year)

    def _are_compared(self, amounts: list[Claim], sentence: Span) -> bool:
        """Whether the report also gives this year's amount of an item whose other year's is in a sentence."""
        inside = self._reading.inside(sentence.content, sentence.start, sentence.end)
        of_this_year = self._reading.count_of_this_year(inside)
        return any(self._reading.of_this_year[each.item] > of_this_year[each.item] for each in amounts)
