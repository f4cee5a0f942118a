"""Formulas printed with their numbers: what stands behind the last sign of equality is what they come to.

The names between the numbers do not matter. A formula in words has an operand without a number, and says
nothing of numbers.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from converter.chinese import COMMA, DAY, ENUMERATION_COMMA, FULL_STOP, MONTH, YEAR
from converter.figures import Value, sum_values
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbers import HALF, HUNDRED
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import ComputeSides, Constraint, ConstraintKind

MOST_TOKENS = 60  # of a formula
_EQUAL = "=≈"
_SIGNS = {**dict.fromkeys("×*", "*"), **dict.fromkeys("÷/", "/"), "+": "+", "-": "-", "(": "(", ")": ")"}
_BRACKETS = str.maketrans("[]{}", "()()")
_CLAUSE_ENDS = f",;:!?{COMMA}{ENUMERATION_COMMA}{FULL_STOP}"
_WORD = "w"
_PRINTED = re.compile(r"\d[\d,]*+(?:\.\d++)?")


class _Operand(Struct, frozen=True, eq=False):
    """A number of a formula; `is_minus`: the minus before it is not its own but takes it off."""

    claim: Claim
    is_minus: bool = False

    def value(self, assignment: Assignment) -> Value:
        """Return the number: one with decimals that has no unit is as exact as its digits say."""
        value, claim = assignment.value_of(self.claim), self.claim
        if not claim.base_unit and claim.step < 1:
            value = Value(value.amount, claim.step * HALF)
        return -value if self.is_minus else value

    def operands(self) -> Iterator[Claim]:
        """Yield its number."""
        yield self.claim


class _Operation(Struct, frozen=True, eq=False):
    """Two sides of a formula and the sign between them."""

    sign: str
    left: "_Operation | _Operand"
    right: "_Operation | _Operand"

    def value(self, assignment: Assignment) -> Value:
        """Return what it comes to."""
        left, right = self.left.value(assignment), self.right.value(assignment)
        if self.sign == "+":
            return sum_values((left, right))
        if self.sign == "-":
            return left - right
        return left * right if self.sign == "*" else left / right

    def operands(self) -> Iterator[Claim]:
        """Yield its numbers in order."""
        yield from self.left.operands()
        yield from self.right.operands()


_Formula = _Operation | _Operand
_Token = str | _Operand


class _Parser:
    """Reads one side of a formula; `formula` is None where it has an operand without a number."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens, self._at = [token for token in tokens if token != _WORD], 0
        whole = self._sum()
        self.formula = whole if self._at == len(self._tokens) else None

    def _next(self, signs: str) -> str:
        """Return the sign that comes next, and go on behind it, if it is one of these; else ''."""
        token = self._tokens[self._at] if self._at < len(self._tokens) else ""
        if not isinstance(token, str) or not token or token not in signs:
            return ""
        self._at += 1
        return token

    def _sum(self) -> _Formula | None:
        return self._joined("+-", self._product)

    def _product(self) -> _Formula | None:
        return self._joined("*/", self._operand)

    def _joined(self, signs: str, operand: Callable[[], _Formula | None]) -> _Formula | None:
        """Return operands with any of these signs between them, from left to right."""
        left = operand()
        while left and (sign := self._next(signs)):
            right = operand()
            left = _Operation(sign, left, right) if right else None
        return left

    def _operand(self) -> _Formula | None:
        if self._next("("):
            inner = self._sum()
            return inner if self._next(")") else None
        token = self._tokens[self._at] if self._at < len(self._tokens) else ""
        self._at += 1
        return None if isinstance(token, str) else token


def formula_constraints(claims: Iterable[Claim], report: SubmittedReport, ratio: str) -> Iterator[Constraint]:
    """Yield that each formula comes to the number printed behind it; `ratio` is the unit of percentages."""
    for _, several in groupby(claims, lambda claim: claim.span.holder):
        here = list(several)
        text = report.text_around(here[0].span)
        if len(here) > 2 and any(sign in normal_text(text) for sign in _EQUAL):
            for clause in _clauses(here, text):
                yield from _of_clause(clause, ratio)


