"""Sheets of values as an .xlsx file.

`sheet` describes a sheet: heads, rows, and what stands out. `book` writes it, `formats` makes the cell
formats from the pack's style (style.yaml, `workbooks`), `widths` measures columns, `paper` sets up printing.
"""

from converter.workbooks.write.book import workbook
from converter.workbooks.write.sheet import (
    CellValue,
    ColumnHead,
    Formatted,
    Link,
    Marked,
    Paper,
    Sheet,
    Tone,
    ValueKind,
    counted,
    number,
    number_format,
    ordered,
    shown,
)

__all__ = [
    "CellValue",
    "ColumnHead",
    "Formatted",
    "Link",
    "Marked",
    "Paper",
    "Sheet",
    "Tone",
    "ValueKind",
    "counted",
    "number",
    "number_format",
    "ordered",
    "shown",
    "workbook",
]
