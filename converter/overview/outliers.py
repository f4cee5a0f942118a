"""Departments out of the ordinary: far from the median of their peers, by median absolute deviation.

B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers (1993): a value is suspect when it lies more
than 3.5 robust standard deviations from the median, the robust standard deviation being 1.4826 MAD.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from statistics import median

from msgspec import Struct

from converter.overview.rows import DepartmentRow
from converter.pack import OutlierLimits, OutlierSide, OverviewColumn, Unit

NORMAL_MAD, NORMAL_MEAN = Decimal("1.4826"), Decimal("1.2533")  # a normal distribution's standard deviation
Member = tuple[DepartmentRow, Decimal]


class Peers(Struct, frozen=True):
    """The departments one is compared with: level and kind ('' '' for all), `size` of them, median, spread.

    `spread` is their robust standard deviation.
    """

    level: str
    kind: str
    size: int
    median: Decimal
    spread: Decimal


class Outlier(Struct, frozen=True):
    """A value out of the ordinary in the column `label`; `distance` is in the peers' spreads."""

    row: DepartmentRow
    label: str
    value: Decimal
    peers: Peers

    @property
    def distance(self) -> Decimal:
        """How many robust standard deviations lie between the value and the median."""
        return abs(self.value - self.peers.median) / self.peers.spread


def outliers(
    rows: Iterable[DepartmentRow],
    columns: Mapping[str, OverviewColumn],
    limits: OutlierLimits,
    units: Mapping[str, Unit],
) -> list[Outlier]:
    """Return what is out of the ordinary, column by column, the farthest first."""
    rows = [row for row in rows if row.is_processed]
    all_far: list[Outlier] = []
    for label, column in columns.items():
        if column.judge:
            gap = column.gap * units[column.unit].scale
            compared = _compared(label, rows, limits.least)
            far = [outlier for outlier in compared if _is_far(outlier, column, gap, limits)]
            all_far += sorted(far, key=lambda outlier: -outlier.distance)
    return all_far


def _compared(label: str, rows: list[DepartmentRow], least: int) -> Iterator[Outlier]:
    """Yield every value that has enough peers which are not all alike."""
    values = [(row, value) for row in rows if (value := row.figure(label).value) is not None]
    groups: dict[tuple[str, str], list[Member]] = {}
    for row, value in values:
        groups.setdefault((row.level, row.kind), []).append((row, value))
    overall = _peers("", "", values) if len(values) >= least else None
    for (level, kind), members in groups.items():
        peers = _peers(level, kind, members) if len(members) >= least else overall
        if peers and peers.spread:
            yield from (Outlier(row, label, value, peers) for row, value in members)


def _peers(level: str, kind: str, members: list[Member]) -> Peers:
    values = [value for _, value in members]
    middle = median(values)
    return Peers(level, kind, len(values), middle, _spread(values, middle))


def _spread(values: list[Decimal], middle: Decimal) -> Decimal:
    """Return the robust standard deviation; where most values are alike, that by the mean deviation."""
    away = [abs(value - middle) for value in values]
    return NORMAL_MAD * median(away) or NORMAL_MEAN * sum(away, Decimal(0)) / len(away)


def _is_far(outlier: Outlier, column: OverviewColumn, gap: Decimal, limits: OutlierLimits) -> bool:
    away = outlier.value - outlier.peers.median
    is_ordinary = {
        OutlierSide.HIGH: away < 0,
        OutlierSide.LOW: away > 0,
        OutlierSide.BOTH: False,
        None: True,
    }
    return not is_ordinary[column.judge] and abs(away) >= gap and outlier.distance > limits.distance
