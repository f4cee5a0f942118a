"""The figures a report of ours carries with it: each bookmark's, as it was when printed."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.document.contents import BookmarkedText, Tabular
from converter.trace import Occurrence, Trail
from converter.verify.claims.claim import Claim, Span
from converter.verify.claims.span_index import SpanIndex
from converter.verify.claims.submitted_report import SubmittedReport

_DIGIT = re.compile(r"[\d.,]")


class Tags:
    """The occurrences of a report's trail, each with the span its bookmark has today.

    `by_claim` gives the occurrence in whose bookmark a claim stands.
    """

    def __init__(self, report: SubmittedReport, claims: Sequence[Claim]) -> None:
        self._report = report
        self.trail: Trail = report.trail
        occurrences = {occurrence.bookmark: occurrence for occurrence in report.trail.occurrences}
        self.by_span: dict[Span, Occurrence] = {
            span: occurrences[name]
            for name, span in (_bookmarks(report) if occurrences else ())
            if name in occurrences
        }
        index = SpanIndex(claims, lambda claim: claim.span)
        self.by_claim: dict[Claim, Occurrence] = {
            claim: occurrence for span, occurrence in self.by_span.items() for claim in index.meeting(span)
        }

    def is_edited(self, span: Span) -> bool:
        """Whether a bookmark no longer holds what was printed, or digits were added right beside it."""
        text = self._report.text(span)
        if text != self.by_span[span].text:
            return True
        return bool(_DIGIT.search(text)) and self.text_with_digits(span) != text

    def text_with_digits(self, span: Span) -> str:
        """Return the text of a span with the digits right at its edges."""
        text = self._report.text_around(span)
        start, end = span.start, span.end
        while start and text[start - 1].isdigit():
            start -= 1
        while end < len(text) and text[end].isdigit():
            end += 1
        return self._report.text(replace(span, start=start, end=end))


def _bookmarks(report: SubmittedReport) -> Iterator[tuple[str, Span]]:
    for index, content in enumerate(report.contents):
        if isinstance(content, Tabular):
            for row, cells in enumerate(content.rows):
                for column, cell in enumerate(cells):
                    yield from _bookmarks_of(cell, index, row, column)
        else:
            yield from _bookmarks_of(content.written, index, -1, -1)


def _bookmarks_of(text: BookmarkedText, index: int, row: int, column: int) -> Iterator[tuple[str, Span]]:
    for name, (start, end) in text.bookmarks.items():
        yield name, Span(index, row, column, start, end)
