"""What the checks of the pack demand of the standard tables in a report."""

from collections.abc import Iterator, Mapping

from converter.figures import CellOrigin, Figure, Ledger, Severity, sum_values
from converter.rules import CheckResult, Rules
from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import ComputeSides, Constraint, ConstraintKind, Surety

_Term = tuple[Claim, int]


def form_constraints(
    rules: Rules, ledger: Ledger, claims: Mapping[CellOrigin, Claim]
) -> Iterator[Constraint]:
    """Yield each equality that the checks demand of a ledger read from a report, between its cells.

    One that rests on an amount that is in no cell of the report is none.
    """
    for result in rules.equalities(ledger):
        terms = [
            (claims.get(figure.cell) if figure.cell else None, figure, sign) for figure, sign in result.terms
        ]
        if all(claim or _is_nil(figure) for claim, figure, _ in terms):
            printed = tuple((claim, sign) for claim, _, sign in terms if claim)
            if len(printed) > 1:
                yield _constraint(result, printed)


def _is_nil(figure: Figure) -> bool:
    return bool(figure.cell) and not figure.value


def _constraint(result: CheckResult, terms: tuple[_Term, ...]) -> Constraint:
    return Constraint(
        ConstraintKind.IDENTITY,
        result.check.rule,
        _sides(terms),
        near=terms[0][0],
        surety=Surety.CERTAIN,
        warning=result.check.severity is not Severity.ERROR,
    )


def _sides(terms: tuple[_Term, ...]) -> ComputeSides:
    """Return the sides of an equation: the claims added on the left, those subtracted on the right."""
    used = tuple(claim for claim, _ in terms)

    def sides(assignment: Assignment) -> BothSides:
        left, right = (
            sum_values(assignment.value_of(claim) for claim, sign in terms if sign == side)
            for side in (1, -1)
        )
        return BothSides(left, right, used)

    return sides
