"""What must agree within a paragraph: shares of a whole, totals, points and deductions."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from converter.figures import Value
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import ComputeSides, Constraint, ConstraintKind, sums_to
from converter.verify.constraints.part_constraints import is_split

ALL = Decimal(1)  # what the shares of a whole come to


def share_constraints(
    claims: tuple[Claim, ...], index: ClaimIndex, splits: Collection[Collection[str]]
) -> Iterator[Constraint]:
    """Yield a constraint of each share with its part and whole, and one of shares that come to 1 or more.

    A whole that is not printed is what the parts come to, if their shares say that they are all.
    """
    shares_of: dict[tuple[int, str], dict[str, Claim]] = {}
    of_whole: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        if claim.role is Role.SHARE and claim.item and claim.whole and not claim.in_explanation:
            yield Constraint(ConstraintKind.SHARE, "", _quotient(claim, index), claim, claim, quotient=True)
            place = -claim.listing or claim.span.content
            of_whole.setdefault(claim.whole, {}).setdefault(claim.item, claim)
            shares_of.setdefault((place, claim.whole), {})[claim.item] = claim
    for by_item in shares_of.values():
        shares = tuple(by_item.values())
        total, error = _total(shares), sum((share.value.error for share in shares), Decimal(0))
        is_all = abs(total - ALL) <= error
        if len(shares) > 1 and (is_all or (total > ALL and shares[0].listing)):
            yield Constraint(ConstraintKind.PARTS, "", sums_to(shares, ALL), near=shares[0])
        if len(shares) > 1 and is_all:
            yield from _shares_of_their_sum(shares, index)
    for by_item in of_whole.values():
        if is_split(by_item, splits) and len(by_item) == 2:
            yield Constraint(ConstraintKind.PARTS, "", sums_to(tuple(by_item.values()), ALL))


def _shares_of_their_sum(shares: tuple[Claim, ...], index: ClaimIndex) -> Iterator[Constraint]:
    """Yield a constraint of each share with its part and the sum of all parts, if no whole is printed."""
    parts = [index.choose(share.reference_id, share) for share in shares]
    if index.find(shares[0].whole, shares[0]) or not all(parts):
        return
    for share, part in zip(shares, parts, strict=True):
        if part:
            others = tuple(other for other in parts if other and other is not part)
            yield Constraint(
                ConstraintKind.SHARE, "", _of_sum(share, part, others), share, share, quotient=True
            )


def _of_sum(share: Claim, part: Claim, others: tuple[Claim, ...]) -> ComputeSides:
    """Return the sides of a share and its part divided by the sum of it and the others."""

    def sides(assignment: Assignment) -> BothSides:
        values = [assignment.value_of(claim) for claim in (part, *others)]
        whole = sum((value.amount or Decimal(0) for value in values), Decimal(0))
        if not whole:
            return BothSides(assignment.value_of(share), Value(None), ())
        ratio = (values[0].amount or Decimal(0)) / whole
        error = sum((value.error for value in values), Decimal(0)) / abs(whole)
        return BothSides(assignment.value_of(share), Value(ratio, error), (share, part, *others))

    return sides


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
