"""The published report as a .docx: the reference text, its tables set as tables."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx

TEXT = Path(__file__).parents[3] / "shared" / "seed-report.txt"
Rows = list[list[str]]


def parts(text: str) -> Iterator[str | Rows]:
    """Yield the text's paragraphs, and its tables as rows of cells, in order.

    In the text a tab begins a cell, a blank line and a tab a row, two blank lines end a table.
    """
    while (start := text.find("\n\t")) >= 0:
        end = text.find("\n\n\n", start)
        yield from filter(str.strip, text[:start].split("\n"))
        rows = re.split(r"\n\n(?=\t)", text[start + 1 : end])
        yield [[re.sub(r"\s", "", cell) for cell in re.split(r"(?:^|\n)\t", row)[1:]] for row in rows]
        text = text[end:]
    yield from filter(str.strip, text.split("\n"))


def document(text: str) -> bytes:
    """Return the report's text as a .docx."""
    target, saved = docx.Document(), BytesIO()
    for part in parts(text):
        if isinstance(part, str):
            target.add_paragraph(part)
        else:
            _table(target, part)
    target.save(saved)
    return saved.getvalue()


def _table(target: "docx.document.Document", rows: Rows) -> None:
    """Add a table; the second cell of a row that is short covers the columns it lacks."""
    width = max(map(len, rows))
    table = target.add_table(len(rows), width)
    for row, cells in enumerate(rows):
        lacking = width - len(cells)
        if lacking:
            table.cell(row, 1).merge(table.cell(row, 1 + lacking))
        for column, text in enumerate(cells):
            if text:
                table.cell(row, column + (lacking if column > 1 else 0)).text = text
