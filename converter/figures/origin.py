"""Where a figure came from: a cell of a workbook, or a formula over other figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct
from msgspec.structs import replace

from converter.figures.address import position

_AND = "+"  # between the addresses, and the contents, of cells that are added up


class SheetOrigin(Struct, frozen=True, gc=False):
    """One sheet of a workbook."""

    file: str
    sheet: str


class CellOrigin(Struct, frozen=True, gc=False, array_like=True):
    """One cell of one sheet, or the whole sheet where `cell` is empty; or several cells of a row added up,
    the addresses of all of them in `cell`.

    `raw` is the cell as filed, `unit` the unit its sheet states, `form` the id of the
    recognised form it stands in. Stored as an array: a department has thousands.
    """

    file: str
    sheet: str
    cell: str
    raw: object = ""
    unit: str = ""
    form: str = ""

    @property
    def on_sheet(self) -> SheetOrigin:
        """The sheet of the cell."""
        return SheetOrigin(self.file, self.sheet)

    @property
    def cells(self) -> list[str]:
        """The addresses of its cells."""
        return self.cell.split(_AND) if self.cell else []

    @property
    def at(self) -> tuple[int, int]:
        """The row and the column of its first cell; ValueError for a whole sheet."""
        return position(self.cell.partition(_AND)[0])

    @property
    def is_sum(self) -> bool:
        """Whether it is several cells added up."""
        return _AND in self.cell

    @property
    def text(self) -> str:
        """The cell's content as a spreadsheet would show it in full."""
        return format(self.raw, ".15g") if isinstance(self.raw, float) else str(self.raw)

    def __str__(self) -> str:
        return f"{self.file}!{self.sheet}!{self.cell}"


def sum_origin(cells: Sequence[CellOrigin]) -> CellOrigin:
    """Return cells of one row as the origin of their sum."""
    contents = [cell.text for cell in cells if cell.raw != ""]
    raw = _AND.join(contents)
    return replace(cells[0], cell=_AND.join(cell.cell for cell in cells), raw=raw)


# A dataclass, for msgspec tells it from a CellOrigin by its shape, and does so for one Struct a union only.
@dataclass(frozen=True, slots=True)
class Derived:
    """A formula, as written in the pack, and the ids of the figures it used.

    `applied` says in words how a rule of the scorecard was applied. Without inputs the pack sets the value.
    """

    formula: str
    inputs: tuple[str, ...] = ()
    applied: str = ""

    def __str__(self) -> str:
        return self.formula


Origin = CellOrigin | Derived
