"""The figures a report of ours carries with it, each in a bookmark, and what stands at a place of a
report.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from msgspec.structs import replace

from converter.document.contents import BookmarkedText, Tabular
from converter.trace import Occurrence, Trail
from converter.verify.claims.claim import Claim, Holder, Span
from converter.verify.claims.submitted_report import SubmittedReport

Item = TypeVar("Item")

_DIGIT = re.compile(r"[\d.,]")


class SpanIndex(Generic[Item]):
    """Items by the stretch of text that each has."""

    def __init__(self, items: Iterable[Item], span_of: Callable[[Item], Span]) -> None:
        self._span_of = span_of
        self._items: dict[Holder, list[Item]] = {}
        for item in items:
            self._items.setdefault(span_of(item).holder, []).append(item)
        for several in self._items.values():
            several.sort(key=span_of)
        self._farthest = {
            place: list(accumulate((span_of(item).end for item in several), max))
            for place, several in self._items.items()
        }

    def meeting(self, span: Span) -> Iterator[Item]:
        """Yield the items that overlap or touch a stretch of text, in order."""
        items, farthest = self._items.get(span.holder, []), self._farthest.get(span.holder, [])
        end = bisect_right(items, span.end, key=lambda item: self._span_of(item).start)
        at = end
        while at and farthest[at - 1] >= span.start:
            at -= 1
        yield from (item for item in items[at:end] if self._span_of(item).end >= span.start)


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
