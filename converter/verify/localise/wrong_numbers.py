"""Find the numbers behind violated constraints: those whose change repairs most and violates least."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from decimal import Decimal
from itertools import groupby, islice

from msgspec import Struct

from converter.figures import Outcome
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.assignment import ChangedAmounts
from converter.verify.constraints.constraint import SATISFIED, ConstraintKind, Evaluation, by_claim
from converter.verify.constraints.effort import Effort
from converter.verify.localise.changes import number_of, repaired_together, with_what_agrees
from converter.verify.localise.connected import connected
from converter.verify.localise.proposals import a_slip_off, satisfying
from converter.verify.localise.ranking import Rank, WrongNumber, direction_key, rank_of
from converter.verify.localise.trials import ByClaim, Trials, using

RatePlausibility = Callable[[Claim, Decimal, int], int]
"""How plausible it is that a claim which should be a certain amount was printed as it is, in so many places:
higher is more.
"""


class _Candidate(Struct, frozen=True, eq=False):
    """A wrong number proposed, and its rank among the others."""

    wrong: WrongNumber
    rank: Rank


def _rank_of(candidate: _Candidate) -> Rank:
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
    for group in connected(violated, number_of):
        search = _Search(group, satisfied_by, plausibility, effort)
        while surest := search.surest():
            found += surest
            search.leave_out([evaluation for wrong in surest for evaluation in wrong.repaired])
        unexplained += search.violated
    return found, unexplained


class _Search:
    """The search among violated constraints that share numbers. `satisfied` are those that hold, by claim."""

    def __init__(
        self,
        violated: Sequence[Evaluation],
        satisfied: ByClaim,
        plausibility: RatePlausibility,
        effort: Effort,
    ) -> None:
        self._left = dict.fromkeys(violated)
        self._own = by_claim(violated)
        self._satisfied, self._plausibility, self._effort = satisfied, plausibility, effort
        self._trials = Trials()
        self._rates: dict[object, list[Claim]] = {}
        for rate in (claim for claim in self._own if claim.role is Role.RATE and claim.direction):
            self._rates.setdefault(direction_key(rate), []).append(rate)
        self._copies: dict[Hashable, list[Claim]] = {}
        for claim in self._own:
            self._copies.setdefault(number_of(claim), []).append(claim)
        self._candidates = {number: tuple(self._of_number(number)) for number in self._copies}

    @property
    def violated(self) -> list[Evaluation]:
        """The constraints that nothing has repaired yet."""
        return list(self._left)

    def surest(self) -> list[WrongNumber]:
        """Return the candidates without a rival, those of the highest rank first; none if there is no effort
        left.

        Rivals are other numbers that rank as high or higher and would repair one of the same constraints.
        """
        candidates = [each for several in self._candidates.values() for each in several]
        if not self._effort.spend(len(candidates)):
            return []
        candidates.sort(key=_rank_of, reverse=True)
        repaired_by: dict[Evaluation, list[ChangedAmounts]] = {}
        found: list[WrongNumber] = []
        taken: set[Claim] = set()
        for _, equal in groupby(candidates, _rank_of):
            group = [candidate.wrong for candidate in equal]
            for wrong in group:
                for evaluation in wrong.repaired:
                    repaired_by.setdefault(evaluation, []).append(wrong.changed)
            for wrong in group:
                rivals = (each for evaluation in wrong.repaired for each in repaired_by[evaluation])
                if taken.isdisjoint(wrong.changed) and all(wrong.changed.keys() & each for each in rivals):
                    found.append(wrong)
                    taken.update(wrong.changed)
        return found

    def leave_out(self, repaired: Iterable[Evaluation]) -> None:
        """Go on without constraints that are explained."""
        explained = set(repaired)
        for evaluation in explained:
            del self._left[evaluation]
        for claim in (affected := {claim for evaluation in explained for claim in evaluation.used}):
            self._own[claim] = [each for each in self._own[claim] if each not in explained]
        for number in {number_of(claim) for claim in affected}:
            self._candidates[number] = tuple(self._of_number(number))

    def _of_number(self, number: Hashable) -> Iterator[_Candidate]:
        """Yield each amount of a number that would repair more of its violated constraints than it breaks: in
        one place and what agrees with that, or wherever the number violates any.
        """
        copies = [claim for claim in self._copies[number] if self._own[claim]]
        proposed: dict[Decimal, None] = {}
        for claim in copies:
            for amount in self._proposed(claim):
                proposed.setdefault(amount)
                yield from self._changes({claim: amount})
                if amount == -claim.amount and claim.role is Role.CHANGE and claim.direction:
                    rates = self._rates.get(direction_key(claim), ())
                    yield from self._changes({each: -each.amount for each in (claim, *rates)})
        for amount in proposed if len(copies) > 1 else ():
            if not self._effort.spend(len(copies)):
                return
            changed = repaired_together(copies, amount, self._own, self._trials)
            yield from self._changes(changed) if len(changed) > 1 else ()

    def _proposed(self, claim: Claim) -> Iterator[Decimal]:
        """Yield the amounts that a claim may have to be; what is no change is printed with its sign."""
        violated = self._own[claim]
        proposals = (
            *satisfying(claim, violated, self._trials, self._effort),
            *a_slip_off(claim, violated, self._trials, self._effort),
        )
        for amount in dict.fromkeys(proposals):
            if claim.role is Role.CHANGE or claim.direction or amount >= 0 or claim.amount < 0:
                yield amount

    def _changes(self, change: ChangedAmounts) -> Iterator[_Candidate]:
        """Yield a change, with what agrees or without, if it repairs more constraints than it breaks."""
        for changed in with_what_agrees(change, self._satisfied, self._trials, self._effort):
            yield from self._candidate(change, changed)

    def _candidate(self, change: ChangedAmounts, changed: ChangedAmounts) -> Iterator[_Candidate]:
        """Yield what a change comes to if it repairs more constraints than it breaks."""
        violated, satisfied = (using(changed, several) for several in (self._own, self._satisfied))
        used = sum(len(evaluation.used) for evaluation in (*violated, *satisfied))
        if not self._effort.spend_on(count := len(violated) + len(satisfied), used // max(count, 1)):
            return
        repaired = tuple(each for each in violated if self._trials.holds(each, changed))
        doubted = {claim for each in repaired for claim in each.used}
        broken = (
            each
            for each in satisfied
            if not self._trials.holds(each, changed) or _is_repeated_elsewhere(each, changed, doubted)
        )
        newly_violated = sum(1 for _ in islice(broken, len(repaired)))
        if newly_violated < len(repaired):
            claim = min(change, key=lambda claim: (-sum(claim in each.used for each in repaired), claim.span))
            wrong = WrongNumber(claim, changed[claim], repaired, changed)
            plausibility = self._plausibility(claim, changed[claim], len(wrong.places))
            yield _Candidate(wrong, rank_of(wrong, newly_violated, plausibility, self._trials))


def _is_repeated_elsewhere(evaluation: Evaluation, changed: ChangedAmounts, doubted: Set[Claim]) -> bool:
    """Whether sentences say what changes again where nothing else casts doubt on it: that speaks for it."""
    if evaluation.constraint.kind is not ConstraintKind.AGREEMENT or set(evaluation.used) <= doubted:
        return False
    return all(claim in changed and claim.span.in_paragraph for claim in evaluation.used)
