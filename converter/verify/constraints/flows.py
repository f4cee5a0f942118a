"""What was left of what came in when what was spent is taken off, and what amounts make that are added and
taken off one after the other, wherever a text says so much.

A chain of these begins with an amount before the first word for adding or taking off; which it is, the
numbers tell. A word for either holds up to the next one.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct, field

from converter.figures import Outcome, sum_values
from converter.verify.claims.claim import Claim
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.common_constraints import holding_or
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety, evaluate
from converter.verify.constraints.parts.placed_amounts import PlacedAmount, is_total

MOST_PARAGRAPHS_BEFORE = 2  # paragraphs before one, in which what is left of them may stand
LEAST_STEPS_OF_FLOW = 100  # of the largest amount, in its last digit: smaller ones may come out by chance
DISTINCTIVE_STEPS_OF_FLOW = 1_000  # smaller ones may be a slip away by chance
MOST_STARTS = 4  # amounts before a chain that it may begin with
LEAST_STEPS_OF_CHAIN = 500  # of what it makes, in its last digit: less may be met by chance


class _Flow(Struct, frozen=True, eq=False):
    """What came in, what was spent of it, and what was left: that is what they make."""

    received: tuple[Claim, ...]
    spent: tuple[Claim, ...]
    left: Claim

    def constraint(self) -> Constraint:
        """Return the constraint that what came in is what was spent and what was left."""
        used = (*self.received, *self.spent, self.left)

        def sides(assignment: Assignment) -> BothSides:
            went = sum_values(map(assignment.value_of, (*self.spent, self.left)))
            return BothSides(sum_values(map(assignment.value_of, self.received)), went, used)

        return Constraint(ConstraintKind.FLOW, "", sides, near=self.left, surety=Surety.PROBABLE)

    @property
    def steps(self) -> Decimal:
        """How many times the last digit of its largest amount is in that."""
        return max(claim.amount / claim.step for claim in self.received)


def flow_constraints(
    placed: Mapping[int, Sequence[PlacedAmount]], patterns: Patterns
) -> Iterator[Constraint]:
    """Yield that what is left of the amounts before it is what came in less what was spent of that.

    Which of them these are is tried: all, the last of what was spent, the last of what came in and what was
    spent since, or the last of each. What was left before is neither, but what is left beside it, behind all
    that was spent, may be the other part of it.
    """
    before: list[Sequence[PlacedAmount]] = []
    for paragraph in placed.values():
        for at, each in enumerate(paragraph):
            if _is_left(each, patterns):
                flows = _flows(each.claim, paragraph[:at], before[-MOST_PARAGRAPHS_BEFORE:], patterns)
                is_of_these = _is_of(each, paragraph[:at], patterns)
                yield from _likeliest(
                    flows, is_of_these=is_of_these and not _is_of_others(each, paragraph[:at], patterns)
                )
        before += [paragraph] if paragraph else []


def _likeliest(flows: Iterator[_Flow], *, is_of_these: bool) -> Iterator[Constraint]:
    """Yield the first that comes out, else each, for one may be a slip away, if what was left is of these."""
    constraints = {flow.constraint(): flow.steps for flow in flows if flow.steps >= LEAST_STEPS_OF_FLOW}
    holding = (each for each in constraints if evaluate(each).outcome is not Outcome.DIFFERS)
    first = next(holding, None)
    if first:
        yield first
    elif is_of_these:
        yield from (each for each, steps in constraints.items() if steps >= DISTINCTIVE_STEPS_OF_FLOW)


def _flows(
    left: Claim, here: Sequence[PlacedAmount], above: Sequence[Sequence[PlacedAmount]], patterns: Patterns
) -> Iterator[_Flow]:
    """Yield what an amount may be left of: what stands before it in its paragraph, else in those above."""
    if len(_flowing(here, left)) < 2 and above:
        here = [*above[-1], *here]
    amounts = _flowing(here, left)
    spent = [each.claim for each in amounts[1:] if patterns.spent.search(each.before)]
    received = [each.claim for each in amounts if each.claim not in spent and not _is_left(each, patterns)]
    nearest = [each for each in received if spent and each.span < spent[-1].span][-1:]
    if nearest:
        since = [each for each in spent if each.span > nearest[0].span]
        ways = [(received, spent), (received, spent[-1:]), (nearest, since), (nearest, spent[-1:])]
        behind = (each for each in amounts if each.claim.span > spent[-1].span)
        if beside := [each.claim for each in behind if _is_left(each, patterns)]:
            ways += [(received, [*spent, *beside]), (nearest, [*since, *beside])]
        yield from (_Flow(*way, left) for way in dict.fromkeys((tuple(one), tuple(two)) for one, two in ways))
    last_two = amounts[-2:]
    if len(last_two) > 1 and last_two[-1].claim not in spent and _is_left(last_two[-1], patterns):
        yield _Flow(tuple(each.claim for each in last_two), (), left)
    for one, other in pairwise(above):
        totals = [_flowing(each, left)[-1:] for each in (one, other)]
        if all(totals):
            yield _Flow((totals[0][0].claim,), (totals[1][0].claim,), left)


def _is_of(left: PlacedAmount, before: Sequence[PlacedAmount], patterns: Patterns) -> bool:
    """Whether amounts may be all that another was left of: what is rolled on from year to year is left of
    what there was at the beginning, too.
    """
    is_rolled = patterns.rolled.search(last_clause(left.before))
    return not is_rolled or any(patterns.opening.search(each.before) for each in before)


def _is_of_others(left: PlacedAmount, before: Sequence[PlacedAmount], patterns: Patterns) -> bool:
    """Whether what was left may be of other amounts than those before it: where it stands behind another that
    was left, it may be a part of that; where its paragraph only tells what came in, not what was spent of it.
    """
    stated = _flowing(before, left.claim)
    if stated and _is_left(stated[-1], patterns):
        return True
    return len(stated) == 1 and not patterns.spent.search(stated[0].before)


def _is_left(placed: PlacedAmount, patterns: Patterns) -> bool:
    """Whether an amount is what was left of others."""
    return bool(patterns.left.search(last_clause(placed.before)))


def _flowing(placed: Sequence[PlacedAmount], left: Claim) -> list[PlacedAmount]:
    """Return the amounts that may flow, without the parts of others among them."""
    alike = [
        each
        for each in placed
        if each.claim.base_unit == left.base_unit and each.claim.amount and not each.is_measure
    ]
    wholes = {each.claim for each in alike}
    return [each for each in alike if each.claim.part_of not in wholes]


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
        ways = [_Flow((start, *self.added), tuple(self.taken), made).constraint() for start in self.starts]
        yield from holding_or(ways, ways)


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
