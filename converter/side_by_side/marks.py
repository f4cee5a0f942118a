"""The numbers of a report that are marked, and where they stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from converter.document.read import Content, MarkedText, Passage
from converter.side_by_side.records import ShownMark, ShownNote

MOST_BYTES = 1_200_000  # of a report's text and marks; contents that follow are left out
OF_PLACE, OF_MARK = 30, 70  # bytes of their own that a paragraph or cell, and a mark, take at most
MOST_NOTES, LONGEST_NOTE, MOST_OF_NOTE = 2_500, 240, 40  # notes of a page; characters and marks of one
MOST_OF_MARK = 8  # notes on one mark
Place = tuple[int, int, int]
"""A paragraph or cell: the index of the content, its row and column, -1 in a paragraph."""


class Marks:
    """The marks in the order they are added; `at` has the number and the characters of those in each place.

    Contents from `end` on are not shown, and nothing is marked there.
    """

    def __init__(self, end: int) -> None:
        self._end = end
        self.shown: list[ShownMark] = []
        self.notes: list[ShownNote] = []
        self.at: dict[Place, list[tuple[int, int, int]]] = {}

    def add(self, place: Place, start: int, end: int, status: str, figure: int = -1) -> None:
        """Mark characters of a place; what is marked already stays as it is."""
        if place[0] < self._end and start < end and not self.numbers_at(place, start, end):
            there = self.at.setdefault(place, [])
            there.append((len(self.shown), start, end))
            there.sort(key=lambda mark: mark[1])
            self.shown.append(ShownMark(status, figure))

    def note(self, text: str, numbers: Iterable[int]) -> None:
        """Add a note on marks, as long as there is room for it."""
        about = list(dict.fromkeys(numbers))[:MOST_OF_NOTE]
        if about and len(self.notes) < MOST_NOTES:
            for number in about:
                mark = self.shown[number]
                if len(mark.notes) < MOST_OF_MARK:
                    self.shown[number] = replace(mark, notes=(*mark.notes, len(self.notes)))
            self.notes.append(ShownNote(text[:LONGEST_NOTE], about))

    def numbers_at(self, place: Place, start: int, end: int) -> list[int]:
        """Return the marks that characters of a place meet."""
        return [number for number, first, last in self.at.get(place, ()) if start < last and first < end]


def fitting(contents: Sequence[Content], marked: Iterable[int]) -> int:
    """Return how many contents fit on a page, given the content that each mark is in."""
    counts, left = Counter(marked), MOST_BYTES
    for index, content in enumerate(contents):
        left -= sum(len(text.text.encode()) + OF_PLACE for _, text in places_of(index, content))
        left -= OF_MARK * counts[index]
        if left < 0:
            return index
    return len(contents)


def places_of(index: int, content: Content) -> Iterator[tuple[Place, MarkedText]]:
    """Yield the paragraph, or the cells of the table, that a content is."""
    if isinstance(content, Passage):
        yield (index, -1, -1), content.written
    else:
        for row, cells in enumerate(content.rows):
            for column, cell in enumerate(cells):
                yield (index, row, column), cell


def bookmarks_of(contents: Sequence[Content]) -> Iterator[tuple[str, Place, int, int]]:
    """Yield the bookmarks round figures: their names, and what characters of what place they are round."""
    for index, content in enumerate(contents):
        for place, text in places_of(index, content):
            for name, (start, end) in text.marks.items():
                yield name, place, start, end
