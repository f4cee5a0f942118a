"""What a function is given: its arguments unevaluated, and the evaluation it is part of."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Protocol

from converter.read.files.formulas.syntax import Area, FormulaValue, Syntax
from converter.read.files.formulas.tokens import NotEvaluableError

Arguments = Sequence[Syntax]
FilledCell = tuple[int, int, FormulaValue]
"""A cell that is not empty: row, column, value."""


class Evaluator(Protocol):
    """What a function needs of the evaluation it is part of."""

    def value(self, syntax: Syntax, /) -> FormulaValue:
        """Return what an argument gives."""

    def number(self, syntax: Syntax, /) -> Decimal:
        """Return what an argument gives as a number."""

    def filled(self, area: Area, /) -> list[FilledCell]:
        """Return an area's cells that are not empty."""

    def rounded(self, number: Decimal, digits: int, rounding: str, /) -> Decimal:
        """Return a number rounded."""


def values_of(of: Evaluator, arguments: Arguments) -> Iterator[FormulaValue]:
    """Yield the values of the arguments; of areas, those of each cell that is not empty."""
    for argument in arguments:
        if isinstance(argument, Area):
            yield from (value for _, _, value in of.filled(argument))
        else:
            yield of.value(argument)


def numbers_of(of: Evaluator, arguments: Arguments) -> Iterator[Decimal]:
    """Yield the numbers among the arguments; words in areas do not count."""
    if not arguments:
        raise NotEvaluableError
    for argument in arguments:
        if isinstance(argument, Area):
            yield from (value for _, _, value in of.filled(argument) if isinstance(value, Decimal))
        else:
            yield of.number(argument)


def exactly(arguments: Arguments, count: int) -> Arguments:
    """Return the arguments if they are so many."""
    if len(arguments) != count:
        raise NotEvaluableError
    return arguments


Function = Callable[[Evaluator, Arguments], FormulaValue]
