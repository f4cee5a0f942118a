"""What must agree within a paragraph: shares of a whole, totals, points and deductions."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from converter.figures import NO_VALUE, Value, basis_of, sum_values
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import (
    ComputeSides,
    Constraint,
    ConstraintKind,
    Surety,
    sums_to,
)
from converter.verify.constraints.parts.part_constraints import is_split

ALL = Decimal(1)  # what the shares of a whole add up to
LEAST_ALIKE = 2  # shares that must be of the same whole to tell it
ALIKE = Decimal("0.01")  # of a whole: so much may rounded shares make it differ
FAR = Decimal("0.5")  # of a whole: what differs by more is another, not one with a slip
NEAR = 3  # paragraphs between two shares of the same whole


def share_constraints(
    claims: tuple[Claim, ...], index: ClaimIndex, splits: Collection[Collection[str]]
) -> Iterator[Constraint]:
    """Yield a constraint of each share with its part and whole, and one of the shares that are all.

    Where a whole is not printed, or shares are all of another than the one they seem to be of, they are held
    against one another.
    """
    shares_of: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.role is not Role.SHARE or not claim.item or claim.in_explanation:
            continue
        shares_of.setdefault(claim.whole or f"{claim.span.content}", []).append(claim)
    for shares in shares_of.values():
        for group in _neighbours(shares):
            together = tuple(group.values())
            is_printed = _is_printed(together, index)
            for share in together if is_printed or len(together) == 1 else ():
                if share.whole:
                    sides = _quotient(share, index)
                    yield Constraint(ConstraintKind.SHARE, "", sides, share, share, quotient=True)
            yield from _together(together, index, splits, is_printed=is_printed)


def _neighbours(shares: Iterable[Claim]) -> list[dict[str, Claim]]:
    """Return shares of a whole in groups by item, each of one list or of paragraphs next to one another."""
    groups: list[dict[str, Claim]] = []
    for share in shares:
        last = next(reversed(groups[-1].values())) if groups else None
        near = last and share.span.content - last.span.content <= NEAR and _may_go_on(groups[-1], share)
        if last and near and _is_one_list(share, last) and share.item not in groups[-1]:
            groups[-1][share.item] = share
        else:
            groups.append({share.item: share})
    return groups


def _may_go_on(group: Mapping[str, Claim], share: Claim) -> bool:
    """Whether a share may be one more of a group: of one that adds up to the whole, only next to nothing."""
    return not _are_all(group.values()) or _are_all((*group.values(), share))


def _is_printed(shares: tuple[Claim, ...], index: ClaimIndex) -> bool:
    """Whether the whole that shares seem to be of is printed: they are not all of another, far from it."""
    whole = index.find(shares[0].whole, shares[0]) if shares[0].whole else None
    if not whole or not whole.value:
        return False
    told = _whole_of(shares, index)
    return told is None or abs(told - whole.value) <= FAR * abs(whole.value)


def _whole_of(shares: tuple[Claim, ...], index: ClaimIndex) -> Decimal | None:
    """Return the whole that shares tell with their parts: it is the same for all but one; None if not."""
    parts = [index.find(share.reference_id, share) for share in shares]
    wholes = sorted(
        part.value / share.amount
        for part, share in zip(parts, shares, strict=True)
        if part and part.value and share.amount
    )
    if len(wholes) <= LEAST_ALIKE:
        return None
    middle = wholes[len(wholes) // 2]
    alike = sum(abs(whole - middle) <= ALIKE * middle for whole in wholes)
    return middle if alike >= len(wholes) - 1 else None


def _is_one_list(share: Claim, last: Claim) -> bool:
    """Whether a share may be one more of a list; in one paragraph a list may go on over sentences."""
    return share.listing == last.listing or (not share.listing and is_beside(share, last))


def _are_all(shares: Iterable[Claim]) -> bool:
    """Whether shares add up to the whole."""
    listed = tuple(shares)
    return abs(_total(listed) - ALL) <= sum_values(share.value for share in listed).error


def _together(
    shares: tuple[Claim, ...],
    index: ClaimIndex,
    splits: Collection[Collection[str]],
    *,
    is_printed: bool,
) -> Iterator[Constraint]:
    """Yield what shares of one whole must keep to together; `is_printed` if it is."""
    if len(shares) == 1:
        return
    is_all = _are_all(shares) or bool(_total(shares) > ALL and shares[0].listing and shares[0].whole)
    is_of_something = bool(shares[0].whole and _total(shares))  # of nothing, all shares are nil
    is_known_split = is_of_something and is_split([share.item for share in shares], splits)
    if is_all or is_known_split:
        yield Constraint(ConstraintKind.PARTS, "", _add_up_to_all(shares, index), near=shares[0])
    if is_all:
        yield from _amounts_together(shares, index)
    if is_printed or not (shares[0].whole or is_all or _whole_of(shares, index)):
        return
    largest = max(shares, key=lambda share: share.amount)
    for share in shares:
        if share is not largest and largest.amount:
            yield Constraint(
                ConstraintKind.SHARE, "", _as_shares(share, largest, index), share, share, quotient=True
            )


def _add_up_to_all(shares: tuple[Claim, ...], index: ClaimIndex) -> ComputeSides:
    """Return the sides of the sum of shares and the whole, which they miss by what rounding makes their
    amounts miss theirs.
    """
    summed = sums_to(shares, ALL)

    def sides(assignment: Assignment) -> BothSides:
        both = summed(assignment)
        computed = [index.compute(id, assignment) for id in {share.reference_id for share in shares}]
        whole = index.compute(shares[0].whole, assignment) if shares[0].whole else None
        if not whole or not whole.figure.value or not all(computed):
            return both
        error = sum_values(part.value for part in (*computed, whole) if part).error
        return BothSides(both.left, Value(ALL, error / abs(whole.figure.value)), both.used)

    return sides


def _amounts_together(shares: tuple[Claim, ...], index: ClaimIndex) -> Iterator[Constraint]:
    """Yield that the amounts whose shares are all there are add up to the whole."""
    whole = index.choose(shares[0].whole, shares[0])
    parts = [index.choose(share.reference_id, share) for share in shares]
    beside = [part for part, share in zip(parts, shares, strict=True) if part and is_beside(part, share)]
    if whole and len(beside) == len(set(beside)) == len(shares) and whole not in beside:
        yield Constraint(ConstraintKind.PARTS, "", sums_to(tuple(beside), whole), near=whole)


def is_beside(claim: Claim, other: Claim) -> bool:
    """Whether two claims stand in the same paragraph or cell."""
    return claim.span.content == other.span.content and claim.span.row == other.span.row


def _as_shares(share: Claim, other: Claim, index: ClaimIndex) -> ComputeSides:
    """Return the sides of a share and what its part makes it beside another share of the same whole."""

    def sides(assignment: Assignment) -> BothSides:
        left, beside = assignment.value_of(share), assignment.value_of(other)
        parts = [index.compute(each.reference_id, assignment) for each in (share, other)]
        own, others = (part.value if part else NO_VALUE for part in parts)
        right = own / others * beside
        if right.amount is None:
            return BothSides(left, right, ())
        return BothSides(
            left, right, (share, other, *(claim for part in parts if part for claim in part.used))
        )

    return sides


def total_constraints(claims: tuple[Claim, ...]) -> Iterator[Constraint]:
    """Yield a constraint of each total with the amounts before it that it sums up."""
    for claim in claims:
        if claim.sum_of and not claim.in_explanation:
            is_less = any(part.amount > claim.amount for part in claim.sum_of)
            surety = Surety.PROBABLE if is_less else Surety.SPOKEN  # what sounds like a total may be none
            yield Constraint(
                ConstraintKind.PARTS, "", sums_to(claim.sum_of, claim), near=claim, surety=surety
            )


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


def _total(claims: tuple[Claim, ...] | list[Claim]) -> Decimal:
    return sum((claim.amount for claim in claims), Decimal(0))


def _quotient(share: Claim, index: ClaimIndex) -> ComputeSides:
    """Return the sides of a share and its part divided by its whole."""

    def sides(assignment: Assignment) -> BothSides:
        left = assignment.value_of(share)
        part = index.compute(share.reference_id, assignment)
        whole = index.compute(share.whole, assignment)
        is_one_unit = part and whole and part.figure.unit == whole.figure.unit
        right = part.value / whole.value if is_one_unit and part and whole else NO_VALUE
        if not part or not whole or right.amount is None or part.used == whole.used:
            return BothSides(left, NO_VALUE, ())
        return BothSides(left, right, (share, *part.used, *whole.used))

    return sides


def _full_less(score: Claim, full: Decimal, deductions: tuple[Claim, ...]) -> ComputeSides:
    """Return the sides of a score and the full points less the deductions."""

    def sides(assignment: Assignment) -> BothSides:
        deducted = sum((assignment.value_of(deduction).amount or 0 for deduction in deductions), Decimal(0))
        return BothSides(assignment.value_of(score), Value(full - deducted), (*deductions, score))

    return sides
