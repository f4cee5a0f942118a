"""Find the printed number behind broken ties: the one whose change would mend most and hurt least."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

from converter.figures import Outcome
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import Evaluation, evaluated, rounded

ROUNDS = 4  # of the secant method; a sum needs one, a quotient of printed numbers two
FAIR = Decimal("0.01")
FAR = Decimal(10) ** 12  # steps of the last digit; no printed amount is that large

Telling = Callable[[Claim, Decimal], int]
"""How much the way a claim differs from what it should be tells of a slip."""


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """A claim taken for wrong, what it should be, and the broken ties that this would mend."""

    claim: Claim
    expected: Decimal
    trials: tuple[Evaluation, ...]


@dataclass(frozen=True, slots=True)
class _Suspect:
    blame: WrongNumber
    hurt: int
    slip: int

    @property
    def weight(self) -> tuple[int, int, int, bool]:
        """What it mends less what it hurts; among equals a telling slip decides, then a quotient."""
        claim, count = self.blame.claim, len(self.blame.trials)
        quotient = any(trial.tie.quotient and trial.tie.target is claim for trial in self.blame.trials)
        return count - self.hurt, -self.hurt, self.slip, quotient


def find_wrong_numbers(
    trials: Sequence[Evaluation], telling: Telling
) -> tuple[list[WrongNumber], list[Evaluation]]:
    """Return the claims to blame, the weightiest first, and the broken ties that nothing explains alone."""
    broken = [trial for trial in trials if trial.outcome is Outcome.DIFFERS]
    holding = [trial for trial in trials if trial.outcome in (Outcome.HOLDS, Outcome.ROUNDING)]
    found: list[WrongNumber] = []
    while broken and (blame := _weightiest(broken, holding, telling)):
        found.append(blame)
        mended = {id(trial) for trial in blame.trials}
        broken = [trial for trial in broken if id(trial) not in mended]
    return found, broken


def _weightiest(
    broken: Sequence[Evaluation], holding: Sequence[Evaluation], telling: Telling
) -> WrongNumber | None:
    suspects = sorted(_suspects(broken, holding, telling), key=lambda each: each.weight, reverse=True)
    if not suspects or suspects[0].weight[0] <= 0:
        return None
    first = suspects[0]
    rival = any(
        other.weight == first.weight and other.blame.claim is not first.blame.claim for other in suspects[1:]
    )
    return None if rival else first.blame


def _suspects(
    broken: Sequence[Evaluation], holding: Sequence[Evaluation], telling: Telling
) -> Iterator[_Suspect]:
    """Yield, for every claim of a broken tie, each amount that would mend one."""
    claims = dict.fromkeys(claim for trial in broken for claim in trial.used)
    for claim in claims:
        own = [trial for trial in broken if claim in trial.used]
        held = [trial for trial in holding if claim in trial.used]
        for amount in dict.fromkeys(_proposals(claim, own)):
            mended = tuple(trial for trial in own if _holds(trial, claim, amount))
            if mended:
                hurt = sum(not _holds(trial, claim, amount) for trial in held)
                yield _Suspect(WrongNumber(claim, amount, mended), hurt, telling(claim, amount))


def _holds(trial: Evaluation, claim: Claim, amount: Decimal) -> bool:
    return evaluated(trial.tie, {claim: amount}).outcome in (Outcome.HOLDS, Outcome.ROUNDING)


def _proposals(claim: Claim, trials: Iterable[Evaluation]) -> Iterator[Decimal]:
    for trial in trials:
        if trial.tie.target is claim and trial.right.amount is not None:
            amount: Decimal | None = trial.right.amount
        else:
            amount = _root(trial, claim)
        far = amount is None or (claim.step and abs(amount) > claim.step * FAR)
        if amount is not None and not far and rounded(amount, claim) != claim.amount:
            yield rounded(amount, claim)


def _root(trial: Evaluation, claim: Claim) -> Decimal | None:
    """Return the amount of a claim with which both sides of a tie are equal, None if none is found."""
    before, now = claim.amount, claim.amount + max(claim.step, abs(claim.amount) * FAIR)
    gap = _gap(trial, claim, before)
    for _ in range(ROUNDS):
        next_gap = _gap(trial, claim, now)
        if gap is None or next_gap is None or next_gap == gap:
            return None
        if not next_gap:
            return now
        try:
            before, now, gap = now, now - next_gap * (now - before) / (next_gap - gap), next_gap
        except (DivisionByZero, InvalidOperation):
            return None
    return now


def _gap(trial: Evaluation, claim: Claim, amount: Decimal) -> Decimal | None:
    found = evaluated(trial.tie, {claim: amount})
    left, right = found.left.amount, found.right.amount
    return None if left is None or right is None else left - right
