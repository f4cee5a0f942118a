"""Shapes of overview.yaml: what is shown of all departments at a glance, and how they are compared."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from converter.pack.shape import Pattern, Several, Shape


class Judge(StrEnum):
    """On which side of its peers a department is out of the ordinary."""

    HIGH = "high"
    LOW = "low"
    BOTH = "both"


class Chart(Shape):
    """Bounds of a distribution in the printed unit, and its bars; what lies beyond is in the end bars."""

    least: Decimal
    most: Decimal
    bars: Annotated[int, Field(gt=0)]


class OverviewColumn(Shape):
    """A figure every department shows, under its label: the key in overview.yaml.

    `unit` is the unit it is printed in, `group` the heading it stands under. With `judge` it is compared
    with other departments' and told from `gap` (in the printed unit) on.
    """

    figure: str
    unit: str
    group: str
    judge: Judge | None = None
    gap: Decimal = Decimal(0)
    chart: Chart | None = None


class Outliers(Shape):
    """How many departments with a value a comparison needs, and how many robust deviations are too many."""

    least: Annotated[int, Field(gt=2)]
    distance: Annotated[Decimal, Field(gt=0)]


class RosterShape(Shape):
    """How the list of departments is called (name patterns without suffix) and what heads its columns.

    `between` parts the names in one cell of aliases.
    """

    files: Several
    name: Several
    code: Several
    alias: Several
    parent: Several
    level: Several
    kind: Several
    between: Pattern


class OverviewShape(Shape):
    """The whole of overview.yaml.

    `totals` are the columns that add up over departments; `roster_codes` are findings that tell of filing
    rather than figures; `bureau_files` are the names of the bureau's own totals.
    """

    columns: dict[str, OverviewColumn]
    totals: Several
    outliers: Outliers
    roster: RosterShape
    roster_codes: Several
    bureau_files: Several
