"""Rows of the same name hold the same amount in two columns (`same_rows`), of one table or of two.

Only rows that are part of no other count. It is silent on a row that only one of the tables has, and
where both amounts agree as far as the printed digits tell. A blank amount can't be evaluated.
"""

from collections.abc import Iterator

from converter.figures import Figure
from converter.rules.checks.comparison import equality
from converter.rules.checks.compiled import CompiledCheck
from converter.rules.checks.result import CheckResult
from converter.rules.language.terms import Lookup, Name


def same_rows(compiled: CompiledCheck, lookup: Lookup) -> Iterator[CheckResult]:
    """Yield the result for every name that rows in both columns have."""
    one, other = (_by_name(column, lookup) for column in compiled.columns)
    for name, left in one.items():
        if right := other.get(name):
            yield equality(compiled, left, [right], name)


def _by_name(column: Name, lookup: Lookup) -> dict[str, Figure]:
    rows = lookup.rows(column.item).tops
    return {row.name: row.figures[column.basis] for row in rows if column.basis in row.figures}
