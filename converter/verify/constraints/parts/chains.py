"""Chains of what is added and what is taken off, stated one after the other up to what that makes.

They begin with an amount before the first word for adding or taking off; which it is, the numbers tell. A
word for either holds up to the next one.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from converter.figures import sum_values
from converter.verify.claims.claim import Claim
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.common_constraints import first_holding
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety
from converter.verify.constraints.parts.placed_amounts import PlacedAmount, is_total

MOST_STARTS = 4  # amounts before a chain that it may begin with
LEAST_STEPS_OF_CHAIN = 500  # of what it makes, in its last digit: less may be met by chance


class _Chain(Struct, eq=False):
    """What is added and taken off so far, and the amounts before."""

    starts: Sequence[Claim]
    added: list[Claim] = field(default_factory=list)
    taken: list[Claim] = field(default_factory=list)
    is_taking: bool = False

    def add(self, claim: Claim) -> None:
        """Add another amount of it."""
        (self.taken if self.is_taking else self.added).append(claim)

    def constraints(self, made: Claim) -> Iterator[Constraint]:
        """Yield what it makes with the first start that comes out, else with each."""
        if not self.taken or made.amount < LEAST_STEPS_OF_CHAIN * made.step:
            return
        ways = [_made(made, (start, *self.added), self.taken) for start in self.starts]
        holding = first_holding(ways)
        yield from [holding] if holding else ways


def chains(placed: Mapping[int, Sequence[PlacedAmount]], patterns: Patterns) -> Iterator[Constraint]:
    """Yield what the chains of each paragraph make."""
    for amounts in placed.values():
        chain: _Chain | None = None
        before: list[Claim] = []
        for each in amounts:
            if each.is_change or each.is_measure:
                continue
            clause = last_clause(each.before)
            is_taken = bool(patterns.taken_off.search(each.before))
            if is_taken or patterns.adding.search(clause):
                chain = chain or _Chain(before[: -MOST_STARTS - 1 : -1])
                chain.is_taking = is_taken
            if chain and _is_made(each.before, patterns) and not is_taken:
                yield from chain.constraints(each.claim)
                chain, before = None, []
            elif chain:
                chain.add(each.claim)
            before.append(each.claim)


def _is_made(before: str, patterns: Patterns) -> bool:
    """Whether words say that an amount is what others make."""
    return bool(patterns.whole_of_added.search(last_clause(before))) or is_total(before, patterns)


def _made(made: Claim, added: Sequence[Claim], taken: Sequence[Claim]) -> Constraint:
    """Return that an amount is what was added less what was taken off."""
    used = (*added, *taken, made)

    def sides(assignment: Assignment) -> BothSides:
        left, right = (sum_values(map(assignment.value_of, each)) for each in (added, (*taken, made)))
        return BothSides(left, right, used)

    return Constraint(ConstraintKind.FLOW, "", sides, near=made, surety=Surety.PROBABLE)
