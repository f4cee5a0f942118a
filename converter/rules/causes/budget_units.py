"""One cause where a department and its budget units disagree throughout: a unit too many, or one too few."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.figures import ZERO, Ledger
from converter.rules.checks.result import CheckResult

FEWEST_AMOUNTS_DIFFERING = 3
"""So many, and more than half of those compared, differ for another reason than a wrong cell."""


class BudgetUnitMismatch(Struct, frozen=True):
    """The results over budget units that differ, and out of how many.

    `absent` is the unit that the department's tables seem not to include ('' if none alone explains it);
    `lacking` whether they seem to include more than was filed.
    """

    results: tuple[CheckResult, ...]
    compared: int
    absent: str
    lacking: bool


def find_mismatch(
    results: Iterable[CheckResult], budget_units: Sequence[Ledger]
) -> BudgetUnitMismatch | None:
    """Return the mismatch of a department and its units, None where they agree except for single amounts."""
    compared = [result for result in results if result.check.budget_units and result.left.amount is not None]
    differing = tuple(result for result in compared if result.differs)
    if len(differing) < FEWEST_AMOUNTS_DIFFERING or 2 * len(differing) <= len(compared):
        return None
    absent = next((unit.department for unit in budget_units if _explains(unit, differing)), "")
    return BudgetUnitMismatch(differing, len(compared), absent, all(result.gap > 0 for result in differing))


def _explains(unit: Ledger, differing: Iterable[CheckResult]) -> bool:
    """Whether all would hold if the unit were not among those summed."""
    return all(abs(result.gap + _share_of(unit, result)) <= result.allowed for result in differing)


def _share_of(unit: Ledger, result: CheckResult) -> Decimal:
    """Return what the unit adds to the sum."""
    own = (
        (figure.value or ZERO) * sign
        for figure, sign in result.terms
        if unit.figures.get(figure.id) is figure
    )
    return -sum(own, ZERO)
