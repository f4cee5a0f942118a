"""A row that a table lacks: the rows below a sum lack just what another table has at a code of its own.

The sum is right then, and breaks in each column by the amount that the row has there.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from converter.figures import CellOrigin, DetailRow, Figure, Ledger, Value, value_of
from converter.rules.checks.result import CheckResult


class MissingRow(Struct, frozen=True):
    """A row that is missing below a sum, as another table has it: what it is there, and the `results` this
    explains.
    """

    row: DetailRow
    figure: Figure
    results: tuple[CheckResult, ...]

    def makes_wrong(self, cell: CellOrigin) -> bool:
        """Whether a cell is the sum of the rows that lack one."""
        return any(cell == result.used[0].cell for result in self.results)


def find_missing_rows(results: Sequence[CheckResult], ledger: Ledger) -> list[MissingRow]:
    """Return the rows missing below sums, each where only one row of other tables would do."""
    found: list[MissingRow] = []
    by_sum: dict[tuple[str, str], list[CheckResult]] = {}
    for result in results:
        if result.differs and result.check.hierarchy and result.gap > 0:
            by_sum.setdefault((result.check.hierarchy, result.where), []).append(result)
    for (group, _), broken in by_sum.items():
        candidates = {row.key: row for row in _candidates(group, broken, ledger)}
        if len(candidates) == 1:
            [row] = candidates.values()
            figure = next(figure for figure in row.figures.values() if figure.value)
            found.append(MissingRow(row, figure, tuple(broken)))
    return found


def _candidates(group: str, broken: Sequence[CheckResult], ledger: Ledger) -> Iterator[DetailRow]:
    """Yield the rows of other tables whose amounts are what all broken columns of a sum lack."""
    known = {row.key for row in ledger.detail_rows[group]}
    parts = [key for result in broken for key in map(_key, result.used[1:])]
    above, length = _key(broken[0].used[0]), len(parts[0]) if parts else 0
    for other, rows in ledger.detail_rows.items():
        for row in rows if other != group else ():
            is_below = row.key.startswith(above) and len(row.key) == length and row.key not in known
            if is_below and _fits(row, broken):
                yield row


def _fits(row: DetailRow, broken: Iterable[CheckResult]) -> bool:
    amounts = [value_of(figure) for figure in row.figures.values() if figure.value]
    lacks = (Value(result.gap, result.allowed) for result in broken)
    return all(any(amount.agrees_with(lack) for amount in amounts) for lack in lacks)


def _key(figure: Figure) -> str:
    return figure.id.partition("[")[2].partition("]")[0]
