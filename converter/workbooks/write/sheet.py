"""What stands on the workbook's sheets, before anything is said of how it looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from converter.pack import Unit


class Tone(StrEnum):
    """How a cell stands out."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    DIM = "dim"


class Marked(NamedTuple):
    """A value that stands out."""

    value: str | int | Decimal | None
    tone: Tone


class Link(NamedTuple):
    """A text that leads to a file, by its path below the outbox."""

    text: str
    path: str


Value = str | int | Decimal | None | Marked | Link


class ValueKind(StrEnum):
    """How the values of a column are set."""

    TEXT = "text"
    WORD = "word"
    COUNT = "count"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A column's head, the heading `group` it stands under, and the number format of its values.

    `widest` is the most half-width characters the column may take before its text is broken.
    """

    label: str
    kind: ValueKind = ValueKind.TEXT
    group: str = ""
    format: str = ""
    widest: int = 30


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: title, a note above the table, column heads and rows.

    `frozen` columns at the left stay in sight, and stand on every page.
    """

    name: str
    title: str
    note: str
    headings: list[ColumnHead]
    rows: list[list[Value]]
    frozen: int = 2

    @property
    def head(self) -> int:
        """The row of the heads from 0: below title, note and, if there are any, headings of groups."""
        return 3 if any(heading.group for heading in self.headings) else 2


def number(label: str, unit: Unit, group: str = "", digits: int | None = None) -> ColumnHead:
    """Return the heading of a column of numbers in a unit; `shown` gives its values."""
    decimals = unit.digits if digits is None else digits
    places = "." + "0" * decimals if decimals else ""
    return ColumnHead(label, ValueKind.NUMBER, group, "General" if unit.trim else f"#,##0{places}{unit.sign}")


def shown(value: Decimal | None, unit: Unit) -> Decimal | None:
    """Return a value in the base unit as its column shows it; a format with a sign scales by itself."""
    return value if value is None or unit.sign else value / unit.scale


def counted(label: str, group: str = "") -> ColumnHead:
    """Return the heading of a column of counts."""
    return ColumnHead(label, ValueKind.COUNT, group, "#,##0")


def ordered(rows: Iterable[Iterable[Value]]) -> list[list[Value]]:
    """Return the rows with their number before each."""
    return [[order, *row] for order, row in enumerate(rows, 1)]
