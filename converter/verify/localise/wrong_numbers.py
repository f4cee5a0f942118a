"""Find the number behind violated constraints: the one whose change repairs most and violates least."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation

from msgspec import Struct

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import Evaluation, evaluate, rounded

MAX_SECANT_STEPS = 4  # a sum needs one, a quotient of printed numbers two
FIRST_SECANT_STEP = Decimal("0.01")  # as a part of the amount
MAX_AMOUNT_IN_STEPS = Decimal(10) ** 12  # of the last digit: no printed amount is that large

_SATISFIED = (Outcome.HOLDS, Outcome.ROUNDING)

RatePlausibility = Callable[[Claim, Decimal], int]
"""How plausible it is that a claim which should be a certain amount was printed as it is: higher is more."""


class WrongNumber(Struct, frozen=True, eq=False):
    """A claim found wrong, what it should be, and the violated constraints that this repairs."""

    claim: Claim
    expected: Decimal
    repaired: tuple[Evaluation, ...]


class _Candidate(Struct, frozen=True, eq=False):
    """A wrong number proposed, how many constraints it would violate, and how plausible its slip is."""

    wrong: WrongNumber
    newly_violated: int
    plausibility: int

    @property
    def rank(self) -> tuple[int, int, int, bool]:
        """Net repairs first; among equals, a plausible slip, then the left side of a quotient."""
        claim, repaired = self.wrong.claim, self.wrong.repaired
        is_quotient = any(
            evaluation.constraint.quotient and evaluation.constraint.target is claim
            for evaluation in repaired
        )
        return len(repaired) - self.newly_violated, -self.newly_violated, self.plausibility, is_quotient


def find_wrong_numbers(
    evaluations: Sequence[Evaluation], plausibility: RatePlausibility
) -> tuple[list[WrongNumber], list[Evaluation]]:
    """Return the wrong numbers, the surest first, and the violated constraints that none explains."""
    violated = [evaluation for evaluation in evaluations if evaluation.outcome is Outcome.DIFFERS]
    satisfied = [evaluation for evaluation in evaluations if evaluation.outcome in _SATISFIED]
    found: list[WrongNumber] = []
    unexplained: list[Evaluation] = []
    for group in connected(violated):
        while group and (wrong := _surest(group, satisfied, plausibility)):
            found.append(wrong)
            group = [evaluation for evaluation in group if evaluation not in wrong.repaired]
        unexplained += group
    return found, unexplained


def connected(evaluations: Iterable[Evaluation]) -> list[list[Evaluation]]:
    """Return the evaluations in groups that share no claim with one another."""
    groups: list[list[Evaluation]] = []
    for evaluation in evaluations:
        used = set(evaluation.used)
        joined = [group for group in groups if any(used & set(member.used) for member in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([member for group in joined for member in group] + [evaluation])
    return groups


def _surest(
    violated: Sequence[Evaluation], satisfied: Sequence[Evaluation], plausibility: RatePlausibility
) -> WrongNumber | None:
    """Return the candidate of the highest rank, None if it repairs nothing or another claim ranks equal."""
    candidates = sorted(
        _candidates(violated, satisfied, plausibility), key=lambda candidate: candidate.rank, reverse=True
    )
    if not candidates or candidates[0].rank[0] <= 0:
        return None
    first = candidates[0]
    has_rival = any(
        other.rank == first.rank and other.wrong.claim is not first.wrong.claim for other in candidates[1:]
    )
    return None if has_rival else first.wrong


def _candidates(
    violated: Sequence[Evaluation], satisfied: Sequence[Evaluation], plausibility: RatePlausibility
) -> Iterator[_Candidate]:
    """Yield, for each claim of a violated constraint, each amount that would repair one."""
    for claim in dict.fromkeys(claim for evaluation in violated for claim in evaluation.used):
        own_violated = [evaluation for evaluation in violated if claim in evaluation.used]
        own_satisfied = [evaluation for evaluation in satisfied if claim in evaluation.used]
        for amount in dict.fromkeys(_proposals(claim, own_violated)):
            repaired = tuple(
                evaluation for evaluation in own_violated if _is_satisfied(evaluation, claim, amount)
            )
            if repaired:
                newly_violated = sum(
                    not _is_satisfied(evaluation, claim, amount) for evaluation in own_satisfied
                )
                yield _Candidate(
                    WrongNumber(claim, amount, repaired), newly_violated, plausibility(claim, amount)
                )


def _is_satisfied(evaluation: Evaluation, claim: Claim, amount: Decimal) -> bool:
    return evaluate(evaluation.constraint, {claim: amount}).outcome in _SATISFIED


def _proposals(claim: Claim, evaluations: Iterable[Evaluation]) -> Iterator[Decimal]:
    """Yield the amounts, as the claim would print them, with which a constraint's sides would be equal."""
    for evaluation in evaluations:
        if evaluation.constraint.target is claim and evaluation.right.amount is not None:
            amount: Decimal | None = evaluation.right.amount
        else:
            amount = _root(evaluation, claim)
        if amount is None or (claim.step and abs(amount) > claim.step * MAX_AMOUNT_IN_STEPS):
            continue
        if rounded(amount, claim) != claim.amount:
            yield rounded(amount, claim)


def _root(evaluation: Evaluation, claim: Claim) -> Decimal | None:
    """Return the amount of a claim that makes both sides equal, by the secant method; None if not found."""
    before, now = claim.amount, claim.amount + max(claim.step, abs(claim.amount) * FIRST_SECANT_STEP)
    gap = _gap(evaluation, claim, before)
    for _ in range(MAX_SECANT_STEPS):
        next_gap = _gap(evaluation, claim, now)
        if gap is None or next_gap is None or next_gap == gap:
            return None
        if not next_gap:
            return now
        try:
            before, now, gap = now, now - next_gap * (now - before) / (next_gap - gap), next_gap
        except (DivisionByZero, InvalidOperation):
            return None
    return now


def _gap(evaluation: Evaluation, claim: Claim, amount: Decimal) -> Decimal | None:
    """Return left side less right side with another amount for a claim."""
    changed = evaluate(evaluation.constraint, {claim: amount})
    left, right = changed.left.amount, changed.right.amount
    return None if left is None or right is None else left - right
