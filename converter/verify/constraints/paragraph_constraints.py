"""What must agree within a paragraph: shares of a whole, parts of a whole, points and deductions."""

from collections.abc import Iterator
from decimal import Decimal

from converter.diagnosis import of_digits
from converter.figures import Value
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import ComputeSides, Constraint, ConstraintKind, sums_to

ALL = Decimal(1)  # what the shares of a whole come to


def share_constraints(claims: tuple[Claim, ...], index: ClaimIndex) -> Iterator[Constraint]:
    """Yield a constraint of each share with its part and whole, and one of shares that come to 1 or more."""
    shares_of: dict[tuple[int, str], dict[str, Claim]] = {}
    for claim in claims:
        if claim.role is Role.SHARE and claim.item and claim.whole and not claim.in_explanation:
            yield Constraint(ConstraintKind.SHARE, "", _quotient(claim, index), claim, claim, quotient=True)
            shares_of.setdefault((claim.span.content, claim.whole), {})[claim.item] = claim
    for by_item in shares_of.values():
        shares = tuple(by_item.values())
        if len(shares) > 1 and _total(shares) >= ALL:
            yield Constraint(ConstraintKind.PARTS, "", sums_to(shares, ALL), near=shares[0])


def part_constraints(claims: tuple[Claim, ...]) -> Iterator[Constraint]:
    """Yield a constraint of each whole with its parts, if they come to it, to more, or to a slip of it.

    Parts that come to less need not be all there are.
    """
    parts_of: dict[Claim, list[Claim]] = {}
    for claim in claims:
        whole = claim.part_of
        if whole and claim.basis == whole.basis and claim.unit == whole.unit and claim.role is Role.AMOUNT:
            parts = parts_of.setdefault(whole, [])
            if _total(parts) != whole.amount:
                parts.append(claim)
    for whole, parts in parts_of.items():
        total, error = _total(parts), whole.step * len(parts)
        slipped = len(parts) > 1 and of_digits(str(total.normalize()), str(whole.amount.normalize()))
        if total >= whole.amount - error or slipped:
            warning = total < whole.amount - error
            yield Constraint(
                ConstraintKind.PARTS, "", sums_to(tuple(parts), whole), near=whole, warning=warning
            )


def total_constraints(claims: tuple[Claim, ...]) -> Iterator[Constraint]:
    """Yield a constraint of each total with the amounts before it that it sums up."""
    for claim in claims:
        if claim.sum_of and not claim.in_explanation:
            yield Constraint(ConstraintKind.PARTS, "", sums_to(claim.sum_of, claim), near=claim)


def score_constraints(claims: tuple[Claim, ...], pack: Pack) -> Iterator[Constraint]:
    """Yield the constraints of scores: with the deductions listed, and of a total with its points."""
    meta, indicators = pack.meta, pack.scorecard.indicators
    totals = [claim for claim in claims if claim.id == meta.score_total]
    deductions = {claim.item: claim for claim in claims if claim.basis == meta.lost}
    points = {claim.item: claim for claim in claims if claim.basis == meta.score and claim.item in indicators}
    full = sum((indicator.points for indicator in indicators.values()), Decimal(0))
    for total in totals:
        if deductions:
            sides = _full_less(total, full, tuple(deductions.values()))
            yield Constraint(ConstraintKind.SCORE, "", sides, total)
        if len(points) == len(indicators):
            yield Constraint(ConstraintKind.SCORE, "", sums_to(tuple(points.values()), total))
    for item, deduction in deductions.items():
        if item in points:
            sides = _full_less(points[item], indicators[item].points, (deduction,))
            yield Constraint(ConstraintKind.SCORE, "", sides, points[item])


def _total(claims: tuple[Claim, ...] | list[Claim]) -> Decimal:
    return sum((claim.amount for claim in claims), Decimal(0))


def _quotient(share: Claim, index: ClaimIndex) -> ComputeSides:
    """Return the sides of a share and its part divided by its whole."""

    def sides(assignment: Assignment) -> BothSides:
        left = assignment.value_of(share)
        computed_part = index.compute(share.reference_id, assignment)
        computed_whole = index.compute(share.whole, assignment)
        if not computed_part or not computed_whole:
            return BothSides(left, Value(None), ())
        part, whole = computed_part.figure, computed_whole.figure
        if part.value is None or not whole.value:
            return BothSides(left, Value(None), ())
        ratio = part.value / whole.value
        error = (part.error + abs(ratio) * whole.error) / abs(whole.value)
        return BothSides(left, Value(ratio, error), (share, *computed_part.used, *computed_whole.used))

    return sides


def _full_less(score: Claim, full: Decimal, deductions: tuple[Claim, ...]) -> ComputeSides:
    """Return the sides of a score and the full points less the deductions."""

    def sides(assignment: Assignment) -> BothSides:
        deducted = sum((assignment.value_of(deduction).amount or 0 for deduction in deductions), Decimal(0))
        return BothSides(assignment.value_of(score), Value(full - deducted), (*deductions, score))

    return sides
