"""Functions that look for cells: SUMIF and VLOOKUP, neither with wildcards nor for the nearest value."""

from collections.abc import Callable
from decimal import Decimal

from converter.read.files.formulas.arguments import Arguments, Evaluator, exactly
from converter.read.files.formulas.syntax import Area, FormulaValue
from converter.read.files.formulas.tokens import NotEvaluableError
from converter.read.files.formulas.values import NOT_FOUND, ZERO, FaultError, compared, number_of, truth_of

_SIGNS = (">=", "<=", "<>", ">", "<", "=")  # the longer first
_WILD = frozenset("*?~")


def sum_if(of: Evaluator, arguments: Arguments) -> FormulaValue:
    """Return the sum of the cells beside those that fit a criterion."""
    if len(arguments) == 2:
        arguments = (*arguments, arguments[0])
    asked, criterion, summed = exactly(arguments, 3)
    if not (isinstance(asked, Area) and isinstance(summed, Area)):
        raise NotEvaluableError
    fits = _criterion(of.value(criterion))
    down, across = summed.top - asked.top, summed.left - asked.left
    places = {(row + down, column + across) for row, column, value in of.filled(asked) if fits(value)}
    shifted = Area(summed.sheet, summed.top, summed.left, asked.bottom + down, asked.right + across)
    cells = of.filled(shifted)
    return sum(
        (value for row, column, value in cells if (row, column) in places and isinstance(value, Decimal)),
        ZERO,
    )


def _criterion(value: FormulaValue) -> Callable[[FormulaValue], bool]:
    """Return what tells whether a cell fits a criterion: a value, or an operator and a value as text."""
    sign, wanted = "=", value
    if isinstance(value, str):
        sign = next((sign for sign in _SIGNS if value.startswith(sign)), "")
        wanted = value.removeprefix(sign)
        sign = sign or "="
    if wanted in (None, "") or (isinstance(wanted, str) and _WILD & set(wanted)):
        raise NotEvaluableError
    wanted = _as_typed(wanted)
    if sign == "=":
        return lambda cell: compared(_as_typed(cell), sign, wanted)
    if isinstance(wanted, Decimal) and sign != "<>":
        return lambda cell: isinstance(cell, Decimal) and compared(cell, sign, wanted)
    raise NotEvaluableError


def _as_typed(value: FormulaValue) -> FormulaValue:
    """Return numerals as the number they are."""
    if isinstance(value, str):
        try:
            return number_of(value)
        except (FaultError, NotEvaluableError):
            return value
    return value


def look_up(of: Evaluator, arguments: Arguments) -> FormulaValue:
    """Return the cell beside the first that equals a value; an approximate search is not done."""
    wanted, table, column, nearby = exactly(arguments, 4)
    key, offset = of.value(wanted), of.number(column)
    if not isinstance(table, Area) or truth_of(of.value(nearby)) or key in (None, ""):
        raise NotEvaluableError
    if (isinstance(key, str) and _WILD & set(key)) or not 1 <= offset <= table.right - table.left + 1:
        raise NotEvaluableError
    keys = Area(table.sheet, table.top, table.left, table.bottom, table.left)
    for row, _, value in of.filled(keys):
        if compared(value, "=", key):
            at = table.left + int(offset) - 1
            return of.value(Area(table.sheet, row, at, row, at))
    raise FaultError(NOT_FOUND)
