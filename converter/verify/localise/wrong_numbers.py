"""Find the number behind violated constraints: the one whose change repairs most and violates least."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, islice

from msgspec import Struct

from converter.figures import Outcome
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.assignment import ChangedAmounts
from converter.verify.constraints.constraint import SATISFIED, ConstraintKind, Evaluation, by_claim
from converter.verify.constraints.effort import Effort
from converter.verify.localise.proposals import a_slip_off, satisfying
from converter.verify.localise.trials import Trials

_SUMS = (ConstraintKind.PARTS, ConstraintKind.IDENTITY)
_NAMES_THE_AMOUNT = (ConstraintKind.DATA, ConstraintKind.TAG, ConstraintKind.AGREEMENT)

RatePlausibility = Callable[[Claim, Decimal], int]
"""How plausible it is that a claim which should be a certain amount was printed as it is: higher is more."""


class WrongNumber(Struct, frozen=True, eq=False):
    """A claim found wrong, what it should be, and the violated constraints that this repairs."""

    claim: Claim
    expected: Decimal
    repaired: tuple[Evaluation, ...]


class _Candidate(Struct, frozen=True, eq=False):
    """A wrong number proposed, and its rank among the others."""

    wrong: WrongNumber
    rank: "_Rank"


_Rank = tuple[int, int, int, int, int, int, bool]


def _rank(wrong: WrongNumber, newly_violated: int, plausibility: int, trials: Trials) -> _Rank:
    """Return what counts: net repairs first; among equals, the very amount that workbooks, tags or the rest
    of the report name, sums to the last place of numbers that all have it, a plausible slip, rates that come
    out to the digit, then the left side of a quotient.
    """
    changed = {wrong.claim: wrong.expected}
    exact = [each for each in wrong.repaired if trials.outcome(each, changed) is Outcome.HOLDS]
    summed = sum(each.constraint.kind in _SUMS and _is_to_one_place(each) for each in exact)
    named = sum(each.constraint.kind in _NAMES_THE_AMOUNT for each in exact)
    is_quotient = any(
        evaluation.constraint.quotient and evaluation.constraint.target is wrong.claim
        for evaluation in wrong.repaired
    )
    to_the_digit = sum(trials.is_to_the_digit(each, changed) for each in exact)
    repaired = len(wrong.repaired) - newly_violated
    return repaired, -newly_violated, named, summed, plausibility, to_the_digit, is_quotient


def _rank_of(candidate: _Candidate) -> _Rank:
    return candidate.rank


def find_wrong_numbers(
    evaluations: Sequence[Evaluation], plausibility: RatePlausibility, effort: Effort
) -> tuple[list[WrongNumber], list[Evaluation]]:
    """Return the wrong numbers, the surest first, and the violated constraints that none explains; all that
    are left are among these once the effort is spent.
    """
    violated = [evaluation for evaluation in evaluations if evaluation.outcome is Outcome.DIFFERS]
    satisfied = [evaluation for evaluation in evaluations if evaluation.outcome in SATISFIED]
    found: list[WrongNumber] = []
    unexplained: list[Evaluation] = []
    satisfied_by = by_claim(satisfied)
    for group in connected(violated):
        search = _Search(group, satisfied_by, plausibility, effort)
        while surest := search.surest():
            found += surest
            search.leave_out([evaluation for wrong in surest for evaluation in wrong.repaired])
        unexplained += search.violated
    return found, unexplained


def connected(evaluations: Iterable[Evaluation]) -> list[list[Evaluation]]:
    """Return the evaluations in groups that share no claim with one another."""
    groups: dict[int, list[tuple[int, Evaluation]]] = {}
    group_of: dict[Claim, int] = {}
    for number, evaluation in enumerate(evaluations):
        joined = {group_of[claim] for claim in evaluation.used if claim in group_of}
        largest = max(joined, key=lambda group: len(groups[group]), default=number)
        members = [member for group in joined - {largest} for member in groups.pop(group)]
        members.append((number, evaluation))
        groups.setdefault(largest, []).extend(members)
        for _, member in members:
            group_of.update(dict.fromkeys(member.used, largest))
    ordered = (sorted(members, key=lambda member: member[0]) for members in groups.values())
    return [[evaluation for _, evaluation in members] for members in ordered]


class _Search:
    """The search among violated constraints that share numbers. `satisfied` are those that hold, by claim."""

    def __init__(
        self,
        violated: Sequence[Evaluation],
        satisfied: Mapping[Claim, Sequence[Evaluation]],
        plausibility: RatePlausibility,
        effort: Effort,
    ) -> None:
        self._left = dict.fromkeys(violated)
        self._own = by_claim(violated)
        self._satisfied, self._plausibility, self._effort = satisfied, plausibility, effort
        self._trials = Trials()
        self._rates: dict[object, list[Claim]] = {}
        for rate in (claim for claim in self._own if claim.role is Role.RATE and claim.direction):
            self._rates.setdefault(_told_of(rate), []).append(rate)
        self._candidates = {claim: tuple(self._of_claim(claim)) for claim in self._own}

    @property
    def violated(self) -> list[Evaluation]:
        """The constraints that nothing has repaired yet."""
        return list(self._left)

    def surest(self) -> list[WrongNumber]:
        """Return the candidates without a rival, those of the highest rank first; none if there is no effort
        left.

        Rivals are claims that rank as high or higher and would repair one of the same constraints.
        """
        candidates = [each for several in self._candidates.values() for each in several]
        if not self._effort.spend(len(candidates)):
            return []
        candidates.sort(key=_rank_of, reverse=True)
        repaired_by: dict[Evaluation, set[Claim]] = {}
        found: dict[Claim, WrongNumber] = {}
        for _, equal in groupby(candidates, _rank_of):
            group = [candidate.wrong for candidate in equal]
            for wrong in group:
                for evaluation in wrong.repaired:
                    repaired_by.setdefault(evaluation, set()).add(wrong.claim)
            for wrong in group:
                if all(repaired_by[evaluation] == {wrong.claim} for evaluation in wrong.repaired):
                    found.setdefault(wrong.claim, wrong)
        return list(found.values())

    def leave_out(self, repaired: Iterable[Evaluation]) -> None:
        """Go on without constraints that are explained."""
        explained = set(repaired)
        for evaluation in explained:
            del self._left[evaluation]
        for claim in {claim for evaluation in explained for claim in evaluation.used}:
            self._own[claim] = [each for each in self._own[claim] if each not in explained]
            self._candidates[claim] = tuple(self._of_claim(claim))

    def _of_claim(self, claim: Claim) -> Iterator[_Candidate]:
        """Yield each amount of a claim that would repair more of its violated constraints than it breaks."""
        violated, satisfied = self._own[claim], self._satisfied.get(claim, ())
        count = len(violated) + len(satisfied)
        used = sum(len(evaluation.used) for evaluation in (*violated, *satisfied))
        proposals = (
            *satisfying(claim, violated, self._trials, self._effort),
            *a_slip_off(claim, violated, self._trials, self._effort),
        )
        for amount in dict.fromkeys(proposals):
            if claim.role is not Role.CHANGE and amount < 0 <= claim.amount and not claim.direction:
                continue  # what is no change is printed with its sign
            if not self._effort.spend_on(count, used // count):
                return
            yield from self._candidate(claim, amount, {claim: amount}, violated, satisfied)
            if amount == -claim.amount and claim.role is Role.CHANGE and claim.direction:
                yield from self._with_rates(claim)

    def _with_rates(self, change: Claim) -> Iterator[_Candidate]:
        """Yield a change in the other direction with its rates, if one word gives that of all."""
        claims = (change, *self._rates.get(_told_of(change), ()))
        violated, satisfied = (
            tuple(dict.fromkeys(each for claim in claims for each in several.get(claim, ())))
            for several in (self._own, self._satisfied)
        )
        if len(claims) > 1 and self._effort.spend(len(violated) + len(satisfied)):
            changed = {claim: -claim.amount for claim in claims}
            yield from self._candidate(change, -change.amount, changed, violated, satisfied)

    def _candidate(
        self,
        claim: Claim,
        amount: Decimal,
        changed: ChangedAmounts,
        violated: Sequence[Evaluation],
        satisfied: Sequence[Evaluation],
    ) -> Iterator[_Candidate]:
        """Yield an amount of a claim, which changes these, if it repairs more constraints than it breaks."""
        outcome = self._trials.outcome
        repaired = tuple(each for each in violated if outcome(each, changed) in SATISFIED)
        broken = (each for each in satisfied if outcome(each, changed) not in SATISFIED)
        newly_violated = sum(1 for _ in islice(broken, len(repaired)))
        if newly_violated < len(repaired):
            wrong, plausibility = WrongNumber(claim, amount, repaired), self._plausibility(claim, amount)
            yield _Candidate(wrong, _rank(wrong, newly_violated, plausibility, self._trials))


def _told_of(claim: Claim) -> tuple[object, ...]:
    """Return what a word for a direction says it of: equal for a change and its rate behind one."""
    return claim.place, claim.item, claim.of_basis, claim.reference_basis, claim.direction


def _is_to_one_place(evaluation: Evaluation) -> bool:
    return len({claim.step for claim in evaluation.used if claim.amount}) == 1
