"""Sheets of values, and sheets to be filled in, as an .xlsx file.

`sheet` describes a sheet: heads, rows, and what stands out. `book` writes it, `formats` makes the cell
formats from the pack's style (style.yaml, `workbooks`), `widths` measures columns, `paper` sets up printing,
`charts` draws what stands on other sheets.
Of a sheet to be filled in, `entry_sheet` describes every cell, what it says and what may be entered, and
`entry_book` writes it.
"""

from converter.workbooks.write.book import workbook
from converter.workbooks.write.charts import Chart, ChartPage, Series
from converter.workbooks.write.entry_book import entry_workbook
from converter.workbooks.write.entry_sheet import EntryCell, EntryKind, EntryRow, EntrySheet, InputCheck
from converter.workbooks.write.sheet import (
    CellValue,
    ColumnHead,
    Formatted,
    Highlighted,
    Link,
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
from converter.workbooks.write.widths import half_widths, lines

__all__ = [
    "CellValue",
    "Chart",
    "ChartPage",
    "ColumnHead",
    "EntryCell",
    "EntryKind",
    "EntryRow",
    "EntrySheet",
    "Formatted",
    "Highlighted",
    "InputCheck",
    "Link",
    "Paper",
    "Series",
    "Sheet",
    "Tone",
    "ValueKind",
    "counted",
    "entry_workbook",
    "half_widths",
    "lines",
    "number",
    "number_format",
    "ordered",
    "shown",
    "workbook",
]
