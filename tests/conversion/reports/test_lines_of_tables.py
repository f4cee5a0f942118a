"""No sign stands alone on the last line of a cell, in any table of the reports of all packs."""

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from converter.document.write.measure import QUARTERS, lonely_signs

PADDING = 2 * 1.2 * 72 / 25.4  # of a cell on both sides, in points


def _cells(path: Path) -> Iterator[_Cell]:
    for table in docx.Document(str(path)).tables:
        for row in table.rows:
            yield from (_Cell(element, table) for element in row._tr.tc_lst)


def _lonely(path: Path) -> list[str]:
    """Return the texts of cells of which one sign may stand alone."""
    return [
        paragraph.text
        for cell in _cells(path)
        for paragraph in cell.paragraphs
        if lonely_signs(paragraph.text, _room(cell, paragraph))
    ]


def _room(cell: _Cell, paragraph: Paragraph) -> int:
    """Return the width of a paragraph in quarters of its type size."""
    indents = paragraph.paragraph_format.left_indent, paragraph.paragraph_format.right_indent
    assert cell.width
    room = cell.width.pt - PADDING - sum(indent.pt for indent in indents if indent)
    return int(QUARTERS * room / paragraph.style.font.size.pt + 0.01)  # lengths are whole twips


def test_no_sign_stands_alone_in_a_table(
    outbox: Path, national_outbox: Path, city_outbox: Path, later_outbox: Path
) -> None:
    outboxes = (outbox, national_outbox, city_outbox, later_outbox)
    reports = [path for each in outboxes for path in each.glob("*/*报告*.docx")]
    assert len(reports) == 6
    assert {path.stem: texts for path in reports if (texts := _lonely(path))} == {}
