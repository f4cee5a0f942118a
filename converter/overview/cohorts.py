"""Departments that can be compared and added up: those of one year whose reports are by one pack."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from converter.conversion import Readiness
from converter.figures import Figure
from converter.overview.outliers import Outlier, outliers
from converter.overview.rows import DepartmentRow
from converter.overview.totals import Total, totals
from converter.pack import Pack, PackLabel


class Cohort(Struct, frozen=True, dict=True):
    """The departments of one year by one pack, and the figures by id of the bureau's totals of them."""

    year: int
    label: PackLabel
    pack: Pack
    rows: list[DepartmentRow]
    bureau: Mapping[str, Figure] = {}

    @property
    def has_bureau(self) -> bool:
        """Whether the bureau's own totals of the year were there, and are of these departments."""
        return bool(self.bureau)

    @cached_property
    def outliers(self) -> list[Outlier]:
        """Who is out of the ordinary among them."""
        shapes = self.pack.overview
        return outliers(self.rows, shapes.columns, shapes.outliers, self.pack.units)

    @cached_property
    def totals(self) -> list[Total]:
        """What they add up to."""
        return list(totals(self.rows, self.pack, self.bureau))

    @property
    def readiness(self) -> Counter[Readiness]:
        """How many of them are how ready."""
        return Counter(row.readiness for row in self.rows)


def cohorts_of(
    rows: Iterable[DepartmentRow],
    pack_of: Callable[[PackLabel], Pack],
    bureau: Callable[[int, Pack], Mapping[str, Figure]],
) -> list[Cohort]:
    """Return the departments that were processed by year and pack, the latest year first.

    `bureau` gives the bureau's totals of a year, asked for where all its departments are of one pack.
    """
    by_key: dict[tuple[int, PackLabel], list[DepartmentRow]] = {}
    for row in rows:
        if row.is_processed:
            by_key.setdefault((row.year, row.pack), []).append(row)
    years = Counter(year for year, _ in by_key)
    cohorts = []
    for (year, label), members in sorted(by_key.items(), key=lambda each: (-each[0][0], -len(each[1]))):
        pack = pack_of(label)
        own = bureau(year, pack) if years[year] == 1 else {}
        cohorts.append(Cohort(year, label, pack, members, own))
    return cohorts
