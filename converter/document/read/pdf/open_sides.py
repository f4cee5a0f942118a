"""Tables open at their sides: lines go above and below the outermost cells, none stands at the end."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from converter.document.read.pdf.drawing import Drawing, Letter, Rule, middle_of, rule

if TYPE_CHECKING:
    from pdfplumber.table import Table

WIDE = 12.0  # points that a cell at an open side is at least wide
NEAR = 1.0  # points by which lines that meet may miss each other


def found_tables(drawing: Drawing, letters: Sequence[Letter]) -> "Sequence[Table]":
    """Return the tables of a page, those that are open at a side with their outermost cells."""
    from pdfplumber.table import TableFinder

    finder: Any = TableFinder(drawing)  # type: ignore[arg-type]  # asks for no more than it has
    sides = [side for table in finder.tables for side in _open_sides(table, finder.edges, letters)]
    if not sides:
        return list(finder.tables)
    closed = replace(drawing, edges=[*drawing.edges, *sides])
    return list(TableFinder(closed).tables)  # type: ignore[arg-type]


def _open_sides(table: "Table", rules: Sequence[Rule], letters: Sequence[Letter]) -> Iterator[Rule]:
    """Yield the rules that would close a table at its sides, where most of its lines go on beyond its cells
    and something stands between them.
    """
    left, top, right, bottom = table.bbox
    lines = [
        (each["x0"], each["x1"])
        for each in rules
        if each["orientation"] == "h" and top - NEAR <= each["top"] <= bottom + NEAR
    ]
    to_left = [start for start, end in lines if start < left - WIDE and left <= end + NEAR]
    to_right = [end for start, end in lines if end > right + WIDE and start - NEAR <= right]
    for several, outermost, inner in ((to_left, min, left), (to_right, max, right)):
        if 2 * len(several) > len(table.rows):
            end = outermost(several)
            first, last = sorted((end, inner))
            if any(first < each["x0"] < last and top < middle_of(each) < bottom for each in letters):
                yield rule("v", end, end, top, bottom)
