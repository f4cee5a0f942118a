"""Which sums of rows can be judged in a piece of a table: those whose rows all stand in it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.constraints.tables.table_relations import Sum


def sums_within(grid: TableGrid, labels: Sequence[str], sums: Iterable[Sum], total: str) -> Iterator[Sum]:
    """Yield the sums of a table's rows that stand in it whole; `total` matches the labels of totals.

    Where a table is cut, a total may have parts beyond, and so may a row whose parts, or theirs, reach the
    cut.
    """
    found = list(sums)
    if not (grid.is_open_above or grid.is_open_below):
        yield from found
        return
    parts_of = {summed.total: summed.parts for summed in found}
    for summed in found:
        rows = _below(summed.total, parts_of)
        is_cut = (grid.is_open_above and 0 in rows) or (grid.is_open_below and len(labels) - 1 in rows)
        if not is_cut and not re.search(total, labels[summed.total]):
            yield summed


def _below(total: int, parts_of: dict[int, tuple[int, ...]]) -> set[int]:
    """Return the rows that a row is the sum of, and those that these are the sums of."""
    found: set[int] = set()
    left = [*parts_of.get(total, ())]
    while left:
        row = left.pop()
        if row not in found:
            found.add(row)
            left += parts_of.get(row, ())
    return found
