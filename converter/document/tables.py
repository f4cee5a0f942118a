"""Tables as WordprocessingML: fixed widths, truly merged cells, header rows that repeat."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from converter.document.layout import Layout
from converter.document.paragraphs import paragraph
from converter.document.styles import JUSTIFICATION, TABLE_STYLE
from converter.narrative.blocks import Align, Cell, Run, Table
from converter.pack.style import Side

_ROLES = {Align.LEFT: "text", Align.CENTER: "label", Align.RIGHT: "figure"}
_RESTART, _CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_KEEP = "<w:keepNext/>"
_NOTHING = Cell(())


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of grid in one row: the cell it shows, how it is merged, the rows it goes on below."""

    cell: Cell
    column: int
    merge: str
    below: int


def table(block: Table, layout: Layout, text_width: int) -> str:
    """Return caption, unit line, table and note; `text_width` in twips.

    Raise ValueError if the rows do not fill the grid.
    """
    edges = _edges(block.widths, text_width)
    grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    rows = _Rows(layout, edges, "small" if len(block.widths) >= layout.style.table.small_from else "table")
    return (
        f"{_line('caption', block.caption)}{_line('unit', block.unit)}<w:tbl>{_properties(text_width)}"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows.header(block)}{rows.body(block)}</w:tbl>"
        f"{_line('note', block.note)}"
    )


def _line(role: str, text: str) -> str:
    return paragraph(role, (Run(text),)) if text else ""


def _edges(widths: tuple[int, ...], total: int) -> list[int]:
    """Return where columns begin and end; rounding edges, not widths, makes them end at `total`."""
    whole = sum(widths)
    return [round(total * part / whole) for part in accumulate(widths, initial=0)]


def _properties(width: int) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    )


def _places(rows: tuple[tuple[Cell, ...], ...], columns: int) -> Iterator[list[_Place]]:
    """Yield each row's stretches from left to right, those covered from above included."""
    covered: dict[int, tuple[Cell, int]] = {}  # column → cell from above, rows it still covers
    for row in rows:
        waiting, places, column = iter(row), [], 0
        while column < columns:
            cell, left = covered.pop(column, (_NOTHING, 0))
            merge = _CONTINUE
            if not left:
                cell = next(waiting, _NOTHING)
                left = cell.rows
                merge = _RESTART if left > 1 else ""
            if cell is _NOTHING:
                raise ValueError(f"a table row ends at column {column} of {columns}")
            places.append(_Place(cell, column, merge, left - 1))
            if left > 1:
                covered[column] = cell, left - 1
            column += cell.columns
        if column > columns or next(waiting, None):
            raise ValueError(f"a table row is wider than its {columns} columns")
        yield places
    if covered:
        raise ValueError("a table cell reaches below the last row")


@dataclass(frozen=True, slots=True)
class _Rows:
    """Writes rows between the given column edges, in the styles of one size."""

    layout: Layout
    edges: list[int]
    size: str

    def header(self, block: Table) -> str:
        """Return the rows that repeat on each page; their style keeps them with what follows."""
        rows = _places(block.header, len(block.widths))
        return "".join(self._row(row, "<w:tblHeader/>", "", head=True) for row in rows)

    def body(self, block: Table) -> str:
        """Return the other rows, each kept with the next where that must not go to another page."""
        kept = self._kept(len(block.body), bool(block.note))
        rows = enumerate(_places(block.body, len(block.widths)))
        return "".join(
            self._row(row, "", _KEEP * (index in kept or self._grouped(row)), head=False)
            for index, row in rows
        )

    def _kept(self, count: int, noted: bool) -> set[int]:
        """Return a short table's rows, or a long one's at both ends; and the last one if a note follows."""
        last = count - 1
        kept = set(range(last)) if count <= self.layout.style.table.whole_to else {0, last - 1}
        return kept | {last} if noted else kept

    def _grouped(self, row: list[_Place]) -> bool:
        """Return whether a merged cell of few rows binds this row to the next."""
        return any(place.below and place.cell.rows <= self.layout.style.table.group_to for place in row)

    def _row(self, places: list[_Place], repeat: str, keep: str, *, head: bool) -> str:
        cells = "".join(self._cell(place, keep, head=head) for place in places)
        height = f'<w:trHeight w:val="{self.layout.row_height}" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeat}</w:trPr>{cells}</w:tr>"

    def _cell(self, place: _Place, keep: str, *, head: bool) -> str:
        cell = place.cell
        width = self.edges[place.column + cell.columns] - self.edges[place.column]
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        runs = () if place.merge == _CONTINUE else cell.runs
        role, own = (
            (self.size + "_head", _turned(cell)) if head else (f"{self.size}_{_ROLES[cell.align]}", keep)
        )
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{place.merge}'
            f'<w:vAlign w:val="center"/></w:tcPr>{paragraph(role, runs, own)}</w:tc>'
        )


def _turned(cell: Cell) -> str:
    """Return the alignment of a head cell that is not centred like the others."""
    return "" if cell.align is Align.CENTER else f'<w:jc w:val="{JUSTIFICATION[Side(cell.align)]}"/>'
