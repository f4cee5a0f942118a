"""What a formula says: areas of cells, constants, calls of functions, and operators between them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from converter.figures import column_number
from converter.read.files.formulas.tokens import LAST_COLUMN, LAST_ROW, NotEvaluableError, Token, tokens

DEEPEST = 32  # brackets within brackets; nobody writes more
PRECEDENCE = {
    sign: nth
    for nth, signs in enumerate(("= <> < > <= >=", "&", "+ -", "* /", "^"))
    for sign in signs.split()
}
"""Operators between two terms and how tight they bind; a sign before a term binds tighter than any of them.
"""
CACHED = 128  # characters; departments that fill in one form have the same formulas
_END = Token("end", "")

FormulaValue = Decimal | str | bool | None
"""What a formula or a cell gives; None is an empty cell."""


class Literal(Struct, frozen=True):
    """A constant; of an argument left out, None."""

    value: FormulaValue


class Area(Struct, frozen=True):
    """A rectangle of cells, zero-based, last row and column included; `sheet` '' is the formula's own."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int


class Call(Struct, frozen=True):
    """A function, by its name in capitals, and its arguments."""

    function: str
    arguments: tuple["Syntax", ...]


class Chain(Struct, frozen=True):
    """Terms with operators of one precedence between them, worked out from left to right."""

    first: "Syntax"
    rest: tuple[tuple[str, "Syntax"], ...]


class Negated(Struct, frozen=True):
    """A term with a minus before it."""

    term: "Syntax"


Syntax = Literal | Area | Call | Chain | Negated
_PERCENT = ("/", Literal(Decimal(100)))


def parse(formula: str) -> Syntax:
    """Return what a formula (without its leading `=`) says; NotEvaluableError where that is not certain."""
    return _parsed_before(formula) if len(formula) <= CACHED else _parsed(formula)


def _parsed(formula: str) -> Syntax:
    parser = _Parser(formula)
    found = parser.expression()
    if parser.token is not _END:
        raise NotEvaluableError
    return found


_parsed_before = lru_cache(maxsize=8192)(_parsed)


def areas(syntax: Syntax) -> Iterator[Area]:
    """Yield the areas a formula names."""
    waiting = [syntax]
    while waiting:
        match waiting.pop():
            case Area() as area:
                yield area
            case Call(_, arguments):
                waiting += arguments
            case Chain(first, rest):
                waiting += (first, *(term for _, term in rest))
            case Negated(term):
                waiting.append(term)


class _Parser:
    """Goes through the tokens of one formula from left to right; `token` is the next."""

    def __init__(self, formula: str) -> None:
        self._words = (token for token in tokens(formula) if token.kind != "blank")
        self._depth = 0
        self.token = next(self._words, _END)

    def expression(self, loosest: int = 0) -> Syntax:
        """Return terms joined by operators that bind so tight or tighter."""
        found = self._signed()
        while (binding := PRECEDENCE.get(self.token.text, -1)) >= loosest:
            rest = []
            while PRECEDENCE.get(self.token.text) == binding:
                sign = self._pass().text
                rest.append((sign, self.expression(binding + 1)))
            found = Chain(found, tuple(rest))
        return found

    def _signed(self) -> Syntax:
        minuses = 0
        while self.token.text in ("+", "-"):
            minuses += self._pass().text == "-"
        term = self._term()
        percents = []
        while self.token.text == "%":
            self._pass()
            percents.append(_PERCENT)
        term = Chain(term, tuple(percents)) if percents else term
        for _ in range(minuses and 2 - minuses % 2):  # two make a number of a text, more do no more
            term = Negated(term)
        return term

    def _term(self) -> Syntax:
        token = self._pass()
        match token.kind:
            case "area":
                return area_of(token.text)
            case "number":
                return Literal(Decimal(token.text))
            case "text":
                return Literal(token.text[1:-1].replace('""', '"'))
            case "truth":
                return Literal(token.text.upper() == "TRUE")
            case "function":
                return self._call(token.text[:-1].upper())
        if token.text != "(":
            raise NotEvaluableError
        self._enter()
        found = self.expression()
        self._leave()
        return found

    def _call(self, function: str) -> Call:
        self._enter()
        arguments: list[Syntax] = []
        if self.token.text != ")":
            arguments.append(self._argument())
            while self.token.text == ",":
                self._pass()
                arguments.append(self._argument())
        self._leave()
        return Call(function, tuple(arguments))

    def _argument(self) -> Syntax:
        return Literal(None) if self.token.text in (",", ")") else self.expression()

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise NotEvaluableError

    def _leave(self) -> None:
        self._depth -= 1
        if self._pass().text != ")":
            raise NotEvaluableError

    def _pass(self) -> Token:
        token, self.token = self.token, next(self._words, _END)
        return token


def area_of(text: str) -> Area:
    """Return the area an address names: a cell, a rectangle, whole columns or whole rows."""
    sheet, _, corners = text.rpartition("!")
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    first, _, last = corners.replace("$", "").partition(":")
    row, column = _corner(first)
    other_row, other_column = _corner(last) if last else (row, column)
    if row is None or other_row is None:
        row, other_row = 0, LAST_ROW
    if column is None or other_column is None:
        column, other_column = 0, LAST_COLUMN
    return Area(
        sheet, min(row, other_row), min(column, other_column), max(row, other_row), max(column, other_column)
    )


@lru_cache(maxsize=8192)
def _corner(text: str) -> tuple[int | None, int | None]:
    """Return the row and column of a cell, None for what is not there of a whole column or row."""
    letters = text.rstrip("0123456789")
    digits = text[len(letters) :]
    row, column = int(digits) - 1 if digits else None, column_number(letters) if letters else None
    if not (0 <= (row or 0) <= LAST_ROW and (column or 0) <= LAST_COLUMN):
        raise NotEvaluableError
    return row, column
