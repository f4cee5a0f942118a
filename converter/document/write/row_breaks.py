"""Where a table breaks over pages: nowhere while it is short, else between any two rows.

A table in a text leaves the choice to Word except for its ends and small groups. One on pages of its own is
measured: which rows stand on which page is settled here, so that the labels of groups are repeated there.
"""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.document.write.lengths import twips, twips_of_mm
from converter.document.write.measure import QUARTERS, lines_in_width
from converter.document.write.page_layout import BodyLayout
from converter.document.write.spans import CellSpan
from converter.narrative import Table
from converter.pack import TableStyle

SLACK = 0.97
"""Of a page's height that is filled: a line or two may take more room than measured."""

KeptRow = tuple[list[CellSpan], bool]
"""A row, and whether it is held on the page of the next."""


class TablePlace(Struct, frozen=True):
    """Where a table stands: its type area in twips, and if it begins a page, what is above it and its title.

    `above` is None where it stands in a text.
    """

    width: int
    height: int
    above: int | None = None
    title: str = ""


class TableRows(Struct, frozen=True):
    """A table's rows with the edges of its columns, in twips; `size` names the styles they are set in."""

    head: Sequence[list[CellSpan]]
    body: Sequence[list[CellSpan]]
    edges: Sequence[int]
    size: str


def kept_rows(block: Table, rows: TableRows, layout: BodyLayout, place: TablePlace) -> list[KeptRow]:
    """Return the rows of the body, group labels repeated at the head of a page."""
    body, last = list(rows.body), len(rows.body) - 1
    ends = _page_ends(block, rows, layout, place) if place.above is not None else [len(body)]
    if len(ends) > 1:
        body = [_begun_anew(row) if index in ends else row for index, row in enumerate(body)]
        together = set(range(last)) - {end - 1 for end in ends}
    else:
        together = _short_or_at_ends(len(body), layout.style.table)
        together |= {index for index, row in enumerate(body) if _is_grouped(row, layout.style.table)}
    if block.note:
        together.add(last)
    return [(row, index in together) for index, row in enumerate(body)]


def _short_or_at_ends(count: int, style: TableStyle) -> set[int]:
    """Return a short table's rows except the last, or those by which a long one's ends hold together."""
    return set(range(count - 1)) if count <= style.whole_to else {0, count - 2}


def _is_grouped(row: Iterable[CellSpan], style: TableStyle) -> bool:
    """Whether a merged cell of few rows binds this row to the next."""
    return any(span.below and span.cell.rows <= style.group_to for span in row)


def _begun_anew(row: list[CellSpan]) -> list[CellSpan]:
    """Return the first row of a page: the labels of the groups it continues are repeated, figures are not."""
    return [replace(span, begun=span.begun and any(run.figure for run in span.cell.runs)) for span in row]


def _page_ends(block: Table, rows: TableRows, layout: BodyLayout, place: TablePlace) -> list[int]:
    """Return the index behind the last row of each page of a table that begins one."""
    heights = _heights(rows, rows.body, layout)
    heights[-1] += layout.height_of("note", block.note, place.width)
    page = place.height - sum(_heights(rows, rows.head, layout))
    lines = (("caption", block.caption), ("unit", block.unit))
    above = sum(layout.height_of(role, text, place.width) for role, text in lines)
    opening = {index for index, row in enumerate(rows.body) if _opens_group(row)}
    return page_ends(heights, page - above - (place.above or 0), page, opening)


def _opens_group(row: Iterable[CellSpan]) -> bool:
    return any(span.below and not span.begun for span in row)


def page_ends(
    heights: Sequence[int], first: float, others: float, opening: Collection[int] = ()
) -> list[int]:
    """Return the index behind each page's last row, of rows so high on a first page and on others.

    A row that is `opening` a group does not end a page, unless that would take one page more. The last page
    has two rows at least, so that a total does not stand alone.
    """
    plain, grouped = (_ends(heights, first, others, bound) for bound in ((), opening))
    return grouped if len(grouped) == len(plain) else plain


def _ends(heights: Sequence[int], first: float, others: float, opening: Collection[int]) -> list[int]:
    ends, left = list[int](), first * SLACK
    for index, height in enumerate(heights):
        if height > left and index:
            end = index - 1 if index - 1 in opening and index - 1 not in (0, *ends) else index
            ends.append(end)
            left = others * SLACK - sum(heights[end:index])
        left -= height
    if ends and ends[-1] == len(heights) - 1 and ends[-1] - 1 not in (0, *ends):
        ends[-1] -= 1
    return [*ends, len(heights)]


def _heights(rows: TableRows, of: Iterable[list[CellSpan]], layout: BodyLayout) -> list[int]:
    """Return about how high rows are; a cell over several rows decides nothing."""
    style, look = layout.style.table, getattr(layout.style.styles, f"{rows.size}_text")
    rule, beside = twips(style.border), 2 * twips_of_mm(style.beside)
    padding, line = 2 * twips_of_mm(style.above) + rule, twips(look.line)
    least, quarter = layout.row_heights[rows.size] + rule, twips(look.size) / QUARTERS

    def lines(span: CellSpan) -> int:
        cell, edges = span.cell, rows.edges
        width = (
            edges[span.column + cell.columns] - edges[span.column] - beside - cell.indent * twips(look.size)
        )
        return lines_in_width("".join([run.text for run in cell.runs]), max(1, int(width / quarter))).count

    return [
        max(least, max((lines(span) for span in row if span.cell.rows == 1), default=1) * line + padding)
        for row in of
    ]
