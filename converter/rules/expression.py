"""The expression language of packs: names, numbers, + - * / ( ), comparisons, and/or, sum, first.

A name is `item.basis`, `item.basis@form` for the reading from one form, or bare where the context
supplies the rest. The syntax is Python's, parsed by `ast`; the meaning is ours: Decimal values with
the error their printed digits allow, and no value where an input is blank or a divisor zero.
"""

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NoReturn

from converter.figures import Figure, Value, total

_EQUALS = re.compile(r"(?<![<>=!])=(?!=)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in an expression; `item` or `basis` is empty where the context supplies it."""

    item: str
    basis: str
    form: str = ""

    @property
    def id(self) -> str:
        """The figure's id."""
        return f"{self.item}.{self.basis}"


class ExpressionError(ValueError):
    """An expression that is not in the language; `str()` says what is wrong, in the author's words."""


@dataclass(slots=True)
class Trace:
    """What an evaluation used, and what it lacked.

    `signs` tells of each figure used whether it was added (1), taken away (-1) or otherwise reckoned
    with (0).
    """

    used: list[Figure] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    missing: list[Name] = field(default_factory=list)

    def use(self, figures: Sequence[Figure], sign: int) -> None:
        """Note that figures were used, all with one sign."""
        self.used.extend(figures)
        self.signs.extend([sign] * len(figures))


@dataclass(frozen=True, slots=True)
class Scope:
    """Where names get their figures: one by name, or the top lines of a group by column."""

    figure: Callable[[Name], Figure | None]
    column: Callable[[Name], Sequence[Figure]]


NOTHING = Value(None)
SUM, FIRST = "sum", "first"


class Expression:
    """A compiled expression. `names` are all names in it, `groups` those summed over lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        try:
            self._tree = ast.parse(_EQUALS.sub("==", text.strip()), mode="eval").body
        except SyntaxError:
            raise ExpressionError(text) from None
        self._names: dict[ast.AST, Name] = {}
        self.names: list[Name] = []
        self.groups: list[Name] = []
        self._collect(self._tree)

    def value(self, scope: Scope, trace: Trace) -> Value:
        """Return the value of a formula; no amount where an input is missing or a divisor is zero."""
        return self._value(self._tree, scope, trace, 1)

    def sides(self, scope: Scope, trace: Trace) -> tuple[Value, Value, str]:
        """Return both sides of an equation or inequality, and its operator."""
        if not isinstance(self._tree, ast.Compare) or len(self._tree.ops) != 1:
            raise ExpressionError(self.text)
        left = self._value(self._tree.left, scope, trace, 1)
        right = self._value(self._tree.comparators[0], scope, trace, -1)
        return left, right, _OPERATORS[type(self._tree.ops[0])]

    def holds(self, scope: Scope, trace: Trace) -> bool | None:
        """Return whether a condition holds, None where it can't be told."""
        return self._holds(self._tree, scope, trace)

    def _holds(self, node: ast.expr, scope: Scope, trace: Trace) -> bool | None:
        if isinstance(node, ast.BoolOp):
            known = [self._holds(each, scope, trace) for each in node.values]
            decisive = isinstance(node.op, ast.Or)
            if decisive in known:
                return decisive
            return None if None in known else not decisive
        if not isinstance(node, ast.Compare):
            self._refuse()
        left = self._value(node.left, scope, trace, 1).amount
        right = self._value(node.comparators[0], scope, trace, 1).amount
        if left is None or right is None:
            return None
        return compare(left, right, _OPERATORS[type(node.ops[0])])

    def _value(self, node: ast.expr, scope: Scope, trace: Trace, sign: int) -> Value:
        if isinstance(node, ast.Constant):
            return Value(Decimal(str(node.value)))
        if isinstance(node, ast.UnaryOp):
            inner = self._value(node.operand, scope, trace, -sign)
            return Value(None if inner.amount is None else -inner.amount, inner.error)
        if isinstance(node, ast.Call):
            return self._call(node, scope, trace, sign)
        if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.MatMult):
            before, after = _SIGNS.get(type(node.op), (0, 0))
            left = self._value(node.left, scope, trace, sign * before)
            right = self._value(node.right, scope, trace, sign * after)
            return _combine(left, right, node.op)
        return _taken(self._names[node], scope, trace, sign)

    def _call(self, node: ast.Call, scope: Scope, trace: Trace, sign: int) -> Value:
        if self._function(node) == SUM:
            figures = scope.column(self._names[node.args[0]])
            trace.use(figures, sign)
            return total(figures)
        for each in node.args:
            tried = Trace()
            found = self._value(each, scope, tried, sign)
            if found.amount is not None:
                trace.use(tried.used, sign)
                return found
        trace.missing.extend(tried.missing)
        return NOTHING

    def _collect(self, node: ast.AST) -> None:
        """Check every node, and gather the names."""
        if isinstance(node, ast.Call):
            function = self._function(node)
            if function == SUM:
                self.groups.append(self._named(node.args[0]))
                return
            for each in node.args:
                self._collect(each)
        elif isinstance(node, (ast.Name, ast.Attribute)) or _is_reading(node):
            self.names.append(self._named(node))
        elif isinstance(node, _ALLOWED):
            for child in ast.iter_child_nodes(node):
                self._collect(child)
        elif not isinstance(node, (ast.operator, ast.unaryop, ast.cmpop, ast.boolop)):
            self._refuse()

    def _named(self, node: ast.AST) -> Name:
        self._names[node] = name = self._name(node)
        return name

    def _function(self, node: ast.Call) -> str:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in (SUM, FIRST) or not node.args or node.keywords:
            self._refuse()
        return name

    def _name(self, node: ast.AST) -> Name:
        if isinstance(node, ast.BinOp) and isinstance(node.right, ast.Name):
            inner = self._name(node.left)
            return Name(inner.item, inner.basis, node.right.id)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            return Name(node.value.id, node.attr)
        if isinstance(node, ast.Name):
            return Name("", node.id)
        return self._refuse()

    def _refuse(self) -> NoReturn:
        raise ExpressionError(self.text)


def compare(left: Decimal, right: Decimal, operator: str) -> bool:
    """Return whether `left operator right`."""
    return {
        "=": left == right, "!=": left != right, "<": left < right,
        "<=": left <= right, ">": left > right, ">=": left >= right,
    }[operator]  # fmt: skip


def _taken(name: Name, scope: Scope, trace: Trace, sign: int) -> Value:
    figure = scope.figure(name)
    if figure is None or figure.value is None:
        trace.missing.append(name)
        if figure is not None:
            trace.use([figure], sign)
        return NOTHING
    trace.use([figure], sign)
    return Value(figure.value, figure.error)


def _combine(left: Value, right: Value, operator: ast.operator) -> Value:
    if left.amount is None or right.amount is None:
        return NOTHING
    a, b = left.amount, right.amount
    if isinstance(operator, ast.Add):
        return Value(a + b, left.error + right.error)
    if isinstance(operator, ast.Sub):
        return Value(a - b, left.error + right.error)
    if isinstance(operator, ast.Mult):
        return Value(a * b, abs(a) * right.error + abs(b) * left.error)
    if not b:
        return NOTHING
    return Value(a / b, (left.error + abs(a / b) * right.error) / abs(b))


def _is_reading(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult)


_SIGNS: dict[type[ast.operator], tuple[int, int]] = {ast.Add: (1, 1), ast.Sub: (1, -1)}
_ALLOWED = (ast.BinOp, ast.UnaryOp, ast.Compare, ast.BoolOp, ast.Constant)
_OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Eq: "=", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
