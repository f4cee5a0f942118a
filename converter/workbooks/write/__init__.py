"""A sheet as values, and sheets as an .xlsx file."""

from converter.workbooks.write.book import workbook
from converter.workbooks.write.sheet import (
    ColumnHead,
    Link,
    Marked,
    Sheet,
    Tone,
    Value,
    ValueKind,
    counted,
    number,
    ordered,
    shown,
)

__all__ = [
    "ColumnHead",
    "Link",
    "Marked",
    "Sheet",
    "Tone",
    "Value",
    "ValueKind",
    "counted",
    "number",
    "ordered",
    "shown",
    "workbook",
]
