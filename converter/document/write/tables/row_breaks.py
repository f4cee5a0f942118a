"""Where a table breaks over pages: nowhere while it is short, else between any two rows.

A table in a text leaves the choice to Word except for its ends and small groups. One on pages of its own is
measured: which rows stand on which page is settled here, so that the labels of groups are repeated there.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from converter.document.write.lengths import twips, twips_of_mm
from converter.document.write.page_layout import BodyLayout
from converter.document.write.tables.cell_room import CellRoom
from converter.document.write.tables.spans import CellSpan
from converter.narrative.blocks import Table
from converter.pack import TableStyle

SLACK = 0.97
"""Of a page's height that is filled: a line or two may take more room than measured."""

FEWEST = 3
"""So many rows of a table stand below another one, or it begins a page."""
HIGH = 1 / 3
"""Of a page: a row as high as that may be broken itself."""


class TablePlace(Struct, frozen=True):
    """Where a table stands: its type area in twips, and what is above it on its page, None if that is not
    known, as in a text; the title of its annex, whether it follows another table, and is set in small type.
    """

    width: int
    height: int
    above: int | None = None
    title: str = ""
    follows_table: bool = False
    is_small: bool = False


class TableRows(Struct, frozen=True):
    """A table's rows with the room in their cells; `size` names the styles they are set in."""

    head: Sequence[list[CellSpan]]
    body: Sequence[list[CellSpan]]
    room: CellRoom
    size: str


class KeptRow(Struct, frozen=True):
    """A row, whether it is held on the page of the next, and whether it may be broken itself."""

    spans: list[CellSpan]
    is_kept: bool
    may_break: bool


class SetRows(NamedTuple):
    """A table's rows as they stand on pages: whether they begin a page though something is above them, and
    what they leave above what follows on their last page, None if that is not known.
    """

    rows: list[KeptRow]
    turns_page: bool
    below: int | None


class PageEnds(NamedTuple):
    """The index behind each page's last row, and what is left of the last page's height."""

    indexes: list[int]
    left: float


def set_rows(block: Table, rows: TableRows, layout: BodyLayout, place: TablePlace) -> SetRows:
    """Return the rows of the body, group labels repeated at the head of a page."""
    body, last = list(rows.body), len(rows.body) - 1
    heights = _heights(rows, body, layout)
    high = {index for index, height in enumerate(heights) if height > HIGH * place.height}
    ends, turns_page, below = [len(body)], False, None
    if place.above is not None:
        first, others = _rooms(block, rows, layout, place, place.above)
        turns_page = place.follows_table and first * SLACK < sum(heights[:FEWEST])
        heights[-1] += layout.height_of("note", block.note, place.width)
        opening = {index for index, row in enumerate(body) if _opens_group(row)}
        ends, left = page_ends(heights, others if turns_page else first, others, opening, high)
        below = place.height - int(left)
    if len(ends) > 1:
        body = [_begun_anew(row) if index in ends else row for index, row in enumerate(body)]
        together = set(range(last)) - {end - 1 for end in ends}
    else:
        together = _short_or_at_ends(len(body), layout.style.table)
        together |= {index for index, row in enumerate(body) if _is_grouped(row, layout.style.table)}
    if block.note:
        together.add(last)
    kept = [KeptRow(row, index in together, index in high) for index, row in enumerate(body)]
    return SetRows(kept, turns_page, below)


def _short_or_at_ends(count: int, style: TableStyle) -> set[int]:
    """Return a short table's rows except the last, or those by which a long one's ends hold together."""
    return set(range(count - 1)) if count <= style.whole_to else {0, count - 2}


def _is_grouped(row: Iterable[CellSpan], style: TableStyle) -> bool:
    """Whether a merged cell of few rows binds this row to the next."""
    return any(span.below and span.cell.rows <= style.group_to for span in row)


def _begun_anew(row: list[CellSpan]) -> list[CellSpan]:
    """Return the first row of a page: the labels of the groups it continues are repeated, figures are not."""
    return [replace(span, begun=span.begun and any(run.figure for run in span.cell.runs)) for span in row]


def _rooms(
    block: Table, rows: TableRows, layout: BodyLayout, place: TablePlace, above: int
) -> tuple[int, int]:
    """Return the room for a table's rows on its first page, below what is above, and on others."""
    others = place.height - sum(_heights(rows, rows.head, layout))
    lines = (("caption", block.caption), ("unit", block.unit))
    return others - above - sum(layout.height_of(role, text, place.width) for role, text in lines), others


def _opens_group(row: Iterable[CellSpan]) -> bool:
    return any(span.below and not span.begun for span in row)


def page_ends(
    heights: Sequence[int],
    first: float,
    others: float,
    opening: Collection[int] = (),
    high: Collection[int] = (),
) -> PageEnds:
    """Return the index behind each page's last row, of rows so high on a first page and on others.

    A row that is `opening` a group does not end a page, unless that would take one page more; a `high` one
    goes on over the next. The last page has two rows at least, so that a total does not stand alone.
    """
    plain, grouped = (_ends(heights, first, others, bound, high) for bound in ((), opening))
    return grouped if len(grouped.indexes) == len(plain.indexes) else plain


def _ends(
    heights: Sequence[int], first: float, others: float, opening: Collection[int], high: Collection[int]
) -> PageEnds:
    ends, left = list[int](), first * SLACK
    for index, height in enumerate(heights):
        if height > left and index in high:
            left += others * SLACK
        elif height > left and index:
            end = index - 1 if index - 1 in opening and index - 1 not in (0, *ends) else index
            ends.append(end)
            left = others * SLACK - sum(heights[end:index])
        left -= height
    if ends and ends[-1] == len(heights) - 1 and ends[-1] - 1 not in (0, *ends):
        ends[-1] -= 1
        left -= heights[ends[-1]]
    return PageEnds([*ends, len(heights)], left)


def _heights(rows: TableRows, of: Iterable[list[CellSpan]], layout: BodyLayout) -> list[int]:
    """Return about how high rows are; a cell over several rows decides nothing."""
    style, look = layout.style.table, getattr(layout.style.styles, f"{rows.size}_text")
    rule = twips(style.border)
    padding, line = 2 * twips_of_mm(style.above) + rule, twips(look.line)
    least, lines = layout.row_heights[rows.size] + rule, rows.room.lines
    return [
        max(least, max((lines(span) for span in row if span.cell.rows == 1), default=1) * line + padding)
        for row in of
    ]
