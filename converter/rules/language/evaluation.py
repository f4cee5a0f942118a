"""An expression's arithmetic, put together once: a function for every node of its tree.

Values are Decimal with the error their printed digits allow; there is none where an input is blank or a
divisor zero.
"""

import ast
import operator as operators
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from unicodedata import normalize

from converter.figures import NO_VALUE, ListRow, Value, is_unread, item_of, total, value_of
from converter.rules.language.grammar import OPERATORS, is_sum
from converter.rules.language.scopes import column
from converter.rules.language.terms import Lack, Name, Scope, Trace

Step = Callable[[Scope, Trace, int], Value]
"""Returns a node's value; the last argument is the sign with which it enters the whole."""

Condition = Callable[[Scope, Trace], bool | None]
"""Returns whether a condition holds, None where an amount is missing."""

Names = Mapping[ast.AST, Name]


def step(node: ast.expr, names: Names) -> Step:
    """Return the step of a node that the grammar allows; `names` are those of the tree."""
    match node:
        case ast.Constant(value=number):
            return _constant(Value(Decimal(str(number))))
        case ast.UnaryOp(operand=operand):
            return _negative(step(operand, names))
        case ast.Call(args=[group, *_]) if is_sum(node):
            return _sum(names[group])
        case ast.Call(args=alternatives):
            return _first([step(alternative, names) for alternative in alternatives])
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            (first, _), *others = _terms(node)
            return _total(step(first, names), [(step(term, names), sign) for term, sign in others])
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _product(step(left, names), step(right, names))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _quotient(step(left, names), step(right, names))
    return _figure(names[node])


def sides(node: ast.expr, names: Names) -> tuple[Step, Step, str]:
    """Return the steps of both sides of a comparison, and its operator."""
    assert isinstance(node, ast.Compare)
    return step(node.left, names), step(node.comparators[0], names), OPERATORS[type(node.ops[0])]


def condition(node: ast.expr, names: Names) -> Condition:
    """Return a function for whether a comparison, or several joined by `and` and `or`, holds."""
    if isinstance(node, ast.BoolOp):
        return _joined([condition(part, names) for part in node.values], decisive=isinstance(node.op, ast.Or))
    before, after, operator = sides(node, names)

    def compared(scope: Scope, trace: Trace) -> bool | None:
        left, right = before(scope, trace, 1).amount, after(scope, trace, 1).amount
        return None if left is None or right is None else compare(left, right, operator)

    return compared


def compare(left: Decimal, right: Decimal, operator: str) -> bool:
    """Whether `left operator right`."""
    return _COMPARED[operator](left, right)


def _joined(conditions: list[Condition], *, decisive: bool) -> Condition:
    """Return conditions joined by `or` (one that holds is decisive) or by `and` (one that does not)."""

    def joined(scope: Scope, trace: Trace) -> bool | None:
        known = [holds(scope, trace) for holds in conditions]
        if decisive in known:
            return decisive
        return None if None in known else not decisive

    return joined


def _constant(value: Value) -> Step:
    return lambda scope, trace, sign: value


def _figure(name: Name) -> Step:
    lack: Lack = (name,)

    def look_up(scope: Scope, trace: Trace, sign: int) -> Value:
        figure = scope.figure(name)
        if figure is None:
            trace.missing.append(lack)
            return NO_VALUE
        trace.used.append(figure)
        trace.signs.append(sign)
        if figure.value is None:
            trace.missing.append(lack)
            return NO_VALUE
        return value_of(figure)

    return look_up


def _sum(name: Name) -> Step:
    def summed(scope: Scope, trace: Trace, sign: int) -> Value:
        listed = scope.listed(name.item)
        if listed is not None:
            return _sum_of_rows(listed, name, scope, trace, sign)
        figures = column(scope.rows(name.item).tops, name.basis)
        trace.use(figures, sign)
        if unread := next(filter(is_unread, figures), None):
            trace.missing.append((Name(item_of(unread.id), name.basis),))
            return NO_VALUE
        found = total(figures)
        if found.amount is None:
            trace.missing.append((name,))
        return found

    return summed


def _sum_of_rows(rows: Sequence[ListRow], name: Name, scope: Scope, trace: Trace, sign: int) -> Value:
    """Return the sum of a column over the rows of a list; none while a row has no amount in it."""
    amount, error = Decimal(0), Decimal(0)
    lacks = len(trace.missing)
    if name.where:
        words, word = name.where
        rows = [row for row in rows if words in row.texts and _says(row.texts[words].value, word)]
    for row in rows:
        found = _figure(Name(row.id, name.basis))(scope, trace, sign)
        amount, error = amount + (found.amount or 0), error + found.error
    if not rows:
        trace.missing.append((name,))
    return Value(amount, error) if len(trace.missing) == lacks else NO_VALUE


def _says(text: str, word: str) -> bool:
    """Whether a cell says a word, whatever its width and what stands behind it in brackets."""
    said, wanted = ("".join(normalize("NFKC", each).split()) for each in (text, word))
    return wanted in (said, said.partition("(")[0])


def _first(steps: list[Step]) -> Step:
    """Return the step to the first value there is; of those without one, only blank figures are used."""

    def first(scope: Scope, trace: Trace, sign: int) -> Value:
        lack: list[Name] = []
        for tried in steps:
            used, missing = len(trace.used), len(trace.missing)
            found = tried(scope, trace, sign)
            if found.amount is not None:
                return found
            lack += [name for several in trace.missing[missing:] for name in several]
            blank = [figure for figure in trace.used[used:] if figure.value is None]
            del trace.missing[missing:], trace.used[used:], trace.signs[used:]
            trace.use(blank, sign)
        trace.missing.append(tuple(lack))
        return NO_VALUE

    return first


def _negative(inner: Step) -> Step:
    def negative(scope: Scope, trace: Trace, sign: int) -> Value:
        return -inner(scope, trace, -sign)

    return negative


def _terms(node: ast.expr) -> list[tuple[ast.expr, int]]:
    """Return the terms of a sum with their signs, 1 or -1; the first keeps its own."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        return [*_terms(node.left), (node.right, 1 if isinstance(node.op, ast.Add) else -1)]
    return [(node, 1)]


def _total(first: Step, others: list[tuple[Step, int]]) -> Step:
    def added(scope: Scope, trace: Trace, sign: int) -> Value:
        value = first(scope, trace, sign)
        amount, error = value.amount, value.error
        for other, side in others:
            more = other(scope, trace, sign * side)
            if amount is None or more.amount is None:
                amount = None
            else:
                amount = amount + more.amount if side > 0 else amount - more.amount
                error += more.error
        return NO_VALUE if amount is None else Value(amount, error)

    return added


def _product(left: Step, right: Step) -> Step:
    def multiplied(scope: Scope, trace: Trace, sign: int) -> Value:
        return left(scope, trace, 0) * right(scope, trace, 0)

    return multiplied


def _quotient(left: Step, right: Step) -> Step:
    def divided(scope: Scope, trace: Trace, sign: int) -> Value:
        return left(scope, trace, 0) / right(scope, trace, 0)

    return divided


_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": operators.eq, "!=": operators.ne, "<": operators.lt,
    "<=": operators.le, ">": operators.gt, ">=": operators.ge,
}  # fmt: skip
