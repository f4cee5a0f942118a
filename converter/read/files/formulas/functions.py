"""The functions that tables of accounts are written with; each takes its arguments unevaluated."""

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Decimal

from converter.figures import LONGEST_CELL_TEXT
from converter.read.files.formulas.arguments import (
    Arguments,
    Evaluator,
    Function,
    exactly,
    numbers_of,
    values_of,
)
from converter.read.files.formulas.products import sum_product
from converter.read.files.formulas.searches import look_up, sum_if
from converter.read.files.formulas.syntax import Area, FormulaValue, Literal, Syntax
from converter.read.files.formulas.tokens import NotEvaluableError
from converter.read.files.formulas.values import BY_ZERO, ZERO, FaultError, number_of, text_of, truth_of

MOST_DIGITS = 9


def _average(of: Evaluator, arguments: Arguments) -> FormulaValue:
    numbers = list(numbers_of(of, arguments))
    if not numbers:
        raise FaultError(BY_ZERO)
    return sum(numbers, ZERO) / len(numbers)


def _product(of: Evaluator, arguments: Arguments) -> FormulaValue:
    found = None
    for number in numbers_of(of, arguments):
        found = number if found is None else found * number
    return found or ZERO


def _count(of: Evaluator, arguments: Arguments) -> FormulaValue:
    """Return how many numbers areas hold."""
    if not all(isinstance(argument, Area) for argument in arguments):
        raise NotEvaluableError
    return Decimal(sum(1 for _ in _counted(numbers_of(of, arguments))))


def _count_all(of: Evaluator, arguments: Arguments) -> FormulaValue:
    return Decimal(sum(1 for _ in _counted(values_of(of, arguments))))


def _counted(values: Iterator[FormulaValue]) -> Iterator[FormulaValue]:
    """Yield the values; where one is an error, how many there are is not known here."""
    try:
        yield from values
    except FaultError:
        raise NotEvaluableError from None


def _rounding(how: str) -> Function:
    def rounded(of: Evaluator, arguments: Arguments) -> FormulaValue:
        number, digits = exactly(arguments, 2)
        places = of.number(digits)
        if abs(places) > MOST_DIGITS:
            raise NotEvaluableError
        return of.rounded(of.number(number), int(places), how)

    return rounded


def _whole(of: Evaluator, arguments: Arguments) -> FormulaValue:
    [number] = exactly(arguments, 1)
    return of.rounded(of.number(number), 0, ROUND_FLOOR)


def _size(of: Evaluator, arguments: Arguments) -> FormulaValue:
    [number] = exactly(arguments, 1)
    return abs(of.number(number))


def _if(of: Evaluator, arguments: Arguments) -> FormulaValue:
    if len(arguments) == 2:
        arguments = (*arguments, Literal(False))
    condition, then, otherwise = exactly(arguments, 3)
    return of.value(then if truth_of(of.value(condition)) else otherwise)


def _if_error(of: Evaluator, arguments: Arguments) -> FormulaValue:
    tried, otherwise = exactly(arguments, 2)
    try:
        return of.value(tried)
    except FaultError:
        return of.value(otherwise)


def _is_error(of: Evaluator, arguments: Arguments) -> FormulaValue:
    [tried] = exactly(arguments, 1)
    try:
        of.value(tried)
    except FaultError:
        return True
    return False


def _is_number(of: Evaluator, arguments: Arguments) -> FormulaValue:
    [tried] = exactly(arguments, 1)
    try:
        return isinstance(of.value(tried), Decimal)
    except FaultError:
        return False


def _is_blank(of: Evaluator, arguments: Arguments) -> FormulaValue:
    [cell] = exactly(arguments, 1)
    return isinstance(cell, Area) and of.value(cell) is None


def _truths(of: Evaluator, arguments: Arguments) -> list[bool]:
    found = [truth_of(value) for value in values_of(of, arguments) if not isinstance(value, str)]
    if not found:
        raise NotEvaluableError
    return found


def _as_number(of: Evaluator, arguments: Arguments) -> FormulaValue:
    [argument] = exactly(arguments, 1)
    value = of.value(argument)
    return ZERO if isinstance(value, str) else number_of(value)


def _length(of: Evaluator, arguments: Arguments) -> FormulaValue:
    [text] = exactly(arguments, 1)
    return Decimal(len(text_of(of.value(text))))


def _from_left(of: Evaluator, arguments: Arguments) -> FormulaValue:
    text, count = _text_and_count(of, arguments)
    return text[:count]


def _from_right(of: Evaluator, arguments: Arguments) -> FormulaValue:
    text, count = _text_and_count(of, arguments)
    return text[max(0, len(text) - count) :]


def _text_and_count(of: Evaluator, arguments: Arguments) -> tuple[str, int]:
    text, count = exactly(arguments if len(arguments) == 2 else (*arguments, Literal(Decimal(1))), 2)
    return text_of(of.value(text)), _whole_number(of, count)


def _from_middle(of: Evaluator, arguments: Arguments) -> FormulaValue:
    text, first, count = exactly(arguments, 3)
    begin = _whole_number(of, first) - 1
    if begin < 0:
        raise NotEvaluableError
    return text_of(of.value(text))[begin : begin + _whole_number(of, count)]


def _whole_number(of: Evaluator, argument: Syntax) -> int:
    number = of.number(argument)
    if not 0 <= number <= LONGEST_CELL_TEXT:
        raise NotEvaluableError
    return int(number)


FUNCTIONS: dict[str, Function] = {
    "SUM": lambda of, arguments: sum(numbers_of(of, arguments), ZERO),
    "MAX": lambda of, arguments: max(numbers_of(of, arguments), default=ZERO),
    "MIN": lambda of, arguments: min(numbers_of(of, arguments), default=ZERO),
    "AVERAGE": _average,
    "PRODUCT": _product,
    "COUNT": _count,
    "COUNTA": _count_all,
    "ROUND": _rounding(ROUND_HALF_UP),
    "ROUNDUP": _rounding(ROUND_UP),
    "ROUNDDOWN": _rounding(ROUND_DOWN),
    "INT": _whole,
    "ABS": _size,
    "N": _as_number,
    "IF": _if,
    "IFERROR": _if_error,
    "ISERROR": _is_error,
    "ISNUMBER": _is_number,
    "ISBLANK": _is_blank,
    "AND": lambda of, arguments: all(_truths(of, arguments)),
    "OR": lambda of, arguments: any(_truths(of, arguments)),
    "NOT": lambda of, arguments: not _truths(of, exactly(arguments, 1))[0],
    "LEN": _length,
    "LEFT": _from_left,
    "RIGHT": _from_right,
    "MID": _from_middle,
    "SUMIF": sum_if,
    "SUMPRODUCT": sum_product,
    "VLOOKUP": look_up,
}
