"""What a report consists of, between its wording and its Word file."""

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Horizontal alignment of a table cell."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `figure` is the id of the figure it prints, if it prints one."""

    text: str
    figure: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The report's title, one entry a line, balanced by the pack."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 to 4. Its number is part of the text."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Missing:
    """A visible mark where the department still has to supply prose."""

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `columns` and `rows` are the grid cells it covers to the right and below."""

    runs: Runs
    columns: int = 1
    rows: int = 1
    align: Align = Align.CENTER


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a grid of `len(widths)` columns; a row lists only the cells that begin in it.

    `widths` are relative. `header` rows repeat on every page. `unit` is the line above the
    table's right edge; `note` stands below it. Empty strings print nothing.
    """

    caption: str
    unit: str
    widths: tuple[int, ...]
    header: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attachments:
    """The list of annexes after the body text: one title an entry, already numbered."""

    mark: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """The start of an annex on a page of its own; `mark` is its number in words."""

    mark: str
    title: str
    landscape: bool = False


Block = Title | Heading | Paragraph | Missing | Table | Attachments | Annex
