"""A sheet as a list of columns: each with its head, and how its value is got from the item of a row."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from converter import messages
from converter.workbooks.write import CellValue, ColumnHead, Paper, Sheet, counted, ordered

Item = TypeVar("Item")
FROZEN = 2  # columns that stay in sight: number and name of the department


class Column(Struct, Generic[Item], frozen=True):
    """A column of a sheet: its head, and how the value of its cell is got from the item of a row."""

    head: ColumnHead
    value: Callable[[Item], CellValue]


def sheet_of_items(
    key: str, subject: str, note: str, columns: Sequence[Column[Item]], items: Sequence[Item]
) -> Sheet:
    """Return the sheet of that key in `messages.overview.SHEETS`: a numbered row for every item.

    `subject` is what all the sheets are about, the year with it.
    """
    name = messages.overview.SHEETS[key]
    return Sheet(
        name,
        messages.overview.SHEET_TITLE.format(subject=subject, sheet=name),
        note,
        [
            counted(messages.overview.HEADS["order"], columns[0].head.group),
            *(column.head for column in columns),
        ],
        ordered([column.value(item) for column in columns] for item in items),
        frozen=FROZEN,
        empty=messages.workbooks.NOTHING,
        paper=Paper.SPREAD,
    )
