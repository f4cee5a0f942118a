"""Of rows of the same code, the first column holds no more than the second (`within`): it is a part of it.

It is silent on a code that only one of the tables has, and where the first is larger by no more than the
printed digits tell. A blank amount can't be evaluated.
"""

from collections.abc import Iterator

from converter.figures import Figure, Ledger, value_of
from converter.rules.checks.comparison import missing_of, outcome_of
from converter.rules.checks.compiled import CompiledCheck
from converter.rules.checks.result import CheckResult
from converter.rules.language.terms import Name


def within(compiled: CompiledCheck, ledger: Ledger) -> Iterator[CheckResult]:
    """Yield the result for every code that rows in both columns have."""
    part, whole = (_by_code(column, ledger) for column in compiled.columns)
    for code, (name, left) in part.items():
        if code in whole:
            yield _held_against(compiled, left, whole[code][1], f"{code} {name}")


def _by_code(column: Name, ledger: Ledger) -> dict[str, tuple[str, Figure]]:
    rows = ledger.detail_rows.get(column.item, [])
    return {row.key: (row.name, row.figures[column.basis]) for row in rows if column.basis in row.figures}


def _held_against(compiled: CompiledCheck, part: Figure, whole: Figure, where: str) -> CheckResult:
    left, right, used = value_of(part), value_of(whole), (part, whole)
    outcome, lacks = outcome_of(left, "<=", right), missing_of(used)
    return CheckResult(compiled.code, compiled.check, outcome, left, right, used, (0, 0), lacks, where)
