"""Ties within a paragraph: shares of a whole, parts of a whole, points and deductions."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from converter.diagnosis import of_digits
from converter.figures import Value
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.claim_index import Assignment, ClaimIndex
from converter.verify.constraints.constraint import BothSides, Constraint, ConstraintKind, value_of

ONE = Decimal(1)


def shares(claims: list[Claim], account: ClaimIndex) -> Iterator[Constraint]:
    """Yield a tie of every share with its part and whole, and one of shares that fill or exceed a whole."""
    wholes: dict[tuple[int, str], dict[str, Claim]] = {}
    for claim in claims:
        if claim.role is Role.SHARE and claim.item and claim.whole and not claim.aside:
            yield Constraint(ConstraintKind.SHARE, "", _quotient(claim, account), claim, claim, quotient=True)
            wholes.setdefault((claim.spot.content, claim.whole), {})[claim.item] = claim
    for several in wholes.values():
        together = tuple(several.values())
        total = sum((claim.amount for claim in together), Decimal(0))
        if len(together) > 1 and total >= ONE:
            yield Constraint(
                ConstraintKind.PARTS, "", _sum(together, lambda taking: Value(ONE)), near=together[0]
            )


def _quotient(claim: Claim, account: ClaimIndex) -> BothSides:
    def sides(taking: Assignment) -> tuple[Value, Value]:
        left = value_of(claim, taking)
        part = account.figure(f"{claim.item}.{claim.against}", taking)
        whole = account.figure(claim.whole, taking)
        if not part or not whole or part.value is None or not whole.value:
            return left, Value(None)
        ratio = part.value / whole.value
        return left, Value(ratio, (part.error + abs(ratio) * whole.error) / abs(whole.value))

    return sides


def parts(claims: list[Claim]) -> Iterator[Constraint]:
    """Yield a tie of every whole with its parts, where they come to it, or to more, or to a slip of it."""
    wholes: dict[Claim, list[Claim]] = {}
    for claim in claims:
        whole = claim.part_of
        if whole and claim.basis == whole.basis and claim.unit == whole.unit and claim.role is Role.AMOUNT:
            several = wholes.setdefault(whole, [])
            if sum((each.amount for each in several), Decimal(0)) != whole.amount:
                several.append(claim)
    for whole, several in wholes.items():
        total, error = sum((each.amount for each in several), Decimal(0)), whole.step * len(several)
        slipped = len(several) > 1 and of_digits(str(total.normalize()), str(whole.amount.normalize()))
        if total >= whole.amount - error or slipped:
            warning = total < whole.amount - error
            yield Constraint(
                ConstraintKind.PARTS, "", _sum((*several,), _one(whole)), near=whole, warning=warning
            )


def totals(claims: list[Claim]) -> Iterator[Constraint]:
    """Yield a tie of every total with the amounts before it that it sums up."""
    for claim in claims:
        if claim.sum_of and not claim.aside:
            yield Constraint(ConstraintKind.PARTS, "", _sum(claim.sum_of, _one(claim)), near=claim)


def scores(claims: list[Claim], pack: Pack) -> Iterator[Constraint]:
    """Yield the ties of a total score: with the deductions listed, with the points of the scorecard."""
    meta = pack.meta
    totals = [claim for claim in claims if claim.id == meta.score_total]
    lost = {claim.item: claim for claim in claims if claim.basis == meta.lost}
    points = {
        claim.item: claim
        for claim in claims
        if claim.basis == meta.score and claim.item in pack.scorecard.indicators
    }
    full = sum((each.points for each in pack.scorecard.indicators.values()), Decimal(0))
    for total in totals:
        if lost:
            yield Constraint(ConstraintKind.SCORE, "", _left(total, full, (*lost.values(),)), total)
        if len(points) == len(pack.scorecard.indicators):
            yield Constraint(ConstraintKind.SCORE, "", _sum((*points.values(),), _one(total)))
    for item, claim in lost.items():
        if item in points:
            most = pack.scorecard.indicators[item].points
            yield Constraint(ConstraintKind.SCORE, "", _left(points[item], most, (claim,)), points[item])


def _left(total: Claim, full: Decimal, lost: tuple[Claim, ...]) -> BothSides:
    def sides(taking: Assignment) -> tuple[Value, Value]:
        deducted = sum((value_of(each, taking).amount or 0 for each in lost), Decimal(0))
        return value_of(total, taking), Value(full - deducted)

    return sides


def _sum(several: tuple[Claim, ...], right: Callable[[Assignment], Value]) -> BothSides:
    def sides(taking: Assignment) -> tuple[Value, Value]:
        values = [value_of(each, taking) for each in several]
        amount = sum((value.amount or Decimal(0) for value in values), Decimal(0))
        return Value(amount, sum((value.error for value in values), Decimal(0))), right(taking)

    return sides


def _one(claim: Claim) -> Callable[[Assignment], Value]:
    return lambda taking: value_of(claim, taking)
