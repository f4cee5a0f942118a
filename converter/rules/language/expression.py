"""The expression language of packs: names, numbers, + - * / ( ), comparisons, and/or, sum, first.

A name is `item.basis`, `item.basis@form` for the reading from one form, or bare where the context
supplies the rest; `sum(list.column, words == word)` sums the rows of a list that say that word. The syntax
is Python's, parsed by `ast`; the meaning is ours: Decimal values with the error their printed digits allow,
and no value where an input is blank or a divisor zero.
"""

import ast
import re
from collections.abc import Callable
from functools import cached_property

from msgspec.structs import replace

from converter.figures import Value
from converter.rules.language.evaluation import Condition, Step, condition, sides, step
from converter.rules.language.grammar import is_name, is_sum
from converter.rules.language.terms import Lookup, Name, Usage
from converter.rules.language.units import unit_of

_EQUALS = re.compile(r"(?<![<>=!])=(?!=)")


class ExpressionError(ValueError):
    """An expression that is not in the language; `str()` says what is wrong, in the author's words."""


class Expression:
    """A compiled expression of the shape `grammar` allows.

    `names` are all names in it, `groups` those summed over detail rows, `optional` those of `first` with a
    number to fall back on.
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
        self.optional: list[Name] = []
        self._collect(self._tree)

    def value(self, lookup: Lookup, usage: Usage) -> Value:
        """Return the value of a formula; no amount where an input is missing or a divisor is zero."""
        return self._step(lookup, usage, 1)

    def sides(self, lookup: Lookup, usage: Usage) -> tuple[Value, Value, str]:
        """Return both sides of an equation or inequality, and its operator."""
        left, right, operator = self._sides
        return left(lookup, usage, 1), right(lookup, usage, -1), operator

    def holds(self, lookup: Lookup, usage: Usage) -> bool | None:
        """Return whether a condition holds, None where an amount is missing."""
        return self._condition(lookup, usage)

    def unit(self, of: Callable[[Name], str], ratio: str) -> str:
        """Return the base unit of a formula; see `unit_of`."""
        return unit_of(self._tree, self._names, of, ratio)

    @cached_property
    def _step(self) -> Step:
        return step(self._tree, self._names)

    @cached_property
    def _sides(self) -> tuple[Step, Step, str]:
        return sides(self._tree, self._names)

    @cached_property
    def _condition(self) -> Condition:
        return condition(self._tree, self._names)

    def _collect(self, node: ast.AST) -> None:
        """Gather the names."""
        if is_name(node):
            self._names[node] = _name(node)
            self.names.append(self._names[node])
        elif isinstance(node, ast.Call) and is_sum(node):
            self._names[node.args[0]] = _summed(node)
            self.groups.append(self._names[node.args[0]])
        elif isinstance(node, ast.Call):
            for argument in node.args:
                self._collect(argument)
            if any(isinstance(argument, ast.Constant) for argument in node.args):
                self.optional += (self._names[inner] for inner in ast.walk(node) if inner in self._names)
        else:
            for child in ast.iter_child_nodes(node):
                self._collect(child)


def _summed(node: ast.Call) -> Name:
    """Return the name of a column summed, and of the rows it is summed over."""
    column = _name(node.args[0])
    match node.args[1:]:
        case [ast.Compare(left=ast.Name(id=words), comparators=[word])]:
            chosen = word.id if isinstance(word, ast.Name) else str(ast.literal_eval(word))
            return replace(column, where=(words, chosen))
    return column


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
