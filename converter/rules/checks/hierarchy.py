"""In a group of coded rows every parent is the sum of the rows right below it, by column (`hierarchy`).

It is silent on rows with none below, and where the sum agrees as far as the printed digits tell; blank parts
add nothing. A blank parent, or one whose parts are all blank, can't be evaluated.
"""

from collections.abc import Iterator

from converter.figures import Ledger
from converter.rules.checks.comparison import equality
from converter.rules.checks.compiled import CompiledCheck
from converter.rules.checks.result import CheckResult
from converter.rules.language.lookups import column
from converter.rules.language.terms import Lookup


def hierarchy(compiled: CompiledCheck, ledger: Ledger, lookup: Lookup) -> Iterator[CheckResult]:
    """Yield the result for every amount of every row that has rows below it."""
    group = compiled.check.hierarchy
    below = lookup.rows(group).below
    for row in ledger.detail_rows.get(group, []):
        if parts := below.get(row.key):
            for name, whole in row.figures.items():
                yield equality(compiled, whole, column(parts, name), f"{row.key} {row.name}")
