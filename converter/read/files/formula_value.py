"""Evaluate a cell's formula from the values its cells hold: sums, + - * /, %, ROUND, nothing else.

A formula with anything else in it is left alone: a wrong result would be worse than none.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from converter.figures import column_number, half_up
from converter.read.files.cells import Scalar, amount

if TYPE_CHECKING:
    from openpyxl.formula.tokenizer import Token

_PLACE = r"\$?([A-Za-z]{1,3})\$?(\d{1,7})"
_REFERENCE = re.compile(f"(?:(.+)!)?{_PLACE}(?::{_PLACE})?")
DEEPEST = 50  # brackets within brackets; nobody writes more
ZERO, HUNDRED = Decimal(0), Decimal(100)


class NotEvaluableError(Exception):
    """A formula beyond what is evaluated here, or one whose cells do not tell."""


class Area(Struct, frozen=True):
    """A rectangle of cells, zero-based, last row and column included; `sheet` '' is the formula's own."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int


Cells = Callable[[Area], Iterator[Scalar]]
"""Gives the values of an area's cells; NotEvaluableError if one of them is not known."""


class Evaluated(Struct, frozen=True):
    """What a formula gives, and the sum of the sizes of its terms: the measure of rounding noise."""

    amount: Decimal
    size: Decimal


def evaluate(formula: str, cells: Cells) -> Evaluated | None:
    """Return what a formula (without its leading `=`) gives; None where that is not certain."""
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    try:
        tokens = [token for token in Tokenizer(f"={formula}").items if token.type != "WHITE-SPACE"]
        evaluator = _Evaluator(tokens, cells)
        found = evaluator.sum()
        return None if evaluator.left() else found
    except (TokenizerError, NotEvaluableError, ArithmeticError, IndexError):
        return None


class _Evaluator:
    """Goes through the tokens of one formula from left to right."""

    def __init__(self, tokens: list["Token"], cells: Cells) -> None:
        self._tokens, self._cells, self._at, self._depth = tokens, cells, 0, 0

    def left(self) -> bool:
        """Whether tokens are left over."""
        return self._at < len(self._tokens)

    def sum(self) -> Evaluated:
        """Return the value of terms added and subtracted."""
        found = self._product()
        while (sign := self._accepted("OPERATOR-INFIX", "+-")) is not None:
            term = self._product()
            value = found.amount + term.amount if sign == "+" else found.amount - term.amount
            found = Evaluated(value, found.size + term.size)
        return found

    def _product(self) -> Evaluated:
        found = self._factor()
        while (sign := self._accepted("OPERATOR-INFIX", "*/")) is not None:
            by = self._factor()
            if sign == "*":
                found = Evaluated(found.amount * by.amount, found.size * by.size)
            else:
                found = Evaluated(found.amount / by.amount, found.size / abs(by.amount))
        return found

    def _factor(self) -> Evaluated:
        sign = 1
        while (prefix := self._accepted("OPERATOR-PREFIX", "+-")) is not None:
            sign = -sign if prefix == "-" else sign
        found = self._atom()
        while self._accepted("OPERATOR-POSTFIX", "%") is not None:
            found = Evaluated(found.amount / HUNDRED, found.size / HUNDRED)
        return Evaluated(sign * found.amount, found.size)

    def _atom(self) -> Evaluated:
        token = self._next()
        if token.type == "PAREN" and token.subtype == "OPEN":
            return self._within(self.sum)
        if token.type == "FUNC" and token.value.upper() == "SUM(":
            return self._within(self._total)
        if token.type == "FUNC" and token.value.upper() == "ROUND(":
            return self._within(self._rounded)
        if token.type == "OPERAND" and token.subtype == "NUMBER":
            return _of(Decimal(token.value))
        return _of(self._single(token))

    def _within(self, inner: Callable[[], Evaluated]) -> Evaluated:
        """Return the value of an expression in brackets, whose opening bracket has been passed."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise NotEvaluableError
        found = inner()
        self._depth -= 1
        if self._next().subtype != "CLOSE":
            raise NotEvaluableError
        return found

    def _total(self) -> Evaluated:
        found = self._summand()
        while self._accepted("SEP", ",") is not None:
            more = self._summand()
            found = Evaluated(found.amount + more.amount, found.size + more.size)
        return found

    def _summand(self) -> Evaluated:
        """Return an argument of a sum: of an area, its numbers; words in it do not count."""
        token, after = self._tokens[self._at], self._tokens[self._at + 1]
        if token.subtype != "RANGE" or not (after.type == "SEP" or after.subtype == "CLOSE"):
            return self.sum()
        filled = (cell for cell in self._cells(_area(self._next())) if not isinstance(cell, str | bool))
        numbers = [_number(cell) for cell in filled]
        return Evaluated(sum(numbers, ZERO), sum(map(abs, numbers), ZERO))

    def _rounded(self) -> Evaluated:
        found = self.sum()
        if self._accepted("SEP", ",") is None:
            raise NotEvaluableError
        digits = int(self.sum().amount)
        if not 0 <= digits <= 9:
            raise NotEvaluableError
        return Evaluated(half_up(found.amount, digits), found.size)

    def _single(self, token: "Token") -> Decimal:
        """Return the number of one cell: an empty one counts as nil, words do not count as anything."""
        area = _area(token)
        if (area.top, area.left) != (area.bottom, area.right):
            raise NotEvaluableError
        return sum((ZERO if cell == "" else _number(cell) for cell in self._cells(area)), ZERO)

    def _accepted(self, kind: str, among: str) -> str | None:
        """Pass the next token if it is one of those, and return it."""
        token = self._tokens[self._at] if self.left() else None
        if token is None or token.type != kind or token.value not in among:
            return None
        self._at += 1
        return str(token.value)

    def _next(self) -> "Token":
        self._at += 1
        return self._tokens[self._at - 1]


def _of(number: Decimal) -> Evaluated:
    return Evaluated(number, abs(number))


def _number(cell: Scalar) -> Decimal:
    number = None if isinstance(cell, str | bool) else amount(cell)
    if number is None:
        raise NotEvaluableError
    return number


def _area(token: "Token") -> Area:
    found = _REFERENCE.fullmatch(token.value) if token.subtype == "RANGE" else None
    if found is None:
        raise NotEvaluableError
    sheet, left, top, right, bottom = found.groups()
    name = (sheet or "").removeprefix("'").removesuffix("'").replace("''", "'")
    columns = sorted(map(column_number, (left, right or left)))
    rows = sorted(int(row) - 1 for row in (top, bottom or top))
    return Area(name, rows[0], columns[0], rows[1], columns[1])
