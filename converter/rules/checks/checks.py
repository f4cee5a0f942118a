"""Judge a ledger by the pack's checks: which equations hold, which do not, which can't be told."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from converter import messages
from converter.figures import Figure, Ledger, Outcome, Value, basis_of, item_of, total
from converter.pack import Check, Pack
from converter.rules.checks.availability import Availability
from converter.rules.language.compiler import Compiler
from converter.rules.language.evaluation import compare
from converter.rules.language.expression import Expression
from converter.rules.language.scopes import column, ledger_scope, line_scope
from converter.rules.language.terms import NOTHING, Lack, Name, Scope, Trace

ZERO = Decimal(0)


class CheckResult(NamedTuple):
    """What one check found at one place: `where` is a line's name where it was judged line by line.

    `signs` tells how each figure used enters left minus right; all are 0 unless the check is an equality.
    """

    code: str
    check: Check
    outcome: Outcome
    left: Value = NOTHING
    right: Value = NOTHING
    used: tuple[Figure, ...] = ()
    signs: tuple[int, ...] = ()
    missing: tuple[Lack, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its expressions compiled."""

    code: str
    check: Check
    equation: Expression | None
    sums: tuple[Expression, ...]
    columns: tuple[Name, ...]
    when: Expression | None


def rules(pack: Pack, compiler: Compiler) -> list[Rule]:
    """Return the pack's checks, compiled; PackError names what does not compile."""
    return [_rule(code, check, compiler) for code, check in pack.checks.items()]


def _rule(code: str, check: Check, compiler: Compiler) -> Rule:
    place = ("checks", code)
    if check.hierarchy:
        compiler.group(check.hierarchy, *place, "hierarchy")
    equation = None
    if check.rows:
        equation = compiler.over_lines(check.equation, check.rows, *place, "equation")
    elif check.equation:
        equation = compiler.equation(check.equation, *place, "equation")
    for form in check.forms:
        compiler.figure(check.agree, *place, "forms", form=form)
    when = compiler.condition(check.when, *place, "when") if check.when else None
    sums = compiler.amounts(check.units, *place, "units")
    columns = tuple(compiler.column(each, *place, "lines") for each in check.lines)
    return Rule(code, check, equation, sums, columns, when)


def judge(rule: Rule, ledger: Ledger, scope: Scope, filed: Availability) -> list[CheckResult]:
    """Return the verdicts of one rule: one, or one for each line it looked at; `scope` is over the ledger."""
    if rule.when and not rule.when.holds(scope, Trace()):
        return [CheckResult(rule.code, rule.check, Outcome.NOT_APPLICABLE)]
    found = [_applied(verdict, ledger, filed) for verdict in _verdicts(rule, ledger, scope)]
    return found or [CheckResult(rule.code, rule.check, Outcome.NOT_APPLICABLE)]


def _applied(verdict: CheckResult, ledger: Ledger, filed: Availability) -> CheckResult:
    """Return the verdict with what was missing traced to its roots; it does not apply where a table
    it needs was never filed.
    """
    if verdict.outcome is not Outcome.NOT_EVALUABLE:
        return verdict
    found = Trace()
    for lack in verdict.missing:
        filed.trace(lack, ledger, found)
    used = tuple(figure for figure in (*verdict.used, *found.used) if figure.value is None)
    outcome = (
        verdict.outcome
        if all(filed.could_give(lack, ledger) for lack in found.missing)
        else Outcome.NOT_APPLICABLE
    )
    return verdict._replace(outcome=outcome, used=used, signs=(0,) * len(used), missing=tuple(found.missing))


def _verdicts(rule: Rule, ledger: Ledger, scope: Scope) -> Iterator[CheckResult]:
    if rule.check.agree:
        yield from _agreement(rule, ledger)
    elif rule.check.hierarchy:
        yield from _hierarchy(rule, ledger, scope)
    elif rule.columns:
        yield from _same_lines(rule, scope)
    elif rule.sums:
        yield from _over_units(rule, ledger)
    elif rule.equation and rule.check.rows:
        for line in ledger.detail_rows.get(rule.check.rows, []):
            yield _equation(rule, rule.equation, line_scope(line), f"{line.key} {line.name}")
    elif rule.equation:
        yield _equation(rule, rule.equation, scope, "")


