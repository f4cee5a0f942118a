"""What room a table's cells have for their texts, and how these are set in it.

Numbers of a column stand with their decimal points below one another: by indents, no sign is added.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from converter.document.write.measure import QUARTERS, inset, lines_in_width
from converter.document.write.tables.spans import CellSpan
from converter.narrative.blocks import Align, Cell

_NUMBER = re.compile(r"-?[\d,]+(?:\.(\d+))?")
_NIL = "0"
_DIGIT, _POINT = 0.5, 0.25  # how wide they are in Times New Roman, in parts of the type size


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
        cell, runs, least = span.cell, span.cell.runs, self.type_size
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        room = self.width(span) - self.padding - cell.indent * least
        return text, room if room > least else least

    def _is_short(self, text: str, room: float) -> bool:
        """Whether a text fits on a line even if all its signs are Chinese: most cells are so."""
        return len(text) * self.type_size <= room and "\n" not in text


def decimal_places(rows: Iterable[Iterable[CellSpan]]) -> dict[int, int]:
    """Return for each column the most decimals of the numbers that begin in it; for one of noughts, of the
    table's.
    """
    places: dict[int, int] = {}
    amounts: set[int] = set()
    for row in rows:
        for span in row:
            own = _decimals(span.cell)
            if own is not None:
                places[span.column] = max(own, places.get(span.column, 0))
                if span.cell.runs[0].text != _NIL:
                    amounts.add(span.column)
    most = max(places.values(), default=0)
    return {column: own if column in amounts else most for column, own in places.items()}


def right_indent(span: CellSpan, places: dict[int, int], size: int) -> int:
    """Return the indent of a number with fewer decimals than others of its column; in the unit of `size`."""
    own = _decimals(span.cell)
    lacking = 0 if own is None else places.get(span.column, 0) - own
    return round(size * (lacking * _DIGIT + (0 if own else _POINT))) if lacking else 0


def _decimals(cell: Cell) -> int | None:
    """Return the decimals of a number at the right of its cell, None for any other content."""
    if cell.align is not Align.RIGHT or len(cell.runs) != 1:
        return None
    number = _NUMBER.fullmatch(cell.runs[0].text)
    return len(number[1] or "") if number else None
