"""Shape of tables.yaml: the tables of the report."""

from typing import Annotated, Literal

from converter.pack.files.validation import Bounds, UnfitError
from converter.pack.shapes.shape import Shape, TextList

Count = Annotated[int, Bounds(gt=0, le=1000)]


class GridCell(Shape):
    """A cell: fixed `text` (with slots), a `figure`, `words` the department supplies, a `column` of a list.

    Where a figure is not known, `otherwise` names another to print. Under the template expression
    `none_when` there is nothing of its kind. `indent` is in characters from the left.
    """

    text: str = ""
    figure: str = ""
    otherwise: str = ""
    words: str = ""
    column: str = ""
    none_when: str = ""
    columns: Count = 1
    rows: Count = 1
    align: Literal["", "left", "center", "right"] = ""
    indent: Annotated[float, Bounds(ge=0, le=20)] = 0

    def validate(self) -> None:
        """Raise an UnfitError if it has more than one kind of content."""
        if sum(map(bool, (self.text, self.figure, self.words, self.column))) > 1:
            raise UnfitError("one_content")


GridRow = tuple[GridCell | str, ...]
"""Cells of a row; a bare text is a cell with that text."""


def cells_in(row: GridRow) -> list[GridCell]:
    """Return the cells of a row, bare texts as cells."""
    return [cell if isinstance(cell, GridCell) else GridCell(text=cell) for cell in row]


class ItemRow(Shape):
    """A row of a table of items × bases; printed only `when` that template expression is true."""

    label: str
    item: str
    when: str = ""


class ListedRows(Shape):
    """A row for each of a `list`, with these cells; words that go down in the list share one."""

    list: str
    cells: GridRow


class ReportTable(Shape):
    """A table of the report: header cells, then rows of `items` by `bases`, indicators, or a free `grid` and
    the `rows` of a list with further rows `below` them.

    `widths` are relative; where one is 0, the contents decide. `scores` names what is shown of an indicator
    after its two groups, `total` is the row below the indicators. A table `of` a list is printed for one row
    of it, with the rows of other lists that belong to that.
    """

    caption: str
    unit: str = ""
    widths: tuple[Annotated[int, Bounds(ge=0, le=1000)], ...]
    header: tuple[GridRow, ...] = ()
    bases: TextList = ()
    items: tuple[ItemRow, ...] = ()
    scores: tuple[Literal["name", "full", "standard", "value", "points", "reason"], ...] = ()
    total: GridRow = ()
    grid: tuple[GridRow, ...] = ()
    of: str = ""
    rows: ListedRows | None = None
    below: tuple[GridRow, ...] = ()
    note: str = ""
