"""A sheet as values, and sheets as an .xlsx file."""

from converter.workbooks.write.book import workbook
from converter.workbooks.write.sheet import (
    Heading,
    Kind,
    Link,
    Marked,
    Sheet,
    Tone,
    Value,
    counted,
    number,
    ordered,
    shown,
)

__all__ = [
    "Heading",
    "Kind",
    "Link",
    "Marked",
    "Sheet",
    "Tone",
    "Value",
    "counted",
    "number",
    "ordered",
    "shown",
    "workbook",
]
