"""Tables whose sums hold to the last digit: where nearly all do, one that does not is doubted.

The tables of a report were added up as printed if rounding each amount by itself would have made some sums
miss that hold. A sum that then misses is doubted: a warning, for many round one table of several by itself.
Amounts in whole 10,000 yuan or more are rounded anyway, for none is paid so: what they miss is a remainder.
"""

from collections.abc import Sequence
from decimal import Decimal
from math import erf, sqrt

from msgspec.structs import replace

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import SATISFIED, SUMS, Evaluation
from converter.verify.localise.connected import connected

EXPECTED, EXPECTED_PER_GROUP = 2, 5  # sums that rounding would have made miss, so that there is none
ROUNDED = Decimal(10_000)  # an amount whose last digit stands for as much was rounded, whoever added it up


def exact_in_tables(evaluations: Sequence[Evaluation]) -> list[Evaluation]:
    """Return evaluations, those of sums in the tables of a report held to the last digit if its sums are."""
    sums = [each for each in evaluations if _is_sum_in_table(each)]
    missed = [each for each in sums if each.left.amount != each.right.amount]
    exact = {_amounts(each): _odds_to_miss(each) for each in sums if each.left.amount == each.right.amount}
    if not missed or sum(exact.values()) < EXPECTED + EXPECTED_PER_GROUP * len(connected(missed)):
        return list(evaluations)
    in_tables = set(sums)
    return [_made_exact(each) if each in in_tables else each for each in evaluations]


def _is_sum_in_table(evaluation: Evaluation) -> bool:
    """Whether cells with the same last digit, and none in whole large units, add up to another, as far as
    rounding lets them.
    """
    if evaluation.constraint.kind not in SUMS or evaluation.outcome not in SATISFIED:
        return False
    cells = [claim for claim in evaluation.used if claim.amount]
    is_alike = len({(claim.step, claim.base_unit) for claim in cells}) == 1
    return is_alike and cells[0].step < ROUNDED and not any(claim.span.in_paragraph for claim in cells)


def _amounts(evaluation: Evaluation) -> tuple[object, ...]:
    """Equal for sums of the same amounts, which say the same however often they are printed."""
    return tuple(sorted(claim.amount for claim in evaluation.used if claim.amount))


def _odds_to_miss(evaluation: Evaluation) -> float:
    """Return how likely amounts rounded by themselves miss their total: never if there is but one."""
    parts = sum(_is_inexact(claim) for claim in evaluation.used) - 1
    return 1 - erf(0.5 / sqrt(parts / 6)) if parts > 1 else 0


def _is_inexact(claim: Claim) -> bool:
    return bool(claim.amount and claim.value.error)


def _made_exact(evaluation: Evaluation) -> Evaluation:
    is_missed = evaluation.left.amount != evaluation.right.amount
    constraint = replace(
        evaluation.constraint, is_exact=True, warning=evaluation.constraint.warning or is_missed
    )
    return replace(
        evaluation,
        constraint=constraint,
        outcome=Outcome.DIFFERS if is_missed else evaluation.outcome,
    )
