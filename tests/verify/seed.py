"""The published report as a .docx: the reference text, its tables set as tables."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import docx

TEXT = Path(__file__).parents[3] / "shared" / "seed-report.txt"
Rows = list[list[str]]
Part = str | Rows


def parts(text: str) -> Iterator[Part]:
    """Yield the text's paragraphs, and its tables as rows of cells, in order.

    In the text a tab begins a cell, a blank line and a tab a row, two blank lines end a table.
    """
    while (start := text.find("\n\t")) >= 0:
        end = text.find("\n\n\n", start)
        yield from filter(str.strip, text[:start].split("\n"))
        rows = re.split(r"\n\n(?=\t)", text[start + 1 : end])
        cells = [[re.sub(r"\s", "", cell) for cell in re.split(r"(?:^|\n)\t", row)[1:]] for row in rows]
        width = max(map(len, cells))
        yield [[*row[:2], *[""] * (width - len(row)), *row[2:]] for row in cells]
        text = text[end:]
    yield from filter(str.strip, text.split("\n"))


def document(content: Iterable[Part]) -> bytes:
    """Return paragraphs and tables as a .docx."""
    target, saved = docx.Document(), BytesIO()
    for part in content:
        if isinstance(part, str):
            target.add_paragraph(part)
        else:
            _table(target, part)
    target.save(saved)
    return saved.getvalue()


def _table(target: "docx.document.Document", rows: Rows) -> None:
    """Add a table; a cell of its first row covers the empty ones to its right."""
    table = target.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text:
                table.cell(row, column).text = text
            elif not row:
                table.cell(row, column - 1).merge(table.cell(row, column))
