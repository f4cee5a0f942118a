"""What was left: of what came in, when what was spent is taken off, wherever a text says so much."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from converter.figures import Outcome, sum_values
from converter.verify.claims.claim import Claim
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety, evaluate
from converter.verify.constraints.parts.placed_amounts import PlacedAmount

MOST_PARAGRAPHS_BEFORE = 2  # paragraphs before one, in which what is left of them may stand
LEAST_STEPS_OF_FLOW = 100  # of the largest amount, in its last digit: smaller ones may come out by chance
DISTINCTIVE_STEPS_OF_FLOW = 1_000  # smaller ones may be a slip away by chance


class _Flow(Struct, frozen=True, eq=False):
    """What came in, what was spent of it, and what was left."""

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
    spent since, or the last of each. What was left before is neither.
    """
    before: list[Sequence[PlacedAmount]] = []
    for paragraph in placed.values():
        for at, each in enumerate(paragraph):
            if _is_left(each, patterns):
                flows = _flows(each.claim, paragraph[:at], before[-MOST_PARAGRAPHS_BEFORE:], patterns)
                yield from _likeliest(flows, is_of_these=_is_of(each, paragraph[:at], patterns))
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