def _equation(rule: Rule, equation: Expression, scope: Scope, where: str) -> CheckResult:
    trace = Trace()
    left, right, operator = equation.sides(scope, trace)
    outcome = _outcome(left, right, operator)
    signs = tuple(trace.signs) if operator == "=" else (0,) * len(trace.signs)
    return CheckResult(
        rule.code, rule.check, outcome, left, right, tuple(trace.used), signs, tuple(trace.missing), where
    )


def _outcome(left: Value, right: Value, operator: str) -> Outcome:
    if left.amount is None or right.amount is None:
        return Outcome.NOT_EVALUABLE
    if compare(left.amount, right.amount, operator):
        return Outcome.HOLDS
    allowed = left.error + right.error
    return Outcome.ROUNDING if abs(left.amount - right.amount) <= allowed else Outcome.DIFFERS


def _agreement(rule: Rule, ledger: Ledger) -> Iterator[CheckResult]:
    """Compare the first filled reading, in the check's order, with every other."""
    readings = ledger.readings.get(rule.check.agree, {})
    filed = [readings[form] for form in rule.check.forms if form in readings]
    filed.sort(key=lambda figure: figure.value is None)
    for other in filed[1:]:
        yield _pair(rule, filed[0], other, "")


def _same_lines(rule: Rule, scope: Scope) -> Iterator[CheckResult]:
    """Compare the lines of one table's column with those of the same name in another's."""
    one, other = (
        {line.name: line.figures[name.basis] for line in scope.lines(name.item).tops
         if name.basis in line.figures} for name in rule.columns
    )  # fmt: skip
    yield from (_pair(rule, one[name], other[name], name) for name in one if name in other)


def _pair(rule: Rule, one: Figure, other: Figure, where: str) -> CheckResult:
    left, right = Value(one.value, one.error), Value(other.value, other.error)
    outcome = _outcome(left, right, "=")
    blank = _blank(one, other) if outcome is Outcome.NOT_EVALUABLE else ()
    return CheckResult(rule.code, rule.check, outcome, left, right, (one, other), (1, -1), blank, where)


def _over_units(rule: Rule, ledger: Ledger) -> Iterator[CheckResult]:
    """Compare each amount with the sum over the department's units, where any of them has it."""
    for amount in rule.sums if ledger.budget_units else ():
        whole, parts, lacking = Trace(), Trace(), []
        stated, summed = amount.value(ledger_scope(ledger), whole), Value(ZERO)
        for unit in ledger.budget_units:
            each = amount.value(ledger_scope(unit), parts)
            if each.amount is None or summed.amount is None:
                lacking += [unit.department] * (each.amount is None)
                summed = NOTHING
            else:
                summed = Value(summed.amount + each.amount, summed.error + each.error)
        if len(lacking) < len(ledger.budget_units):
            yield CheckResult(
                rule.code,
                rule.check,
                _outcome(stated, summed, "="),
                stated,
                summed,
                (*whole.used, *parts.used),
                (*whole.signs, *(-sign for sign in parts.signs)),
                (*whole.missing, *parts.missing),
                _over(amount.names[0], lacking or [unit.department for unit in ledger.budget_units]),
            )


def _over(name: Name, units: list[str]) -> str:
    return messages.checks.OVER_UNITS.format(
        item=name.item, basis=name.basis, units=messages.checks.AND.join(units)
    )


def _blank(*figures: Figure) -> tuple[Lack, ...]:
    """Return what is missing where figures are blank."""
    return tuple((_name(figure),) for figure in figures if figure.value is None)


def _name(figure: Figure) -> Name:
    return Name(item_of(figure.id), basis_of(figure.id), figure.cell.form if figure.cell else "")


def _hierarchy(rule: Rule, ledger: Ledger, scope: Scope) -> Iterator[CheckResult]:
    below = scope.lines(rule.check.hierarchy).below
    for line in ledger.detail_rows.get(rule.check.hierarchy, []):
        if parts := below.get(line.key):
            where = f"{line.key} {line.name}"
            for name, whole in line.figures.items():
                yield _whole(rule, whole, column(parts, name), where)


def _whole(rule: Rule, whole: Figure, parts: list[Figure], where: str) -> CheckResult:
    """Compare a line's amount with the sum of those right below it."""
    stated, summed, used = Value(whole.value, whole.error), total(parts), (whole, *parts)
    outcome = _outcome(stated, summed, "=")
    blank = _blank(*used) if outcome is Outcome.NOT_EVALUABLE else ()
    signs = (1, *[-1] * len(parts))
    return CheckResult(rule.code, rule.check, outcome, stated, summed, used, signs, blank, where)
