"""What a change, a rate and a completion must be, by the amounts it is of and is measured from."""

from collections.abc import Callable, Iterator, Sequence
from operator import sub, truediv

from converter.figures import NO_VALUE, ZERO, Value
from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role, is_beside
from converter.verify.claims.numbers import ONE
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.claim_index import ClaimIndex, ComputedFigure
from converter.verify.constraints.common_constraints import sums_to
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety, holds

FARTHEST_CHANGED = 3  # contents between a change and its amount, of a name that the pack does not know


class ChangeConstraints:
    """The constraints of the changes, rates and completions among a report's claims."""

    def __init__(self, index: ClaimIndex, sentences: Sentences) -> None:
        self._index, self._sentences = index, sentences
        self._changes = {comparison.against: comparison.change for comparison in sentences.comparisons}

    def constraints(self, claims: Sequence[Claim]) -> Iterator[Constraint]:
        """Yield what each claim must be, in each way that the report gives it."""
        for claim in claims:
            if claim.basis == self._sentences.remainder and claim.item and not claim.in_explanation:
                yield from self._of_remainder(claim)
            if not claim.item or not claim.of_basis or claim.in_explanation:
                continue
            of, against = claim.of_basis, claim.reference_basis
            any_budget = [budget for budget in self._sentences.budgets if budget != of]
            seconds = any_budget if against == self._sentences.budgets[0] else (against,)
            if claim.role is Role.CHANGE:
                yield self._constraint(claim, (of, *seconds), sub)
            elif claim.role is Role.RATE:  # where one budget is changed, the other is not stated
                change = self._change(of, against)
                rate = self._constraint(claim, (of, *seconds), _rate)
                by_change = self._constraint(claim, (of, *seconds), _risen_by, _fallen_by)
                yield by_change if holds(by_change) and not holds(rate) else rate
                is_stated = self._index.choose(claim.figure_id(of), claim) is not None
                yield self._constraint(
                    claim, (change, *seconds), truediv, *(() if is_stated else (_rate_of_rest,))
                )
                yield self._constraint(claim, (change, of), _rate_of_rest)
            elif claim.role is Role.COMPLETION:
                yield self._completion(claim)
                yield from self._of_any_budget(claim)

    def _of_remainder(self, claim: Claim) -> Iterator[Constraint]:
        """Yield that what was left of a budget is what was not spent, if all stands in one paragraph.

        What is itself what was left at the beginning or end of a year has no budget.
        """
        if self._sentences.opposites.get(claim.item) == "":
            return
        bases = (self._sentences.basis, *self._sentences.budgets)
        spent, *budgets = (self._index.choose(claim.figure_id(basis), claim) for basis in bases)
        budget = next((each for each in budgets if each and is_beside(each, claim)), None)
        if spent and budget and is_beside(spent, claim):
            sides = sums_to((spent, claim), budget)
            yield Constraint(ConstraintKind.CHANGE, f"{claim.id}: {spent.id} {budget.id}", sides, near=claim)

    def _completion(self, claim: Claim) -> Constraint:
        return self._constraint(claim, (self._completed(claim), *self._budgets(claim)), truediv)

    def _completed(self, claim: Claim) -> str:
        """Return the basis of the amount that a completion is of."""
        is_priors = claim.reference_basis.startswith(self._sentences.prior)
        return (self._sentences.prior if is_priors else "") + claim.of_basis

    def _of_any_budget(self, claim: Claim) -> Iterator[Constraint]:
        """Yield that a completion of a budget of some kind is one of the only budget the text tells, which
        may be another.
        """
        against, any_budget = claim.reference_basis, self._sentences.budgets[0]
        is_kind = against in self._sentences.budgets and against != any_budget
        if is_kind and self._index.choose(claim.figure_id(against), claim) is None:
            bases = (self._completed(claim), any_budget)
            yield self._constraint(claim, bases, truediv, surety=Surety.PROBABLE)

    def _is_of_namesake(self, claim: Claim, of: str) -> bool:
        """Whether the amount that a change is of stands far from it, under a name that the pack does not
        know: that may be one of another thing called so.
        """
        changed = None if claim.known else self._index.choose(claim.figure_id(of), claim)
        return changed is not None and abs(changed.span.content - claim.span.content) > FARTHEST_CHANGED

    def _budgets(self, claim: Claim) -> Sequence[str]:
        """Return the budgets that a completion may be of."""
        against = claim.reference_basis
        return (against,) if against in self._sentences.completions else self._sentences.budgets

    def _change(self, of: str, against: str) -> str:
        """Return the basis of the change from an amount to another, '' if there is none."""
        prior = self._sentences.prior
        change = self._changes.get(against.removeprefix(prior) if of.startswith(prior) else against, "")
        return change if of == self._sentences.basis or not change else of + change

    def _constraint(
        self,
        claim: Claim,
        bases: Sequence[str],
        *computes: Callable[[Value, Value], Value],
        surety: Surety = Surety.STATED,
    ) -> Constraint:
        """Return the constraint that a claim is what two amounts make: the first on the first of the bases,
        the second on one of the others.

        Of several second amounts, those of the claim's own paragraph go before all others; of these, and of
        several ways to compute, the one counts that comes nearest to what is printed.
        """
        of, *seconds = bases if len(bases) > 1 else (*bases, "")
        used_names = " ".join(claim.figure_id(basis) for basis in (of, seconds[0]))

        def sides(assignment: Assignment) -> BothSides:
            left = assignment.value_of(claim)
            inner = Assignment(assignment.near, assignment.changed, (*assignment.computing, claim.id))
            first = self._index.compute(claim.figure_id(of), inner)
            found = [self._index.compute(claim.figure_id(basis), inner) for basis in seconds]
            near = [each for each in found if each and _is_near(each, claim)]
            results = [
                (value, second)
                for second in near or found
                for compute in computes
                if first and second and (value := compute(first.value, second.value)).amount is not None
            ]
            units = {each.figure.unit for each in (first, *found) if each}
            is_one_unit = len(units) == 1 and (claim.role is not Role.CHANGE or units == {claim.base_unit})
            if claim.role is not Role.CHANGE and any(map(_may_be_either, (first, *found))):
                results = []
            if not results or not is_one_unit or left.amount is None or first is None:
                return BothSides(left, NO_VALUE, ())
            printed = left.amount
            right, second = min(results, key=lambda each: abs((each[0].amount or ZERO) - printed))
            is_size = not claim.direction and left.amount >= 0 and claim.role is Role.CHANGE
            if (is_size or claim.may_be_either) and right.amount:
                right = Value(abs(right.amount), right.error)
            return BothSides(left, right, (claim, *first.used, *second.used))

        because = f"{claim.id}: {used_names}"
        is_quotient = claim.role is not Role.CHANGE
        if surety is Surety.STATED and self._is_of_namesake(claim, of):
            surety = Surety.PROBABLE
        return Constraint(
            ConstraintKind.CHANGE, because, sides, claim, claim, quotient=is_quotient, surety=surety
        )


def _may_be_either(figure: ComputedFigure | None) -> bool:
    """Whether a figure rests on a change of which nothing says whether it is more or less."""
    return any(claim.may_be_either for claim in figure.used) if figure else False


def _is_near(figure: ComputedFigure, claim: Claim) -> bool:
    return all(used.span.content == claim.span.content for used in figure.used)


def _risen_by(of: Value, change: Value) -> Value:
    """Return the rate of an increase that stands where last year's amount would: its word has been lost."""
    return _rate_of_rest(change, of)


def _fallen_by(of: Value, change: Value) -> Value:
    """Return the same of a decrease."""
    return _rate_of_rest(-change, of)


def _rate(of: Value, against: Value) -> Value:
    return of / against - Value(ONE)


def _rate_of_rest(change: Value, of: Value) -> Value:
    """Return a change divided by what is left of an amount without it."""
    return change / (of - change)
