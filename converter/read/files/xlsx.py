"""Find the formulas and the errors in the XML of a sheet, whatever program wrote it."""

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from converter.figures import address, position
from converter.read.files.formulas import Formulas

_FORMULA = re.compile(rb"<f[\s>/]")
_WORTH_PARSING = (b":f", b'"e"')  # a formula under a prefix, and an error
_WHOLE = {None, "normal", "shared"}  # formulas of one cell; an array's result is spread over several


def formulas_of_sheet(xml: bytes) -> Formulas:
    """Return a sheet's formulas, and the cells without a result; at no cost where it has neither."""
    worth = any(mark in xml for mark in _WORTH_PARSING) or holds_quoted(xml, b"'e'")
    if not (worth or _FORMULA.search(xml)):
        return Formulas()
    failed, texts = set(), {}
    shared: dict[str, tuple[str, str]] = {}
    for place, cell in _cells(xml):
        formula, value = _child(cell, "f"), _child(cell, "v")
        kind = cell.get("t")
        lacking = value is None or not (value.text or kind == "str")
        if kind == "e" or (formula is not None and lacking):
            failed.add(place)
        elif formula is not None and formula.get("t") in _WHOLE:
            group = formula.get("si", "")
            if formula.text:
                shared.setdefault(group, (formula.text, place))
            texts[place] = formula.text or (_moved(*shared[group], place) if group in shared else "")
    return Formulas(frozenset(failed), {place: text for place, text in texts.items() if text})


def holds_quoted(xml: bytes, mark: bytes) -> bool:
    """Tell whether a mark with a single quote occurs; most sheets have none, and one byte is soon sought."""
    return b"'" in xml and mark in xml


def _cells(xml: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    """Yield a sheet's cells with their addresses; one that does not say follows the one before."""
    row = column = -1
    for event, element in ElementTree.iterparse(io.BytesIO(xml), ("start", "end")):
        name = element.tag.rpartition("}")[2]
        if name == "row" and event == "start":
            row, column = int(element.get("r", row + 2)) - 1, -1
        elif name == "row":
            element.clear()
        elif name == "c" and event == "end":
            stated = element.get("r")
            row, column = position(stated) if stated else (row, column + 1)
            yield address(row, column), element


def _child(cell: ElementTree.Element, name: str) -> ElementTree.Element | None:
    return next((each for each in cell if each.tag.rpartition("}")[2] == name), None)


def _moved(formula: str, origin: str, place: str) -> str:
    """Return a formula that several cells share as it reads in one of them."""
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        return str(Translator(f"={formula}", origin).translate_formula(place))[1:]
    except (TokenizerError, TranslatorError):
        return ""
