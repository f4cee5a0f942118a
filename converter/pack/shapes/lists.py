"""Shape of lists.yaml: what a department lists itself, in any number of rows."""

from typing import Annotated

from converter.pack.files.validation import Bounds, UnfitError
from converter.pack.shapes.shape import Pattern, Shape, TextList

ROWS_AT_MOST = 1000


class ListColumn(Shape):
    """A column of a list: of figures in a `unit` of measure, or of words where there is none.

    Where words go `down`, a blank cell means what stands above it. A cell of an `optional` column may stay
    blank. `choices` are offered for it.
    """

    unit: str = ""
    down: bool = False
    optional: bool = False
    choices: TextList = ()

    def validate(self) -> None:
        """Raise an UnfitError if words are offered for figures."""
        if self.unit and self.choices:
            raise UnfitError("figures_with_choices")


class ScoredRows(Shape):
    """Which columns of a list its rows are scored by.

    `by` has the sign of a method of scorecard.yaml, `target` and `value` what should be and what was
    attained, `full` and `points` the points there are and those earned.
    """

    by: str
    target: str
    value: str
    full: str
    points: str


class RowList(Shape):
    """A list of any number of rows up to a `limit`.

    The column `row` names a row, within the one of `group` where rows belong to something, as indicators to
    a project, a row of the list `group_of`. A row whose name matches `unfilled` is one of the printed form
    that nobody filled in.
    """

    row: str
    group: str = ""
    group_of: str = ""
    limit: Annotated[int, Bounds(gt=0, le=ROWS_AT_MOST)] = 200
    unfilled: Pattern = ""
    scored: ScoredRows | None = None
    columns: dict[str, ListColumn]

    @property
    def figures(self) -> dict[str, str]:
        """The units of the columns of figures, by column."""
        return {name: column.unit for name, column in self.columns.items() if column.unit}

    @property
    def words(self) -> tuple[str, ...]:
        """The columns of words, those that name a row among them."""
        return tuple(name for name, column in self.columns.items() if not column.unit)
