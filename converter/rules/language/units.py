"""In which unit of measure a formula comes out, as far as the units of its figures tell."""

import ast
from collections.abc import Callable, Mapping

from converter.rules.language.terms import Name


def unit_of(node: ast.AST, names: Mapping[ast.AST, Name], unit: Callable[[Name], str], ratio: str) -> str:
    """Return the base unit of an amount, '' where that can't be told.

    `unit` returns the unit of a name, '' where not known; `ratio` is the unit of an amount divided by one of
    the same unit.
    """
    if node in names:
        return unit(names[node])

    def below(inner: ast.AST) -> str:
        return unit_of(inner, names, unit, ratio)

    match node:
        case ast.UnaryOp(operand=inner):
            return below(inner)
        case ast.Call(args=inner):
            return next(filter(None, map(below, inner)), "")
        case ast.BinOp(op=ast.Add() | ast.Sub(), left=left, right=right):
            return below(left) or below(right)
        case ast.BinOp(op=ast.Mult(), left=left, right=right):
            units = [below(left), below(right)]
            return next((each for each in units if each != ratio), ratio) if ratio in units else ""
        case ast.BinOp(op=ast.Div(), left=left, right=right):
            whole, part = below(left), below(right)
            return ratio if whole == part != "" else whole if part == ratio else ""
    return ""
