"""Tables as WordprocessingML: fixed widths, truly merged cells, header rows that repeat."""

from itertools import accumulate, pairwise

from msgspec import Struct

from converter.document.write.page_layout import BodyLayout
from converter.document.write.paragraphs import line_xml, paragraph_xml
from converter.document.write.runs import RunWriter
from converter.document.write.spans import CellSpan, cell_spans
from converter.document.write.styles import JUSTIFICATION, TABLE_STYLE
from converter.narrative import Align, Cell, Table
from converter.pack import Alignment, TableStyle

_ROLES = {Align.LEFT: "text", Align.CENTER: "label", Align.RIGHT: "figure"}
_RESTART, _CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_KEEP = "<w:keepNext/>"


def table_xml(block: Table, layout: BodyLayout, run_writer: RunWriter, text_width: int) -> str:
    """Return caption, unit line, table and note; `text_width` in twips.

    Raise ValueError if the rows do not fill the grid.
    """
    edges = _edges(block.widths, text_width)
    grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    rows = _Rows(layout, run_writer, edges, "small" if _is_large(block, layout.style.table) else "table")
    return (
        f"{_line('caption', block.caption)}{_line('unit', block.unit)}<w:tbl>{_properties(text_width)}"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows.header(block)}{rows.body(block)}</w:tbl>"
        f"{_line('note', block.note)}"
    )


def _is_large(block: Table, style: TableStyle) -> bool:
    return len(block.widths) >= style.small_from or len(block.body) >= style.small_rows


def _line(role: str, text: str) -> str:
    return line_xml(role, text) if text else ""


def _edges(widths: tuple[int, ...], total: int) -> list[int]:
    """Return where columns begin and end; rounding edges, not widths, makes them end at `total`."""
    whole = sum(widths)
    return [round(total * part / whole) for part in accumulate(widths, initial=0)]


def _properties(width: int) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    )


class _Rows(Struct, frozen=True):
    """Writes rows between the given column edges, in the styles of one size."""

    layout: BodyLayout
    run_writer: RunWriter
    edges: list[int]
    size: str

    def header(self, block: Table) -> str:
        """Return the rows that repeat on each page; their style keeps them with what follows."""
        rows = cell_spans(block.header, len(block.widths))
        return "".join(self._row(row, "<w:tblHeader/>", "", head=True) for row in rows)

    def body(self, block: Table) -> str:
        """Return the other rows, each held on the page of the next where the two must not be separated."""
        together = self._kept_with_next(len(block.body), bool(block.note))
        rows = enumerate(cell_spans(block.body, len(block.widths)))
        return "".join(
            self._row(row, "", _KEEP * (index in together or self._grouped(row)), head=False)
            for index, row in rows
        )

    def _kept_with_next(self, count: int, noted: bool) -> set[int]:
        """Return a short table's rows, or a long one's at both ends; and the last one if a note follows."""
        last = count - 1
        together = set(range(last)) if count <= self.layout.style.table.whole_to else {0, last - 1}
        return together | {last} if noted else together

    def _grouped(self, row: list[CellSpan]) -> bool:
        """Return whether a merged cell of few rows binds this row to the next."""
        return any(span.below and span.cell.rows <= self.layout.style.table.group_to for span in row)

    def _row(self, spans: list[CellSpan], repeat: str, keep: str, *, head: bool) -> str:
        cells = "".join(self._cell(span, keep, head=head) for span in spans)
        height = f'<w:trHeight w:val="{self.layout.row_heights[self.size]}" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeat}</w:trPr>{cells}</w:tr>"

    def _cell(self, span: CellSpan, keep: str, *, head: bool) -> str:
        cell = span.cell
        width = self.edges[span.column + cell.columns] - self.edges[span.column]
        role = "head" if head else _ROLES[cell.align]
        own = _turned(cell) if head else keep
        text = paragraph_xml(
            f"{self.size}_{role}", "" if span.begun else self.run_writer.runs(cell.runs), own
        )
        size = f'<w:tcW w:w="{width}" w:type="dxa"/>{_merged(span)}<w:vAlign w:val="center"/>'
        return f"<w:tc><w:tcPr>{size}</w:tcPr>{text}</w:tc>"


def _merged(span: CellSpan) -> str:
    """Return how a cell is merged to the right and down."""
    wide = f'<w:gridSpan w:val="{span.cell.columns}"/>' if span.cell.columns > 1 else ""
    return wide + (_CONTINUE if span.begun else _RESTART if span.below else "")


def _turned(cell: Cell) -> str:
    """Return the alignment of a head cell that is not centred like the others."""
    return "" if cell.align is Align.CENTER else f'<w:jc w:val="{JUSTIFICATION[Alignment(cell.align)]}"/>'
