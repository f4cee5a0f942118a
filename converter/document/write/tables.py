"""Tables as WordprocessingML: truly merged cells, header rows that repeat, decimals aligned."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from converter import messages
from converter.document.write.column_widths import column_edges
from converter.document.write.decimals import decimal_places, right_indent
from converter.document.write.lengths import twips, twips_of_mm
from converter.document.write.measure import QUARTERS
from converter.document.write.page_layout import BodyLayout
from converter.document.write.paragraphs import line_xml, paragraph_xml
from converter.document.write.row_breaks import TablePlace, TableRows, kept_rows
from converter.document.write.runs import RunWriter
from converter.document.write.spans import CellSpan, cell_spans
from converter.document.write.styles import JUSTIFICATION, TABLE_STYLE
from converter.document.write.text import escaped
from converter.narrative import Align, Cell, Table
from converter.pack import Alignment, ParagraphStyle, TableStyle

_ROLES = {Align.LEFT: "text", Align.CENTER: "label", Align.RIGHT: "figure"}
_RESTART, _CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_KEEP = "<w:keepNext/>"


def table_xml(block: Table, layout: BodyLayout, run_writer: RunWriter, place: TablePlace) -> str:
    """Return caption, unit line, table and note. Raise ValueError if the rows do not fill the grid."""
    size = "small" if _is_large(block, layout.style.table) else "table"
    look: ParagraphStyle = getattr(layout.style.styles, f"{size}_text")
    padding = 2 * twips_of_mm(layout.style.table.beside)
    head, body = (list(cell_spans(rows, len(block.widths))) for rows in (block.header, block.body))
    quarter = twips(look.size) / QUARTERS
    edges = column_edges(block.widths, (*head, *body), place.width, padding, quarter)
    grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    kept = kept_rows(block, TableRows(head, body, edges, size), layout, place)
    writer = _RowWriter(layout, run_writer, edges, size, twips(look.size), decimal_places(body))
    rows = [
        *(writer.row(row, "", head=True) for row in head),
        *(writer.row(row, _KEEP * keep, head=False) for row, keep in kept),
    ]
    return (
        f"{_line('caption', block.caption)}{_line('unit', block.unit)}"
        f"<w:tbl>{_properties(block, place)}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        f"{_line('note', block.note)}"
    )


def _is_large(block: Table, style: TableStyle) -> bool:
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
    """Writes rows between the given column edges, in the styles of one size, with type of `type_size` twips.

    `places` are the decimals of each column.
    """

    layout: BodyLayout
    run_writer: RunWriter
    edges: Sequence[int]
    size: str
    type_size: int
    places: dict[int, int]

    def row(self, spans: list[CellSpan], keep: str, *, head: bool) -> str:
        """Return a row; one of the head repeats on each page, and its style keeps it with what follows."""
        cells = "".join([self._cell(span, keep, head=head) for span in spans])
        height = f'<w:trHeight w:val="{self.layout.row_heights[self.size]}" w:hRule="atLeast"/>'
        repeat = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeat}</w:trPr>{cells}</w:tr>"

    def _cell(self, span: CellSpan, keep: str, *, head: bool) -> str:
        cell = span.cell
        width = self.edges[span.column + cell.columns] - self.edges[span.column]
        role = "head" if head else _ROLES[cell.align]
        own = _turned(cell) if head else keep + self._indents(span)
        text = paragraph_xml(
            f"{self.size}_{role}", "" if span.begun else self.run_writer.runs(cell.runs), own
        )
        size = f'<w:tcW w:w="{width}" w:type="dxa"/>{_merged(span)}<w:vAlign w:val="center"/>'
        return f"<w:tc><w:tcPr>{size}</w:tcPr>{text}</w:tc>"

    def _indents(self, span: CellSpan) -> str:
        left = round(span.cell.indent * self.type_size)
        right = right_indent(span, self.places, self.type_size)
        return f'<w:ind w:left="{left}" w:right="{right}"/>' if left or right else ""


def _merged(span: CellSpan) -> str:
    """Return how a cell is merged to the right and down."""
    wide = f'<w:gridSpan w:val="{span.cell.columns}"/>' if span.cell.columns > 1 else ""
    return wide + (_CONTINUE if span.begun else _RESTART if span.below else "")


def _turned(cell: Cell) -> str:
    """Return the alignment of a head cell that is not centred like the others."""
    return "" if cell.align is Align.CENTER else f'<w:jc w:val="{JUSTIFICATION[Alignment(cell.align)]}"/>'
