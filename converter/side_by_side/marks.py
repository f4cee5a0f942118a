"""The numbers of a report that are marked, and where they stand."""

from collections.abc import Iterator, Sequence

from converter.document.read import Content, Passage
from converter.side_by_side.records import ShownMark, ShownNote

Place = tuple[int, int, int]
"""A paragraph or cell: the index of the content, its row and column, -1 in a paragraph."""


class Marks:
    """The marks in the order they are added; `at` has number and characters of those in each place."""

    def __init__(self) -> None:
        self.shown: list[ShownMark] = []
        self.at: dict[Place, list[tuple[int, int, int]]] = {}

    def add(
        self,
        place: Place,
        start: int,
        end: int,
        status: str,
        figure: int = -1,
        notes: Sequence[ShownNote] = (),
    ) -> None:
        """Mark characters of a place; what is marked already stays as it is."""
        there = self.at.setdefault(place, [])
        if start < end and not any(start < other_end and other < end for _, other, other_end in there):
            there.append((len(self.shown), start, end))
            there.sort(key=lambda mark: mark[1])
            self.shown.append(ShownMark(status, figure, notes))

    def numbers_at(self, place: Place, start: int, end: int) -> list[int]:
        """Return the marks that characters of a place meet."""
        return [number for number, first, last in self.at.get(place, ()) if start < last and first < end]


def bookmarks_of(contents: Sequence[Content]) -> Iterator[tuple[str, Place, int, int]]:
    """Yield the bookmarks round figures: their names, and what characters of what place they are round."""
    for index, content in enumerate(contents):
        if isinstance(content, Passage):
            texts = [((index, -1, -1), content.written)]
        else:
            texts = [
                ((index, row, column), cell)
                for row, cells in enumerate(content.rows)
                for column, cell in enumerate(cells)
            ]
        for place, text in texts:
            for name, (start, end) in text.marks.items():
                yield name, place, start, end
