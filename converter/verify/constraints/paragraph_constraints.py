"""What must agree within a paragraph: totals, adjusted budgets, points and deductions."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from converter.figures import Value, basis_of
from converter.pack import Pack, Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.common_constraints import addition, sums_to
from converter.verify.constraints.constraint import ComputeSides, Constraint, ConstraintKind, Surety
from converter.verify.constraints.parts.part_list import PartList


def total_constraints(claims: tuple[Claim, ...]) -> Iterator[Constraint]:
    """Yield a constraint of each total with the amounts before it that it sums up."""
    for claim in claims:
        if claim.sum_of and not claim.in_explanation:
            is_less = any(part.amount > claim.amount for part in claim.sum_of)
            surety = Surety.PROBABLE if is_less else Surety.STATED  # what sounds like a total may be none
            yield addition(claim.sum_of, claim, surety)


def score_constraints(
    asked: tuple[Claim, ...], claims: tuple[Claim, ...], pack: Pack
) -> Iterator[Constraint]:
    """Yield the constraints of scores, if any are asked about: with the deductions listed, and of a total
    with its points.
    """
    meta, indicators = pack.meta, pack.scorecard.indicators
    if all(claim.basis not in (meta.score, meta.lost, basis_of(meta.score_total)) for claim in asked):
        return
    totals = [claim for claim in claims if claim.id == meta.score_total]
    deductions = {claim.item: claim for claim in claims if claim.basis == meta.lost}
    points = {claim.item: claim for claim in claims if claim.basis == meta.score and claim.item in indicators}
    full = sum((indicator.points for indicator in indicators.values()), Decimal(0))
    for total in totals:
        if deductions:
            sides = _full_less(total, full, tuple(deductions.values()))
            yield Constraint(ConstraintKind.SCORE, "", sides, total, surety=Surety.CERTAIN)
        if len(points) == len(indicators):
            yield Constraint(
                ConstraintKind.SCORE, "", sums_to(tuple(points.values()), total), surety=Surety.CERTAIN
            )
    for item, deduction in deductions.items():
        if item in points:
            sides = _full_less(points[item], indicators[item].points, (deduction,))
            yield Constraint(ConstraintKind.SCORE, "", sides, points[item], surety=Surety.CERTAIN)


def _full_less(score: Claim, full: Decimal, deductions: tuple[Claim, ...]) -> ComputeSides:
    """Return the sides of a score and the full points less the deductions."""

    def sides(assignment: Assignment) -> BothSides:
        deducted = sum((assignment.value_of(deduction).amount or 0 for deduction in deductions), Decimal(0))
        return BothSides(assignment.value_of(score), Value(full - deducted), (*deductions, score))

    return sides


def adjusted_budgets(claims: Sequence[Claim], sentences: Sentences) -> Iterator[Constraint]:
    """Yield that each budget of a paragraph is the first one with what was added, if it is or has slipped."""
    (total, first, *_), added = sentences.budgets, sentences.adjustment
    by_place: dict[tuple[int, str], dict[str, Claim]] = {}
    for claim in claims:
        if claim.role is Role.AMOUNT and claim.basis in (total, first, added) and not claim.in_explanation:
            by_place.setdefault((claim.span.content, claim.item), {}).setdefault(claim.basis, claim)
    for found in by_place.values():
        if len(found) == len({total, first, added}):
            listed = PartList(found[total], [found[first], found[added]])
            if listed.holds or listed.has_slipped:
                yield listed.constraint()
