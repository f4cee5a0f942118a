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
from converter.rules.language.lookups import column
from converter.rules.language.terms import Lack, Lookup, Name, Usage

Step = Callable[[Lookup, Usage, int], Value]
"""Returns a node's value; the last argument is the sign with which it enters the whole."""

Condition = Callable[[Lookup, Usage], bool | None]
"""Returns whether a condition holds, None where an amount is missing."""

NamesOfNodes = Mapping[ast.AST, Name]


def step(node: ast.expr, names: NamesOfNodes) -> Step:
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


def sides(node: ast.expr, names: NamesOfNodes) -> tuple[Step, Step, str]:
    """Return the steps of both sides of a comparison, and its operator."""
    assert isinstance(node, ast.Compare)
    return step(node.left, names), step(node.comparators[0], names), OPERATORS[type(node.ops[0])]


def condition(node: ast.expr, names: NamesOfNodes) -> Condition:
    """Return a function for whether a comparison, or several joined by `and` and `or`, holds."""
    if isinstance(node, ast.BoolOp):
        return _joined([condition(part, names) for part in node.values], decisive=isinstance(node.op, ast.Or))
    before, after, operator = sides(node, names)

    def compared(lookup: Lookup, usage: Usage) -> bool | None:
        left, right = before(lookup, usage, 1).amount, after(lookup, usage, 1).amount
        return None if left is None or right is None else compare(left, right, operator)

    return compared


def compare(left: Decimal, right: Decimal, operator: str) -> bool:
    """Whether `left operator right`."""
    return _COMPARED[operator](left, right)


def _joined(conditions: list[Condition], *, decisive: bool) -> Condition:
    """Return conditions joined by `or` (one that holds is decisive) or by `and` (one that does not)."""

    def joined(lookup: Lookup, usage: Usage) -> bool | None:
        known = [holds(lookup, usage) for holds in conditions]
        if decisive in known:
            return decisive
        return None if None in known else not decisive

    return joined


def _constant(value: Value) -> Step:
    return lambda lookup, usage, sign: value


def _figure(name: Name) -> Step:
    lack: Lack = (name,)

    def look_up(lookup: Lookup, usage: Usage, sign: int) -> Value:
        figure = lookup.figure(name)
        if figure is None:
            usage.missing.append(lack)
            return NO_VALUE
        usage.used.append(figure)
        usage.signs.append(sign)
        if figure.value is None:
            usage.missing.append(lack)
            return NO_VALUE
        return value_of(figure)

    return look_up


def _sum(name: Name) -> Step:
    def summed(lookup: Lookup, usage: Usage, sign: int) -> Value:
        listed = lookup.listed(name.item)
        if listed is not None:
            return _sum_of_rows(listed, name, lookup, usage, sign)
        figures = column(lookup.rows(name.item).tops, name.basis)
        usage.use(figures, sign)
        if unread := next(filter(is_unread, figures), None):
            usage.missing.append((Name(item_of(unread.id), name.basis),))
            return NO_VALUE
        found = total(figures)
        if found.amount is None:
            usage.missing.append((name,))
        return found

    return summed


def _sum_of_rows(rows: Sequence[ListRow], name: Name, lookup: Lookup, usage: Usage, sign: int) -> Value:
    """Return the sum of a column over the rows of a list; none while a row has no amount in it."""
    amount, error = Decimal(0), Decimal(0)
    lacks = len(usage.missing)
    if name.where:
        words, word = name.where
        rows = [row for row in rows if words in row.texts and _says(row.texts[words].value, word)]
    for row in rows:
        found = _figure(Name(row.id, name.basis))(lookup, usage, sign)
        amount, error = amount + (found.amount or 0), error + found.error
    if not rows:
        usage.missing.append((name,))
    return Value(amount, error) if len(usage.missing) == lacks else NO_VALUE


def _says(text: str, word: str) -> bool:
    """Whether a cell says a word, whatever its width and what stands behind it in brackets."""
    said, wanted = ("".join(normalize("NFKC", each).split()) for each in (text, word))
    return wanted in (said, said.partition("(")[0])


def _first(steps: list[Step]) -> Step:
    """Return the step to the first value there is; of those without one, only blank figures are used."""

    def first(lookup: Lookup, usage: Usage, sign: int) -> Value:
        lack: list[Name] = []
        for tried in steps:
            used, missing = len(usage.used), len(usage.missing)
            found = tried(lookup, usage, sign)
            if found.amount is not None:
                return found
            lack += [name for several in usage.missing[missing:] for name in several]
            blank = [figure for figure in usage.used[used:] if figure.value is None]
            del usage.missing[missing:], usage.used[used:], usage.signs[used:]
            usage.use(blank, sign)
        usage.missing.append(tuple(lack))
        return NO_VALUE

    return first


def _negative(inner: Step) -> Step:
    def negative(lookup: Lookup, usage: Usage, sign: int) -> Value:
        return -inner(lookup, usage, -sign)

    return negative


def _terms(node: ast.expr) -> list[tuple[ast.expr, int]]:
    """Return the terms of a sum with their signs, 1 or -1; the first keeps its own."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        return [*_terms(node.left), (node.right, 1 if isinstance(node.op, ast.Add) else -1)]
    return [(node, 1)]


def _total(first: Step, others: list[tuple[Step, int]]) -> Step:
    def added(lookup: Lookup, usage: Usage, sign: int) -> Value:
        value = first(lookup, usage, sign)
        amount, error = value.amount, value.error
        for other, side in others:
            more = other(lookup, usage, sign * side)
            if amount is None or more.amount is None:
                amount = None
            else:
                amount = amount + more.amount if side > 0 else amount - more.amount
                error += more.error
        return NO_VALUE if amount is None else Value(amount, error)

    return added


def _product(left: Step, right: Step) -> Step:
    def multiplied(lookup: Lookup, usage: Usage, sign: int) -> Value:
        return left(lookup, usage, 0) * right(lookup, usage, 0)

    return multiplied


def _quotient(left: Step, right: Step) -> Step:
    def divided(lookup: Lookup, usage: Usage, sign: int) -> Value:
        return left(lookup, usage, 0) / right(lookup, usage, 0)

    return divided


_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": operators.eq, "!=": operators.ne, "<": operators.lt,
    "<=": operators.le, ">": operators.gt, ">=": operators.ge,
}  # fmt: skip
