"""How two amounts compare, as far as their printed digits tell."""

from collections.abc import Sequence

from converter.figures import Figure, Outcome, Value, basis_of, is_unread, item_of, total, value_of
from converter.rules.checks.compiled import CompiledCheck
from converter.rules.checks.result import CheckResult
from converter.rules.language.evaluation import compare
from converter.rules.language.terms import Lack, Name


def outcome_of(left: Value, operator: str, right: Value) -> Outcome:
    """Return whether `left operator right` holds, holds within rounding, or does not."""
    if left.amount is None or right.amount is None:
        return Outcome.NOT_EVALUABLE
    if compare(left.amount, right.amount, operator):
        return Outcome.HOLDS
    return Outcome.ROUNDING if left.agrees_with(right) else Outcome.DIFFERS


def equality(compiled: CompiledCheck, whole: Figure, parts: Sequence[Figure], where: str = "") -> CheckResult:
    """Return the result of comparing a figure as filed with the sum of others; blank ones are missing."""
    left, right, used = value_of(whole), total(parts), (whole, *parts)
    outcome = Outcome.NOT_EVALUABLE if any(map(is_unread, parts)) else outcome_of(left, "=", right)
    missing = missing_of(used) if outcome is Outcome.NOT_EVALUABLE else ()
    signs = (1, *[-1] * len(parts))
    return CheckResult(compiled.code, compiled.check, outcome, left, right, used, signs, missing, where)


def missing_of(used: Sequence[Figure]) -> tuple[Lack, ...]:
    """Return the blank ones of the figures used, each as what is lacking."""
    return tuple((_name(figure),) for figure in used if figure.value is None)


def _name(figure: Figure) -> Name:
    return Name(item_of(figure.id), basis_of(figure.id), figure.cell.form if figure.cell else "")
