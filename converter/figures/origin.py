"""Where a figure came from: a cell of a workbook, or a formula over other figures."""

from dataclasses import dataclass
from typing import NamedTuple


class CellOrigin(NamedTuple):
    """One cell of one sheet.

    `raw` is the cell as filed, `unit` the unit its sheet states, `form` the id of the
    recognised form it stands in.
    """

    file: str
    sheet: str
    cell: str
    raw: object = ""
    unit: str = ""
    form: str = ""

    @property
    def text(self) -> str:
        """The cell's content as a spreadsheet would show it in full."""
        return format(self.raw, ".15g") if isinstance(self.raw, float) else str(self.raw)

    def __str__(self) -> str:
        return f"{self.file}!{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class Derived:
    """A formula, as written in the pack, and the ids of the figures it used.

    `applied` says in words how a rule of the scorecard was applied. What has no inputs is set by the pack.
    """

    formula: str
    inputs: tuple[str, ...] = ()
    applied: str = ""

    def __str__(self) -> str:
        return self.formula


Origin = CellOrigin | Derived
