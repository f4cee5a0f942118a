"""SUMPRODUCT: what its arguments give cell by cell, multiplied and added up."""

from collections.abc import Iterator
from decimal import Decimal

from converter.read.files.formulas.arguments import Arguments, Evaluator
from converter.read.files.formulas.syntax import Area, Call, Chain, FormulaValue, Negated, Syntax, areas
from converter.read.files.formulas.tokens import NotEvaluableError
from converter.read.files.formulas.values import ZERO

CELL_BY_CELL = frozenset({"LEN", "LEFT", "RIGHT", "MID", "ABS", "ROUND", "INT", "ISNUMBER"})
"""Functions of one cell, that give as many results as they are given cells."""

MOST_CELLS = 5000  # of an argument; whole columns are not gone through


def sum_product(of: Evaluator, arguments: Arguments) -> FormulaValue:
    """Return the sum of the products; all areas of more than one cell must be of one shape."""
    shapes = {_shape(area) for argument in arguments for area in areas(argument)} - {(1, 1)}
    if not arguments or len(shapes) > 1:
        raise NotEvaluableError
    rows, columns = shapes.pop() if shapes else (1, 1)
    if rows * columns > MOST_CELLS:
        raise NotEvaluableError
    found = ZERO
    for row in range(rows):
        for column in range(columns):
            product = Decimal(1)
            for factor in _factors(of, arguments, row, column):
                product *= factor
            found += product
    return found


def _factors(of: Evaluator, arguments: Arguments, row: int, column: int) -> Iterator[Decimal]:
    """Yield what each argument gives for one cell; as one of its own, what is no number is nil."""
    for argument in arguments:
        value = of.value(_at(argument, row, column))
        yield value if isinstance(value, Decimal) else ZERO


def _at(syntax: Syntax, row: int, column: int) -> Syntax:
    """Return what a part of the formula says for one cell of its areas."""
    match syntax:
        case Area(sheet, top, left, bottom, right) if (top, left) != (bottom, right):
            return Area(sheet, top + row, left + column, top + row, left + column)
        case Chain(first, rest):
            return Chain(
                _at(first, row, column), tuple((sign, _at(term, row, column)) for sign, term in rest)
            )
        case Negated(term):
            return Negated(_at(term, row, column))
        case Call(function, arguments):
            if function not in CELL_BY_CELL:
                raise NotEvaluableError
            return Call(function, tuple(_at(argument, row, column) for argument in arguments))
    return syntax


def _shape(area: Area) -> tuple[int, int]:
    return area.bottom - area.top + 1, area.right - area.left + 1
