"""Shapes of overview.yaml: what is shown of all departments at a glance, and how they are compared."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from converter.pack.files.validation import Bounds
from converter.pack.shapes.shape import Pattern, Shape, TextList


class OutlierSide(StrEnum):
    """On which side of its peers a department is an outlier."""

    HIGH = "high"
    LOW = "low"
    BOTH = "both"


class Histogram(Shape):
    """Bounds of a histogram, in the printed unit, and its bars; what lies beyond counts in the end bars."""

    least: Decimal
    most: Decimal
    bars: Annotated[int, Bounds(gt=0)]


class OverviewColumn(Shape):
    """A figure every department shows, under its label: the key in overview.yaml.

    `unit` is the unit it is printed in, `group` the heading it stands under. With `judge` it is compared with
    that of other departments, and a distance of at least `gap`, in the printed unit, is reported.
    """

    figure: str
    unit: str
    group: str
    judge: OutlierSide | None = None
    gap: Decimal = Decimal(0)
    chart: Histogram | None = None


class OutlierLimits(Shape):
    """A comparison takes at least `least` departments; an outlier is `distance` robust deviations away."""

    least: Annotated[int, Bounds(gt=2)]
    distance: Annotated[Decimal, Bounds(gt=0)]


class RosterShape(Shape):
    """How the list of departments is called (name patterns without suffix) and what heads its columns.

    `pack` heads the one that names a department's pack; `between` separates the names in a cell of aliases,
    `total` is all that a row says which counts the others.
    """

    files: TextList
    name: TextList
    code: TextList
    alias: TextList
    parent: TextList
    level: TextList
    kind: TextList
    pack: TextList
    between: Pattern
    total: Pattern


class OverviewShape(Shape):
    """The whole of overview.yaml.

    `totals` are the columns that add up over departments; `roster_codes` the findings about what was
    filed, not about figures; `bureau_files` the names of files with the bureau's own totals.
    """

    columns: dict[str, OverviewColumn]
    totals: TextList
    outliers: OutlierLimits
    roster: RosterShape
    roster_codes: TextList
    bureau_files: TextList
