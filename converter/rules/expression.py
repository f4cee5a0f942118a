"""The expression language of packs: names, numbers, + - * / ( ), comparisons, and/or, sum, first.

A name is `item.basis`, `item.basis@form` for the reading from one form, or bare where the context
supplies the rest. The syntax is Python's, parsed by `ast`; the meaning is ours: Decimal values with
the error their printed digits allow, and no value where an input is blank or a divisor zero.
"""

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from converter.figures import Figure, Value, total
from converter.rules.grammar import OPERATORS, is_name, is_sum

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


Lack = tuple[Name, ...]
"""What was missing: figures any one of which would have done."""


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
    missing: list[Lack] = field(default_factory=list)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the figures used, each once."""
        return tuple(dict.fromkeys(figure.id for figure in self.used))

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


class Expression:
    """A compiled expression of the shape `grammar` allows.

    `names` are all names in it, `groups` those summed over lines.
    """

    def __init__(self, text: str, grammar: Callable[[ast.expr], bool]) -> None:
        self.text = text
        try:
            self._tree = ast.parse(_EQUALS.sub("==", text.strip()), mode="eval").body
        except SyntaxError:
            raise ExpressionError(text) from None
        if not grammar(self._tree):
            raise ExpressionError(text)
        self._names: dict[ast.AST, Name] = {}
        self.names: list[Name] = []
        self.groups: list[Name] = []
        self._collect(self._tree)

    def value(self, scope: Scope, trace: Trace) -> Value:
        """Return the value of a formula; no amount where an input is missing or a divisor is zero."""
        return self._value(self._tree, scope, trace, 1)

    def sides(self, scope: Scope, trace: Trace) -> tuple[Value, Value, str]:
        """Return both sides of an equation or inequality, and its operator."""
        assert isinstance(self._tree, ast.Compare)
        left = self._value(self._tree.left, scope, trace, 1)
        right = self._value(self._tree.comparators[0], scope, trace, -1)
        return left, right, OPERATORS[type(self._tree.ops[0])]

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
        assert isinstance(node, ast.Compare)
        left = self._value(node.left, scope, trace, 1).amount
        right = self._value(node.comparators[0], scope, trace, 1).amount
        if left is None or right is None:
            return None
        return compare(left, right, OPERATORS[type(node.ops[0])])

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
        if is_sum(node):
            return _summed(self._names[node.args[0]], scope, trace, sign)
        lack: list[Name] = []
        for each in node.args:
            tried = Trace()
            found = self._value(each, scope, tried, sign)
            if found.amount is not None:
                trace.used.extend(tried.used)
                trace.signs.extend(tried.signs)
                return found
            lack += [name for several in tried.missing for name in several]
            trace.use([figure for figure in tried.used if figure.value is None], sign)
        trace.missing.append(tuple(lack))
        return NOTHING

    def _collect(self, node: ast.AST) -> None:
        """Gather the names."""
        if is_name(node):
            self._names[node] = _name(node)
            self.names.append(self._names[node])
        elif isinstance(node, ast.Call):
            for each in node.args:
                self._collect(each)
            if is_sum(node):
                self.groups.append(self.names.pop())
        else:
            for child in ast.iter_child_nodes(node):
                self._collect(child)


def compare(left: Decimal, right: Decimal, operator: str) -> bool:
    """Return whether `left operator right`."""
    return {
        "=": left == right, "!=": left != right, "<": left < right,
        "<=": left <= right, ">": left > right, ">=": left >= right,
    }[operator]  # fmt: skip


def _name(node: ast.AST) -> Name:
    """Return the name that `grammar.is_name` found."""
    match node:
        case ast.BinOp(left=left, right=ast.Name(id=form)):
            return replace(_name(left), form=form)
        case ast.Attribute(value=ast.Name(id=item), attr=basis):
            return Name(item, basis)
        case ast.Name(id=basis):
            return Name("", basis)
    raise TypeError(node)


def _summed(name: Name, scope: Scope, trace: Trace, sign: int) -> Value:
    figures = scope.column(name)
    trace.use(figures, sign)
    found = total(figures)
    if found.amount is None:
        trace.missing.append((name,))
    return found


def _taken(name: Name, scope: Scope, trace: Trace, sign: int) -> Value:
    figure = scope.figure(name)
    if figure is None or figure.value is None:
        trace.missing.append((name,))
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


_SIGNS: dict[type[ast.operator], tuple[int, int]] = {ast.Add: (1, 1), ast.Sub: (1, -1)}
