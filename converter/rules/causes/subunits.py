"""One cause where a department and its units disagree throughout: a unit too many, or one too few."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from converter.figures import Ledger, Outcome
from converter.rules.checks.checks import CheckResult

FEWEST = (
    3  # so many amounts, and more than half of those compared, differ for another reason than a wrong cell
)


@dataclass(frozen=True, slots=True)
class SubunitMismatch:
    """The verdicts over units that do not hold, of how many; the unit the department's tables seem not to
    include ('' if none alone explains it), or whether they seem to include more than was filed.
    """

    verdicts: tuple[CheckResult, ...]
    compared: int
    left_out: str
    lacking: bool


def find_mismatch(verdicts: Iterable[CheckResult], units: Sequence[Ledger]) -> SubunitMismatch | None:
    """Return the mismatch of a department and its units, None where they agree but for single amounts."""
    compared = [each for each in verdicts if each.check.units and each.left.amount is not None]
    differing = tuple(each for each in compared if each.outcome is Outcome.DIFFERS)
    if len(differing) < FEWEST or 2 * len(differing) <= len(compared):
        return None
    left_out = next((unit.department for unit in units if _explains(unit, differing)), "")
    return SubunitMismatch(differing, len(compared), left_out, all(_gap(each) > 0 for each in differing))


def _explains(unit: Ledger, differing: Iterable[CheckResult]) -> bool:
    """Whether all would hold if the unit were not among those summed."""
    return all(
        abs(_gap(each) + _part(unit, each)) <= each.left.error + each.right.error for each in differing
    )


def _gap(verdict: CheckResult) -> Decimal:
    return (verdict.left.amount or Decimal(0)) - (verdict.right.amount or Decimal(0))


def _part(unit: Ledger, verdict: CheckResult) -> Decimal:
    """Return what the unit adds to the sum."""
    signed = zip(verdict.used, verdict.signs, strict=True)
    amounts = (
        sign * (figure.value or Decimal(0))
        for figure, sign in signed
        if unit.figures.get(figure.id) is figure
    )
    return -sum(amounts, Decimal(0))
