"""What a report consists of, between its wording and its Word file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

_PRIVATE = re.compile("[\ue000-\uf8ff]")


def unmarked(text: str) -> str:
    """Return a person's text without characters for private use: they mark figures and placeholders."""
    return _PRIVATE.sub("", text)


class Align(StrEnum):
    """Horizontal alignment of a table cell."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class TextRun(Struct, frozen=True, gc=False):
    """A stretch of text; if it prints a figure, `figure` is its id and `value` what is printed of it.

    One that is `missing` marks the place of a figure or of words that a person still has to supply, and names
    which; one that is `written` is in words of a person's own, not the pack's.
    """

    text: str
    figure: str = ""
    value: Decimal | None = None
    missing: str = ""
    written: bool = False


TextRuns = tuple[TextRun, ...]


class Title(Struct, frozen=True, gc=False):
    """The report's title, one entry a line, balanced by the pack."""

    lines: tuple[str, ...]


class CoverLine(Struct, frozen=True, gc=False):
    """A line of the cover; with the first of them the title is the cover's, too. `is_foot`: who designed the
    form, at the bottom.
    """

    runs: TextRuns
    is_foot: bool = False


class NewPage(Struct, frozen=True, gc=False):
    """What follows begins a page; behind a cover, the first that is numbered."""


class Heading(Struct, frozen=True, gc=False):
    """A heading; `level` 1 to 4. Its number is part of the text."""

    level: int
    runs: TextRuns


class Paragraph(Struct, frozen=True, gc=False):
    """A body paragraph."""

    runs: TextRuns


class Missing(Struct, frozen=True, gc=False):
    """A visible mark where the department still has to supply prose."""

    text: str


class Cell(Struct, frozen=True, gc=False):
    """A table cell; `columns` and `rows` are the grid cells it covers to the right and below.

    `indent` is in characters from the left.
    """

    runs: TextRuns
    columns: int = 1
    rows: int = 1
    align: Align = Align.CENTER
    indent: float = 0


class Table(Struct, frozen=True, gc=False):
    """A table on a grid of `len(widths)` columns; a row lists only the cells that begin in it.

    `widths` are relative; where one is 0, the contents decide. `header` rows repeat on every page. `unit` is
    the line above the table's right edge; `note` stands below it. Empty strings print nothing.
    """

    caption: str
    unit: str
    widths: tuple[int, ...]
    header: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    note: str = ""


class Attachments(Struct, frozen=True, gc=False):
    """The list of annexes after the body text: one title an entry, in a finished report already numbered."""

    mark: str
    titles: tuple[str, ...]


class Signature(Struct, frozen=True, gc=False):
    """The end of the text: who issues the report, when (() if that is open), and in a line whom to ask."""

    department: str
    date: TextRuns
    contact: str


class Annex(Struct, frozen=True, gc=False):
    """The start of an annex on a page of its own; `mark` is its number in words."""

    mark: str
    title: str
    landscape: bool = False


class ReviewComments(Struct, frozen=True):
    """Comments for whoever reviews a report: on its title, and on the figure printed as nth (from 1)."""

    title: tuple[str, ...] = ()
    figures: Mapping[int, tuple[str, ...]] = {}


Block = Title | CoverLine | NewPage | Heading | Paragraph | Missing | Table | Attachments | Signature | Annex


def printed_runs(block: Block) -> Iterator[TextRun]:
    """Yield the runs of a block that print a figure, in reading order."""
    match block:
        case Heading() | Paragraph() | CoverLine():
            yield from _figures(block.runs)
        case Table():
            for row in (*block.header, *block.body):
                for cell in row:
                    yield from _figures(cell.runs)


def _figures(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    return (run for run in runs if run.figure)


def text_lines(block: Block) -> Iterator[str]:
    """Yield the lines of text of a block, those in a table's cells left out."""
    match block:
        case Heading() | Paragraph() | CoverLine():
            yield from "".join(run.text for run in block.runs).split("\n")
        case Title():
            yield from block.lines
        case Table():
            yield from (block.caption, block.unit, block.note)
        case Attachments():
            yield from (block.mark * (not at) + title for at, title in enumerate(block.titles))
        case Signature():
            yield from (block.department, "".join(run.text for run in block.date), block.contact)
        case Annex():
            yield from (block.mark, block.title)
        case Missing():
            yield block.text
