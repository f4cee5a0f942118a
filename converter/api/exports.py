"""Rows written out: CSV for other programs, a workbook for people."""

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct

from converter.errors import writing
from converter.figures import exact_text
from converter.pack import WorkbookStyle
from converter.workbooks.write import ColumnHead, Sheet, workbook

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
EXCEL_KNOWS = "\ufeff"  # without this mark Excel takes a CSV file for GBK


def csv_text(rows: Sequence[Struct], columns: Mapping[str, str]) -> str:
    """Return the fields of rows that are among `columns` as CSV, under the heads given for them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns.values())
    writer.writerows(map(_cell, _values(row, columns)) for row in rows)
    return text.getvalue()


def write_csv(rows: Sequence[Struct], columns: Mapping[str, str], path: Path) -> None:
    """Write what `csv_text` returns; OutboxError if it can't be written."""
    with writing(path):
        path.write_bytes((EXCEL_KNOWS + csv_text(rows, columns)).encode())


def write_sheet(
    rows: Sequence[Struct], columns: Mapping[str, str], path: Path, name: str, style: WorkbookStyle
) -> None:
    """Write the same as a workbook of one sheet called `name`; OutboxError if it can't be written."""
    heads = [ColumnHead(label) for label in columns.values()]
    sheet = Sheet(name, "", "", heads, [_values(row, columns) for row in rows], frozen=1)
    with writing(path):
        path.write_bytes(workbook([sheet], style, is_long=True))


def _values(row: Struct, columns: Mapping[str, str]) -> list[Any]:
    return [getattr(row, name) for name in columns]


def _cell(value: Any) -> Any:
    """Return a value for CSV: an amount with all its digits, and no text that a spreadsheet would run."""
    if isinstance(value, Decimal):
        return exact_text(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(STARTS_A_FORMULA) else value
