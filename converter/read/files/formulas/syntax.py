"""What a formula says: areas of cells, constants, calls of functions, and signs between them."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from converter.figures import column_number
from converter.read.files.formulas.tokens import LAST_COLUMN, LAST_ROW, NotEvaluableError, Token, tokens

DEEPEST = 32  # brackets within brackets; nobody writes more
PRECEDENCE = ({"=", "<>", "<", ">", "<=", ">="}, {"&"}, {"+", "-"}, {"*", "/"}, {"^"})
"""Signs between two terms, the loosest first. A sign before a term binds tighter than any of them."""
_END = Token("end", "")

Value = Decimal | str | bool | None
"""What a formula or a cell gives; None is an empty cell."""


class Literal(Struct, frozen=True):
    """A constant; of an argument left out, None."""

    value: Value


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
    """Terms with signs of one precedence between them, worked out from left to right."""

    first: "Syntax"
    rest: tuple[tuple[str, "Syntax"], ...]


class Negated(Struct, frozen=True):
    """A term with a minus before it."""

    term: "Syntax"


Syntax = Literal | Area | Call | Chain | Negated
_PERCENT = ("/", Literal(Decimal(100)))


def parse(formula: str) -> Syntax:
    """Return what a formula (without its leading `=`) says; NotEvaluableError where that is not certain."""
    parser = _Parser([token for token in tokens(formula) if token.kind != "blank"])
    found = parser.expression()
    if parser.token is not _END:
        raise NotEvaluableError
    return found


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

    def __init__(self, words: list[Token]) -> None:
        self._words, self._depth = iter(words), 0
        self.token = next(self._words, _END)

    def expression(self, level: int = 0) -> Syntax:
        """Return terms joined by signs of this precedence or of a tighter one."""
        if level == len(PRECEDENCE):
            return self._signed()
        first = self.expression(level + 1)
        rest = []
        while self.token.kind == "sign" and self.token.text in PRECEDENCE[level]:
            sign = self._pass().text
            rest.append((sign, self.expression(level + 1)))
        return Chain(first, tuple(rest)) if rest else first

    def _signed(self) -> Syntax:
        minus = False
        while self.token.text in ("+", "-"):
            minus ^= self._pass().text == "-"
        term = self._term()
        percents = []
        while self.token.text == "%":
            self._pass()
            percents.append(_PERCENT)
        term = Chain(term, tuple(percents)) if percents else term
        return Negated(term) if minus else term

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
    rows, columns = [], []
    for corner in (first, last or first):
        letters = corner.rstrip("0123456789")
        digits = corner[len(letters) :]
        rows.append(int(digits) - 1 if digits else None)
        columns.append(column_number(letters) if letters else None)
    top, bottom = _ordered(rows, LAST_ROW)
    left, right = _ordered(columns, LAST_COLUMN)
    return Area(sheet, top, left, bottom, right)


def _ordered(places: list[int | None], last: int) -> tuple[int, int]:
    known = sorted(place for place in places if place is not None)
    if not known:
        return 0, last
    if known[0] < 0 or known[-1] > last:
        raise NotEvaluableError
    return known[0], known[-1]
