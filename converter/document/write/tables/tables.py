"""Tables as WordprocessingML: truly merged cells, header rows that repeat, decimals aligned."""

from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from converter import messages
from converter.document.write.lengths import twips, twips_of_mm
from converter.document.write.measure import QUARTERS
from converter.document.write.page_layout import BodyLayout
from converter.document.write.paragraphs import line_xml, paragraph_xml
from converter.document.write.runs import RunWriter
from converter.document.write.styles import JUSTIFICATION, TABLE_STYLE
from converter.document.write.tables.cell_room import CellRoom, decimal_places, right_indent
from converter.document.write.tables.column_widths import column_edges
from converter.document.write.tables.row_breaks import KeptRow, TablePlace, TableRows, set_rows
from converter.document.write.tables.spans import CellSpan, cell_spans
from converter.document.write.text import escaped
from converter.narrative.blocks import Align, Cell, Table
from converter.pack import Alignment, ParagraphStyle, TableStyle

_ROLES = {Align.LEFT: "text", Align.CENTER: "label", Align.RIGHT: "figure"}
_RESTART, _CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_KEEP = "<w:keepNext/>"


class SetTable(NamedTuple):
    """A table in XML, whether it is to begin a page, and what it leaves above what follows on its last page,
    None if that is not known.
    """

    text: str
    turns_page: bool
    below: int | None


def table_xml(block: Table, layout: BodyLayout, run_writer: RunWriter, place: TablePlace) -> SetTable:
    """Return caption, unit line, table and note. Raise ValueError if the rows do not fill the grid."""
    size = "small" if place.is_small else "table"
    look: ParagraphStyle = getattr(layout.style.styles, f"{size}_text")
    padding, type_size = 2 * twips_of_mm(layout.style.table.beside), twips(look.size)
    head, body = (list(cell_spans(rows, len(block.widths))) for rows in (block.header, block.body))
    edges = column_edges(block.widths, head, body, place.width, padding, type_size / QUARTERS)
    grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    room = CellRoom(edges, padding, type_size)
    placed = set_rows(block, TableRows(head, body, room, size), layout, place)
    writer = _RowWriter(layout, run_writer, room, size, decimal_places(body))
    rows = [*map(writer.head_row, head), *map(writer.row, placed.rows)]
    text = (
        f"{_line('caption', block.caption)}{_line('unit', block.unit)}"
        f"<w:tbl>{_properties(block, place)}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        f"{_line('note', block.note)}"
    )
    return SetTable(text, placed.turns_page, placed.below)


def is_large(block: Table, style: TableStyle) -> bool:
    """Whether a table is set in small type."""
    return len(block.widths) >= style.small_from or len(block.body) >= style.small_rows


def _line(role: str, text: str) -> str:
    return line_xml(role, text) if text else ""


def _properties(block: Table, place: TablePlace) -> str:
    """Return the table's properties, with its title and its first row for whoever cannot see it."""
    first = [_text(cell).replace("\n", "") for cell in (*block.header, *block.body)[0]]
    described = messages.phrases.AND.join(filter(None, first))
    return (
        f'<w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{place.width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCaption w:val="{escaped(block.caption or place.title)}"/>'
        f'<w:tblDescription w:val="{escaped(described)}"/></w:tblPr>'
    )


def _text(cell: Cell) -> str:
    return "".join(run.text for run in cell.runs)


class _RowWriter(Struct, frozen=True):
    """Writes rows whose cells have that room, in the styles of one size; `places` are each column's
    decimals.
    """

    layout: BodyLayout
    run_writer: RunWriter
    room: CellRoom
    size: str
    places: dict[int, int]

    def head_row(self, spans: list[CellSpan]) -> str:
        """Return a row that repeats on each page; its style keeps it with what follows."""
        cells = "".join(
            [self._cell(span, "head", self._indents(span) + _turned(span.cell)) for span in spans]
        )
        return self._row(cells, "<w:cantSplit/>", "<w:tblHeader/>")

    def row(self, kept: KeptRow) -> str:
        """Return a row of the body."""
        keep = _KEEP * kept.is_kept
        cells = [self._cell(span, _ROLES[span.cell.align], keep + self._indents(span)) for span in kept.spans]
        return self._row("".join(cells), "" if kept.may_break else "<w:cantSplit/>")

    def _row(self, cells: str, breaking: str, repeat: str = "") -> str:
        height = f'<w:trHeight w:val="{self.layout.row_heights[self.size]}" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr>{breaking}{height}{repeat}</w:trPr>{cells}</w:tr>"

    def _cell(self, span: CellSpan, role: str, own: str) -> str:
        runs = "" if span.begun else self.run_writer.runs(span.cell.runs)
        text = paragraph_xml(f"{self.size}_{role}", runs, own)
        size = f'<w:tcW w:w="{self.room.width(span)}" w:type="dxa"/>{_merged(span)}<w:vAlign w:val="center"/>'
        return f"<w:tc><w:tcPr>{size}</w:tcPr>{text}</w:tc>"

    def _indents(self, span: CellSpan) -> str:
        """Return the indents of a text: its own, a number's, and those that leave no sign alone on a line."""
        left = round(span.cell.indent * self.room.type_size)
        right = right_indent(span, self.places, self.room.type_size)
        if narrower := 0 if right else self.room.inset(span):
            before = {Align.LEFT: 0, Align.CENTER: narrower // 2, Align.RIGHT: narrower}[span.cell.align]
            left, right = left + before, narrower - before
        return f'<w:ind w:left="{left}" w:right="{right}"/>' if left or right else ""


def _merged(span: CellSpan) -> str:
    """Return how a cell is merged to the right and down."""
    wide = f'<w:gridSpan w:val="{span.cell.columns}"/>' if span.cell.columns > 1 else ""
    return wide + (_CONTINUE if span.begun else _RESTART if span.below else "")


def _turned(cell: Cell) -> str:
    """Return the alignment of a head cell that is not centred like the others."""
    return "" if cell.align is Align.CENTER else f'<w:jc w:val="{JUSTIFICATION[Alignment(cell.align)]}"/>'
