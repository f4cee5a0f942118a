"""Columns between lines that no text has room for: where frames within cells are drawn, besides borders."""

from itertools import pairwise

from converter.document.read.pdf.ruled import RowTexts
from converter.figures import Merge

NARROW = 6.0  # points: a column that narrow is only the margin within a cell


class Borders:
    """Which of the edges of columns are one border, and what is between the borders."""

    def __init__(self, edges: tuple[float, ...]) -> None:
        groups = [list(edges[:1])]
        for before, edge in pairwise(edges):
            if edge - before < NARROW:
                groups[-1].append(edge)
            else:
                groups.append([edge])
        self.edges = tuple(group[len(group) // 2] for group in groups)
        self._of_edge = [nth for nth, group in enumerate(groups) for _ in group]

    @property
    def are_all(self) -> bool:
        """Whether there are no edges but borders, or nothing between them."""
        return len(self.edges) in (len(self._of_edge), 1)

    def row(self, cells: RowTexts) -> RowTexts:
        """Return the cells of a row by borders."""
        found = [""] * (len(self.edges) - 1)
        for column, text in enumerate(cells):
            found[self._column(column)] += text
        return tuple(found)

    def merge(self, merge: Merge) -> Merge:
        """Return which cells by borders a merged one takes."""
        top, left, bottom, right = merge
        first = self._column(left)
        return top, first, bottom, max(first, self._of_edge[right + 1] - 1)

    def _column(self, column: int) -> int:
        return min(self._of_edge[column], len(self.edges) - 2)
