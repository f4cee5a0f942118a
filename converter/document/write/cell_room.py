"""What room a table's cells have for their texts, and how these are set in it."""

from collections.abc import Sequence

from msgspec import Struct

from converter.document.write.measure import QUARTERS, inset, lines_in_width
from converter.document.write.spans import CellSpan


class CellRoom(Struct, frozen=True):
    """The edges of a table's columns, a cell's padding on both sides and the type size, in twips."""

    edges: Sequence[int]
    padding: int
    type_size: int

    def width(self, span: CellSpan) -> int:
        """Return the width of a cell, in twips."""
        return self.edges[span.column + span.cell.columns] - self.edges[span.column]

    def inset(self, span: CellSpan) -> int:
        """Return by how much its text is set narrower, in twips, so that no sign stands alone on a line."""
        text, room = self._text_and_room(span)
        if self._is_short(text, room):
            return 0
        return round(inset(text, int(QUARTERS * room / self.type_size)) * self.type_size / QUARTERS)

    def lines(self, span: CellSpan) -> int:
        """Return how many lines its text takes."""
        text, room = self._text_and_room(span)
        if self._is_short(text, room):
            return 1
        width = int(QUARTERS * room / self.type_size)
        return lines_in_width(text, width - inset(text, width))

    def _text_and_room(self, span: CellSpan) -> tuple[str, float]:
        """Return a cell's text and the room for it, in twips; a sign's at least."""
        cell = span.cell
        text = cell.runs[0].text if len(cell.runs) == 1 else "".join([run.text for run in cell.runs])
        room = self.width(span) - self.padding - cell.indent * self.type_size
        return text, max(room, self.type_size)

    def _is_short(self, text: str, room: float) -> bool:
        """Whether a text fits on a line even if all its signs are Chinese: most cells are so."""
        return len(text) * self.type_size <= room and "\n" not in text
