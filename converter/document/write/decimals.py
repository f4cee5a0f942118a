"""Numbers of a column stand with their decimal points below one another: by indents, no sign is added."""

import re
from collections.abc import Iterable

from converter.document.write.spans import CellSpan
from converter.narrative import Align, Cell

_NUMBER = re.compile(r"-?[\d,]+(?:\.(\d+))?")
_NIL = "0"
_DIGIT, _POINT = 0.5, 0.25  # how wide they are in Times New Roman, in parts of the type size


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
