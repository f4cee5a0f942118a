"""A sheet while its cells are placed on it: from what is filled a grid is made, within the limits."""

import math
import re

from msgspec import Struct, field

from converter import messages
from converter.figures import SHEET_COLUMNS, Merge, address
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.cells import Scalar
from converter.read.files.format import Worksheet
from converter.read.files.formulas import Formulas
from converter.read.files.grid import Grid, Hidden

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,15}+|[1-9][0-9]{0,2}+(?:,[0-9]{3}){1,4}+)(\.[0-9]{1,15}+)?(?:[Ee][+-]?[0-9]{1,3}+)?"
)
_CODE = re.compile(r"0[0-9]")


class Room:
    """How many sheets, merged areas and cells a file may still have; steps over cells count, too."""

    def __init__(self, limits: Limits) -> None:
        self._sheets, self._cells, self._merges = limits.members, limits.sheet_cells, limits.sheet_merges

    def take_sheet(self) -> None:
        """UnsafeError if there are too many sheets."""
        self._sheets -= 1
        if self._sheets < 0:
            raise UnsafeError(messages.files.UNSAFE_SHEETS)

    def take_cells(self, count: int, reason: str = messages.files.UNSAFE_SPREAD) -> None:
        """UnsafeError with the reason if there is not so much room left."""
        self._cells -= count
        if self._cells < 0:
            raise UnsafeError(reason)

    def take_merge(self) -> None:
        """UnsafeError if there are too many merged areas."""
        self._merges -= 1
        if self._merges < 0:
            raise UnsafeError(messages.files.UNSAFE_MERGES)


class FreeColumns:
    """Which columns are not taken by cells that reach down from rows above."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._free_from: dict[int, int] = {}  # from which row on a column is free again

    def next(self, row: int, column: int) -> int:
        """Return the next free column of a row."""
        free = column
        while self._free_from.get(free, row) > row:
            free += 1
        self._room.take_cells(free - column)
        return free

    def take(self, row: int, column: int, height: int, width: int) -> None:
        """Take columns for a cell that reaches over so many rows and columns."""
        if height > 1:
            taken = range(column, min(column + width, SHEET_COLUMNS))
            self._room.take_cells(len(taken))
            self._free_from |= dict.fromkeys(taken, row + height)


class PlacedSheet(Struct):
    """A sheet's cells by row and column, and what else was said of it, all counted from 0."""

    name: str
    room: Room
    is_hidden: bool = False
    values: dict[tuple[int, int], Scalar] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    failed: set[tuple[int, int]] = field(default_factory=set)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(self, row: int, column: int, value: Scalar, shown: str = "") -> None:
        """Place a value, `shown` as a text that may show the format of a number."""
        if value == "":
            return
        if column >= SHEET_COLUMNS:
            raise UnsafeError(messages.files.UNSAFE_SPREAD)
        self.values[row, column] = value
        if isinstance(value, float) and (code := _format(shown)):
            self.formats[row, column] = code

    def merge(self, row: int, column: int, height: int, width: int) -> None:
        """Merge cells, if they are more than one."""
        if height > 1 or width > 1:
            self.room.take_merge()
            self.merges.append((row, column, row + height - 1, column + width - 1))

    def add_below(self, other: "PlacedSheet", top: int) -> None:
        """Take what is on another sheet, from the row `top` on."""
        self.values |= {(row + top, column): value for (row, column), value in other.values.items()}
        self.formats |= {(row + top, column): code for (row, column), code in other.formats.items()}
        self.merges += ((first + top, left, last + top, right) for first, left, last, right in other.merges)
        self.hidden_rows |= {row + top for row in other.hidden_rows}
        self.hidden_columns |= other.hidden_columns

    def worksheet(self) -> Worksheet:
        """Return the sheet; UnsafeError if it spreads too far."""
        filled = (*self.values, *self.failed)
        height = max((row for row, _ in filled), default=-1) + 1
        width = max((column for _, column in filled), default=-1) + 1
        if height:
            far = address(*max(filled, key=lambda place: (place[0] + 1) * (place[1] + 1)))
            reason = messages.files.UNSAFE_FAR.format(sheet=self.name, cell=far)
            self.room.take_cells(height * width, reason)
        rows: list[list[Scalar]] = [[""] * width for _ in range(height)]
        for (row, column), value in self.values.items():
            rows[row][column] = value
        failed = frozenset(address(*place) for place in self.failed)
        hidden = Hidden(frozenset(self.hidden_rows), frozenset(self.hidden_columns))
        formats = {address(*place): code for place, code in self.formats.items()}
        grid = Grid(self.name, rows, self.merges, failed, self.is_hidden, hidden)
        formulas = {address(*place): text for place, text in self.formulas.items()}
        return Worksheet(grid, Formulas(failed, formulas), formats)


def number(text: str) -> float | None:
    """Return the number that a text is, None if it is none, or a code that begins with a zero."""
    text = text.strip()
    if not _NUMBER.fullmatch(text) or _CODE.match(text.lstrip("+-")):
        return None
    found = float(text.replace(",", ""))
    return found if math.isfinite(found) else None


def _format(shown: str) -> str:
    """Return the code of the format in which a number is shown, "" for the general one."""
    found = _NUMBER.fullmatch(shown.strip())
    if found is None or not ("," in shown or found[1]):
        return ""
    decimals = f".{'0' * (len(found[1]) - 1)}" if found[1] else ""
    return f"{'#,##0' if ',' in shown else '0'}{decimals}"
