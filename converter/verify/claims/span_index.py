"""What stands at or touches a stretch of a report, found without looking at all of it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from converter.verify.claims.claim import Holder, Span

Item = TypeVar("Item")


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
