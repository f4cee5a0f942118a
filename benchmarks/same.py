"""How much of two reports reads the same: `python -m benchmarks.same ours theirs`."""

import difflib
from pathlib import Path
from typing import Any

import docx
from docx.table import Table


def lines(report: Path) -> list[str]:
    """Return a report's paragraphs and table rows as text, empty ones left out."""
    found: list[str] = []
    for part in docx.Document(str(report)).iter_inner_content():
        found += [" | ".join(_row(row)) for row in part.rows] if isinstance(part, Table) else [part.text]
    return [line for line in found if line.strip(" |")]


def differences(ours: Path, theirs: Path) -> tuple[int, list[str]]:
    """Return how many lines our report has, and the lines in which the two differ."""
    first, second = lines(ours), lines(theirs)
    compared = difflib.ndiff(first, second)
    return len(first), [line for line in compared if line[0] in "+-"]


def _row(row: Any) -> list[str]:
    """Return the texts of a row's cells, a merged cell once."""
    cells = {id(cell._tc): cell.text for cell in row.cells}
    return list(cells.values())
