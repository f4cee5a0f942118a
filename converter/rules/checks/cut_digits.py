"""Sums of amounts whose last digits were cut off instead of rounded.

Each part may then fall short by a whole unit of its last digit, and a total is larger than the sum of its
parts, never smaller. It is a habit of a whole file: a single such sum is as likely a slip.
"""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from converter.figures import ZERO, Outcome
from converter.rules.checks.result import CheckResult

FEWEST_SUMS_SHORT = 3
"""In a file, and none too large, before its digits are taken to be cut off."""

FEWEST_PARTS = 2
"""Of a sum: an amount compared with another is off by no more if its digits are cut off."""


class _Shortfall(Struct, frozen=True):
    """By how much parts fall short of their total in a file, and less than what cut digits explain."""

    file: str
    amount: Decimal
    explained: Decimal

    @property
    def is_explained(self) -> bool:
        """Whether cut digits may have caused it."""
        return ZERO < self.amount < self.explained


def with_cut_digits(results: Sequence[CheckResult]) -> Sequence[CheckResult]:
    """Return the results, those over sums in files whose digits were cut off judged by that."""
    if not any(result.differs for result in results):
        return results
    shortfalls = {result: found for result in results if (found := _shortfall(result))}
    files = {found.file for found in shortfalls.values()}
    cut = {file for file in files if _is_cut([found for found in shortfalls.values() if found.file == file])}
    return [_judged(result, shortfalls.get(result), cut) for result in results] if cut else results


def _shortfall(result: CheckResult) -> _Shortfall | None:
    """Return by how much the parts of a sum fall short, None if the result is on no sum within one file."""
    if not (result.is_equality and result.has_both_sides):
        return None
    file, *others = {figure.cell.file if figure.cell else "" for figure in result.used}
    for side in (1, -1):
        parts = [figure for figure, sign in result.terms if sign == -side]
        if not others and FEWEST_PARTS <= len(parts) == len(result.used) - 1:
            return _Shortfall(file, side * result.gap, 2 * sum((part.error for part in parts), ZERO))
    return None


def _is_cut(shortfalls: Sequence[_Shortfall]) -> bool:
    """Whether all sums that are off by a few last digits fall short."""
    off = [found for found in shortfalls if found.amount and abs(found.amount) < found.explained]
    return len(off) >= FEWEST_SUMS_SHORT and all(found.is_explained for found in off)


def _judged(result: CheckResult, shortfall: _Shortfall | None, cut: set[str]) -> CheckResult:
    if shortfall is None or shortfall.file not in cut:
        return result
    outcome = Outcome.ROUNDING if result.differs and shortfall.is_explained else result.outcome
    return replace(result, outcome=outcome, digits_cut=True)
