"""The numbers of a report that are marked, and where they stand."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from converter.document.contents import BookmarkedText, Content, Passage
from converter.side_by_side.records import ShownMark, ShownNote

MOST_BYTES = 1_000_000  # of a report's text and marks; contents that follow are left out
OF_PLACE, OF_MARK = 30, 70  # bytes of their own that a paragraph or cell, and a mark, take at most
NOTE_BYTES, OF_NOTE = 600_000, 40  # of all notes, and what one takes besides its text and its marks
LONGEST_NOTE, MOST_OF_NOTE = 240, 40  # characters and marks of one note
MOST_OF_MARK = 8  # notes on one mark
ContentCell = tuple[int, int, int]
"""A paragraph or cell: the index of the content, its row and column, -1 in a paragraph."""


class Marks:
    """The marks in the order they are added; `at` has the number and the characters of those in each place.

    Contents from `end` on are not shown, and nothing is marked there. `all_noted` if there was room for all
    notes.
    """

    def __init__(self, end: int) -> None:
        self._end = end
        self.shown: list[ShownMark] = []
        self.notes: list[ShownNote] = []
        self.all_noted = True
        self._left = NOTE_BYTES
        self.at: dict[ContentCell, list[tuple[int, int, int]]] = {}

    def add(self, place: ContentCell, start: int, end: int, status: str, figure: int = -1) -> None:
        """Mark characters of a place; what is marked already stays as it is."""
        if place[0] < self._end and start < end and not self.numbers_at(place, start, end):
            there = self.at.setdefault(place, [])
            insort(there, (len(self.shown), start, end), key=_start)
            self.shown.append(ShownMark(status, figure))

    def note(self, text: str, numbers: Iterable[int]) -> None:
        """Add a note on marks, as long as there is room for it."""
        about, text = list(dict.fromkeys(numbers))[:MOST_OF_NOTE], text[:LONGEST_NOTE]
        self._left -= len(text.encode()) + 8 * len(about) + OF_NOTE if about else 0
        self.all_noted = self._left >= 0
        if about and self.all_noted:
            for number in about:
                mark = self.shown[number]
                if len(mark.notes) < MOST_OF_MARK:
                    self.shown[number] = replace(mark, notes=(*mark.notes, len(self.notes)))
            self.notes.append(ShownNote(text, about))

    def numbers_at(self, place: ContentCell, start: int, end: int) -> list[int]:
        """Return the marks that characters of a place meet."""
        there = self.at.get(place, [])
        after = bisect_left(there, end, key=_start)
        first = after
        while first and there[first - 1][2] > start:  # marks do not overlap
            first -= 1
        return [number for number, _, _ in there[first:after]]


def _start(mark: tuple[int, int, int]) -> int:
    return mark[1]


def fitting(contents: Sequence[Content], marked: Iterable[int]) -> int:
    """Return how many contents fit on a page, given the content that each mark is in."""
    counts, left = Counter(marked), MOST_BYTES
    for index, content in enumerate(contents):
        left -= sum(len(text.text.encode()) + OF_PLACE for _, text in texts_by_place(index, content))
        left -= OF_MARK * counts[index]
        if left < 0:
            return index
    return len(contents)


def texts_by_place(index: int, content: Content) -> Iterator[tuple[ContentCell, BookmarkedText]]:
    """Yield the paragraph, or the cells of the table, that a content is."""
    if isinstance(content, Passage):
        yield (index, -1, -1), content.written
    else:
        for row, cells in enumerate(content.rows):
            for column, cell in enumerate(cells):
                yield (index, row, column), cell


def bookmarks_of(contents: Sequence[Content]) -> Iterator[tuple[str, ContentCell, int, int]]:
    """Yield the bookmarks round figures: their names, and what characters of what place they are round."""
    for index, content in enumerate(contents):
        for place, text in texts_by_place(index, content):
            for name, (start, end) in text.bookmarks.items():
                yield name, place, start, end
