"""Reads a workbook back without the project's code: cells as text, found by label and header."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineWorkbook

NIL = {"", "-", "—"}


def normalised(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = unicodedata.normalize("NFKC", str(value))
    return "".join(text.split()).replace(",", "")


def money(value: object) -> Decimal:
    text = normalised(value)
    return Decimal(0) if text in NIL else round(Decimal(text), 2)


class Grid:
    """One sheet."""

    def __init__(self, rows: list[list[object]]) -> None:
        self.rows = [[normalised(value) for value in row] for row in rows]

    def row(self, label: str) -> list[str]:
        return next(row for row in self.rows if label in row)

    def beside(self, label: str, step: int = 1) -> Decimal:
        """The value so many filled or empty cells to the right of a label."""
        row = self.row(label)
        return money(row[row.index(label) + step])

    def column(self, header: str) -> int:
        return next(row.index(header) for row in self.rows if header in row)

    def under(self, header: str, label: str = "合计") -> Decimal:
        """The value in the column of a header and the row whose first filled cell is the label."""
        at = self.column(header)
        row = next(row for row in self.rows if next(filter(None, row), "") == label)
        return money(row[at])

    def lines(self, size: int) -> list[list[str]]:
        """The rows of functional codes of this many digits, in one column or in three."""
        width = min((row.index(next(filter(None, row))) for row in self.rows if any(row)), default=0)
        found = []
        for row in self.rows:
            cells = row[width:]
            code = cells[0]
            if len(code) == 3 and code.isdigit() and len(cells) > 3:
                code += "".join(cell for cell in cells[1:3] if cell.isdigit() and len(cell) == 2)
            if code.isdigit() and len(code) == size:
                found.append(row)
        return found


def grids(path: Path) -> dict[str, Grid]:
    """The sheets of a workbook by title: the first cell that is not a table number."""
    book = CalamineWorkbook.from_path(str(path))
    found = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        first = next(
            text for row in rows for text in map(normalised, row) if text and "公开表" not in text[:5]
        )
        found[first] = Grid(rows)
    return found
