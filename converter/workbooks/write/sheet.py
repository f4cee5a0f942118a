"""A sheet as values, without fonts and colours."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from converter.pack import Unit


class Tone(StrEnum):
    """How a cell stands out; the pack's style gives each a fill."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    DIM = "dim"


class Highlighted(Struct, frozen=True):
    """A value that stands out, by its tone."""

    value: str | int | Decimal | None
    tone: Tone


class Link(Struct, frozen=True):
    """A text that leads to a file, by its path below the workbook's folder."""

    text: str
    path: str


class Formatted(Struct, frozen=True):
    """A number with a number format of its own, among cells of any kind."""

    value: int | Decimal
    format: str


CellValue = str | int | Decimal | None | Highlighted | Link | Formatted


class ValueKind(StrEnum):
    """What a column holds; the pack's style has a cell style of the same name for each."""

    TEXT = "text"
    WORD = "word"
    COUNT = "count"
    NUMBER = "number"


class ColumnHead(Struct, frozen=True):
    """A column's head, the heading `group` it stands under, and the number format of its values.

    `width` is in half-width characters; 0 measures the column's values, and breaks texts at `widest`.
    `choices` are offered to whoever fills a cell in; anything else may be written too.
    """

    label: str
    kind: ValueKind = ValueKind.TEXT
    group: str = ""
    format: str = ""
    widest: int = 30
    width: float = 0
    choices: tuple[str, ...] = ()


class Paper(StrEnum):
    """How a sheet is printed."""

    SPREAD = "spread"
    """On pages side by side, those columns on each that stay in sight on the screen."""
    FITTED = "fitted"
    """As wide as one page."""
    UNSET = "unset"
    """As the spreadsheet program sets it up."""


class Sheet(Struct, frozen=True):
    """A sheet: column heads and rows, below a title and a note unless these are empty.

    `frozen` columns at the left stay in sight. `empty` is the note where there are no rows.
    """

    name: str
    title: str
    note: str
    headings: Sequence[ColumnHead]
    rows: Sequence[Sequence[CellValue]]
    frozen: int = 0
    empty: str = ""
    paper: Paper = Paper.UNSET

    @property
    def grouped(self) -> bool:
        """Whether any columns stand under the heading of a group."""
        return any(heading.group for heading in self.headings)

    @property
    def head(self) -> int:
        """The row of the heads from 0: below title, note and headings of groups, as far as there are any."""
        return bool(self.title) + bool(self.note) + self.grouped


def number(label: str, unit: Unit, group: str = "", digits: int | None = None) -> ColumnHead:
    """Return the heading of a column of numbers in a unit; `shown` gives its values."""
    pattern = "General" if unit.trim else number_format(unit.digits if digits is None else digits) + unit.sign
    return ColumnHead(label, ValueKind.NUMBER, group, pattern)


def number_format(digits: int) -> str:
    """Return the format of numbers with thousands parted and so many decimals."""
    return "#,##0" + "." * bool(digits) + "0" * digits


def shown(value: Decimal | None, unit: Unit) -> Decimal | None:
    """Return a value in the base unit as its column shows it; a format with a sign scales by itself."""
    return value if value is None or unit.sign else value / unit.scale


def counted(label: str, group: str = "") -> ColumnHead:
    """Return the heading of a column of counts."""
    return ColumnHead(label, ValueKind.COUNT, group, number_format(0))


def ordered(rows: Iterable[Iterable[CellValue]]) -> list[list[CellValue]]:
    """Return the rows with their number before each."""
    return [[order, *row] for order, row in enumerate(rows, 1)]