def _clauses(claims: Sequence[Claim], text: str) -> Iterator[list[_Token]]:
    """Yield the numbers, signs and words of each clause."""
    tokens: list[_Token] = []
    last = 0
    for claim in (*claims, None):
        for sign in normal_text(text[last : claim.span.start if claim else len(text)]).translate(_BRACKETS):
            if sign in _CLAUSE_ENDS:
                yield tokens
                tokens = []
            else:
                tokens.append("=" if sign in _EQUAL else _SIGNS.get(sign, _WORD))
        if not claim:
            break
        last = claim.span.end
        if not claim.step or normal_text(text[last : last + 1]) in (YEAR, MONTH, DAY):
            tokens.append(_WORD)
        else:
            before = tokens[-1] if tokens else "="
            is_taken_off = claim.has_minus and (isinstance(before, _Operand) or before in (_WORD, ")"))
            tokens += ["-"] if is_taken_off else []
            tokens.append(_Operand(claim, is_taken_off))
    yield tokens


def _of_clause(tokens: Sequence[_Token], ratio: str) -> Iterator[Constraint]:
    """Yield that the formulas of a clause come to the number behind the last sign of equality."""
    if "=" not in tokens or len(tokens) > MOST_TOKENS * 4:
        return
    *sides, last = (
        list(side) for is_equal, side in groupby(tokens, lambda token: token == "=") if not is_equal
    )
    result = _result(last)
    for side in sides:
        if result and sum(token != _WORD for token in side) <= MOST_TOKENS:
            formula = _Parser(side).formula
            if isinstance(formula, _Operation) and (scale := _scale(formula, result, ratio)):
                sides_of = _sides(formula, result, scale, ratio)
                yield Constraint(ConstraintKind.FORMULA, "", sides_of, result, result)


def _result(side: Sequence[_Token]) -> Claim | None:
    """Return the number that a side is, words around it aside; None if it is none or more."""
    numbers = [token for token in side if token != _WORD]
    first = numbers[0] if numbers else ""
    return first.claim if isinstance(first, _Operand) and len(numbers) == 1 else None


def _scale(formula: _Formula, result: Claim, ratio: str) -> Decimal | None:
    """Return by how much a formula is multiplied for its result: units, a hundred for percentages may be
    left out of either. None where its units do not go together.
    """
    units = {claim.base_unit for claim in formula.operands()} - {ratio}
    has_ratio = any(claim.base_unit == ratio for claim in formula.operands())
    scales = [Decimal(1)]
    if result.base_unit == ratio and len(units) <= 1:
        scales.append(1 / HUNDRED)
    elif not result.base_unit and len(units) <= 1:
        scales += [HUNDRED] if has_ratio else []
    elif result.base_unit and units == {""}:
        scales.append(_unit_scale(result))
    elif not units <= {result.base_unit, ""}:
        return None
    made = formula.value(Assignment()).amount
    if made is None:
        return None
    return min(scales, key=lambda scale: abs(made * scale - result.amount))


def _unit_scale(claim: Claim) -> Decimal:
    printed = _PRINTED.search(normal_text(claim.printed))
    number = Decimal(printed[0].replace(",", "")) if printed else Decimal(0)
    return abs(claim.amount) / number if number else Decimal(1)


def _sides(formula: _Formula, result: Claim, scale: Decimal, ratio: str) -> ComputeSides:
    """Return the sides of a result and its formula; that a percentage is of a hundred says nothing."""
    operands = (claim for claim in formula.operands() if claim.base_unit != ratio or claim.amount != 1)
    used = (result, *operands)

    def sides(assignment: Assignment) -> BothSides:
        right = formula.value(assignment) * Value(scale)
        return BothSides(assignment.value_of(result), right, used)

    return sides
