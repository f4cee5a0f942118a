"""What an expression may consist of. Python's syntax allows far more; all of that is refused."""

import ast


def is_amount(node: ast.expr) -> bool:
    """Whether it is arithmetic: numbers, names, + - * /, a minus sign, `sum` or `first`."""
    match node:
        case ast.Constant(value=value):
            return type(value) in (int, float)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return is_amount(inner)
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), left=left, right=right):
            return is_amount(left) and is_amount(right)
        case ast.Call(func=ast.Name(id="first"), args=[_, *_] as tried, keywords=[]):
            return all(map(is_amount, tried))
    return is_name(node) or is_sum(node)


def is_sum(node: ast.AST) -> bool:
    """Whether it is `sum(group.column)`, or `sum(list.column, words == word)` over some rows of a list.

    The word may be quoted.
    """
    match node:
        case ast.Call(func=ast.Name(id="sum"), args=[ast.Attribute(value=ast.Name()), *only], keywords=[]):
            return not only or (len(only) == 1 and _is_choice(only[0]))
    return False


def _is_choice(node: ast.expr) -> bool:
    match node:
        case ast.Compare(left=ast.Name(), ops=[ast.Eq()], comparators=[word]):
            return isinstance(word, ast.Name) or (
                isinstance(word, ast.Constant) and isinstance(word.value, str)
            )
    return False


def is_name(node: ast.AST) -> bool:
    """Whether it is `basis` or `item.basis`, with `@form` or without."""
    match node:
        case ast.BinOp(op=ast.MatMult(), left=left, right=ast.Name()):
            return isinstance(left, (ast.Name, ast.Attribute)) and is_name(left)
        case ast.Attribute(value=ast.Name()) | ast.Name():
            return True
    return False


def is_equation(node: ast.expr) -> bool:
    """Whether it compares two amounts."""
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            return type(operator) in OPERATORS and is_amount(left) and is_amount(right)
    return False


def is_condition(node: ast.expr) -> bool:
    """Whether it is a comparison, or several joined by `and` and `or`."""
    return all(map(is_condition, node.values)) if isinstance(node, ast.BoolOp) else is_equation(node)


OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Eq: "=", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
