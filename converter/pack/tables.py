"""Shape of tables.yaml: the tables of the report."""

from typing import Annotated, Literal

from converter.pack.files.validation import Bounds
from converter.pack.shape import Shape, TextList

Count = Annotated[int, Bounds(gt=0, le=1000)]


class GridCell(Shape):
    """A cell: fixed text (with slots), or a figure, or a text the department supplies.

    Where a figure is not known, `otherwise` names another to print. Under the template expression `none_when`
    there is nothing of its kind. `indent` is in characters from the left.
    """

    text: str = ""
    figure: str = ""
    otherwise: str = ""
    words: str = ""
    none_when: str = ""
    columns: Count = 1
    rows: Count = 1
    align: Literal["", "left", "center", "right"] = ""
    indent: Annotated[float, Bounds(ge=0, le=20)] = 0


GridRow = tuple[GridCell | str, ...]


class ItemRow(Shape):
    """A row of a table of items × bases; printed only `when` that template expression is true."""

    label: str
    item: str
    when: str = ""


class ReportTable(Shape):
    """A table of the report: header cells, then rows of `items` by `bases`, indicators, or a free `grid`.

    `widths` are relative; where one is 0, the contents decide. `scores` names what is shown of an indicator
    after its two groups, `total` is the row below the indicators.
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
    note: str = ""
