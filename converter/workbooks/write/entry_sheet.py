"""A sheet to be filled in, without fonts and colours."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from converter.workbooks.write.sheet import Tone


class EntryKind(StrEnum):
    """What a cell is for; the pack's style has a cell style of the same name for each."""

    TITLE = "title"
    NOTE = "note"
    UNIT = "unit"
    HEAD = "head"
    WORD = "word"
    TIP = "tip"
    COMPUTED = "computed"
    TEXT = "text"
    """To be filled with words."""
    NUMBER = "number"
    """To be filled with a number."""


class InputCheck(Struct, frozen=True):
    """What may be entered in a cell: one of `choices`, a number from `least` to `most`, or anything.

    `prompt` shows beside the cell while somebody is in it.
    """

    choices: tuple[str, ...] = ()
    least: str = ""
    most: str = ""
    prompt: str = ""


class EntryCell(Struct, frozen=True):
    """A cell, over so many columns; its row is at least `lines` lines high.

    A number has the style's number format, unless the cell has a `format` of its own.
    """

    value: str | Decimal | None
    kind: EntryKind
    columns: int = 1
    tone: Tone | None = None
    check: InputCheck = InputCheck()
    lines: int = 1
    format: str = ""


class EntryRow(Struct, frozen=True):
    """A row of cells from the left."""

    cells: tuple[EntryCell, ...]


class EntrySheet(Struct, frozen=True):
    """A sheet by its rows; `widths` are in half-width characters.

    The `frozen` first rows and the first column stay in sight; a `hidden` sheet is for programs only.
    """

    name: str
    widths: Sequence[float]
    rows: Sequence[EntryRow]
    frozen: int = 0
    hidden: bool = False
