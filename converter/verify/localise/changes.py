"""What changes with a number: the other places where a report prints the same one.

A number is wrong wherever it is printed. What two places say alike is one number to whoever wrote them, so
that one change puts both right: where constraints that hold tie them, or where the same amount in the place
of both repairs what each violates.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator
from decimal import Decimal

from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import ChangedAmounts
from converter.verify.constraints.constraint import ConstraintKind, rounded
from converter.verify.constraints.effort import Effort
from converter.verify.localise.trials import ByClaim, Trials, using

DIGITS_OF_COPY = 3  # of a number that is the same in two places though nothing ties them


def number_of(claim: Claim) -> Hashable:
    """Equal for claims that print one number; what has few digits is like others by chance."""
    return claim if claim.significant_digits < DIGITS_OF_COPY else (claim.amount, claim.base_unit)


def repaired_together(
    copies: Iterable[Claim], amount: Decimal, violated: ByClaim, trials: Trials
) -> dict[Claim, Decimal]:
    """Return those of a number's claims which repair a violated constraint, with the amount that does."""
    amounts = {claim: rounded(amount, claim) for claim in copies}
    changed: dict[Claim, Decimal] = {}
    for evaluation in using(amounts, violated):
        if trials.holds(evaluation, amounts):
            changed |= {claim: amounts[claim] for claim in evaluation.used if claim in amounts}
    return changed


def with_what_agrees(
    changed: ChangedAmounts, satisfied: ByClaim, trials: Trials, effort: Effort
) -> Iterator[ChangedAmounts]:
    """Yield a change alone; with the numbers that agreements hold equal to it changed as well; and with every
    number changed that any constraint holds equal to it. The last two only if they change more.
    """
    yield changed
    for kinds in ((ConstraintKind.AGREEMENT,), tuple(ConstraintKind)):
        whole = _closed(changed, satisfied, kinds, trials, effort)
        if len(whole) > len(changed):
            changed = whole
            yield changed


def _closed(
    changed: ChangedAmounts,
    satisfied: ByClaim,
    kinds: Collection[ConstraintKind],
    trials: Trials,
    effort: Effort,
) -> ChangedAmounts:
    """Return a change with that of all that constraints of some kinds hold to be the same."""
    whole, left = dict(changed), [claim for claim in changed if claim.amount]
    while left:
        claim = left.pop()
        for evaluation in satisfied.get(claim, ()):
            alike = [other for other in evaluation.used if other not in whole and _is_copy(other, claim)]
            if evaluation.constraint.kind not in kinds or not alike:
                continue
            if not effort.spend_on(2, len(evaluation.used)):
                return whole
            copied = {other: rounded(whole[claim], other) for other in alike}
            if not trials.holds(evaluation, whole) and trials.holds(evaluation, whole | copied):
                whole |= copied
                left += copied
    return whole


def _is_copy(other: Claim, claim: Claim) -> bool:
    """Whether a number is another one, as exactly as it is printed."""
    is_coarser = other.base_unit == claim.base_unit and other.step >= claim.step > 0
    return is_coarser and rounded(claim.amount, other) == other.amount
