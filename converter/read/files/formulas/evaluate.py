"""Evaluate a formula from the values cells hold, in exact decimals."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import assert_never

from msgspec import Struct

from converter.read.files.formulas.arguments import FilledCell
from converter.read.files.formulas.functions import FUNCTIONS
from converter.read.files.formulas.syntax import Area, Call, Chain, FormulaValue, Literal, Negated, Syntax
from converter.read.files.formulas.tokens import NotEvaluableError
from converter.read.files.formulas.values import (
    COMPARISONS,
    ZERO,
    FaultError,
    calculated,
    compared,
    number_of,
    text_of,
)

NOISE = Decimal("1e-12")  # what binary arithmetic may lose, as a part of all that was added up
LEAST = Decimal("1e-6")  # in the sheet's unit; smaller differences are nobody's money
_LONGEST = 300  # digits before the point; what is longer is no number of a spreadsheet
_WIDE = Context(prec=350)

Cells = Callable[[Area], list[FilledCell]]
"""Gives the cells of an area that are not empty.

NotEvaluableError if one is not known, FaultError if it is an error.
"""


class Evaluated(Struct, frozen=True):
    """What a formula gives, and how far off a program may be that calculates in binary.

    By `noise`, and besides by `step` where noise tips over what is rounded; None where it may turn a
    comparison, and the result be anything.
    """

    value: FormulaValue | FaultError
    noise: Decimal
    step: Decimal | None


def evaluate(syntax: Syntax, cells: Cells) -> Evaluated:
    """Return what a formula gives; NotEvaluableError where that is not certain."""
    evaluation = _Evaluation(cells)
    try:
        value = evaluation.value(syntax)
    except FaultError as fault:
        return evaluation.result(fault)
    except (ArithmeticError, RecursionError):
        raise NotEvaluableError from None
    if isinstance(value, Decimal) and value.adjusted() > _LONGEST:
        raise NotEvaluableError
    return evaluation.result(value)


class _Evaluation:
    """The evaluation of one formula, and what binary noise may do to it."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._size = ZERO  # of all numbers that came in
        self._step = ZERO  # by which a result rounded may be off, if noise tips it over
        self._tipped = False  # whether noise may turn a comparison

    def result(self, value: FormulaValue | FaultError) -> Evaluated:
        """Return what the whole formula gives."""
        size = self._size + abs(value) if isinstance(value, Decimal) else self._size
        return Evaluated(value, max(LEAST, NOISE * size), None if self._tipped else self._step)

    def value(self, syntax: Syntax) -> FormulaValue:
        """Return what a part of the formula gives."""
        match syntax:
            case Literal(value):
                return value
            case Area():
                return self._single(syntax)
            case Negated(term):
                return -self.number(term)
            case Chain(first, rest):
                found = self.value(first)
                for sign, term in rest:
                    found = self._joined(found, sign, self.value(term))
                return found
            case Call(name, arguments):
                function = FUNCTIONS.get(name)
                if function is None:
                    raise NotEvaluableError
                return function(self, arguments)
        assert_never(syntax)

    def number(self, syntax: Syntax) -> Decimal:
        """Return a part that is to be a number."""
        return number_of(self.value(syntax))

    def filled(self, area: Area) -> list[FilledCell]:
        """Return an area's cells that are not empty."""
        cells = self._cells(area)
        self._size += sum([abs(value) for _, _, value in cells if isinstance(value, Decimal)], ZERO)
        return cells

    def rounded(self, number: Decimal, digits: int, rounding: str = ROUND_HALF_UP) -> Decimal:
        """Return a number rounded; if noise may tip it over, the result may be a step off."""
        noise, step = NOISE * (self._size + abs(number)), Decimal(1).scaleb(-digits)
        low, found, high = (
            each.quantize(step, rounding, _WIDE) for each in (number - noise, number, number + noise)
        )
        self._step += high - low
        return found

    def _single(self, area: Area) -> FormulaValue:
        """Return the value of one cell."""
        if (area.top, area.left) != (area.bottom, area.right):
            raise NotEvaluableError
        return next((value for _, _, value in self.filled(area)), None)

    def _joined(self, left: FormulaValue, sign: str, right: FormulaValue) -> FormulaValue:
        if sign == "&":
            return text_of(left) + text_of(right)
        if sign in COMPARISONS:
            self._tipped |= self._nearly_equal(left, right)
            return compared(left, sign, right)
        return calculated(number_of(left), sign, number_of(right))

    def _nearly_equal(self, left: FormulaValue, right: FormulaValue) -> bool:
        """Whether two numbers, at least one of them a fraction, are equal within noise."""
        if not (isinstance(left, Decimal) and isinstance(right, Decimal)):
            return False
        fractions = left % 1 or right % 1
        return bool(fractions) and abs(left - right) <= NOISE * (self._size + abs(left))
