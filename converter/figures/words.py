"""Figures, the cells they stand in and formulas over them, as people read them: no name of ours in them."""

import re
from collections.abc import Sequence

from converter import messages
from converter.figures.figure import basis_of, item_of
from converter.figures.origin import CellOrigin

MOST_BRACKETS = 20
_STAND_IN = re.compile(r", \d+\)")
_CALL = re.compile(r"\b(first|sum)\(")
_FIGURE = re.compile(r"(?<![\w.])([^\W\d][^\s()\uff08\uff09+*/,\uff0c.]*)\.([^\s()\uff08\uff09+*/,\uff0c.]+)")
_BARE = re.compile(r"(?<![\w.])[^\W\d]\w*(?![\w.(])")


def figure_words(figure_id: str) -> str:
    """Return the name of a figure, its basis in brackets; of a detail row its code or label."""
    item, basis = item_of(figure_id), basis_of(figure_id)
    if not item:
        return figure_id
    return messages.phrases.FIGURE.format(item=item.partition("[")[2].rstrip("]") or item, basis=basis)


def place_words(cell: CellOrigin) -> str:
    """Return where a cell stands: its file, its sheet and its address."""
    if not cell.cell:
        return messages.phrases.SHEET.format(file=cell.file, sheet=cell.sheet)
    return messages.phrases.PLACE.format(file=cell.file, sheet=cell.sheet, cell=cell.cell)


def some_of(texts: Sequence[str], most: int, separator: str = messages.phrases.AND) -> str:
    """Return texts as one, of more than `most` only the first, and how many there are."""
    more = messages.phrases.AND_MORE.format(count=len(texts)) if len(texts) > most else ""
    return separator.join(texts[:most]) + more


def formula_words(formula: str, item: str = "") -> str:
    """Return a formula without names of functions, an item's basis in brackets; one with too many or
    unmatched brackets with its functions. A bare name in it is a basis of `item`.
    """
    if item:
        formula = _BARE.sub(lambda found: f"{item}.{found[0]}", formula)
    return _FIGURE.sub(
        lambda found: messages.phrases.FIGURE.format(item=found[1], basis=found[2]), call_words(formula)
    )


def call_words(formula: str) -> str:
    """Return a formula without names of functions; one with too many or unmatched brackets as it is."""
    if formula.count("(") <= MOST_BRACKETS and formula.count("(") == formula.count(")"):
        return _without_calls(formula)
    return formula


def condition_words(condition: str) -> str:
    """Return a condition in words; the number that stands in for a figure nobody gave is left out."""
    words = call_words(_STAND_IN.sub(")", condition))
    for sign, word in messages.trace.SIGNS.items():
        words = words.replace(sign, word)
    return words


def equation_words(figure_id: str, formula: str) -> str:
    """Return that a figure is what a formula comes to; a bare name in that is a basis of its item."""
    return f"{figure_words(figure_id)} = {formula_words(formula, item_of(figure_id))}"


def _without_calls(formula: str) -> str:
    call = _CALL.search(formula)
    if call is None:
        return formula
    arguments, end = _arguments(formula, call.end())
    if not arguments:
        return formula
    if call[1] == "first" and len(arguments) == 1:
        return formula[: call.start()] + _without_calls(arguments[0] + formula[end:])
    words = _first(*arguments) if call[1] == "first" else _sum(*arguments)
    if call.start() == 0 and end == len(formula):
        return words
    return formula[: call.start()] + messages.trace.PART.format(words=words) + _without_calls(formula[end:])


def _first(chosen: str, *others: str) -> str:
    otherwise = (messages.trace.OTHERWISE.format(other=_without_calls(other)) for other in others)
    return _without_calls(chosen) + "".join(otherwise)


def _sum(column: str, *conditions: str) -> str:
    if not conditions:
        return messages.trace.SUM.format(column=column)
    rows = messages.phrases.AND.join(conditions).replace(" == ", messages.trace.IS)
    return messages.trace.SUM_OF_SOME.format(column=column, rows=rows)


def _arguments(formula: str, begin: int) -> tuple[list[str], int]:
    """Return the arguments of a call that begin at a place, and the place after its bracket."""
    arguments, depth = [], 0
    for at in range(begin, len(formula)):
        sign = formula[at]
        if depth == 0 and sign in ",)":
            arguments.append(formula[begin:at].strip())
            begin = at + 1
            if sign == ")":
                break
        depth += (sign == "(") - (sign == ")")
    return arguments, begin
