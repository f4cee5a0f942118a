"""What values are to a spreadsheet program: as numbers, as truth, compared, joined by an operator.

What it would do is certain, or it is not done at all: NotEvaluableError. An error it would show is a result
too, FaultError: IFERROR and its like look for it.
"""

import re
from decimal import Decimal

from converter.figures import exact_text
from converter.read.files.formulas.syntax import FormulaValue
from converter.read.files.formulas.tokens import NotEvaluableError

ZERO = Decimal(0)
BY_ZERO, NO_VALUE, NOT_FOUND = "#DIV/0!", "#VALUE!", "#N/A"
COMPARISONS = frozenset({"=", "<>", "<", ">", "<=", ">="})

_NUMERALS = re.compile(r"[+-]?+[0-9]{1,30}+(?:\.[0-9]{1,30}+)?+")
_DIGIT = re.compile(r"\d")
_HIGHEST_POWER = 64
_TEXTUAL_DIGITS = 15  # numbers longer than that are not written out in full


class FaultError(Exception):
    """The formula gives an error; `str()` is its name, as `#DIV/0!`."""


def number_of(value: FormulaValue) -> Decimal:
    """Return a value as a number: an empty cell is nil, numerals are a number, words are an error."""
    match value:
        case None:
            return ZERO
        case bool():
            return Decimal(value)
        case Decimal():
            return value
    if _NUMERALS.fullmatch(value):
        return Decimal(value)
    if value and not _DIGIT.search(value):
        raise FaultError(NO_VALUE)
    raise NotEvaluableError  # a date, an amount of money, a percentage, or nothing


def truth_of(value: FormulaValue) -> bool:
    """Return a value as a condition."""
    if isinstance(value, str):
        raise NotEvaluableError
    return bool(value)


def text_of(value: FormulaValue) -> str:
    """Return a value as text."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case Decimal():
            if len(value.normalize().as_tuple().digits) > _TEXTUAL_DIGITS or abs(value.adjusted()) > 9:
                raise NotEvaluableError
            return exact_text(value)
    return value


def compared(left: FormulaValue, sign: str, right: FormulaValue) -> bool:
    """Whether a comparison holds: numbers are less than texts, texts less than FALSE and TRUE."""
    first, second = _rank(left, right), _rank(right, left)
    if isinstance(first[1], str) and isinstance(second[1], str) and sign not in ("=", "<>"):
        raise NotEvaluableError  # the order of texts depends on the language
    match sign:
        case "=":
            return first == second
        case "<>":
            return first != second
        case "<":
            return first < second
        case ">":
            return first > second
        case "<=":
            return first <= second
    return first >= second


def _rank(value: FormulaValue, other: FormulaValue) -> tuple[int, Decimal | str]:
    """Return what a value is compared by; an empty cell is nil or no text, as the other value is."""
    match value:
        case None:
            return (1, "") if isinstance(other, str) else (2, ZERO) if isinstance(other, bool) else (0, ZERO)
        case bool():
            return 2, Decimal(value)
        case Decimal():
            return 0, value
    return 1, value.casefold()


def calculated(left: Decimal, sign: str, right: Decimal) -> Decimal:
    """Return two numbers added, subtracted, multiplied, divided, or raised to a power."""
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if not right:
            raise FaultError(BY_ZERO)
        case "/":
            return left / right
    if right != int(right) or abs(right) > _HIGHEST_POWER or not left:
        raise NotEvaluableError
    return left**right
