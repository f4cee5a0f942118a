"""What the checks of the pack demand of the standard tables in a report."""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from converter.figures import CellOrigin, Figure, Ledger, Outcome, Severity, sum_values
from converter.rules import CheckResult, Rules
from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import (
    ComputeSides,
    Constraint,
    ConstraintKind,
    Evaluation,
    Surety,
    evaluate,
)

_Term = tuple[Claim, int]


def form_constraints(
    rules: Rules, ledger: Ledger, claims: Mapping[CellOrigin, Claim]
) -> Iterator[Constraint]:
    """Yield each equality that the checks demand of a ledger read from a report, between its cells.

    One that rests on an amount that is in no cell of the report is none. Where several fail and none holds in
    a row, or most of a check fail, the table is a piece or was misread: these are no more than probable.
    """
    found = _equalities(rules, ledger, claims)
    of_row: dict[object, Counter[bool]] = {}
    of_check: dict[object, Counter[bool]] = {}
    evaluated = [(constraint, each) for constraint in found if (each := evaluate(constraint)).used]
    for constraint, evaluation in evaluated:
        fails = evaluation.outcome is Outcome.DIFFERS
        of_row.setdefault(_row(evaluation), Counter())[fails] += 1
        of_check.setdefault(constraint.because, Counter())[fails] += 1
    for constraint, evaluation in evaluated:
        row, check = of_row[_row(evaluation)], of_check[constraint.because]
        is_misread = (row[True] > 1 and not row[False]) or check[True] > max(1, check[False])
        yield replace(constraint, surety=Surety.PROBABLE) if is_misread else constraint


def _row(evaluation: Evaluation) -> tuple[tuple[int, int], bool]:
    """Return the row of an amount, and whether others of that row or of other rows are held to it."""
    rows = [(claim.span.content, claim.span.row) for claim in evaluation.used]
    return rows[0], len(set(rows)) > 1


def _equalities(rules: Rules, ledger: Ledger, claims: Mapping[CellOrigin, Claim]) -> Iterator[Constraint]:
    """Yield the equalities of which all amounts are in cells of the report."""
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
