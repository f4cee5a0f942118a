"""Shapes of report tables and of the blank supplement workbook."""

from typing import Literal

from converter.pack.layout import Block, Form, FormKind
from converter.pack.shape import Several, Shape


class GridCell(Shape):
    """A cell: fixed text (with slots), or a figure, or a text the department supplies."""

    text: str = ""
    figure: str = ""
    words: str = ""
    columns: int = 1
    rows: int = 1
    align: str = ""


GridRow = tuple[GridCell | str, ...]


class ItemRow(Shape):
    """A row of a table of items × bases; printed only `when` that template expression is true."""

    label: str
    item: str
    when: str = ""


class ReportTable(Shape):
    """A table of the report: header cells, then rows of items × `bases`, scorecard lines, grid rows.

    `scores` names what a scorecard line shows after its two groups, `total` is the closing row.
    """

    caption: str
    unit: str = ""
    widths: tuple[int, ...]
    header: tuple[GridRow, ...] = ()
    bases: Several = ()
    items: tuple[ItemRow, ...] = ()
    scores: tuple[Literal["name", "full", "standard", "value", "points", "reason"], ...] = ()
    total: GridRow = ()
    grid: tuple[GridRow, ...] = ()
    note: str = ""


class SupplementEntry(Shape):
    """One row a person fills in: its label, and what goes into each column.

    `choices` makes a drop-down, `least`/`most` an input check, `tip` an instruction.
    """

    label: str
    target: str
    tip: str = ""
    choices: Several = ()
    least: str = ""
    most: str = ""


class SupplementSheet(Shape):
    """A sheet of the supplement: written blank by `forms`, read back as a standard form.

    `key` heads the label column; `figures` maps header words to the basis of the figures under
    them, `words` to the suffix of the texts under them (empty: the entry's target is the text's
    key). `scored` lists the indicators a person scores as entries. `grid` names a report table
    whose cells are the sheet.
    """

    title: str
    note: str
    key: str = ""
    figures: dict[str, str] = {}
    words: dict[str, str] = {}
    entries: tuple[SupplementEntry, ...] = ()
    scored: bool = False
    grid: str = ""
    unit: str = ""

    def form(self) -> Form:
        """Return the reading side of this sheet."""
        rows = {entry.target: (entry.label,) for entry in self.entries}
        figures = {basis: (header,) for header, basis in self.figures.items()}
        words = {suffix: (header,) for header, suffix in self.words.items()}
        blocks = [Block(columns=figures, rows=rows, unit=self.unit)] if figures else []
        blocks += [Block(columns=words, rows=rows, texts=True)] if words else []
        return Form(titles=(self.title,), kind=FormKind.SUPPLEMENT, blocks=tuple(blocks))
